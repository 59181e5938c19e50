"""What goes out on a day, as text for a person and as JSON for a script."""

import json
from itertools import groupby

from ..domain.sentences import N_
from ..wording.dates import with_weekday
from ..wording.language import Language
from ..wording.lists import joined
from .foresight import Foresight
from .rungs_in_words import rung_with_side
from .tidings import Reason
from .why_told import why

WHY_NOT = {
    Reason.KNOWN_TOO_LATE: N_("The day had passed when this was recorded."),
    Reason.GIVEN_WAY: N_("The date has moved, or a later reminder stands in its place."),
    Reason.SETTLED: N_("Nothing is left to remind of."),
    Reason.NOT_SENT: N_("The mail could not be sent."),
    Reason.COLLECTED: N_("It waits for a later digest."),
    Reason.CALENDAR_ONLY: N_("It stands in the calendar only."),
    Reason.NOBODY_RESPONSIBLE: N_("Nobody is in the secretariat on that day."),
    Reason.NO_LEADER: N_("The council has no leader on that day."),
    Reason.NO_MEMBERS: N_("The council has no members on that day."),
    Reason.NOBODY: N_("Nobody is there to hear of it on that day."),
    Reason.SNOOZED: N_("Somebody has put it off."),
    Reason.PAUSED: N_("All reminders rest on that day."),
    Reason.MEETING_AHEAD: N_("A meeting with them is planned."),
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
                "why": " ".join(why(line, lang) for line in message.lines),
                "lines": [
                    {
                        "kind": line.kind,
                        "objects": list(line.objects),
                        "rung": line.rung,
                        "why": why(line, lang),
                    }
                    for line in message.lines
                ],
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
    """A paragraph for all who are told the same, then what is held back."""
    day = with_weekday(foresight.on, lang)
    if foresight.messages:
        lines = [lang.text("Reminders on {day}", day=day)]
    else:
        lines = [lang.text("No reminders on {day}.", day=day)]
    for _, same in groupby(foresight.messages, key=lambda each: each.sort_key()[:2]):
        messages = list(same)
        people = joined([f"{each.person.name} <{each.to}>" for each in messages], lang)
        if messages[0].collected:
            lines += ["", lang.text("The digest of {people}.", people=people)]
        else:
            lines += ["", lang.text("At once to {people}.", people=people)]
        for line in messages[0].lines:
            lines += [
                f"  {', '.join(line.objects)} ({rung_with_side(line.rung, lang)})",
                f"    {why(line, lang)}",
            ]
    if foresight.held_back:
        lines += ["", lang.text("Held back")]
        lines += [f"  {e.key}: {lang.text(WHY_NOT[e.reason])}" for e in foresight.held_back]
    return "\n".join(lines) + "\n"
