"""Whatever stands in a cell, the register is read, or refused with file, line and column."""

import csv
from collections.abc import Iterable
from importlib.resources import as_file, files
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tilsvar.intake.register.reader import read_register
from tilsvar.intake.register.refusal import RegisterRefused, RowError

# A lone surrogate cannot stand in a file that is UTF-8.
texts = st.text(st.characters(exclude_categories=["Cs"]))
almost_right = st.one_of(
    st.from_regex(r"(\.\./)?[0-9]{1,4}[-.][0-9]{1,2}([-.][0-9]{1,4})?([T ][0-9:.]{1,8})?"),
    st.sampled_from(["#REF!", ";", "=1+1", "HOD;HOD", "i løpet av", "innen ²", "２０２１", "\x00"]),
)
with as_file(files("tilsvar.examples.helseomsorg21")) as example_folder:
    EXAMPLE = {
        path.name: list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
        for path in sorted(example_folder.glob("*.csv"))
    }
PLACES = [
    (name, row, column)
    for name, rows in EXAMPLE.items()
    for row in range(1, len(rows))
    for column in range(len(rows[0]))
]


def refused(path: Path) -> tuple[RowError, ...]:
    try:
        read_register(path)
    except RegisterRefused as refusal:
        str(refusal).encode()
        return refusal.errors
    return ()


def assert_every_error_says_where(errors: Iterable[RowError]) -> None:
    for error in errors:
        assert error.file
        assert error.line
        assert error.column
        assert error.problem.endswith((".", "?"))


@settings(deadline=None)
@given(place=st.sampled_from(PLACES), text=texts | almost_right, separator=st.sampled_from(",;"))
@example(place=("letters.csv", 1, 2), text="\r", separator=";")
def test_any_text_in_any_cell_of_the_example_is_read_or_refused(
    place: tuple[str, int, int], text: str, separator: str
) -> None:
    with TemporaryDirectory() as folder:
        for name, rows in EXAMPLE.items():
            with (Path(folder) / name).open("w", newline="", encoding="utf-8") as file:
                csv.writer(file, delimiter=separator).writerows(
                    [
                        text if (name, line, column) == place else cell
                        for column, cell in enumerate(cells)
                    ]
                    for line, cells in enumerate(rows)
                )
        assert_every_error_says_where(refused(Path(folder)))


@settings(deadline=None)
@given(cells=st.lists(st.tuples(texts | almost_right, texts), min_size=1, max_size=4))
def test_any_header_is_read_or_refused(cells: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "letters.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(zip(*cells, strict=True))
        assert_every_error_says_where(refused(Path(folder)))


@settings(deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes_in_a_file_are_read_or_refused(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "replies.csv").write_bytes(content)
        with pytest.raises(RegisterRefused):
            read_register(Path(folder))


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    path = tmp_path_factory.mktemp("book") / "register.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "organisations"
    for row in (("key", "name", "kind"), ("HOD", "Helse", "ministry")):
        sheet.append(row)
    book.save(path)
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@settings(deadline=None)
@given(data=st.data())
def test_a_workbook_that_is_damaged_anywhere_is_read_or_refused(
    parts: dict[str, bytes], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(parts)))
    start = data.draw(st.integers(0, len(parts[name])))
    length, instead = data.draw(st.sampled_from(list(product((0, 1, 30), (b"", b"9", b"</v>")))))
    damaged = parts[name][:start] + instead + parts[name][start + length :]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        with ZipFile(path, "w", ZIP_STORED) as archive:
            for each, content in parts.items():
                archive.writestr(each, damaged if each == name else content)
        for error in refused(path):
            assert error.file == "register.xlsx" or error.line
