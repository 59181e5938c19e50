"""Who has been silent about which theme, since when, and when we last met and meet next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, not_, or_, select, union_all
from sqlalchemy.engine import Row

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
    def counts(self) -> bool:
        """Whether somebody is reminded of it, unless it is put off."""
        return (self.heard or self.awaited) is not None


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

    Only in themes that the council works with.
    """
    s, latest = stakeholder.c, work.today - timedelta(days=patience(work))
    those = [worked_on(work), not_(s.removed), or_(s.heard.is_(None), s.heard <= latest)]
    if role is not None:
        those.append(s.role == role)
    if in_theme:
        those.append(s.theme == in_theme)
    work.session.flush()
    rows = work.session.execute(
        select(s.key, s.theme, s.organisation, s.role, s.heard, s.awaited, theme.c.title)
        .join(theme, theme.c.key == s.theme)
        .where(and_(*those))
    )
    found: dict[tuple[str, str], Silence] = {}
    for row in rows:
        now = work.succession.on(row.organisation, work.today)
        # Of whoever was taken over and its successor, the successor's own row stands.
        if (row.theme, now) not in found or row.organisation == now:
            found[row.theme, now] = Silence(
                row.key, row.theme, row.title, now, row.role, row.heard, row.awaited
            )
    return sorted(found.values(), key=_longest)


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
