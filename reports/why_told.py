"""Why a person is told of something, in a sentence that holds for a past and for a coming day."""

from ..domain.events import (
    ActivitySuggested,
    AnswerDue,
    CommentChanged,
    CommentGiven,
    ConsultationNearing,
    DeadlineNearing,
    InterimReplyReceived,
    MeetingCancelled,
    MeetingMoved,
    MinutesDue,
    OpEdCommentsNearing,
    OpEdIdle,
    OpEdUnanswered,
    PapersDue,
    ReplyOverdue,
    ReplyReceived,
)
from ..wording.dates import day_in_full, edtf
from ..wording.history import rung_in_words
from ..wording.language import Language
from ..wording.lists import joined
from .tidings import Line
from .why_themes import why_about_theme


def why(line: Line, lang: Language) -> str:
    """The sentence; a date that is due is named."""
    match line.event:
        case AnswerDue(recipients=recipients):
            who = joined(recipients, lang)
            said = lang.text("The answer from {who} is due and not recorded.", who=who)
        case ReplyOverdue(recipients=recipients, rung=rung):
            who, span = joined(recipients, lang), rung_in_words(rung, lang)
            said = lang.text("Not answered by {who} {span} after it was due.", who=who, span=span)
        case ConsultationNearing(due=due):
            said = lang.text("The council's response is due: {due}.", due=edtf(due, lang))
        case DeadlineNearing(due=due):
            said = lang.text("The date is {due}.", due=edtf(due, lang))
        case PapersDue(on=on):
            day = edtf(on, lang)
            return lang.text("The papers for the meeting of {day} are not sent.", day=day)
        case MinutesDue(on=on):
            day = edtf(on, lang)
            return lang.text("The minutes of the meeting of {day} are not sent.", day=day)
        case OpEdIdle(touched=touched):
            day = day_in_full(touched, lang)
            said = lang.text("Nobody has worked on the draft since {day}.", day=day)
        case OpEdCommentsNearing(due=due):
            said = lang.text("The members' comments are due: {due}.", due=edtf(due, lang))
        case OpEdUnanswered(sent=sent):
            day = day_in_full(sent, lang)
            said = lang.text("The outlet has not answered since {day}.", day=day)
        case _:
            said = why_about_theme(line.event, lang) or _news(line, lang)
    return said


def _news(line: Line, lang: Language) -> str:
    match line.event:
        case ReplyReceived(recipient=who) | InterimReplyReceived(recipient=who):
            return lang.text("{who} has answered.", who=who)
        case CommentGiven() | CommentChanged():
            return lang.text("Comments on the draft have come.")
        case ActivitySuggested():
            return lang.text("Suggested activities wait to be weighed.")
        case MeetingMoved() | MeetingCancelled():
            return lang.text("The meeting has changed.")
    return lang.text("The day for a reminder had come.")
