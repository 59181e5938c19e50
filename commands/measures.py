"""Facts about the measures of a theme; each of them is movement in the theme too."""

from sqlalchemy import select

from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.measures import Measure
from ..domain.organisations import Organisation
from ..domain.past import happened
from ..domain.people import Person
from ..domain.themes import Theme
from ..store import theme_tables
from ..store.unit_of_work import UnitOfWork
from .keys import next_key
from .naming import require_known
from .themes import touch_theme


class MeasureNamedTwice(DomainError):
    """The theme has the measure {title} already: choose another title."""


def plan_measure(
    work: UnitOfWork,
    *,
    theme: str,
    title: str,
    key: str | None = None,
    owner: str | None = None,
    responsible: str | None = None,
    follow_up: Edtf | None = None,
    note: str = "",
    source: str = "",
) -> Measure:
    """A measure that somebody is to carry out.

    Raises Unknown, UntitledMeasure and MeasureNamedTwice.
    """
    touch_theme(work, theme=work.known(Theme, theme))
    key = key or next_key(work, Measure, theme)
    title = " ".join(title.split())
    _require_own_title(work, theme, title)
    measure = Measure.plan(
        key,
        theme,
        title,
        owner=work.known(Organisation, owner) if owner else None,
        responsible=work.known(Person, responsible) if responsible else None,
        follow_up=follow_up,
        note=note.strip(),
        source=source,
    )
    work.add(measure)
    return measure


def _require_own_title(work: UnitOfWork, theme: str, title: str) -> None:
    query = select(Measure).where(theme_tables.measure.c.theme == theme)
    for each in work.session.scalars(query):
        if each.title.casefold() == title.casefold():
            raise MeasureNamedTwice(title=each.title)


def begin_measure(work: UnitOfWork, *, measure: str) -> Measure:
    """Somebody has begun with it. Raises MeasureClosed."""
    found = _moving(work, measure)
    found.begin()
    return found


def follow_up_measure(
    work: UnitOfWork, *, measure: str, again: Edtf | None = None, note: str | None = None
) -> Measure:
    """Somebody has looked at it; `again` is the next time, if any. Raises MeasureClosed."""
    found = _moving(work, measure)
    found.followed_up(work.today, again, note)
    return found


def finish_measure(work: UnitOfWork, *, measure: str, on: Edtf | None = None) -> Measure:
    """It is carried out, today if no date is given. Raises MeasureClosed and StillAhead."""
    found = _moving(work, measure)
    found.done(happened(on or Edtf.on(work.today), work.today))
    return found


def drop_measure(work: UnitOfWork, *, measure: str, why: str) -> Measure:
    """It will not be carried out. Raises MeasureClosed and WhyDropped."""
    found = _moving(work, measure)
    found.drop(why)
    return found


def reopen_measure(work: UnitOfWork, *, measure: str) -> Measure:
    """It was closed by mistake, or too early. Raises MeasureOpen."""
    found = _moving(work, measure)
    found.reopen()
    return found


def correct_measure(work: UnitOfWork, *, measure: str, **values: object) -> Measure:
    """Put right what is registered. Raises UntitledMeasure and Unknown."""
    found = work.get(Measure, measure)
    require_known(work, {"owner": Organisation, "responsible": Person}, values, found)
    found.correct(**values)
    return found


def _moving(work: UnitOfWork, measure: str) -> Measure:
    # The theme is locked before its measures, as the workers do.
    touch_theme(work, theme=work.view(Measure, measure).theme)
    return work.get(Measure, measure)
