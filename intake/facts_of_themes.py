"""The dated facts that the sheets about themes tell.

A theme is known from the first day of its area; without an area it has always been known, since
nothing tells when it came up. What is decided or done in a theme enters on its own day.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from ..commands import belonging, measures, qualification, themes
from ..domain.kinds import Kind
from ..domain.measures import MeasureStatus
from ..domain.themes import Theme
from ..store.unit_of_work import UnitOfWork
from .fact import BEFORE_LETTERS, BEGINNING, Enter, Fact
from .facts_of_stakeholders import stakeholder_facts
from .known_days import KnownDays
from .register.reader import Register
from .register.sheets import SHEETS
from .register.theme_rows import BelongingRow, DecisionRow, FormRow, MeasureRow, ThemeRow
from .row_keys import row_name


def theme_facts(register: Register, days: KnownDays) -> Iterator[Fact]:
    """Every fact of these sheets; those after the first of a sheet may build on it."""
    rows = register.rows
    areas = {area.key: area.from_.first for area in register.areas if area.from_}
    for theme in rows("themes", ThemeRow):
        yield _theme(theme, days, areas)
    decided = list(_decisions(rows("decisions", DecisionRow), days))
    yield from decided
    yield from _set_aside(rows("themes", ThemeRow), decided, days)
    yield from stakeholder_facts(register, days)
    yield from _forms(rows("forms", FormRow), days)
    for measure in rows("measures", MeasureRow):
        yield from _measure(measure, days)


def belonging_facts(register: Register, days: KnownDays) -> Iterator[Fact]:
    """What somebody has put into a theme by hand, once both are there."""
    for row in register.rows("theme_things", BelongingRow):
        kind, _, key = row.thing.partition(":")
        enter: Enter = partial(
            belonging.settle_belonging,
            theme=row.theme,
            kind=Kind(kind),
            key=key,
            belongs=row.belongs,
        )
        name = row_name(SHEETS["theme_things"], row.cells)
        yield Fact(days.after("theme_things", row), 18, "theme_things", name, row, enter)


def _theme(row: ThemeRow, days: KnownDays, areas: dict[str, date]) -> Fact:
    day = row.known.last if row.known else areas.get(row.area or "", BEGINNING)
    enter: Enter = partial(
        themes.register_theme,
        key=row.key,
        title=row.title,
        area=row.area,
        stage=row.stage,
        plan=row.plan,
        goal=row.goal,
        source=row.source,
        responsible=row.responsible,
        on=None if day == BEGINNING else day,
    )
    days.note("themes", row.key, day)
    return Fact(day, BEFORE_LETTERS, "themes", row.key, row, enter, row.known is None, step=1)


def _decisions(rows: Iterable[DecisionRow], days: KnownDays) -> Iterator[Fact]:
    """In the order in which they lead on; one that is told imprecisely holds no later one up."""
    latest: dict[str, date] = {}
    in_order = sorted(rows, key=lambda row: (row.theme, row.point.place, row.on.sort_key()))
    for step, row in enumerate(in_order):
        held_up = latest.get(row.theme, BEGINNING)
        day = max(held_up, days.after("decisions", row, row.on.last))
        latest[row.theme] = day
        name = row_name(SHEETS["decisions"], row.cells)
        yield Fact(day, 10, "decisions", name, row, partial(decide, row=row), step=step)


def decide(work: UnitOfWork, *, row: DecisionRow) -> None:
    """Enter a decision; where an earlier one has stopped the theme, it was taken up for this."""
    if work.get(Theme, row.theme).set_aside:
        themes.take_up_theme(work, theme=row.theme)
    themes.decide(
        work,
        theme=row.theme,
        point=row.point,
        outcome=row.outcome,
        on=row.on,
        by=row.by or "",
        meeting=row.meeting,
        case=row.case,
        note=row.note,
    )


def _set_aside(
    rows: Iterable[ThemeRow], decided: Sequence[Fact], days: KnownDays
) -> Iterator[Fact]:
    last: dict[str, date] = {}
    for fact in decided:
        theme = fact.row.cells["theme"]
        last[theme] = max(fact.day, last.get(theme, fact.day))
    for row in rows:
        if row.set_aside is not None:
            day = max(days.of("themes", row.key), last.get(row.key, BEGINNING))
            yield Fact(day, 11, "themes", row.key, row, partial(put_where_it_lies, row=row))


def put_where_it_lies(work: UnitOfWork, *, row: ThemeRow) -> None:
    """Set the theme aside, or take it up, where its row says so and it is not."""
    lies = work.get(Theme, row.key).set_aside
    if row.set_aside and not lies:
        themes.set_theme_aside(work, theme=row.key, why=row.source or row.title)
    elif row.set_aside is False and lies:
        themes.take_up_theme(work, theme=row.key)


def _forms(rows: Iterable[FormRow], days: KnownDays) -> Iterator[Fact]:
    together: dict[str, list[FormRow]] = {}
    for row in rows:
        together.setdefault(row.theme, []).append(row)
    for alike in together.values():
        for row in alike:
            name = row_name(SHEETS["forms"], row.cells)
            enter: Enter = partial(fill_in, row=row, alike=alike)
            yield Fact(days.after("forms", row), 13, "forms", name, row, enter)


def fill_in(work: UnitOfWork, *, row: FormRow, alike: Sequence[FormRow]) -> None:
    """All answers are one version where there is none yet; later ones come one by one."""
    rows = [row] if qualification.form_of(work, row.theme) else alike
    answers = {each.field: each.text for each in rows}
    qualification.revise_form(work, theme=row.theme, answers=answers)


def _measure(row: MeasureRow, days: KnownDays) -> Iterator[Fact]:
    day = days.after("measures", row, row.known.last if row.known else BEGINNING)
    enter: Enter = partial(
        measures.plan_measure,
        key=row.key,
        theme=row.theme,
        title=row.title,
        owner=row.owner,
        responsible=row.responsible,
        follow_up=row.follow_up,
        note=row.note,
        source=row.source,
    )
    days.note("measures", row.key, day)
    yield Fact(day, 14, "measures", row.key, row, enter, row.known is None)
    if row.status is not MeasureStatus.PLANNED:
        day = max(day, row.done_on.last if row.done_on else day)
        yield Fact(day, 15, "measures", row.key, row, partial(bring_measure, row=row))


def bring_measure(work: UnitOfWork, *, row: MeasureRow) -> None:
    """Take a measure that is open where its row says that it stands."""
    match row.status:
        case MeasureStatus.UNDER_WAY:
            measures.begin_measure(work, measure=row.key)
        case MeasureStatus.DONE:
            measures.finish_measure(work, measure=row.key, on=row.done_on)
        case MeasureStatus.DROPPED:
            measures.drop_measure(work, measure=row.key, why=row.why)
