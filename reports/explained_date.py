"""One date explained: what it rests on, who changed it, and on which days somebody is reminded."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from ..domain.dates import Edtf
from ..domain.due_dates import DueDate
from ..domain.entity import Entity
from ..domain.events import Bell
from ..domain.kinds import Kind
from ..domain.meeting_cycle import Stage
from ..store import flow
from ..store.event_log import Recorded, history
from ..store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class PlannedRung:
    """A day on which the clock looks at the date, and what became of it: `state` as stored."""

    day: date
    rung: str
    version: int
    state: str


@dataclass(frozen=True)
class ExplainedDate:
    """One date with everything that it rests on; what does not apply is None.

    An answer rests on `ruled`, unless a person has `set_by_hand` another day or the recipient has
    `promised` one. A consultation's deadline was set by `publisher`. An op-ed was last `touched`;
    its `due` is the day for the members' comments, and an outlet that has it got it `submitted`. A
    council meeting that was `called_off`, or is on an `open_day`, has no `stages` around it. What
    concerns a theme is reminded of under the `ladder`, counted from `due`.
    """

    kind: Kind
    key: str
    title: str
    due: Edtf | None
    open: bool
    ruled: DueDate | None = None
    set_by_hand: date | None = None
    promised: Edtf | None = None
    closed_on: date | None = None
    publisher: str | None = None
    touched: date | None = None
    submitted: date | None = None
    stages: tuple[Stage, ...] = ()
    called_off: bool = False
    open_day: bool = False
    ladder: str = ""
    changes: tuple[Recorded, ...] = ()
    rungs: tuple[PlannedRung, ...] = ()


def changes_of(work: UnitOfWork, kind: Kind, entity: Entity) -> tuple[Recorded, ...]:
    """What people and registers told of it; what the clock told stands among the rungs."""
    events = history(work.session, kind, entity.key)
    return tuple(one for one in events if not isinstance(one.event, Bell))


def rungs_of(work: UnitOfWork, kind: Kind, key: str) -> tuple[PlannedRung, ...]:
    """The days on which the clock looks at the object, in the order of versions and urgency."""
    rung = flow.rung.c
    query = (
        select(rung.day, rung.rung, rung.version, rung.state)
        .where(rung.kind == kind.value, rung.key == key)
        .order_by(rung.version, rung.urgency)
    )
    return tuple(PlannedRung(*row) for row in work.session.execute(query))
