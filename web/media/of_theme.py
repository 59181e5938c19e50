"""What media have to do with one theme: what was said about it, and who may speak on it."""

from dataclasses import dataclass

from starlette.requests import Request

from ...domain.themes import Theme
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..names import Names
from .coverage_lines import CoveragePanel, about_theme, coverage_panel
from .speakers import speakers_on


@dataclass(frozen=True)
class ThemeMedia:
    """`name` is where another spokesperson is named."""

    coverage: CoveragePanel
    speakers: list[str]
    name: str


def theme_media(
    _request: Request, theme: Theme, work: UnitOfWork, names: Names, lang: Language
) -> ThemeMedia:
    """The panel on the theme's page."""
    areas = [theme.area] if theme.area else []
    return ThemeMedia(
        coverage_panel(work, about_theme(theme.key), f"theme={theme.key}", names, lang),
        [each.name for each in speakers_on(work, [theme.key], areas)],
        f"/media/speakers?theme={theme.key}#name",
    )
