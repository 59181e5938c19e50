"""What stands on the page of a theme beside the theme itself, each panel from its own folder.

A panel is shown by the template of its name, `theme_<name>.html`, which finds what its builder made
as `panels.<name>`; one that makes None is left out.
"""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request

from ...domain.themes import Theme
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..communications.of_theme import theme_communications
from ..drawings.panels import theme_pictures
from ..inviting.of_theme import theme_invitation
from ..media.of_theme import theme_media
from ..names import Names
from ..qualification.panel import form_panel
from ..stakeholders.panel import stakeholders_panel
from ..timelines.panels import theme_timeline

Panel = Callable[[Request, Theme, UnitOfWork, Names, Language], Any]

PANELS: Mapping[str, Panel] = {
    "form": form_panel,
    "pictures": theme_pictures,
    "timeline": theme_timeline,
    "stakeholders": stakeholders_panel,
    "communications": theme_communications,
    "media": theme_media,
    "invite": theme_invitation,
}
"""Those of the secretariat and the leader, by the names under which the template includes them."""

NAMES = ("form", "stakeholders", "pictures", "timeline", "communications", "media", "invite")


def theme_panels(
    request: Request, theme: Theme, work: UnitOfWork, names: Names, lang: Language
) -> dict[str, Any]:
    """What each panel shows, by its name; None where there is no such panel."""
    return {
        name: PANELS[name](request, theme, work, names, lang) if name in PANELS else None
        for name in NAMES
    }
