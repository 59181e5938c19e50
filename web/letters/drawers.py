"""The settled letters of the list, counted by their drawers and read a page at a time."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, func, select

from ...domain.kinds import LetterKind
from ...domain.letters import Letter
from ...store.filing import OPEN, drawer, drawer_of, filed, filed_as, lying_in, put_in_order
from ...store.unit_of_work import UnitOfWork
from ..names import Names
from .filters import Filters
from .order import Found, Order
from .rows import departments

_FOUND = select(
    filed.c.letter,
    filed.c.sent,
    filed.c.title,
    filed.c.due,
    drawer.c.recipients,
    drawer.c.standings,
).join_from(filed, drawer, filed.c.drawer == drawer.c.id)


class Alike(NamedTuple):
    """What all letters of some drawers share."""

    year: int
    recipients: tuple[str, ...]
    standings: tuple[str, ...]


@dataclass(frozen=True)
class Stretch:
    """Letters that follow each other in the order asked for: in which drawers, and how many."""

    those: tuple[ColumnElement[bool], ...]
    count: int


class Drawers:
    """All letters but the unsettled, which the list knows one by one."""

    def __init__(
        self, work: UnitOfWork, names: Names, filters: Filters, unsettled: Sequence[Letter]
    ) -> None:
        self._work, self._names, self._filters = work, names, filters
        self._order = Order(filters, names)
        self._apart = [filed_as(each)["sent"] for each in unsettled]
        # A drawer knows what is known by now, also what is dated later than today.
        drawers = [drawer_of(each) for each in unsettled]
        self._early = [each for each in drawers if OPEN not in each["standings"]]
        self.holds = self._held()
        self._asked = self._as_asked()
        self._stretches = list(self._in_stretches())

    @property
    def count(self) -> int:
        """How many fit the filters."""
        return sum(each.count for each in self._stretches)

    def _held(self, **only: object) -> Counter[Alike]:
        """How many letters there are of each sort, of all or of those in such drawers."""
        alike = (drawer.c.year, drawer.c.recipients, drawer.c.standings)
        query = select(*alike, func.sum(drawer.c.holds).label("held")).group_by(*alike)
        found: Counter[Alike] = Counter()
        for row in self._work.session.execute(query.filter_by(**only)):
            if OPEN not in row.standings:
                found[Alike(row.year, row.recipients, row.standings)] = int(row.held)
        for each in self._early:
            if all(each[name] == value for name, value in only.items()):
                found[Alike(each["year"], each["recipients"], each["standings"])] -= 1
        return +found

    def _drawer_asked(self) -> dict[str, object]:
        asked: dict[str, object] = {}
        if self._filters.kind:
            asked["kind"] = LetterKind(self._filters.kind)
        if self._filters.area:
            asked["area"] = self._filters.area
        return asked

    def _as_asked(self) -> Counter[Alike]:
        """How many there are of each sort that fits the filters, words aside."""
        only = self._drawer_asked()
        held = self._held(**only) if only else self.holds
        return Counter({each: n for each, n in held.items() if self._fits(each)})

    def _fits(self, alike: Alike) -> bool:
        asked = self._filters
        return (
            (not asked.state or asked.state in alike.standings)
            and asked.year in ("", str(alike.year))
            and (
                not asked.department
                or asked.department in departments(alike.recipients, self._work, self._names)
            )
        )

    def _in_stretches(self) -> Iterator[Stretch]:
        together: dict[Any, list[Alike]] = defaultdict(list)
        for each in self._asked:
            together[self._order.stretch(each.recipients, each.standings)].append(each)
        for place in sorted(together, reverse=self._order.backwards):
            alike = together[place]
            count = sum(self._asked[each] for each in alike)
            yield Stretch(tuple(self._conditions(alike)), count)

    def _conditions(self, alike: Collection[Alike]) -> Iterator[ColumnElement[bool]]:
        """The words for exactly these sorts, among all that are asked for."""
        for name, value in self._drawer_asked().items():
            yield drawer.c[name] == value
        if self._filters.year:
            yield drawer.c.year == next(iter(alike)).year
        for name in ("recipients", "standings"):
            mine = {getattr(each, name) for each in alike}
            if mine != {getattr(each, name) for each in self.holds}:
                yield drawer.c[name].in_(sorted(mine))

    def of(self, keys: Collection[str]) -> list[Found]:
        """Those of these letters that fit."""
        those = tuple(self._conditions(self._asked)) if self._asked else ()
        query = _FOUND.where(filed.c.letter.in_(sorted(keys)), *those)
        found = self._read(query.where(filed.c.sent.not_in(self._apart)))
        return found if self._asked else []

    def part(self, first: int, size: int) -> list[Found]:
        """So many, from that one on in the order asked for; they come in no order."""
        found: list[Found] = []
        for each in self._stretches:
            if first < each.count and size:
                here = min(size, each.count - first)
                found += self._read(self._within(each, first, here))
                first, size = 0, size - here
            else:
                first -= each.count
        return found

    def _within(self, stretch: Stretch, first: int, size: int) -> Any:
        # What stands far back is nearer from the end.
        turned = first > stretch.count // 2
        if turned:
            first = stretch.count - first - size
        query, few = select(filed.c.sent).where(filed.c.sent.not_in(self._apart)), False
        if stretch.those:
            lying, few = lying_in(and_(*stretch.those), stretch.count)
            query = query.where(lying)
        if self._filters.year and not few:
            year = int(self._filters.year)
            query = query.where(filed.c.sent >= f"{year}-", filed.c.sent < f"{year + 1}-")
        for column, down in self._columns():
            each = put_in_order(column, few=few)
            query = query.order_by(each.desc() if down is not turned else each.asc())
        inner = query.offset(first).limit(size).subquery()
        return _FOUND.join(inner, inner.c.sent == filed.c.sent)

    def _columns(self) -> Iterator[tuple[ColumnElement[str], bool]]:
        """By what the letters of one stretch are sorted, and whether downwards."""
        by, backwards = self._order.by, self._order.backwards
        if by in ("title", "due"):
            yield filed.c[by], backwards
        yield filed.c.sent, by != "sent" or backwards

    def _read(self, query: Any) -> list[Found]:
        return [Found(*row) for row in self._work.session.execute(query)]
