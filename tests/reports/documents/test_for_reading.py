"""What people read has no column for programs only, no empty column, and says an area once."""

from dataclasses import replace

from tilsvar.domain.dates import Edtf
from tilsvar.reports.documents.document import Column, Document, Section, Table, Told, Value
from tilsvar.reports.documents.for_reading import for_reading
from tilsvar.reports.documents.formats import FORMATS
from tilsvar.tests.reports.documents.samples import HOUSE, sample

COLUMNS = (
    Column("area", "Område", once=True),
    Column("date", "Dato", Value.DATE, for_sorting=True),
    Column("outcome", "Resultat", spare=True),
    Column("with", "Sammen med", spare=True),
    Column("days", "Dager", Value.NUMBER),
)
ROWS = (
    ("Folkehelse", Edtf("2021-04-08"), "", "KS", Told("63–92", "63..92")),
    ("Folkehelse", Edtf("2021-05-08"), None, "", Told("for få", None)),
    ("Kliniske studier", Edtf("2021-04-08"), "", "KS", Told("117", 117)),
    ("Folkehelse", Edtf("2021-06-08"), "", "KS", 1),
)


def document(table: Table) -> Document:
    return replace(sample(), sections=(Section("Del", (), (table,)),))


def test_an_area_is_said_once_and_empty_columns_are_left_out() -> None:
    [table] = for_reading(document(Table("t", "", COLUMNS, ROWS, ""))).tables

    assert [each.name for each in table.columns] == ["area", "with", "days"]
    assert [row[0] for row in table.rows] == ["Folkehelse", "", "Kliniske studier", "Folkehelse"]


def test_programs_and_spreadsheets_get_every_column_and_every_word() -> None:
    found = document(Table("t", "", COLUMNS, ROWS, ""))

    lines = FORMATS["csv"].write(found, HOUSE).decode("utf-8-sig").splitlines()
    assert lines[0] == "area;date;outcome;with;days"
    assert lines[2] == "Folkehelse;2021-05-08;;;"
    assert [line.rpartition(";")[2] for line in lines[1:]] == ["63..92", "", "117", "1"]
    assert '"date": "2021-04-08"' in FORMATS["json"].write(found, HOUSE).decode()
    assert "2021" not in FORMATS["txt"].write(found, HOUSE).decode().partition("Del")[2]


def test_a_table_that_has_nothing_to_say_goes_with_its_heading() -> None:
    silent, said = Table("t", "", COLUMNS, (), ""), Table("t", "", COLUMNS, (), "Ingen.")

    assert for_reading(document(silent)).sections == ()
    assert for_reading(document(said)).sections == document(said).sections
