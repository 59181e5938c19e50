"""The things themselves, read whole: only those whose bytes have to be made anew.

They are read as rows and not through the session, which would follow each of thousands.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Table, select

from ..domain.consultations import Consultation
from ..domain.deadlines import Deadline
from ..domain.kinds import Kind
from ..domain.meetings import Meeting, MeetingTime
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from .selection import Item

Thing = Meeting | Deadline | Consultation

_AT_ONCE = 500
"""Both databases take so many values in one statement."""


def whole(work: UnitOfWork, items: Iterable[Item]) -> Iterator[tuple[Item, Thing]]:
    """Each item with its thing, of one sort after the other."""
    by_source: dict[Kind, dict[str, Item]] = {}
    for item in items:
        by_source.setdefault(item.source, {})[item.uid] = item
    for source, wanted in by_source.items():
        table, made = _SOURCES[source]
        uids = list(wanted)
        for start in range(0, len(uids), _AT_ONCE):
            query = select(table).where(table.c.uid.in_(uids[start : start + _AT_ONCE]))
            for row in work.session.execute(query).mappings():
                yield wanted[row["uid"]], made(**row)


def _meeting(*, on_date: Any, starts: Any, ends: Any, **columns: Any) -> Meeting:
    return Meeting(time=MeetingTime(on_date, starts, ends), **columns)


_SOURCES: Mapping[Kind, tuple[Table, Callable[..., Thing]]] = {
    Kind.MEETING: (tables.meeting, _meeting),
    Kind.DEADLINE: (tables.deadline, Deadline),
    Kind.CONSULTATION: (tables.consultation, Consultation),
}
