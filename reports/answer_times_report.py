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
    Value,
)
from .naming import Naming

PERCENT = 100


def answer_times_report(work: UnitOfWork, asked: Asked, lang: Language) -> Document:
    found, naming = answer_times(work, asked), Naming(work)
    everything = _table("all", lang.text("Group"), [(lang.text("All"), found.all)], lang)
    departments = [(naming.label(each.name), each) for each in found.departments]
    areas = [(naming.area(each.name or None, lang), each) for each in found.areas]
    years = [(each.name, each) for each in found.years]
    chart = (_curve(found, lang),) if found.all.answer.over else ()
    return Document(
        "response-times",
        lang.text("Answer times"),
        asked.as_of,
        lang,
        (
            Section(lang.text("All together"), _lead(found, lang), (*chart, everything)),
            _section(
                lang.text("By department"),
                "departments",
                lang.text("Department"),
                departments,
                lang,
            ),
            _section(lang.text("By area"), "areas", lang.text("Area"), areas, lang),
            _section(lang.text("By year of sending"), "years", lang.text("Year"), years, lang),
        ),
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
    """In days: "63", "63–92", "63 or more", or that so many have not come."""
    if found.shortest is None:
        return lang.text("not reached")
    if found.longest is None:
        return lang.text("{days} or more", days=found.shortest)
    if found.exact:
        return str(found.shortest)
    return f"{found.shortest}–{found.longest}"


def _table(name: str, heading: str, groups: Sequence[tuple[str, Times]], lang: Language) -> Table:
    columns = (
        Column("group", heading, width=4),
        Column("letters", lang.text("Letters"), Value.NUMBER),
        Column("answered", lang.text("Answered"), Value.NUMBER),
        Column("open", lang.text("Open"), Value.NUMBER),
        Column("median", lang.text("Days, median")),
        Column("quarter", lang.text("The quickest quarter within")),
        Column("three_quarters", lang.text("Three quarters within")),
        Column("acknowledged", lang.text("Acknowledged"), width=2),
        Column("interim", lang.text("Interim reply"), width=2),
    )
    rows = [_row(called, each, lang) for called, each in groups]
    return Table(name, "", columns, rows, lang.text("No letters."))


def _row(called: str, times: Times, lang: Language) -> tuple[Cell, ...]:
    answer = times.answer
    said = [
        span(answer.after(share), lang) if times.enough else lang.text("too few")
        for share in (HALF, QUARTER, 1 - QUARTER)
    ]
    return (
        called,
        answer.number,
        answer.over,
        answer.waiting,
        *said,
        _on_the_way(times.acknowledgement, times, lang),
        _on_the_way(times.interim, times, lang),
    )


def _on_the_way(waits: WaitingTimes, times: Times, lang: Language) -> str:
    """How many of them came, and after how many days half had."""
    if not waits.over:
        return lang.text("none")
    median = waits.median
    if not times.enough or median.shortest is None:
        return str(waits.over)
    return lang.text("{n}, median {days} days", n=waits.over, days=span(median, lang))


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
