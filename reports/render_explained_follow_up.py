"""A follow-up explained in words, for the command line."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from ..domain.follow_ups import BEFORE_THE_LEADER, DISTANCE, Level
from ..domain.kinds import FollowUpStatus
from ..domain.sentences import N_
from ..wording.dates import day_in_full, edtf, with_weekday
from ..wording.language import Language
from ..wording.lists import joined
from ..wording.periods import working_days
from .columns import aligned
from .explained_follow_up import AskedAbout, ExplainedFollowUp
from .render_explanation import Rows, changes_in_words, listed, person

WRITTEN = {"nb": N_("bokmål"), "nn": N_("nynorsk")}


def follow_up_text(
    told: ExplainedFollowUp, lang: Language, names: Mapping[str, str], zone: ZoneInfo
) -> str:
    """One paragraph: why, about what, how firmly, in which language, when, decided by whom."""
    follow_up = told.follow_up
    heading = f"{follow_up.key}: {follow_up.title}"
    lines = [
        heading,
        *aligned(_rows(told, lang, names)),
        *listed(lang.text("Changes"), changes_in_words(told.changes, lang, names, zone)),
    ]
    return "\n".join(lines) + "\n"


def _rows(told: ExplainedFollowUp, lang: Language, names: Mapping[str, str]) -> Rows:
    follow_up = told.follow_up
    department = names.get(follow_up.department, follow_up.department)
    why = lang.text("It is drafted when the last reminder of an answer has gone out in vain.")
    rows = [
        (lang.text("Rule"), why),
        (lang.text("To"), department),
        (lang.text("Drafted"), with_weekday(follow_up.drafted, lang)),
    ]
    label = lang.text("Asks about")
    for each in told.asked:
        rows.append((label, _asked(each, lang)))
        label = ""
    rows += [
        (lang.text("Number"), _number(told, lang)),
        (lang.text("Language"), _language(told, department, lang)),
    ]
    if follow_up.waits:
        rows.append((lang.text("Text"), _text(told, lang)))
    if follow_up.status in (FollowUpStatus.DRAFTED, FollowUpStatus.APPROVED):
        rows.append((lang.text("Distance"), _distance(told, lang)))
    return [*rows, (lang.text("Decision"), _decision(told, lang, names))]


def _asked(asked: AskedAbout, lang: Language) -> str:
    title = " ".join(asked.title.split())
    sent = edtf(asked.sent, lang)
    if asked.due is None or asked.late is None:
        return lang.text(
            "{key} {title}, sent {sent}, no longer overdue", key=asked.key, title=title, sent=sent
        )
    return lang.text(
        "{key} {title}, sent {sent}, due {due}, {days} overdue",
        key=asked.key,
        title=title,
        sent=sent,
        due=day_in_full(asked.due, lang),
        days=working_days(asked.late, lang),
    )


def _number(told: ExplainedFollowUp, lang: Language) -> str:
    number = told.follow_up.number
    if told.follow_up.level is Level.LEADER:
        return lang.text(
            "no. {number}, for the leader's signature, as always after no. {before}",
            number=number,
            before=BEFORE_THE_LEADER,
        )
    if told.follow_up.level is Level.FIRST:
        return lang.text(
            "no. {number}, nothing that it asks about has been followed up before", number=number
        )
    return lang.text(
        "no. {number}, counted for the letter that has been followed up most", number=number
    )


def _language(told: ExplainedFollowUp, department: str, lang: Language) -> str:
    code = told.follow_up.language
    written = lang.text(WRITTEN[code])
    if code == told.own_language:
        return lang.text(
            "{language}, as is set for {department}", language=written, department=department
        )
    if not told.own_language and code == told.council_language:
        return lang.text("{language}, as the council writes", language=written)
    return lang.text("{language}, chosen for this draft", language=written)


def _text(told: ExplainedFollowUp, lang: Language) -> str:
    if told.follow_up.out_of_date:
        return lang.text(
            "written by a person, and asks about {letters} too, which is no longer overdue",
            letters=joined(told.follow_up.out_of_date, lang),
        )
    if told.follow_up.written_for:
        return lang.text("written by a person")
    return lang.text("written by Tilsvar")


def _distance(told: ExplainedFollowUp, lang: Language) -> str:
    if told.last is None or told.earliest is None:
        return lang.text("no other follow-up has gone there")
    return lang.text(
        "{distance} after the last follow-up there, {last}: {earliest} at the earliest",
        distance=working_days(DISTANCE, lang),
        last=day_in_full(told.last, lang),
        earliest=day_in_full(told.earliest, lang),
    )


def _decision(told: ExplainedFollowUp, lang: Language, names: Mapping[str, str]) -> str:
    follow_up = told.follow_up
    who = person(follow_up.decided_by or "", lang, names)
    day = day_in_full(follow_up.decided, lang) if follow_up.decided else ""
    match follow_up.status:
        case FollowUpStatus.DRAFTED:
            return lang.text("It waits for a person. Nothing is sent before somebody approves it.")
        case FollowUpStatus.LAPSED:
            return lang.text("It lapsed, since nothing was overdue any more. Nobody had to decide.")
        case FollowUpStatus.REJECTED if follow_up.reason:
            why = " ".join(follow_up.reason.split()).rstrip(".")
            return lang.text("Rejected {day} by {who}: {why}.", day=day, who=who, why=why)
        case FollowUpStatus.REJECTED:
            return lang.text("Rejected {day} by {who}.", day=day, who=who)
    return lang.text(
        "Approved {day} by {who}. It is the letter {letter}, and its answer is due {due}.",
        day=day,
        who=who,
        letter=follow_up.sent_as or "",
        due=day_in_full(told.due, lang) if told.due else "",
    )
