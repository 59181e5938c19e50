"""Who has been silent about which theme, since when, and when we last met and meet next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, not_, or_, select, union_all
from sqlalchemy.engine import Row

from ..commands.stakeholders import parties_in
from ..commands.watching import worked_on
from ..domain.dates import Edtf
from ..domain.kinds import Kind
from ..domain.stakeholders import StakeholderRole
from ..domain.theme_watches import QUIET
from ..store.belonging_tables import contact_line
from ..store.stakeholder_tables import stakeholder
from ..store.theme_tables import theme
from ..store.unit_of_work import UnitOfWork

AT_ONCE = 100
"""So many organisations are asked about in one statement."""


@dataclass(frozen=True)
class Silence:
    """A stakeholder by its `key`, who answers for it today, and the last day it was heard from.

    `heard` is None where we have never heard from it about the theme; `awaited` is then the day
    from which its silence counts, if it does.
    """

    key: str
    theme: str
    title: str
    organisation: str
    role: StakeholderRole
    heard: date | None
    awaited: date | None = None

    @property
    def since(self) -> date | None:
        """From which day the silence counts, None where nobody knows."""
        return self.heard or self.awaited

    @property
    def counts(self) -> bool:
        """Whether somebody is reminded of it, unless it is put off."""
        return self.since is not None


@dataclass(frozen=True)
class Contact:
    """What was last between us and an organisation, about anything, and the next meeting."""

    last: Edtf | None = None
    meeting: Edtf | None = None


def patience(work: UnitOfWork) -> int:
    """For how many days nobody minds a silence: until the first reminder of it."""
    return min((each.days for each in work.ladders.ladder(QUIET).rungs), default=180)


def silences(
    work: UnitOfWork, *, role: StakeholderRole | None = None, in_theme: str = ""
) -> list[Silence]:
    """Whoever has been silent for longer than that, the longest first, never heard from last.

    Only in themes that the council works with. From an owner never heard from it counts as the
    reminder does, from the day on which one began to listen for it.
    """
    s, latest = stakeholder.c, work.today - timedelta(days=patience(work))
    since = func.coalesce(s.heard, s.awaited)
    here = [worked_on(work)]
    if in_theme:
        here.append(s.theme == in_theme)
    silent = [not_(s.removed), or_(since.is_(None), since <= latest)]
    if role is not None:
        silent.append(s.role == role)
    asked = select(s.key, s.theme, theme.c.title, s.organisation, s.role, s.heard, s.awaited)
    asked = asked.join(theme, theme.c.key == s.theme).where(*here)
    merged = s.organisation.in_(work.succession.parties)
    work.session.flush()
    found = [Silence(*row) for row in work.session.execute(asked.where(not_(merged), *silent))]
    rows = [Silence(*row) for row in work.session.execute(asked.where(merged))]
    found += [
        each
        for each in _of_parties(work, rows)
        if role in (None, each.role) and (each.since is None or each.since <= latest)
    ]
    return sorted(found, key=_longest)


def _of_parties(work: UnitOfWork, rows: Sequence[Silence]) -> Iterator[Silence]:
    """Whoever was taken over and whoever took over, as the reminders see them: together."""
    titles = {row.theme: row.title for row in rows}
    on, today = work.succession.on, work.today
    whom = [(row.theme, on(row.organisation, today)) for row in rows]
    for each in parties_in(work, whom).values():
        if not each.removed:
            yield Silence(
                each.own.key,
                each.theme,
                titles[each.theme],
                each.organisation,
                each.role,
                each.heard,
                each.silent_since,
            )


def _longest(silence: Silence) -> tuple[date, str, str]:
    return (silence.heard or date.max, silence.title.casefold(), silence.key)


def contacts(work: UnitOfWork, organisations: Iterable[str]) -> dict[str, Contact]:
    """By organisation of today: its line's last contact with us, and the next meeting."""
    lines = {each: work.succession.line(each) for each in dict.fromkeys(organisations)}
    names = [name for line in lines.values() for name in line]
    c = contact_line.c
    last = _newest(work, names, and_(c.counts, not_(c.planned)), newest=True)
    # By its place, which begins with its last day: indexes are by that.
    ahead = and_(c.planned, c.kind == Kind.MEETING, c.place >= work.today.isoformat())
    coming = _newest(work, names, ahead, newest=False)
    return {
        each: Contact(
            max((last[name] for name in line if name in last), key=_place, default=None),
            min((coming[name] for name in line if name in coming), key=_place, default=None),
        )
        for each, line in lines.items()
    }


def _place(on: Edtf) -> tuple[date, date]:
    return (on.last, on.first)


def _newest(
    work: UnitOfWork, names: Sequence[str], which: ColumnElement[bool], *, newest: bool
) -> dict[str, Edtf]:
    """For each organisation its first or last line of that sort, each along the index."""
    c = contact_line.c
    order = c.place.desc() if newest else c.place
    found: dict[str, Edtf] = {}
    for first in range(0, len(names), AT_ONCE):
        parts = [
            select(
                select(c.organisation, c.on)
                .where(c.organisation == name, which)
                .order_by(order)
                .limit(1)
                .subquery()
            )
            for name in names[first : first + AT_ONCE]
        ]
        rows: Sequence[Row[Any]] = work.session.execute(union_all(*parts)).all()
        found |= {row.organisation: row.on for row in rows}
    return found


def met_soon(work: UnitOfWork) -> set[str]:
    """The organisations of today with whom a meeting is planned."""
    c = contact_line.c
    planned = select(c.organisation).distinct()
    planned = planned.where(c.planned, c.kind == Kind.MEETING, c.place >= work.today.isoformat())
    on = work.succession.on
    return {on(each, work.today) for each in work.session.scalars(planned)}
