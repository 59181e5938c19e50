"""What the clock keeps an eye on: each open object, the date it looks at, and which ladder.

A watch is derived from the object as it stands. What is answered, submitted, published, met or
cancelled has none, and whoever is about to remind asks again first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .consultations import Consultation
from .dates import Edtf
from .deadlines import Deadline
from .entity import Entity
from .events import AnswerDue, ConsultationNearing, DeadlineNearing, Event, OpEdIdle, ReplyOverdue
from .kinds import DeadlineKind, Kind
from .ladders import LADDERS, Rung
from .letters import Letter
from .op_eds import OpEd


@dataclass(frozen=True)
class Watch:
    """One object under one version of its date. `group` is the entity that holds the object."""

    kind: Kind
    key: str
    group: str
    ladder: str
    anchor: Edtf
    version: int


def watched(entity: Entity) -> list[Watch]:
    """Every watch that the entity needs now, in the entity's own order."""
    match entity:
        case Letter():
            return [
                Watch(Kind.OBLIGATION, each.key, entity.key, "answer", Edtf.on(due), each.version)
                for each in entity.obligations
                if each.open and (due := each.due()) is not None
            ]
        case Consultation(open=True, deadline=Edtf() as deadline):
            ladder = "imprecise" if deadline.imprecise else "consultation"
            key = entity.key
            return [Watch(Kind.CONSULTATION, key, key, ladder, deadline, entity.version)]
        case Deadline(open=True):
            key = entity.key
            return [Watch(Kind.DEADLINE, key, key, _ladder(entity), entity.due, entity.version)]
        case OpEd(waits_for_us=True):
            anchor, key = Edtf.on(entity.touched), entity.key
            return [Watch(Kind.OP_ED, key, key, "op_ed_idle", anchor, entity.touches)]
    return []


def _ladder(deadline: Deadline) -> str:
    if deadline.due.imprecise:
        return "imprecise"
    if deadline.kind is DeadlineKind.INTERNAL:
        return "internal"
    if deadline.kind is DeadlineKind.MINUTES_COMMENTS:
        return "minutes_comments"
    return "external"


def rung_named(ladder: str, name: str) -> Rung:
    """The rung of that name on that ladder."""
    return next(each for each in LADDERS[ladder].rungs if each.name == name)


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
    return OpEdIdle(watch.key, rung.name, watch.anchor.day, (watch.version,))


_BELLS: dict[Kind, Callable[[Rung, Sequence[Watch]], Event]] = {
    Kind.OBLIGATION: _answer,
    Kind.CONSULTATION: _consultation,
    Kind.DEADLINE: _deadline,
    Kind.OP_ED: _op_ed,
}
