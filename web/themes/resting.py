"""Why nobody is reminded of a theme whose stage is not known, and what would change that."""

from ...domain.areas import Area
from ...domain.themes import Theme
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ..facts import Fact


def why_it_rests(found: Theme, work: UnitOfWork, lang: Language) -> list[Fact]:
    """One fact, of a theme that only its area could keep awake; set aside, it says so itself."""
    if found.set_aside or found.stage is not None:
        return []
    area = work.look(Area, found.area) if found.area else None
    if area is None:
        why = lang.text(
            "The stage is not known, and the theme belongs to no area. Nobody is reminded of it "
            "until it has a stage, a decision or an area in use."
        )
    elif area.until is not None and not area.used_on(work.today):
        why = lang.text(
            "The area {area} ended {day}. Nobody is reminded of the theme until the area is taken "
            "up again, or the theme has a stage or a decision.",
            area=area.name,
            day=day_in_full(area.until.last, lang),
        )
    else:
        return []
    return [Fact(lang.text("At rest"), why)]
