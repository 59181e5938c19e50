"""What each thing puts on a timeline: when it happened, who had to do with it, which way it went.

A letter is one happening for all its recipients and one for each answer that came back.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .consultations import Consultation
from .dates import Edtf
from .kinds import Kind, MeetingStatus, OpEdStatus, ReplyKind
from .letters import Letter
from .media import Coverage
from .meetings import Meeting
from .notes import Note
from .op_eds import OpEd
from .promises import Promise, PromiseStatus

SENT = ""
"""The part that the thing itself is: the letter was sent, the meeting took place."""
DUE, KEPT = "due", "kept"
REPLY = "reply/"


class Direction(StrEnum):
    """From us to them, from them to us, or together."""

    OUT = "out"
    IN = "in"
    BOTH = "both"


@dataclass(frozen=True)
class Happening:
    """Something of a thing on a date; `part` tells it from the others of the same thing.

    `planned`: it is expected and has not taken place. `counts`: it was contact with these
    `organisations`. `heard`: they themselves said something to us.
    """

    part: str
    on: Edtf
    organisations: tuple[str, ...] = ()
    direction: Direction = Direction.OUT
    planned: bool = False
    counts: bool = True
    heard: bool = False

    def place(self, kind: Kind, key: str) -> str:
        """Text that sorts as a timeline does: by the last day that the date may mean."""
        return f"{day_place(self.on)}/{kind.value}/{key}/{self.part}"


def day_place(on: Edtf) -> str:
    """How the place of everything on that date begins."""
    return f"{on.last}/{on.first}"


def _letter(letter: Letter) -> Iterable[Happening]:
    stands = not letter.withdrawn
    yield Happening(SENT, letter.sent, letter.recipients, Direction.OUT, counts=stands)
    for obligation in letter.obligations:
        for number, reply in enumerate(obligation.replies):
            if not reply.withdrawn and reply.given_to is None:
                yield Happening(
                    f"{REPLY}{obligation.recipient}/{number}",
                    reply.received,
                    (obligation.recipient,),
                    Direction.IN,
                    counts=stands,
                    heard=stands and reply.kind is not ReplyKind.ACKNOWLEDGEMENT,
                )


def _meeting(meeting: Meeting) -> Iterable[Happening]:
    held = meeting.status is MeetingStatus.HELD
    yield Happening(
        SENT,
        meeting.time.on,
        meeting.participants,
        Direction.BOTH,
        planned=meeting.status in (MeetingStatus.PLANNED, MeetingStatus.SCHEDULED),
        counts=held,
        heard=held,
    )


_WITH_OTHERS = frozenset({OpEdStatus.SUBMITTED, OpEdStatus.REJECTED, OpEdStatus.PUBLISHED})


def _op_ed(op_ed: OpEd) -> Iterable[Happening]:
    outlets = (op_ed.outlet, *(each.outlet for each in op_ed.submissions))
    named = dict.fromkeys(each for each in (*op_ed.cosigners, *outlets) if each)
    on = op_ed.published or Edtf.on(op_ed.touched)
    yield Happening(SENT, on, tuple(named), Direction.BOTH, counts=op_ed.status in _WITH_OTHERS)


def _consultation(call: Consultation) -> Iterable[Happening]:
    on = call.deadline or call.published
    if on is not None:
        yield Happening(SENT, on, (call.publisher,), Direction.IN, planned=call.open, counts=False)


def _note(note: Note) -> Iterable[Happening]:
    if not note.withdrawn:
        yield Happening(SENT, note.on, (note.organisation,), Direction.BOTH, heard=True)


def _promise(promise: Promise) -> Iterable[Happening]:
    if promise.withdrawn:
        return
    whose = (promise.organisation,)
    yield Happening(SENT, promise.given, whose, Direction.IN, heard=True)
    if promise.due is not None:
        yield Happening(DUE, promise.due, whose, Direction.IN, planned=True, counts=False)
    if promise.status is PromiseStatus.KEPT and promise.kept_on is not None:
        yield Happening(KEPT, promise.kept_on, whose, Direction.IN, heard=True)


def _coverage(coverage: Coverage) -> Iterable[Happening]:
    if not coverage.withdrawn:
        whose = (coverage.outlet,) if coverage.outlet else ()
        yield Happening(SENT, coverage.on, whose, Direction.IN)


THINGS: Mapping[Kind, tuple[type[Any], Callable[[Any], Iterable[Happening]]]] = {
    Kind.LETTER: (Letter, _letter),
    Kind.MEETING: (Meeting, _meeting),
    Kind.OP_ED: (OpEd, _op_ed),
    Kind.CONSULTATION: (Consultation, _consultation),
    Kind.NOTE: (Note, _note),
    Kind.PROMISE: (Promise, _promise),
    Kind.COVERAGE: (Coverage, _coverage),
}
"""What has a place on timelines, each with what it puts there."""

KIND_OF: Mapping[type[Any], Kind] = {cls: kind for kind, (cls, _) in THINGS.items()}


def happenings(kind: Kind, thing: object) -> list[Happening]:
    """All that this thing puts on timelines, no matter whose."""
    return list(THINGS[kind][1](thing))
