"""Whatever a register says, what goes out of the system comes in again as the same."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tilsvar.intake.apply import import_register
from tilsvar.intake.export import Rows, register_now
from tilsvar.intake.register.reader import read_register
from tilsvar.intake.register.writing import write_register
from tilsvar.tests.intake.any_register import Cells, registers
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp, with_bell

FORMS = st.sampled_from(["again", "again.xlsx"])


def lay_out(folder: Path, sheets: dict[str, list[Cells]]) -> None:
    """Write the rows as a person's program would, without a care for formulas."""
    folder.mkdir()
    for sheet, rows in sheets.items():
        columns = list(dict.fromkeys(name for row in rows for name in row))
        with (folder / f"{sheet}.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, columns, restval="")
            table.writeheader()
            table.writerows(rows)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sheets=registers(), name=FORMS)
def test_in_and_out_and_in_again_is_the_same(
    make_app: MakeApp, sqlite: Databases, bell: HandBell, sheets: dict[str, list[Cells]], name: str
) -> None:
    def brought(place: Path, register: Path) -> Rows:
        place.mkdir()
        app = with_bell(make_app(sqlite.migrated(place)), bell)
        try:
            import_register(app.office, register)
            with app.office.reading() as work:
                return register_now(work)
        finally:
            app.office.engine.dispose()

    with TemporaryDirectory() as folder:
        path = Path(folder)
        lay_out(path / "first", sheets)
        read = read_register(path / "first")

        out = brought(path / "one", path / "first")
        write_register(path / name, {sheet: rows for sheet, rows in out.items() if rows})
        again = brought(path / "two", path / name)

    assert again == out
    # Nothing that stood in a cell was lost on the way.
    for sheet, rows in read.sheets.items():
        told = sorted(sorted(row.cells.items()) for row in rows)
        assert told == sorted(sorted(cells.items()) for cells in out[sheet]), sheet
