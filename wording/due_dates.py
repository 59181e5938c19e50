"""How a due date was worked out, in words: the panel "Slik er fristen regnet ut".

A rule is the council's own, and the text says so; it never claims that a ministry breaks the law.
"""

from ..domain.due_dates import DueDate, DueRule, PeriodUnit
from ..domain.sentences import N_
from ..domain.working_days import DayOff, DayOffKind
from .dates import day_and_month, edtf, with_weekday
from .language import Language
from .numbers import capitalised
from .periods import day_off_name, not_counted, period

_RULES = {
    "letter": N_("A letter is to be answered within {period}."),
    "memo": N_("A memo is to be answered within {period}."),
    "submission": N_("A submission is to be answered within {period}."),
}
_ANY_RULE = N_("An answer is expected within {period}.")


def explain(due: DueDate, lang: Language) -> list[tuple[str, str]]:
    """The rows of the explanation, a label and a sentence each, from the rule to the due date."""
    after = lang.text("{period} after", period=period(due.rule.period, lang))
    return [
        (lang.text("Rule"), rule_in_words(due.rule, lang)),
        (lang.text("Sent"), _sent(due, lang)),
        (capitalised(after), with_weekday(due.period_end, lang)),
        (lang.text("Skipped"), skipped_in_words(due, lang)),
        (lang.text("Answer due"), with_weekday(due.day, lang)),
    ]


def rule_in_words(rule: DueRule, lang: Language) -> str:
    """The rule and where it comes from: the council itself, unless a legal basis is written."""
    sentence = lang.text(_RULES.get(rule.name, _ANY_RULE), period=period(rule.period, lang))
    basis = rule.legal_basis or lang.text("The council's own rule, not a requirement of law.")
    return f"{sentence} {basis}"


def skipped_in_words(due: DueDate, lang: Language) -> str:
    """Which days off moved the due date: "8. mai var lørdag"; says so where there were none."""
    if due.rule.period.unit is PeriodUnit.WORKING_DAYS:
        return not_counted(due.skipped, lang) or lang.text("no days, all were working days")
    if not due.skipped:
        return lang.text("no days, the period ended on a working day")
    # That a Sunday follows its Saturday goes without saying.
    told = [
        off
        for before, off in zip((None, *due.skipped), due.skipped, strict=False)
        if not (before and before.kind is off.kind is DayOffKind.WEEKEND)
    ]
    return ", ".join(_skipped_day(off, lang) for off in told)


def _skipped_day(off: DayOff, lang: Language) -> str:
    day, name = day_and_month(off.day, lang), day_off_name(off, lang)
    match off.kind:
        case DayOffKind.WEEKEND:
            return lang.text("{day} was a {weekday}", day=day, weekday=name)
        case DayOffKind.HOLIDAY:
            return lang.text("{day} was {name}", day=day, name=name)
        case DayOffKind.CLOSED:
            return lang.text("the council was closed on {day} ({name})", day=day, name=name)


def _sent(due: DueDate, lang: Language) -> str:
    sent = due.counted_from
    if sent.is_day:
        return with_weekday(sent.day, lang)
    return lang.text(
        "{sent}, counted from {day}", sent=edtf(sent, lang), day=with_weekday(sent.last, lang)
    )
