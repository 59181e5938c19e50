"""The lists that the council itself has printed, made from its own register."""

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import as_file, files

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.intake.apply import import_register
from tilsvar.reports.asked import Asked, Takes, whole_year
from tilsvar.reports.catalogue import REPORTS, made
from tilsvar.reports.documents.cells import plain, words
from tilsvar.reports.documents.document import Document, Linked, Table
from tilsvar.reports.documents.for_reading import for_reading
from tilsvar.reports.documents.formats import FORMATS
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.reports.council import Council
from tilsvar.tests.reports.documents.samples import HOUSE
from tilsvar.wording.language import language

REGISTER = files("tilsvar.examples.helseomsorg21")


@pytest.fixture
def register(empty_council: Council) -> Iterator[UnitOfWork]:
    """The council's own register as it is known on 3 February 2023."""
    empty_council.today_is("2023-02-03")
    with as_file(REGISTER) as folder:
        import_register(empty_council.app.office, folder)
    with empty_council.reading() as work:
        yield work


def rows(sheet: str) -> list[dict[str, str]]:
    with (REGISTER / f"{sheet}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def keys(table: Table) -> list[str]:
    """The keys of the things that a table lists, from where its titles lead."""
    found = [
        cell.path.rpartition("/")[2]
        for row in table.rows
        for cell in row
        if isinstance(cell, Linked)
    ]
    assert len(found) == len(table.rows)
    return found


def by_date(sheet: str, date_column: str, year: str, **of: tuple[str, ...]) -> list[str]:
    """The keys of the register's rows of that year with these words in these columns."""
    found = [
        (Edtf(row[date_column][:10]).sort_key(), row["id"])
        for row in rows(sheet)
        if row[date_column].startswith(year)
        and all(row[column] in words for column, words in of.items())
    ]
    return [key for _, key in sorted(found)]


def report(work: UnitOfWork, name: str, asked: Asked) -> Document:
    return made(work, REPORTS[name], asked, language("nb"))


def test_the_annual_report_of_2022_lists_what_the_council_published_in_its_own(
    register: UnitOfWork,
) -> None:
    found = report(register, "annual", Asked(date(2023, 2, 3), *whole_year(2022)))
    statements, dialogue, events, op_eds = found.tables

    assert found.title == "Lister til årsrapporten for 2022"
    assert keys(statements) == [f"L2022-{number:02}" for number in range(1, 11)]
    assert keys(statements) == by_date("letters", "sent", "2022")
    assert keys(dialogue) == by_date("meetings", "start", "2022", kind=("dialogue", "workshop"))
    assert (
        keys(events)
        == by_date("meetings", "start", "2022", kind=("event",))
        == [
            "M2022-04",
            "M2022-12",
        ]
    )
    assert (
        keys(op_eds)
        == by_date("opeds", "published", "2022")
        == [
            "O2022-01",
            "O2022-02",
            "O2022-03",
        ]
    )


def test_meetings_called_by_others_stand_in_no_list(register: UnitOfWork) -> None:
    found = report(register, "annual", Asked(date(2023, 2, 3), *whole_year(2022)))

    listed = {key for table in found.tables for key in keys(table)}
    assert not listed & set(by_date("meetings", "start", "2022", kind=("external",)))
    assert not listed & set(by_date("meetings", "start", "2022", kind=("council",)))


def test_the_table_of_activities_is_that_of_1_september_2021(register: UnitOfWork) -> None:
    found = report(register, "activities", Asked(date(2021, 9, 1)))
    [table] = found.tables
    told = {
        cell.path.rpartition("/")[2]: row
        for row in table.rows
        for cell in row
        if isinstance(cell, Linked)
    }

    answered = told["L2020-02"]
    assert plain(answered[0]) == "Kunnskapsløft for kommunene"
    assert answered[3] == "Sendt til HOD, KMD og KD 30.\N{NO-BREAK SPACE}juni 2020"
    assert "Svar fra HOD i september 2020: Støtter strukturen" in str(answered[4])
    assert "Dagens Medisin" in str(told["O2021-01"][3])
    assert "Undertegnet sammen med Norges forskningsråd" in str(told["O2021-02"][1])
    assert str(told["O2021-03"][3]).startswith("Utkast")
    assert str(told["M2021-06"][3]).startswith("Planlagt 14.")
    assert "Foreløpig svar fra HOD i februar 2021" in str(told["L2021-02"][4])
    assert not any(key.startswith(("L2022", "O2022", "M2022")) for key in told)


def test_what_came_later_is_not_in_a_table_of_an_earlier_day(register: UnitOfWork) -> None:
    [table] = report(register, "activities", Asked(date(2020, 8, 15))).tables
    [row] = [row for row in table.rows if "KSF-rapport" in str(row[1])]

    assert "Svar fra" not in str(row[4])


def test_since_the_last_meeting_tells_what_has_happened_since_28_november(
    register: UnitOfWork,
) -> None:
    found = report(register, "since-last-meeting", Asked(date(2023, 2, 3)))

    assert found.lead == ("Siden Rådsmøte 6/2022, 28.\N{NO-BREAK SPACE}november 2022.",)
    assert keys(found.tables[0]) == ["L2022-07", "L2022-08", "L2022-09", "L2022-10"]
    assert keys(found.tables[3]) == ["O2022-03"]


def test_answer_times_count_what_is_open_as_open_and_never_say_a_false_number(
    register: UnitOfWork,
) -> None:
    found = report(register, "response-times", Asked(date(2023, 2, 3)))
    [everything] = found.tables[0].rows
    departments = {str(row[0]): row for row in found.tables[1].rows}

    assert [words(cell, language("nb")) for cell in everything[1:8]] == [
        *("7", "4", "3", ""),
        *("63–92", "117", "ikke ennå"),
    ]
    assert [plain(cell) for cell in everything[5:8]] == ["63..92", 117, None]
    assert words(departments["KDD"][6], language("nb")) == "for få"
    assert "KMD" not in departments


def test_without_a_register_every_report_says_that_there_is_nothing(empty_council: Council) -> None:
    with empty_council.reading() as work:
        for each in REPORTS.values():
            if Takes.PERSON in each.takes:
                continue  # there is nobody yet whose things it could list
            document = made(work, each, Asked(work.today), language("nb"))
            assert not any(table.rows for table in document.tables)
            parts = [part for each in for_reading(document).sections for part in each.parts]
            assert all(isinstance(part, Table) and part.empty for part in parts)


def test_where_nobody_owes_an_answer_that_is_said_once(empty_council: Council) -> None:
    with empty_council.reading() as work:
        for name, said in (("unanswered", "Alle har svart."), ("response-times", "Ingen brev")):
            found = made(work, REPORTS[name], Asked(work.today), language("nb"))
            told = FORMATS["txt"].write(found, HOUSE).decode()
            assert told.count(said) == 1
