"""Why a date is what it is: the rule, what went into it, who changed it, and who is reminded when.

These are the facts; `render_explanation` puts them into words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.due_dates import DueDate
from ..domain.entity import Entity
from ..domain.errors import TilsvarError
from ..domain.events import Bell
from ..domain.kinds import Kind, MeetingKind, MeetingStatus
from ..domain.letters import Letter
from ..domain.meeting_cycle import Stage, cycle, next_council_meeting
from ..domain.meetings import Meeting
from ..domain.obligations import Obligation
from ..domain.op_eds import OpEd
from ..domain.watches import watched
from ..store import flow
from ..store.event_log import Recorded, history
from ..store.unit_of_work import UnitOfWork
from .objects import find_watched

CYCLE = ("papers", "minutes")
"""What is watched around a council meeting, by the end of its key: `M2023-01/papers`."""


class NothingToExplain(TilsvarError):
    """There is no letter, consultation, deadline, op-ed, meeting or follow-up {key}. Write a key such as L2020-02, or L2020-02/HOD for one recipient's answer."""  # noqa: E501 - the docstring is the message


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
    council meeting that was `called_off`, or is on an `open_day`, has no `stages` around it.
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
    changes: tuple[Recorded, ...] = ()
    rungs: tuple[PlannedRung, ...] = ()


def explain(work: UnitOfWork, key: str) -> list[ExplainedDate]:
    """The date of that consultation, deadline or op-ed, or of every answer to that letter.

    A council meeting is explained with what stands around it: papers, minutes, approval.
    `L2020-02/HOD` is one recipient's answer; a successor's key means its predecessor's answer too.
    Raises NothingToExplain, and NotARecipient for an organisation that was not written to.
    """
    name, _, organisation = key.partition("/")
    found = find_watched(work, name)
    match found:
        case Letter() if organisation:
            line = work.succession.line(organisation)
            return _answers(work, found, [found.obligation(organisation, line)])
        case Letter():
            return _answers(work, found, found.obligations)
        case Consultation() if not organisation:
            return [_consultation(work, found)]
        case Deadline() if not organisation:
            return [_deadline(work, found)]
        case OpEd() if not organisation:
            return [_op_ed(work, found)]
        case Meeting() if organisation in ("", *CYCLE):
            return [_meeting(work, found)]
    raise NothingToExplain(key=key)


def _answers(
    work: UnitOfWork, letter: Letter, obligations: Iterable[Obligation]
) -> list[ExplainedDate]:
    events = history(work.session, Kind.LETTER, letter.key)
    return [
        ExplainedDate(
            kind=Kind.OBLIGATION,
            key=each.key,
            title=letter.title,
            due=Edtf.on(due) if (due := each.due()) else None,
            open=each.open,
            ruled=each.ruled,
            set_by_hand=each.set_by_hand,
            promised=each.promised(),
            closed_on=each.closed_on,
            changes=tuple(
                one for one in events if getattr(one.event, "recipient", None) == each.recipient
            ),
            rungs=_rungs(work, Kind.OBLIGATION, each.key),
        )
        for each in obligations
    ]


def _consultation(work: UnitOfWork, consultation: Consultation) -> ExplainedDate:
    return ExplainedDate(
        kind=Kind.CONSULTATION,
        key=consultation.key,
        title=consultation.title,
        due=consultation.deadline,
        open=consultation.open,
        publisher=consultation.publisher,
        closed_on=consultation.submitted.last if consultation.submitted else None,
        changes=_changes(work, Kind.CONSULTATION, consultation),
        rungs=_rungs(work, Kind.CONSULTATION, consultation.key),
    )


def _deadline(work: UnitOfWork, deadline: Deadline) -> ExplainedDate:
    return ExplainedDate(
        kind=Kind.DEADLINE,
        key=deadline.key,
        title=deadline.title,
        due=deadline.due,
        open=deadline.open,
        closed_on=deadline.met_on.last if deadline.met_on else None,
        changes=_changes(work, Kind.DEADLINE, deadline),
        rungs=_rungs(work, Kind.DEADLINE, deadline.key),
    )


def _op_ed(work: UnitOfWork, op_ed: OpEd) -> ExplainedDate:
    """An op-ed lies with us, with the members until a day, or with an outlet."""
    return ExplainedDate(
        kind=Kind.OP_ED,
        key=op_ed.key,
        title=op_ed.title,
        due=Edtf.on(op_ed.comments_due) if op_ed.comments_due else None,
        open=bool(watched(op_ed)),
        touched=op_ed.touched,
        submitted=op_ed.waiting_at.sent if op_ed.waiting_at else None,
        changes=_changes(work, Kind.OP_ED, op_ed),
        rungs=_rungs(work, Kind.OP_ED, op_ed.key),
    )


def _meeting(work: UnitOfWork, meeting: Meeting) -> ExplainedDate:
    following = next_council_meeting(meeting, work.all(Meeting))
    return ExplainedDate(
        kind=Kind.MEETING,
        key=meeting.key,
        title=meeting.title,
        due=meeting.time.on,
        open=bool(watched(meeting)),
        stages=cycle(meeting, following, work.calendar) if meeting.followed else (),
        called_off=meeting.status is MeetingStatus.CANCELLED,
        open_day=meeting.kind is MeetingKind.COUNCIL and not meeting.time.on.is_day,
        changes=_changes(work, Kind.MEETING, meeting),
        rungs=tuple(
            rung for what in CYCLE for rung in _rungs(work, Kind.MEETING, f"{meeting.key}/{what}")
        ),
    )


def _changes(work: UnitOfWork, kind: Kind, entity: Entity) -> tuple[Recorded, ...]:
    """What people and registers told of it; what the clock told stands among the rungs."""
    events = history(work.session, kind, entity.key)
    return tuple(one for one in events if not isinstance(one.event, Bell))


def _rungs(work: UnitOfWork, kind: Kind, key: str) -> tuple[PlannedRung, ...]:
    rung = flow.rung.c
    query = (
        select(rung.day, rung.rung, rung.version, rung.state)
        .where(rung.kind == kind.value, rung.key == key)
        .order_by(rung.version, rung.urgency)
    )
    return tuple(PlannedRung(*row) for row in work.session.execute(query))
