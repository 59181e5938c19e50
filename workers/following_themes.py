"""Themes follow what belongs to them: what happens to a letter or a meeting moves its themes, too.

What a stakeholder told us there is the last that we heard from it, until it is taken back. The days
are the facts' own, so that an imported register moves nothing to the day of the import. For an
owner from whom we have never heard the council listens from the day on which that was recorded.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import and_, func, not_, select, union

from ..commands.watching import is_worked_on
from ..domain.events import (
    Event,
    NoteWithdrawn,
    OrganisationCorrected,
    OrganisationSucceeded,
    PromiseWithdrawn,
    StakeholderCorrected,
    StanceRecorded,
    ThingAddedToTheme,
    ThingTakenFromTheme,
)
from ..domain.kinds import Kind
from ..domain.measures import Measure
from ..domain.stakeholders import Stakeholder
from ..domain.themes import Theme
from ..store import stakeholder_tables, theme_tables
from ..store.belonging_tables import belonging, contact_line
from ..store.clock import local_day
from ..store.timelines import heard_in, themes_of
from ..store.unit_of_work import UnitOfWork
from .planning import plan_kinds

LINKING = frozenset({"title", "area", "theme"})
"""What decides to which themes a thing belongs: once it is corrected, it may have left one."""

WHO = frozenset({"organisation", "participants"})


def follow_thing(work: UnitOfWork, event: Event, at: datetime) -> None:
    """Something happened to a thing: its themes moved, and who spoke there was heard."""
    themes = set(themes_of(work, event.about, event.subject))
    changed = frozenset(getattr(event, "changed", ()))
    if changed & LINKING or isinstance(event, NoteWithdrawn | PromiseWithdrawn):
        themes |= _where_heard(work, event, others=bool(changed & WHO))
    _follow(work, event.about, event.subject, themes, at)


def follow_link(
    work: UnitOfWork, event: ThingAddedToTheme | ThingTakenFromTheme, at: datetime
) -> None:
    """A person added a thing to the theme, or took it out."""
    _follow(work, Kind(event.kind), event.thing, [event.theme], at)


def follow_theme(work: UnitOfWork, event: Event, at: datetime) -> None:
    """Other things may belong to the theme by now, and its reminders follow."""
    _hear(work, event.subject, at)
    plan_theme(work, event, at)


def follow_stance(work: UnitOfWork, event: StanceRecorded, at: datetime) -> None:
    """Somebody asked where a stakeholder stands, or was told: the theme moved."""
    theme = work.get(Theme, event.stakeholder.partition("/")[0])
    theme.touch(min(event.as_of.last, work.today))
    plan_kinds(work, theme, (Kind.THEME,), at)
    plan_stakeholder(work, event, at)


def follow_stakeholder(work: UnitOfWork, event: Event, at: datetime) -> None:
    """A stakeholder came, or came back: what it has told us before counts."""
    _hear(work, event.subject.partition("/")[0], at)
    _await_word(work, event, at)
    plan_stakeholder(work, event, at)


def follow_role(work: UnitOfWork, event: StakeholderCorrected, at: datetime) -> None:
    """What is said of a stakeholder was put right: from now on it may be an owner."""
    if "role" in event.changed:
        _await_word(work, event, at)
    plan_stakeholder(work, event, at)


def _await_word(work: UnitOfWork, event: Event, at: datetime) -> None:
    """Where nobody has ever heard from an owner, its silence counts from the day of the event."""
    if is_worked_on(work, work.get(Theme, event.subject.partition("/")[0])):
        work.get(Stakeholder, event.subject).await_word(local_day(at, work.office.zone))


def follow_succession(
    work: UnitOfWork, event: OrganisationSucceeded | OrganisationCorrected, at: datetime
) -> None:
    """What the one told us, the other has told us; or no longer, if nobody took over after all.

    Who had taken over is not known any more then: every theme is looked at in which the one has a
    stake, or told us something.
    """
    if isinstance(event, OrganisationCorrected) and "successor" not in event.changed:
        return
    column, b, c = stakeholder_tables.stakeholder.c, belonging.c, contact_line.c
    line = _line(work, event.organisation)
    listed = select(column.theme).where(column.organisation.in_(line))
    spoken = (
        select(b.theme)
        .join(contact_line, and_(c.kind == b.kind, c.key == b.key, c.part == b.part))
        .where(c.organisation.in_(line), c.heard)
    )
    for theme in sorted(work.session.scalars(union(listed, spoken))):
        _hear(work, theme, at)
        plan_kinds(work, work.get(Theme, theme), (Kind.STAKEHOLDER,), at)


def plan_theme(work: UnitOfWork, event: Event, at: datetime) -> None:
    """The council works with the theme, or does not: its reminders and its measures' follow."""
    _listen(work, work.get(Theme, event.subject), at)
    plan_kinds(work, work.get(Theme, event.subject), (Kind.THEME, Kind.STAKEHOLDER), at)
    measure = theme_tables.measure.c
    keys = select(measure.key).where(measure.theme == event.subject).order_by(measure.key)
    for key in work.session.scalars(keys).all():
        plan_kinds(work, work.get(Measure, key), (Kind.MEASURE,), at)


def plan_stakeholder(work: UnitOfWork, event: Event, at: datetime) -> None:
    """One stakeholder is another than before: its reminders follow, which its theme holds."""
    theme, _, organisation = event.subject.partition("/")
    line = _line(work, organisation)
    found = work.get(Theme, theme)
    plan_kinds(work, found, (Kind.STAKEHOLDER,), at, lambda key: key.split("/")[1] in line)


def plan_area(work: UnitOfWork, event: Event, at: datetime) -> None:
    """An area is used no longer, or again: so are the themes in it of which no stage is known."""
    theme = theme_tables.theme.c
    keys = select(theme.key).where(theme.area == event.subject).order_by(theme.key)
    for key in work.session.scalars(keys).all():
        _listen(work, work.get(Theme, key), at)
        plan_kinds(work, work.get(Theme, key), (Kind.THEME, Kind.STAKEHOLDER), at)


def _listen(work: UnitOfWork, theme: Theme, at: datetime) -> None:
    """Owners who have been silent all along are listened for since the theme is worked on."""
    if not is_worked_on(work, theme):
        return
    column = stakeholder_tables.stakeholder.c
    unheard = select(column.key).where(
        column.theme == theme.key, column.heard.is_(None), column.awaited.is_(None)
    )
    for key in work.session.scalars(unheard.order_by(column.key)).all():
        work.get(Stakeholder, key).await_word(local_day(at, work.office.zone))


def _where_heard(work: UnitOfWork, event: Event, *, others: bool) -> set[str]:
    """The themes where whoever spoke in the thing was heard, perhaps in this very thing.

    With `others`, and where the thing stands nowhere any more, it may have been anybody.
    """
    row, c = stakeholder_tables.stakeholder.c, contact_line.c
    query = select(row.theme).where(row.heard.is_not(None)).distinct()
    here = select(c.organisation).where(c.kind == event.about, c.key == event.subject)
    spoke = set(work.session.scalars(here))
    if spoke and not others:
        lines = {each for organisation in spoke for each in _line(work, organisation)}
        query = query.where(row.organisation.in_(lines))
    return set(work.session.scalars(query))


def _follow(work: UnitOfWork, kind: Kind, key: str, themes: Iterable[str], at: datetime) -> None:
    """The reminders follow at once, as known at `at`, when the fact itself was recorded.

    By the moment at which the theme moves, a rung that lay in an outage would be known too late.
    """
    b = belonging.c
    newest = (
        select(b.theme, func.max(b.last).label("day"))
        .where(b.kind == kind, b.key == key, not_(b.planned), b.first <= work.today)
        .group_by(b.theme)
    )
    days = {row.theme: min(row.day, work.today) for row in work.session.execute(newest)}
    for theme in sorted(themes):
        if theme in days:
            found = work.get(Theme, theme)
            if days[theme] > found.touched:
                found.touch(days[theme])
                plan_kinds(work, found, (Kind.THEME,), at)
        _hear(work, theme, at)


def _hear(work: UnitOfWork, theme: str, at: datetime) -> None:
    """Tell each stakeholder of the theme the last day on which we heard from it or its like.

    The theme is locked first, as everybody does, and so that nobody counts what is out of date.
    """
    found = work.get(Theme, theme)
    column = stakeholder_tables.stakeholder.c
    rows = select(column.key, column.organisation, column.heard).where(column.theme == theme)
    heard = heard_in(work, theme)
    moved = False
    for row in work.session.execute(rows.order_by(column.key)).all():
        line = _line(work, row.organisation)
        day = max((heard[each] for each in line if each in heard), default=None)
        if day != row.heard:
            work.get(Stakeholder, row.key).hear(day)
            moved = True
    if moved:
        plan_kinds(work, found, (Kind.STAKEHOLDER,), at)


def _line(work: UnitOfWork, organisation: str) -> tuple[str, ...]:
    """Whoever answers for it today and all that came before."""
    return work.succession.line(work.succession.on(organisation, work.today))
