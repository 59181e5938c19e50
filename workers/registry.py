"""Who reacts to what, on one screen. There are no signals and nothing registers itself on import.

A subscriber is a function of the unit of work, the event and the moment (UTC) at which the fact was
recorded. It writes its effects in the transaction that also marks its delivery as done.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from ..domain import events as facts
from ..store.unit_of_work import UnitOfWork
from .planning import plan_rungs, replan_rungs
from .reminding import remind

Subscriber = Callable[[UnitOfWork, Any, datetime], None]

SUBSCRIBERS: Mapping[type[facts.Event], tuple[Subscriber, ...]] = {
    # An answer is expected, put off, given or taken back: the clock's list follows.
    facts.LetterSent: (plan_rungs,),
    facts.LetterCorrected: (plan_rungs,),
    facts.AnswerDueMoved: (plan_rungs,),
    facts.ReplyReceived: (plan_rungs,),
    facts.ReplyWithdrawn: (plan_rungs,),
    facts.ObligationSignedOff: (plan_rungs,),
    facts.SignOffWithdrawn: (plan_rungs,),
    # Consultations, deadlines and drafts: the same.
    facts.ConsultationPublished: (plan_rungs,),
    facts.ConsultationDeadlineMoved: (plan_rungs,),
    facts.ConsultationTakenUp: (plan_rungs,),
    facts.ConsultationSubmitted: (plan_rungs,),
    facts.ConsultationDeclined: (plan_rungs,),
    facts.DeadlineSet: (plan_rungs,),
    facts.DeadlineMoved: (plan_rungs,),
    facts.DeadlineCorrected: (plan_rungs,),
    facts.DeadlineMet: (plan_rungs,),
    facts.DeadlineCancelled: (plan_rungs,),
    facts.OpEdStarted: (plan_rungs,),
    facts.OpEdTouched: (plan_rungs,),
    facts.OpEdCirculated: (plan_rungs,),
    facts.OpEdApproved: (plan_rungs,),
    facts.OpEdSubmitted: (plan_rungs,),
    facts.OpEdRejected: (plan_rungs,),
    facts.OpEdPublished: (plan_rungs,),
    # The council's working days are others now: what waits goes to its day anew.
    facts.RulesChanged: (replan_rungs,),
    # The clock has reached a rung: those who should hear of it are reminded.
    facts.AnswerDue: (remind,),
    facts.ReplyOverdue: (remind,),
    facts.ConsultationNearing: (remind,),
    facts.DeadlineNearing: (remind,),
    facts.OpEdIdle: (remind,),
}


def names_by_event() -> dict[str, tuple[str, ...]]:
    """The registry as the store needs it: names of subscribers by name of event."""
    return {
        event.__name__: tuple(each.__name__ for each in subscribers)
        for event, subscribers in SUBSCRIBERS.items()
    }


def subscriber_named(event: facts.Event, name: str) -> Subscriber:
    return next(each for each in SUBSCRIBERS[type(event)] if each.__name__ == name)
