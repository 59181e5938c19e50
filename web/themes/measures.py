"""The measures of a theme as its page and the plan of action list them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ...domain.measures import Measure, MeasureStatus
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..links import address
from ..names import Names
from ..standing import Standing

MEASURE_STATES: Mapping[MeasureStatus, str] = {
    MeasureStatus.PLANNED: N_("to be done"),
    MeasureStatus.UNDER_WAY: N_("under way"),
    MeasureStatus.DONE: N_("carried out"),
    MeasureStatus.DROPPED: N_("given up"),
}


@dataclass(frozen=True)
class MeasureLine:
    """`follow_up` is the day in words, `late` whether it has passed; `act` leads to the form."""

    key: str
    href: str
    title: str
    owner: str
    responsible: str
    follow_up: str
    late: bool
    standing: Standing
    note: str
    act: str


def measure_lines(
    measures: Iterable[Measure], work: UnitOfWork, names: Names, lang: Language
) -> list[MeasureLine]:
    """Open ones first, the next to be followed up on top; then those that are closed."""
    ordered = sorted(measures, key=lambda each: (not each.open, _by_day(each), each.key))
    return [measure_line(each, work, names, lang) for each in ordered]


def _by_day(measure: Measure) -> date:
    return measure.due.last if measure.due else date.max


def measure_line(found: Measure, work: UnitOfWork, names: Names, lang: Language) -> MeasureLine:
    due = found.due
    return MeasureLine(
        found.key,
        address(found),
        found.title,
        names.title(found.owner) if found.owner else "",
        names.people.get(found.responsible or "", ""),
        edtf(due, lang) if due else "",
        late=bool(due and due.last < work.today),
        standing=measure_standing(found, work, lang),
        note=found.note,
        act=f"{address(found)}/follow-up",
    )


def measure_standing(found: Measure, work: UnitOfWork, lang: Language) -> Standing:
    """Its status; passed where its day to be followed up has gone by."""
    if found.due and found.due.last < work.today:
        return Standing("late", "danger", lang.text("Follow-up has passed"))
    said = capitalised(lang.text(MEASURE_STATES[found.status]))
    if found.done_on is not None:
        return Standing("done", "success", said, edtf(found.done_on, lang))
    return Standing(found.status.value, "neutral" if found.open else "", said)
