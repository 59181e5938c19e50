"""Why somebody is reminded of a theme, its stakeholders, a measure or a promise, and when."""

from ..commands.stakeholders import stakeholders_of
from ..commands.watching import watches_of
from ..domain.dates import Edtf
from ..domain.events.theme_bells import STANCE
from ..domain.events.themes import IDLE
from ..domain.kinds import Kind
from ..domain.measures import Measure
from ..domain.parties import Party
from ..domain.promises import Promise
from ..domain.theme_watches import QUIET, RESTING, STALE
from ..domain.themes import Theme
from ..store.event_log import history
from ..store.unit_of_work import UnitOfWork
from .explained_date import ExplainedDate, changes_of, rungs_of


def explained(work: UnitOfWork, found: Theme | Measure | Promise, key: str) -> list[ExplainedDate]:
    """All that somebody may be reminded of, or the one object with that key; else nothing.

    `T-HELSEDATA/KS` is a stakeholder of a theme: its silence, and how old its stance is.
    """
    match found:
        case Theme():
            every = _of_theme(work, found)
        case Measure():
            every = [_simple(work, Kind.MEASURE, found, found.follow_up)]
        case Promise():
            every = [_simple(work, Kind.PROMISE, found, found.by_when)]
    return [each for each in every if key in (found.key, each.key, each.key.removesuffix(STANCE))]


def _simple(
    work: UnitOfWork, kind: Kind, found: Measure | Promise, due: Edtf | None
) -> ExplainedDate:
    return ExplainedDate(
        kind=kind,
        key=found.key,
        title=found.title,
        due=due,
        open=bool(watches_of(work, found)),
        ladder="measure" if kind is Kind.MEASURE else "promised",
        changes=changes_of(work, kind, found),
        rungs=rungs_of(work, kind, found.key),
    )


def _of_theme(work: UnitOfWork, theme: Theme) -> list[ExplainedDate]:
    watched = {each.key for each in watches_of(work, theme)}
    key = f"{theme.key}{IDLE}"
    own = ExplainedDate(
        kind=Kind.THEME,
        key=key,
        title=theme.title,
        due=Edtf.on(theme.touched),
        open=key in watched,
        ladder=RESTING,
        changes=changes_of(work, Kind.THEME, theme),
        rungs=rungs_of(work, Kind.THEME, key),
    )
    dates = (
        date
        for each in stakeholders_of(work, theme.key)
        for date in _of_stakeholder(work, theme, each, watched)
    )
    return [own, *dates]


def _of_stakeholder(
    work: UnitOfWork, theme: Theme, party: Party, watched: set[str]
) -> list[ExplainedDate]:
    since, stance = party.silent_since, party.stance
    dates = {
        (party.own.key, QUIET): Edtf.on(since) if since else None,
        (f"{party.own.key}{STANCE}", STALE): stance.as_of if stance else None,
    }
    events = history(work.session, Kind.STAKEHOLDER, party.own.key)
    return [
        ExplainedDate(
            kind=Kind.STAKEHOLDER,
            key=key,
            title=theme.title,
            due=due,
            open=key in watched,
            ladder=ladder,
            changes=tuple(events),
            rungs=rungs_of(work, Kind.STAKEHOLDER, key),
        )
        for (key, ladder), due in dates.items()
        if due is not None
    ]
