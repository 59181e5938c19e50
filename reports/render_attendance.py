"""The attendance of a meeting in words, as text for reading and as JSON for scripts."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from ..domain.kinds import MeetingStatus, PartStat
from ..domain.quorum import Quorum
from ..domain.sentences import N_
from ..wording.dates import edtf, with_weekday
from ..wording.language import Language
from ..wording.numbers import capitalised, counted
from .attendance import AttendanceList, Attendee
from .columns import aligned
from .minutes_list import minutes_text

ANSWERS: Mapping[PartStat, str] = {
    PartStat.ACCEPTED: N_("comes"),
    PartStat.TENTATIVE: N_("may come"),
    PartStat.DECLINED: N_("does not come"),
    PartStat.DELEGATED: N_("sends somebody else"),
    PartStat.NEEDS_ACTION: N_("has not answered"),
}


class Tense(StrEnum):
    """What the count rests on: answers to a meeting ahead or past, or what was recorded."""

    AHEAD = "ahead"
    UNKNOWN = "unknown"
    RECORDED = "recorded"


QUORUM: Mapping[tuple[Tense, bool], str] = {
    (Tense.AHEAD, True): N_(
        "The council can decide: {taken} of {members} have said that they come, "
        "{needed} are needed."
    ),
    (Tense.AHEAD, False): N_(
        "The council cannot decide so far: {taken} of {members} have said that they come, "
        "{needed} are needed."
    ),
    (Tense.UNKNOWN, True): N_(
        "By the answers the council could decide: {taken} of {members} were to come, "
        "{needed} were needed."
    ),
    (Tense.UNKNOWN, False): N_(
        "By the answers the council could not decide: {taken} of {members} were to come, "
        "{needed} were needed."
    ),
    (Tense.RECORDED, True): N_(
        "The council could decide: {taken} of {members} were there, {needed} were needed."
    ),
    (Tense.RECORDED, False): N_(
        "The council could not decide: {taken} of {members} were there, {needed} were needed."
    ),
}


def attendance_text(listed: AttendanceList, lang: Language) -> str:
    """The meeting and its quorum, one line for everybody, then the list for the minutes."""
    on = listed.meeting.time.on
    day = with_weekday(on.day, lang) if on.is_day else edtf(on, lang)
    lines = [f"{' '.join(listed.meeting.title.split())}, {day}", *notes(listed, lang)]
    if listed.attendees:
        rows = [(each.who, each.name, standing(each, lang)) for each in listed.attendees]
        lines += ["", *aligned(rows)]
    return "\n".join(lines) + "\n\n" + minutes_text(listed, lang)


def notes(listed: AttendanceList, lang: Language) -> list[str]:
    """What to know first: that nobody has recorded who came, and whether the council can decide."""
    if listed.meeting.status is MeetingStatus.CANCELLED:
        return [lang.text("The meeting is called off.")]
    said = []
    if _tense(listed) is Tense.UNKNOWN:
        said.append(
            lang.text("Nobody has recorded who was there yet. This is what they had answered.")
        )
    if listed.quorum is not None:
        said.append(quorum_in_words(listed.quorum, lang, _tense(listed)))
    return said


def _tense(listed: AttendanceList) -> Tense:
    if listed.recorded:
        return Tense.RECORDED
    return Tense.UNKNOWN if listed.over else Tense.AHEAD


def standing(each: Attendee, lang: Language) -> str:
    """How somebody stands: "kommer ikke, vara Ola Hansen møter", "ikke svart, borte den dagen"."""
    if each.present is not None:
        said = [lang.text("was there") if each.present else lang.text("was not there")]
    elif each.answer is None:
        said = [lang.text("not invited")]
    else:
        said = [lang.text(ANSWERS[each.answer])]
    if each.meets_for:
        said.append(lang.text("meets for {member}", member=each.meets_for.name))
    if each.asked_for:
        said.append(lang.text("asked to meet for {member}", member=each.asked_for.name))
    if each.deputy:
        said.append(lang.text("the deputy {deputy} meets", deputy=each.deputy.name))
    if each.away and each.present is None and not each.there:
        said.append(lang.text("away that day, so unlikely to come"))
    return ", ".join(said)


def quorum_in_words(quorum: Quorum, lang: Language, tense: Tense) -> str:
    """Whether the council can decide, or could: with the figures, in one or two sentences."""
    if not quorum.members:
        return lang.text("The council has no members on that day.")
    said = lang.text(
        QUORUM[tense, quorum.reached],
        taken=quorum.taken,
        members=quorum.members,
        needed=quorum.needed,
    )
    return f"{said} {_deputies(quorum.deputies, lang)}" if quorum.deputies else said


def _deputies(n: int, lang: Language) -> str:
    return lang.plural(
        "{count} of them is a deputy.",
        "{count} of them are deputies.",
        n,
        count=capitalised(counted(n, lang)),
    )


def attendance_json(listed: AttendanceList) -> str:
    """The list as one JSON object with a final newline: words in English, keys beside names."""
    return json.dumps(plain_list(listed), ensure_ascii=False, indent=2) + "\n"


def plain_list(listed: AttendanceList) -> dict[str, Any]:
    """The list as JSON holds it."""
    quorum = listed.quorum
    return {
        "meeting": listed.meeting.key,
        "title": listed.meeting.title,
        "on": listed.meeting.time.on.text,
        "recorded": listed.recorded,
        "quorum": quorum
        and {
            "members": quorum.members,
            "there": quorum.taken,
            "deputies": quorum.deputies,
            "needed": quorum.needed,
            "can_decide": quorum.reached,
        },
        "attendees": [_plain(each) for each in listed.attendees],
    }


def _plain(each: Attendee) -> dict[str, str | bool | None]:
    return {
        "who": each.who,
        "name": each.name,
        "organisation": each.organisation or None,
        "part": each.part.value,
        "leader": each.leader,
        "answer": each.answer.value.lower() if each.answer else None,
        "present": each.present,
        "away": each.away,
        "meets_for": each.meets_for.key if each.meets_for else None,
        "asked_for": each.asked_for.key if each.asked_for else None,
    }
