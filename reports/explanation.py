"""Why a date is what it is: the rule, what went into it, who changed it, and who is reminded when.

These are the facts; `render_explanation` puts them into words.
"""

from collections.abc import Iterable

from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.errors import TilsvarError
from ..domain.kinds import Kind, MeetingKind, MeetingStatus
from ..domain.letters import Letter
from ..domain.measures import Measure
from ..domain.meeting_cycle import cycle, next_council_meeting
from ..domain.meetings import Meeting
from ..domain.obligations import Obligation
from ..domain.op_eds import OpEd
from ..domain.promises import Promise
from ..domain.themes import Theme
from ..domain.watches import watched
from ..store.event_log import history
from ..store.unit_of_work import UnitOfWork
from .explained_date import ExplainedDate, changes_of, rungs_of
from .explained_theme import explained
from .objects import find_watched

CYCLE = ("papers", "minutes")
"""What is watched around a council meeting, by the end of its key: `M2023-01/papers`."""


class NothingToExplain(TilsvarError):
    """There is no letter, consultation, deadline, op-ed, meeting, follow-up, theme, measure or promise {key}. Write a key such as L2020-02, or L2020-02/HOD for one recipient's answer."""  # noqa: E501 - the docstring is the message


def explain(work: UnitOfWork, key: str) -> list[ExplainedDate]:
    """The date of that consultation, deadline or op-ed, or of every answer to that letter.

    A council meeting is explained with what stands around it: papers, minutes, approval.
    `L2020-02/HOD` is one recipient's answer; a successor's key means its predecessor's answer too.
    Raises NothingToExplain, and NotARecipient for an organisation that was not written to.
    """
    name, _, organisation = key.partition("/")
    found = find_watched(work, name)
    match found:
        case Letter():
            return _answers(work, found, _expected(work, found, organisation))
        case Consultation() if not organisation:
            return [_consultation(work, found)]
        case Deadline() if not organisation:
            return [_deadline(work, found)]
        case OpEd() if not organisation:
            return [_op_ed(work, found)]
        case Meeting() if organisation in ("", *CYCLE):
            return [_meeting(work, found)]
        case Theme() | Measure() | Promise():
            if told := explained(work, found, key):
                return told
    raise NothingToExplain(key=key)


def _expected(work: UnitOfWork, letter: Letter, organisation: str) -> Iterable[Obligation]:
    """The answers to the letter; of one recipient, where it is named."""
    if not organisation:
        return letter.obligations
    return [letter.obligation(organisation, work.succession.line(organisation))]


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
            rungs=rungs_of(work, Kind.OBLIGATION, each.key),
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
        changes=changes_of(work, Kind.CONSULTATION, consultation),
        rungs=rungs_of(work, Kind.CONSULTATION, consultation.key),
    )


def _deadline(work: UnitOfWork, deadline: Deadline) -> ExplainedDate:
    return ExplainedDate(
        kind=Kind.DEADLINE,
        key=deadline.key,
        title=deadline.title,
        due=deadline.due,
        open=deadline.open,
        closed_on=deadline.met_on.last if deadline.met_on else None,
        changes=changes_of(work, Kind.DEADLINE, deadline),
        rungs=rungs_of(work, Kind.DEADLINE, deadline.key),
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
        changes=changes_of(work, Kind.OP_ED, op_ed),
        rungs=rungs_of(work, Kind.OP_ED, op_ed.key),
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
        changes=changes_of(work, Kind.MEETING, meeting),
        rungs=tuple(
            rung for what in CYCLE for rung in rungs_of(work, Kind.MEETING, f"{meeting.key}/{what}")
        ),
    )
