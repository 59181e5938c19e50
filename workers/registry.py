"""Who reacts to what, on one screen. There are no signals and nothing registers itself on import.

A subscriber is a function of the unit of work, the event and the moment (UTC) at which the fact was
recorded. It writes its effects in the transaction that also marks its delivery as done.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from ..domain import events as facts
from ..store.unit_of_work import UnitOfWork
from .addresses import tell_of_address
from .following_up import draft_and_remind, narrow_drafts
from .inviting import tell_again, tell_declined, tell_invited, tell_one
from .keeping_plans import await_papers, finish_plan, keep_plan, keep_plans, meet_papers
from .mornings import keep_hour
from .planning import plan_ladder, plan_rungs, plan_snooze, replan_rungs
from .reminding import remind
from .standing_in import keep_deputies
from .telling import tell_answer, tell_change, tell_comment

Subscriber = Callable[[UnitOfWork, Any, datetime], None]

SUBSCRIBERS: Mapping[type[facts.Event], tuple[Subscriber, ...]] = {
    # An answer is expected, put off, given or taken back: the clock's list follows.
    facts.LetterSent: (plan_rungs,),
    facts.LetterCorrected: (plan_rungs, narrow_drafts),
    facts.LetterWithdrawn: (plan_rungs, narrow_drafts),
    facts.LetterRestored: (plan_rungs,),
    facts.AnswerDueMoved: (plan_rungs, narrow_drafts),
    facts.FollowUpSent: (plan_rungs,),
    facts.ReplyReceived: (plan_rungs, narrow_drafts, tell_answer),
    facts.InterimReplyReceived: (tell_answer,),
    facts.ReplyWithdrawn: (plan_rungs,),
    facts.ObligationSignedOff: (plan_rungs, narrow_drafts),
    facts.SignOffWithdrawn: (plan_rungs,),
    # Consultations, deadlines and drafts: the same.
    facts.ConsultationPublished: (plan_rungs,),
    facts.ConsultationDeadlineMoved: (plan_rungs, keep_plan),
    facts.ConsultationTakenUp: (plan_rungs,),
    facts.ConsultationSubmitted: (plan_rungs, finish_plan),
    facts.ConsultationDeclined: (plan_rungs, finish_plan),
    facts.DeadlineSet: (plan_rungs,),
    facts.DeadlineMoved: (plan_rungs,),
    facts.DeadlineCorrected: (plan_rungs,),
    facts.DeadlineMet: (plan_rungs,),
    facts.DeadlineCancelled: (plan_rungs,),
    facts.OpEdStarted: (plan_rungs,),
    facts.OpEdTouched: (plan_rungs,),
    facts.OpEdCirculated: (plan_rungs,),
    facts.OpEdCommentsMoved: (plan_rungs,),
    facts.OpEdApproved: (plan_rungs,),
    facts.OpEdSubmitted: (plan_rungs,),
    facts.OpEdRejected: (plan_rungs,),
    facts.OpEdPublished: (plan_rungs,),
    # Council meetings: their papers and minutes, and the plans that rest on them.
    facts.MeetingScheduled: (plan_rungs, keep_plans, tell_invited),
    facts.MeetingMoved: (plan_rungs, keep_plans, tell_change, tell_invited),
    facts.MeetingCorrected: (plan_rungs, keep_plans, tell_invited),
    facts.MeetingHeld: (plan_rungs,),
    facts.MeetingCancelled: (plan_rungs, keep_plans, tell_change, tell_invited),
    facts.PapersSent: (plan_rungs, meet_papers),
    facts.PapersNotSent: (plan_rungs, await_papers),
    facts.MinutesCirculated: (plan_rungs,),
    facts.MinutesNotCirculated: (plan_rungs,),
    facts.MinutesApproved: (plan_rungs,),
    # Who is invited hears of it by mail, and so does whoever is no longer invited.
    facts.Invited: (tell_one,),
    facts.Uninvited: (tell_one,),
    facts.InvitationRepeated: (tell_again,),
    facts.ProposalDeclined: (tell_declined,),
    # A member says no, or yes again: the deputy is asked, or need not come.
    facts.InvitationAnswered: (keep_deputies,),
    # An address takes no mail: the secretariat may know another one.
    facts.AddressMarked: (tell_of_address,),
    # The council's working days are others now: what waits goes to its day anew.
    facts.RulesChanged: (replan_rungs, keep_plans),
    facts.MorningChanged: (keep_hour,),
    facts.DaysClosed: (replan_rungs, keep_plans),
    facts.DaysOpened: (replan_rungs, keep_plans),
    # People decide about being reminded.
    facts.LadderChanged: (plan_ladder,),
    facts.Snoozed: (plan_snooze,),
    facts.Awoken: (plan_snooze,),
    # A member has commented on a draft: whoever is responsible reads of it in the digest.
    facts.CommentGiven: (tell_comment,),
    facts.CommentChanged: (tell_comment,),
    # The clock has reached a rung: those who should hear of it are reminded.
    facts.AnswerDue: (remind,),
    facts.ReplyOverdue: (draft_and_remind,),
    facts.ConsultationNearing: (remind,),
    facts.DeadlineNearing: (remind,),
    facts.PapersDue: (remind,),
    facts.MinutesDue: (remind,),
    facts.OpEdIdle: (remind,),
    facts.OpEdCommentsNearing: (remind,),
    facts.OpEdUnanswered: (remind,),
}


def names_by_event() -> dict[str, tuple[str, ...]]:
    """The registry as the store needs it: names of subscribers by name of event."""
    return {
        event.__name__: tuple(each.__name__ for each in subscribers)
        for event, subscribers in SUBSCRIBERS.items()
    }


def subscriber_named(event: facts.Event, name: str) -> Subscriber:
    return next(each for each in SUBSCRIBERS[type(event)] if each.__name__ == name)
