"""What goes out on a day, as text for a person and as JSON for a script."""

import json
from itertools import groupby

from ..domain.events import (
    AnswerDue,
    ConsultationNearing,
    DeadlineNearing,
    MinutesDue,
    OpEdCommentsNearing,
    OpEdIdle,
    OpEdUnanswered,
    PapersDue,
    ReplyOverdue,
)
from ..domain.sentences import N_
from ..wording.dates import day_in_full, edtf, with_weekday
from ..wording.history import rung_in_words
from ..wording.language import Language
from ..wording.lists import joined
from .foresight import Foresight
from .rungs_in_words import rung_with_side
from .tidings import Message, Reason

WHY_NOT = {
    Reason.KNOWN_TOO_LATE: N_("The day had passed when this was recorded."),
    Reason.GIVEN_WAY: N_("The date has moved, or a later reminder stands in its place."),
    Reason.SETTLED: N_("Nothing is left to remind of."),
    Reason.NOT_SENT: N_("The mail could not be sent."),
    Reason.NOBODY_RESPONSIBLE: N_("Nobody is in the secretariat on that day."),
    Reason.NO_LEADER: N_("The council has no leader on that day."),
    Reason.NO_MEMBERS: N_("The council has no members on that day."),
    Reason.NOBODY: N_("Nobody is there to hear of it on that day."),
    Reason.SNOOZED: N_("Somebody has put it off."),
    Reason.PAUSED: N_("All reminders rest on that day."),
}


def foresight_json(foresight: Foresight, lang: Language) -> str:
    """One JSON object: the day, the messages, what is held back; `why` in the reader's language."""
    document = {
        "on": foresight.on.isoformat(),
        "messages": [
            {
                "to": message.to,
                "kind": message.kind,
                "objects": list(message.objects),
                "rungs": list(message.rungs),
                "why": why(message, lang),
            }
            for message in foresight.messages
        ],
        "held_back": [
            {"object": each.key, "why": lang.text(WHY_NOT[each.reason])}
            for each in foresight.held_back
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def foresight_text(foresight: Foresight, lang: Language) -> str:
    """A paragraph for each thing that people are reminded of, then what is held back."""
    day = with_weekday(foresight.on, lang)
    if foresight.messages:
        lines = [lang.text("Reminders on {day}", day=day)]
    else:
        lines = [lang.text("No reminders on {day}.", day=day)]
    for (objects, _), same in groupby(foresight.messages, key=lambda each: each.sort_key()[:2]):
        messages = list(same)
        people = joined([f"{each.person.name} <{each.to}>" for each in messages], lang)
        lines += [
            "",
            f"{', '.join(objects)} ({_rungs(messages[0], lang)})",
            f"  {why(messages[0], lang)}",
            f"  {lang.text('To {people}.', people=people)}",
        ]
    if foresight.held_back:
        lines += ["", lang.text("Held back")]
        lines += [f"  {e.key}: {lang.text(WHY_NOT[e.reason])}" for e in foresight.held_back]
    return "\n".join(lines) + "\n"


def why(message: Message, lang: Language) -> str:
    """What the person is reminded of, said so that it holds for a past and for a coming day."""
    said = lang.text("The day for a reminder had come.")
    match message.event:
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
    return said


def _rungs(message: Message, lang: Language) -> str:
    return ", ".join(rung_with_side(each, lang) for each in message.rungs)
