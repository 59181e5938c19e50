"""A report with everything in it that a format must get right."""

from collections.abc import Sequence
from datetime import date

from tilsvar.domain.dates import Edtf
from tilsvar.reports.documents.document import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Document,
    Linked,
    Section,
    Series,
    Table,
    Value,
)
from tilsvar.reports.documents.formats import House
from tilsvar.wording.language import language

HOUSE = House("Rådet", "https://tilsvar.example")
COLUMNS = (
    Column("area", "Område"),
    Column("activity", "Aktivitet", width=4),
    Column("date", "Dato", Value.DATE),
    Column("days", "Dager", Value.NUMBER),
)
ROWS: tuple[tuple[Cell, ...], ...] = (
    (
        "Bærekraft",
        Linked("Notat: Bærekraftig helsetjeneste", "/letters/L2021-03"),
        Edtf("2021-04-08"),
        1204,
    ),
    ("=1+1", "Svar fra HOD\nSvar fra KD", Edtf("2022-21"), None),
)
CHART = Chart(
    "waits",
    "Ventetid",
    "HOD 63 dager.",
    ChartKind.BARS,
    "Departement",
    "Dager",
    (Series("besvart", [("HOD", 63)]), Series("ubesvart", [("HOD", 20)])),
    "activities",
)


def sample(rows: Sequence[Sequence[Cell]] = ROWS, *, code: str = "nb") -> Document:
    """As of 1 September 2021: a chart and a table with these rows."""
    table = Table("activities", "Oversikt", COLUMNS, rows, "Ingenting er registrert.")
    section = Section("Aktiviteter", ("Sist møtte rådet 3. juni.",), (CHART, table))
    return Document(
        "activities",
        "Oversikt over aktiviteter",
        date(2021, 9, 1),
        language(code),
        (section,),
        period=(date(2021, 1, 1), date(2021, 12, 31)),
        made_from="Laget av brev og møter som er registrert.",
        wide=True,
    )
