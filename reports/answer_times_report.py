"""The answer times in words: tables by department, area and year, and one picture."""

from collections.abc import Sequence

from ..domain.sentences import N_
from ..domain.waiting_times import HALF, QUARTER, Span, WaitingTimes
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from .answer_times import ENOUGH, AnswerTimes, Times, answer_times
from .asked import Asked
from .documents.cells import words
from .documents.document import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Document,
    Section,
    Series,
    Table,
    Told,
    Value,
)
from .naming import Naming

PERCENT = 100


def answer_times_report(work: UnitOfWork, asked: Asked, lang: Language) -> Document:
    found = answer_times(work, asked)
    return Document(
        "response-times",
        lang.text("Answer times"),
        asked.as_of,
        lang,
        _sections(found, Naming(work), lang),
        lead=_lead(found, lang),
        period=asked.period,
        made_from=lang.text(
            "Made from letters and memos to which the council expects an answer; submissions and "
            "follow-ups are left out. Days are calendar days. A letter that is still open counts "
            "as open (Kaplan-Meier), and a date that is not exact makes a span. With fewer than "
            "{enough} letters no median is given. A department that has been renamed stands under "
            "its successor.",
            enough=ENOUGH,
        ),
        wide=True,
    )


def _sections(found: AnswerTimes, naming: Naming, lang: Language) -> tuple[Section, ...]:
    departments = [(naming.label(each.name), each) for each in found.departments]
    areas = [(naming.area(each.name or None, lang), each) for each in found.areas]
    years = [(each.name, each) for each in found.years]
    chart = (_curve(found, lang),) if found.all.answer.over else ()
    everything = [(lang.text("All"), found.all)] if found.all.answer.number else []
    table = _table("all", lang.text("Group"), everything, lang)
    return (
        Section(lang.text("All together"), (), (*chart, table)),
        _section(
            lang.text("By department"), "departments", lang.text("Department"), departments, lang
        ),
        _section(lang.text("By area"), "areas", lang.text("Area"), areas, lang),
        _section(lang.text("By year of sending"), "years", lang.text("Year"), years, lang),
    )


def _section(
    title: str, name: str, heading: str, groups: Sequence[tuple[str, Times]], lang: Language
) -> Section:
    return Section(title, (), (_table(name, heading, groups, lang),))


def _lead(found: AnswerTimes, lang: Language) -> tuple[str, ...]:
    answer = found.all.answer
    if not answer.number:
        return (lang.text("No letters that expect an answer were sent in the period."),)
    said = lang.text(
        "{answered} of {all} expected answers have come.", answered=answer.over, all=answer.number
    )
    if not found.all.enough:
        return (said, lang.text("They are too few for a median."))
    median = answer.median
    if median.shortest is None:
        return (said, lang.text("Fewer than half have been answered so far."))
    return (said, lang.text("Half are answered within {days} days.", days=span(median, lang)))


def span(found: Span, lang: Language) -> str:
    """In days: "63", "63–92", "63 or more", or that so many have not come yet."""
    if found.shortest is None:
        return lang.text("not yet")
    if found.longest is None:
        return lang.text("{days} or more", days=found.shortest)
    if found.exact:
        return str(found.shortest)
    return f"{found.shortest}–{found.longest}"


def _days(found: Span, lang: Language) -> Told:
    """The same in a cell: for a program 63, "63..92", "63.." or nothing."""
    value = None if found.shortest is None else f"{found.shortest}..{found.longest or ''}"
    return Told(span(found, lang), found.shortest if found.exact else value)


def _table(name: str, heading: str, groups: Sequence[tuple[str, Times]], lang: Language) -> Table:
    columns = (
        Column("group", heading, width=4),
        Column("letters", lang.text("Letters"), Value.NUMBER),
        Column("answered", lang.text("Answered"), Value.NUMBER),
        Column("open", lang.text("Open"), Value.NUMBER),
        Column("signed_off", lang.text("Signed off"), Value.NUMBER, spare=True),
        Column("quarter", lang.text("A quarter within, days"), Value.NUMBER, spare=True),
        Column("median", lang.text("Half within, days"), Value.NUMBER),
        Column(
            "three_quarters", lang.text("Three quarters within, days"), Value.NUMBER, spare=True
        ),
        *_two("acknowledged", lang.text("Acknowledged"), lang),
        *_two("interim", lang.text("Interim reply"), lang),
    )
    rows = [_row(called, each, lang) for called, each in groups]
    return Table(name, "", columns, rows, "")


def _row(called: str, times: Times, lang: Language) -> tuple[Cell, ...]:
    answer = times.answer
    quarter, half, three_quarters = (
        _days(answer.after(share), lang) if times.enough else None
        for share in (QUARTER, HALF, 1 - QUARTER)
    )
    return (
        called,
        answer.number,
        answer.over,
        times.open,
        times.signed_off or None,
        quarter,
        half or Told(lang.text("too few"), None),
        three_quarters,
        *_on_the_way(times.acknowledgement, times, lang),
        *_on_the_way(times.interim, times, lang),
    )


def _two(name: str, title: str, lang: Language) -> tuple[Column, Column]:
    """How many of what came on the way, and after how many days half had."""
    half = lang.text("{what}: half within, days", what=title)
    return (
        Column(name, title, Value.NUMBER, spare=True),
        Column(f"{name}_median", half, Value.NUMBER, spare=True),
    )


def _on_the_way(waits: WaitingTimes, times: Times, lang: Language) -> tuple[Cell, Cell]:
    half = waits.median
    said = times.enough and half.shortest is not None
    return waits.over or None, _days(half, lang) if said else None


def _curve(found: AnswerTimes, lang: Language) -> Chart:
    """The share answered by days since sending: at the soonest, and at the latest."""
    answer = found.all.answer
    lines = [(N_("Share answered"), answer.soonest)]
    if answer.soonest != answer.latest:
        lines = [
            (N_("Share answered, at the soonest"), answer.soonest),
            (N_("Share answered, at the latest"), answer.latest),
        ]
    longest = max(each.longest for each in answer.waits)
    drawn = []
    for title, steps in lines:
        points = [(0.0, 0.0), *((float(each.days), PERCENT * each.share) for each in steps)]
        drawn.append(Series(lang.text(title), [*points, (float(longest), points[-1][1])]))
    told = [
        lang.text("{share} % within {days} days", share=round(PERCENT * at), days=span(days, lang))
        for at in (QUARTER, HALF, 1 - QUARTER)
        if (days := answer.after(at)).shortest is not None
    ]
    return Chart(
        "answered",
        lang.text("How long answers take"),
        lang.text("Answered: {shares}.", shares=", ".join(told) or words(0, lang)),
        ChartKind.STEPS,
        lang.text("Days since sending"),
        lang.text("Answered, percent"),
        tuple(drawn),
        "all",
    )
