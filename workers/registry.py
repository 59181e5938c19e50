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
from .following_themes import (
    follow_link,
    follow_role,
    follow_stakeholder,
    follow_stance,
    follow_succession,
    follow_theme,
    follow_thing,
    plan_area,
    plan_stakeholder,
    plan_theme,
)
from .following_up import draft_and_remind, narrow_drafts
from .inviting import tell_again, tell_declined, tell_invited, tell_one
from .keeping_plans import await_papers, finish_plan, keep_plan, keep_plans, meet_papers
from .mornings import keep_hour
from .planning import plan_ladder, plan_rungs, plan_snooze, replan_rungs
from .reminding import remind
from .standing_in import keep_deputies
from .suggesting import follow_op_ed, suggest_activity
from .telling import tell_answer, tell_change, tell_comment, tell_suggestion

Subscriber = Callable[[UnitOfWork, Any, datetime], None]

SUBSCRIBERS: Mapping[type[facts.Event], tuple[Subscriber, ...]] = {
    # An answer is expected, put off, given or taken back: the clock's list follows.
    facts.LetterSent: (plan_rungs, suggest_activity, follow_thing),
    facts.LetterCorrected: (plan_rungs, narrow_drafts, suggest_activity, follow_thing),
    facts.LetterWithdrawn: (plan_rungs, narrow_drafts, suggest_activity, follow_thing),
    facts.LetterRestored: (plan_rungs, suggest_activity, follow_thing),
    facts.AnswerDueMoved: (plan_rungs, narrow_drafts),
    facts.FollowUpSent: (plan_rungs,),
    facts.ReplyReceived: (plan_rungs, narrow_drafts, tell_answer, follow_thing),
    facts.InterimReplyReceived: (tell_answer, follow_thing),
    facts.ReplyCorrected: (follow_thing,),
    facts.ReplyWithdrawn: (plan_rungs, follow_thing),
    facts.ObligationSignedOff: (plan_rungs, narrow_drafts),
    facts.SignOffWithdrawn: (plan_rungs,),
    # Consultations, deadlines and drafts: the same.
    facts.ConsultationPublished: (plan_rungs,),
    facts.ConsultationDeadlineMoved: (plan_rungs, keep_plan),
    facts.ConsultationTakenUp: (plan_rungs, suggest_activity),
    facts.ConsultationSubmitted: (plan_rungs, finish_plan, suggest_activity, follow_thing),
    facts.ConsultationDeclined: (plan_rungs, finish_plan),
    facts.DeadlineSet: (plan_rungs,),
    facts.DeadlineMoved: (plan_rungs,),
    facts.DeadlineCorrected: (plan_rungs,),
    facts.DeadlineMet: (plan_rungs,),
    facts.DeadlineCancelled: (plan_rungs,),
    facts.OpEdStarted: (plan_rungs,),
    facts.OpEdTouched: (plan_rungs, follow_op_ed),
    facts.OpEdCirculated: (plan_rungs, follow_op_ed),
    facts.OpEdCommentsMoved: (plan_rungs,),
    facts.OpEdApproved: (plan_rungs, follow_op_ed),
    facts.OpEdSubmitted: (plan_rungs, follow_op_ed, follow_thing),
    facts.OpEdRejected: (plan_rungs, follow_op_ed),
    facts.OpEdPublished: (plan_rungs, follow_op_ed, follow_thing),
    # Themes: whether the council works with them, what belongs to them, what comes of it.
    facts.ThemeRegistered: (follow_theme,),
    facts.ThemeCorrected: (follow_theme,),
    facts.ThemeTouched: (plan_rungs,),
    facts.ThemeStageChanged: (plan_theme,),
    facts.DecisionTaken: (plan_theme,),
    facts.DecisionWithdrawn: (plan_theme,),
    facts.ThemeSetAside: (plan_theme,),
    facts.ThemeTakenUp: (plan_theme,),
    facts.ThingAddedToTheme: (follow_link,),
    facts.ThingTakenFromTheme: (follow_link,),
    facts.AreaCorrected: (plan_area,),
    facts.AreaRetired: (plan_area,),
    facts.AreaTakenUp: (plan_area,),
    facts.MeasurePlanned: (plan_rungs,),
    facts.MeasureFollowedUp: (plan_rungs,),
    facts.MeasureCorrected: (plan_rungs,),
    facts.MeasureDone: (plan_rungs,),
    facts.MeasureDropped: (plan_rungs,),
    facts.MeasureReopened: (plan_rungs,),
    # Stakeholders: when they were last heard, and where they stood.
    facts.StakeholderNamed: (follow_stakeholder,),
    facts.StakeholderRestored: (follow_stakeholder,),
    facts.StakeholderCorrected: (follow_role,),
    facts.StakeholderRemoved: (plan_stakeholder,),
    facts.StakeholderHeard: (plan_stakeholder,),
    facts.StanceRecorded: (follow_stance,),
    facts.StanceWithdrawn: (plan_stakeholder,),
    facts.StanceRestored: (plan_stakeholder,),
    facts.OrganisationSucceeded: (follow_succession,),
    facts.OrganisationCorrected: (follow_succession,),
    # What was said in conversations, and what was promised there.
    facts.NoteTaken: (follow_thing,),
    facts.NoteCorrected: (follow_thing,),
    facts.NoteWithdrawn: (follow_thing,),
    facts.NoteRestored: (follow_thing,),
    facts.PromiseGiven: (plan_rungs, follow_thing),
    facts.PromiseMoved: (plan_rungs,),
    facts.PromiseKept: (plan_rungs, follow_thing),
    facts.PromiseDropped: (plan_rungs,),
    facts.PromiseReopened: (plan_rungs, follow_thing),
    facts.PromiseCorrected: (follow_thing,),
    facts.PromiseWithdrawn: (plan_rungs, follow_thing),
    facts.PromiseRestored: (plan_rungs, follow_thing),
    facts.CoverageRecorded: (follow_thing,),
    # Council meetings: their papers and minutes, and the plans that rest on them.
    facts.MeetingScheduled: (plan_rungs, keep_plans, tell_invited, suggest_activity),
    facts.MeetingMoved: (plan_rungs, keep_plans, tell_change, tell_invited),
    facts.MeetingCorrected: (plan_rungs, keep_plans, tell_invited, follow_thing),
    facts.MeetingHeld: (plan_rungs, suggest_activity, follow_thing),
    facts.MeetingCancelled: (
        plan_rungs,
        keep_plans,
        tell_change,
        tell_invited,
        suggest_activity,
        follow_thing,
    ),
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
    # An activity waits to be weighed: whoever is responsible reads of it in the digest.
    facts.ActivitySuggested: (tell_suggestion,),
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
    facts.ThemeIdle: (remind,),
    facts.MeasureDue: (remind,),
    facts.StakeholderGoneQuiet: (remind,),
    facts.StanceStale: (remind,),
    facts.PromiseDue: (remind,),
}


def names_by_event() -> dict[str, tuple[str, ...]]:
    """The registry as the store needs it: names of subscribers by name of event."""
    return {
        event.__name__: tuple(each.__name__ for each in subscribers)
        for event, subscribers in SUBSCRIBERS.items()
    }


def subscriber_named(event: facts.Event, name: str) -> Subscriber:
    return next(each for each in SUBSCRIBERS[type(event)] if each.__name__ == name)
