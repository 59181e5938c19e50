"""The way from a theme's page to its invitation list, and the last time that they were asked."""

from dataclasses import dataclass

from starlette.requests import Request

from ...domain.themes import Theme
from ...reports.invitation_list import last_meetings
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf
from ...wording.language import Language
from ..links import address
from ..names import Names


@dataclass(frozen=True)
class ThemeInvitation:
    """`last` is what the meeting was called, empty where there was none; `on` is when it was."""

    href: str
    last: str
    last_href: str
    on: str


def theme_invitation(
    _request: Request, theme: Theme, work: UnitOfWork, _names: Names, lang: Language
) -> ThemeInvitation:
    """The panel on the theme's page."""
    last = next(iter(last_meetings(work, theme.key, 1)), None)
    return ThemeInvitation(
        f"{address(theme)}/invite",
        last.title if last else "",
        address(last) if last else "",
        edtf(last.time.on, lang) if last else "",
    )
