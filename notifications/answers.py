"""How the answers to one letter stand, in the fixed phrases that all screens use."""

from collections.abc import Sequence

from ..wording.dates import day_in_full, edtf, with_weekday
from ..wording.language import Language
from ..wording.lists import joined
from ..wording.periods import working_days
from .contexts import AnswerMail, DepartmentLine


def keys(lines: Sequence[DepartmentLine], lang: Language) -> str:
    """The departments by their keys: "HOD, KMD og KD"."""
    return joined([line.key for line in lines], lang)


def addressed(line: DepartmentLine, lang: Language) -> str:
    """The department by its name, and by its former key where that was written to."""
    if line.addressed_to_key == line.key:
        return line.name
    was = lang.text("{former} now {successor}", former=line.addressed_to_key, successor=line.key)
    return f"{line.name} ({was})"


def state(line: DepartmentLine, mail: AnswerMail, lang: Language) -> str:
    """How the answer of one department stands: "Over fristen · 65 virkedager"."""
    over = working_days(line.working_days_over, lang)
    if line.interim and line.promised:
        if line.due < mail.today:
            return lang.text("Promised date passed · {days}", days=over)
        return lang.text("Interim reply · promised {when}", when=edtf(line.promised, lang))
    if line.interim:
        return lang.text("Interim reply · no date promised")
    if line.due == mail.today:
        return lang.text("Answer due today")
    return lang.text("Overdue · {days}", days=over)


def due(mail: AnswerMail, lang: Language) -> str:
    """When the answers were due and how long ago that is; empty for what was promised instead."""
    days = {(line.due, line.working_days_over) for line in mail.by_rule}
    if not days:
        return ""
    if len(days) > 1:
        return lang.text("The answers were due on different days, which stand below.")
    day, over = days.pop()
    if day == mail.today:
        return lang.text("The answer is due today, {day}.", day=with_weekday(day, lang))
    was = lang.text("The answer was due {day}.", day=with_weekday(day, lang))
    return f"{was} {_that_long_ago(over, lang)}"


def standing(mail: AnswerMail, lang: Language) -> str:
    """What has come and what has not, department by department where they differ."""
    told = []
    if len(mail.silent) == len(mail.departments):
        told.append(lang.text("Neither an answer nor an interim reply has been recorded."))
    elif mail.silent:
        told.append(lang.text("Nothing has been recorded from {who}.", who=keys(mail.silent, lang)))
    if mail.vague:
        told.append(
            lang.plural(
                "{who} has sent an interim reply without a date.",
                "{who} have sent interim replies without a date.",
                len(mail.vague),
                who=keys(mail.vague, lang),
            )
        )
    told.extend(_promise(line, mail, lang) for line in mail.promising)
    return " ".join(told)


def _promise(line: DepartmentLine, mail: AnswerMail, lang: Language) -> str:
    when = edtf(line.promised, lang) if line.promised else day_in_full(line.due, lang)
    promise = lang.text("{who} promised an answer {when}.", who=line.key, when=when)
    if line.due >= mail.today:
        return promise
    return f"{promise} {_that_long_ago(line.working_days_over, lang)}"


def _that_long_ago(days: int, lang: Language) -> str:
    return lang.text("That is {days} ago.", days=working_days(days, lang)) if days else ""
