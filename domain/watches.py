"""What the clock keeps an eye on: each open object, the date it looks at, and which ladder.

A watch is derived from the object as it stands. What is answered, submitted, published, met or
cancelled has none, and whoever is about to remind asks again first.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .consultations import Consultation
from .dates import Edtf
from .deadlines import Deadline
from .entity import Entity
from .events import (
    AnswerDue,
    ConsultationNearing,
    DeadlineNearing,
    Event,
    MinutesDue,
    OpEdCommentsNearing,
    OpEdIdle,
    OpEdUnanswered,
    PapersDue,
    ReplyOverdue,
)
from .kinds import DeadlineKind, Kind, Step
from .ladders import Rung
from .letters import Letter
from .measures import Measure
from .meetings import Meeting
from .op_eds import OpEd
from .promises import Promise
from .theme_watches import BELLS, of_measure, of_promise
from .watch import Watch

__all__ = ["QUIET_STEPS", "Watch", "bell", "ring", "watched"]

QUIET_STEPS = (Step.PAPERS, Step.SUBMISSION)
"""Steps of a plan that are reminded of anyway, by the meeting and by the consultation itself."""


def watched(entity: Entity) -> list[Watch]:
    """Every watch that the entity needs now, in the entity's own order.

    What a theme needs depends on others too: see `commands.watching`.
    """
    watches = _WATCHES.get(type(entity))
    return watches(entity) if watches else []


def _letter_watches(letter: Letter) -> list[Watch]:
    """Each recipient that still owes an answer and that no follow-up asks again."""
    return [
        Watch(
            Kind.OBLIGATION,
            each.key,
            letter.key,
            "promise" if each.promised() else "answer",
            Edtf.on(due),
            each.version,
        )
        for each in letter.obligations
        if each.open and each.asked_again_in is None and (due := each.due()) is not None
    ]


def _consultation_watches(consultation: Consultation) -> list[Watch]:
    deadline, key = consultation.deadline, consultation.key
    if not consultation.open or deadline is None:
        return []
    ladder = "imprecise" if deadline.imprecise else "consultation"
    return [Watch(Kind.CONSULTATION, key, key, ladder, deadline, consultation.version)]


def _deadline_watches(deadline: Deadline) -> list[Watch]:
    key = deadline.key
    if not deadline.open or deadline.step in QUIET_STEPS:
        return []
    return [Watch(Kind.DEADLINE, key, key, _ladder(deadline), deadline.due, deadline.version)]


def _op_ed_watches(op_ed: OpEd) -> list[Watch]:
    """A draft lies with us, comments with the members, a submission with its outlet."""
    if op_ed.waits_for_us:
        ladder, day = "op_ed_idle", op_ed.touched
    elif op_ed.comments_due is not None:
        ladder, day = "op_ed_comments", op_ed.comments_due
    elif op_ed.waiting_at is not None:
        ladder, day = "op_ed_submitted", op_ed.waiting_at.sent
    else:
        return []
    return [Watch(Kind.OP_ED, op_ed.key, op_ed.key, ladder, Edtf.on(day), op_ed.touches)]


def _meeting_watches(meeting: Meeting) -> list[Watch]:
    """The papers before a council meeting and the minutes after it, each with a key of its own."""
    awaited = [("papers", meeting.awaits_papers), ("minutes", meeting.awaits_minutes)]
    key, on, version = meeting.key, meeting.time.on, meeting.version
    return [
        Watch(Kind.MEETING, f"{key}/{what}", key, what, on, version)
        for what, awaits in awaited
        if awaits
    ]


_WATCHES: Mapping[type[Entity], Callable[[Any], list[Watch]]] = {
    Letter: _letter_watches,
    Consultation: _consultation_watches,
    Deadline: _deadline_watches,
    OpEd: _op_ed_watches,
    Meeting: _meeting_watches,
    Measure: of_measure,
    Promise: of_promise,
}


def _ladder(deadline: Deadline) -> str:
    if deadline.due.imprecise:
        return "imprecise"
    if deadline.step is Step.APPROVAL:
        return "approval"
    if deadline.kind is DeadlineKind.INTERNAL:
        return "internal"
    if deadline.kind is DeadlineKind.MINUTES_COMMENTS:
        return "minutes_comments"
    return "external"


def ring(entity: Entity, rung: Rung, watches: Sequence[Watch]) -> None:
    """Record on the entity that the clock reached this rung for these of its objects."""
    entity.record(bell(rung, watches))


def bell(rung: Rung, watches: Sequence[Watch]) -> Event:
    """What the clock tells when it reaches this rung for these objects of one entity."""
    return _BELLS[watches[0].kind](rung, watches)


def _answer(rung: Rung, watches: Sequence[Watch]) -> Event:
    told: Callable[..., Event] = ReplyOverdue if rung.days > 0 else AnswerDue
    return told(
        watches[0].group,
        tuple(each.key.split("/", 1)[1] for each in watches),
        rung.name,
        tuple(each.version for each in watches),
    )


def _consultation(rung: Rung, watches: Sequence[Watch]) -> Event:
    watch = watches[0]
    return ConsultationNearing(watch.key, rung.name, watch.anchor, (watch.version,))


def _deadline(rung: Rung, watches: Sequence[Watch]) -> Event:
    watch = watches[0]
    return DeadlineNearing(watch.key, rung.name, watch.anchor, (watch.version,))


def _op_ed(rung: Rung, watches: Sequence[Watch]) -> Event:
    watch = watches[0]
    if watch.ladder == "op_ed_comments":
        return OpEdCommentsNearing(watch.key, rung.name, watch.anchor, (watch.version,))
    told: Callable[..., Event] = OpEdUnanswered if watch.ladder == "op_ed_submitted" else OpEdIdle
    return told(watch.key, rung.name, watch.anchor.day, (watch.version,))


def _meeting(rung: Rung, watches: Sequence[Watch]) -> Event:
    watch = watches[0]
    told: Callable[..., Event] = PapersDue if watch.ladder == "papers" else MinutesDue
    return told(watch.group, rung.name, watch.anchor, (watch.version,))


_BELLS: dict[Kind, Callable[[Rung, Sequence[Watch]], Event]] = {
    Kind.OBLIGATION: _answer,
    Kind.CONSULTATION: _consultation,
    Kind.DEADLINE: _deadline,
    Kind.OP_ED: _op_ed,
    Kind.MEETING: _meeting,
    **BELLS,
}
