"""Charts say the same as their words and their table, on a page, on paper and in a sheet."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from openpyxl import load_workbook

from tilsvar.reports.asked import Asked
from tilsvar.reports.catalogue import REPORTS, made
from tilsvar.reports.documents.cells import words
from tilsvar.reports.documents.document import Chart, Document, Table
from tilsvar.reports.documents.drawing import NARROW, WIDTH, described, svg
from tilsvar.reports.documents.formats import FORMATS
from tilsvar.tests.reports.council import Council
from tilsvar.tests.reports.documents.samples import HOUSE
from tilsvar.wording.language import language

ONE_DATABASE = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
LINE, HALF = 16, 50
DEPARTMENTS = ("HOD", "KD", "KDD", "NFD")


def report(council: Council, name: str) -> Document:
    with council.reading() as work:
        return made(work, REPORTS[name], Asked(date(2023, 2, 3)), language("nb"))


def chart_of(document: Document) -> Chart:
    [found] = [part for each in document.sections for part in each.parts if isinstance(part, Chart)]
    return found


def table_of(document: Document, name: str) -> Table:
    return next(each for each in document.tables if each.name == name)


def letters(council: Council, number: int) -> None:
    """So many open letters, two of them sent to the same on the same day."""
    council.today_is("2023-02-03")
    for at in range(number):
        sent = date(2022, 12, 1) - timedelta(days=40 * max(at, 1))
        department = "HOD" if at < 2 else DEPARTMENTS[at % len(DEPARTMENTS)]
        council.send(sent.isoformat(), department, title=f"Brev {at}")


@ONE_DATABASE
@pytest.mark.parametrize("number", [1, 3, 14])
def test_each_bar_is_a_letter_of_the_table_in_the_words_of_the_table(
    council: Council, number: int
) -> None:
    letters(council, number)

    document = report(council, "unanswered")
    chart, table = chart_of(document), table_of(document, "letters")

    rows = [
        (f"{row[2]}, {words(row[0], document.lang)}", row[5], words(row[4], document.lang))
        for row in table.rows[:12]
    ]
    drawn = {name: (days, each.title) for each in chart.series for name, days in each.points}
    assert [name.partition(" (")[0] for name in chart.order] == [name for name, _, _ in rows]
    for name, (_, days, state) in zip(chart.order, rows, strict=True):
        assert drawn[name][0] == days
        assert state.startswith(drawn[name][1])
        assert f"{name}: {days} dager ({drawn[name][1].lower()})" in chart.told
    assert len(drawn) == min(number, 12)


@ONE_DATABASE
def test_no_label_stands_on_another_however_wide_the_chart_is(council: Council) -> None:
    letters(council, 14)
    chart = chart_of(report(council, "unanswered"))

    for width in (WIDTH, NARROW):
        lines = sorted(heights(svg(chart, width)))
        assert len(lines) >= len(chart.order)
        assert all(second - first >= LINE for first, second in pairwise(lines))


def heights(drawing: str) -> Iterator[float]:
    """How far down each line of the words beside the bars stands."""
    beside = r'<text text-anchor="end" transform="translate\([^,]+,([^)]+)\)"[^>]*>(.*?)</text>'
    for down, said in re.findall(beside, drawing):
        for at, _ in enumerate(re.findall("<tspan", said) or [""]):
            yield float(down) + at * LINE


@ONE_DATABASE
def test_in_excel_each_number_stands_beside_the_bar_that_it_belongs_to(council: Council) -> None:
    letters(council, 3)
    council.send("2023-01-20", "KD", title="Ikke forfalt")
    document = report(council, "unanswered")
    chart = chart_of(document)

    book = load_workbook(BytesIO(FORMATS["xlsx"].write(document, HOUSE)))
    sheets: list[Any] = list(book)
    sheet = next(each for each in sheets if each._charts)
    rows = list(sheet.iter_rows(min_row=4, values_only=True))

    shown = [each.title for each in chart.series]
    assert [row[0] for row in rows] == list(chart.order)
    told = {name: (each.title, days) for each in chart.series for name, days in each.points}
    for name, *numbers in (row[: 1 + len(shown)] for row in rows):
        title, days = told[str(name)]
        assert [number for number in numbers if number is not None] == [days]
        assert numbers[shown.index(title)] == days
    [drawn] = sheet._charts
    ends = {(each.cat.strRef or each.cat.numRef).f.rpartition("!")[2] for each in drawn.series}
    assert ends == {f"$A$4:$A${3 + len(rows)}"}


@ONE_DATABASE
def test_the_curve_of_answer_times_reaches_what_the_table_says(council: Council) -> None:
    council.today_is("2023-02-03")
    for at in range(6):
        letter = council.send("2022-09-01", "HOD", title=f"Brev {at}")
        if at < 4:
            council.receive(letter, "HOD", "2022-10" if at == 1 else f"2022-10-{10 + at}")

    document = report(council, "response-times")
    chart, [row] = chart_of(document), table_of(document, "all").rows
    said = [words(cell, document.lang) for cell in row[5:8]]

    assert said == ["39–41", "41–42", "ikke ennå"]
    assert f"25 % innen {said[0]} dager, 50 % innen {said[1]} dager" in chart.told
    soonest, latest = (dict(each.points) for each in chart.series)
    assert soonest[41.0] >= HALF > latest[41.0]
    assert latest[42.0] >= HALF
    assert described(chart)["encoding"]["y"]["scale"] == {"domain": [0, 100]}
