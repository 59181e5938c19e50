"""The same sheets in one workbook, with what a spreadsheet makes of dates."""

import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from tilsvar.domain.dates import Edtf
from tilsvar.intake.register.reader import Register, read_register
from tilsvar.intake.register.refusal import RegisterRefused

LETTERS = ("id", "kind", "title", "sent", "recipients", "reply_expected")


class Book:
    """A workbook with two ministries, to which a story adds sheets."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = Workbook()
        sheet = self.book.active
        assert sheet is not None
        sheet.title = "organisations"
        for row in (("key", "name", "kind"), ("HOD", "Helse", "ministry"), ("KD", "K", "ministry")):
            sheet.append(row)

    def add(
        self, title: str, *rows: tuple[object, ...], formats: dict[str, str] | None = None
    ) -> None:
        sheet = self.book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for cell, number_format in (formats or {}).items():
            sheet[cell].number_format = number_format

    def read(self) -> Register:
        self.book.save(self.path)
        return read_register(self.path)

    def errors(self) -> list[str]:
        with pytest.raises(RegisterRefused) as refused:
            self.read()
        return [str(error) for error in refused.value.errors]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path / "register.xlsx")


def test_letters_are_read_from_cells_of_every_sort(book: Book) -> None:
    book.add(
        "letters",
        LETTERS,
        ("L1", "letter", 2021, date(2021, 4, 8), "HOD;KD", True),
        ("L2", "memo", 1.5, 2023, "HOD", False),
        ("L3", "letter", "Våren", "2023-21", "HOD", None),
    )
    first, second, third = book.read().letters
    assert (first.title, first.sent, first.reply_expected) == ("2021", Edtf("2021-04-08"), True)
    assert (second.title, second.sent, second.reply_expected) == ("1.5", Edtf("2023"), False)
    assert (third.sent, third.where) == (Edtf("2023-21"), "register.xlsx (letters) line 4")


@pytest.mark.parametrize(
    ("number_format", "kept"),
    [
        ("dd.mm.yyyy", "2021-02-01"),
        ("mmm-yy", "2021-02"),
        ("mmm yyyy", "2021-02"),
        ("[$-414]mmmm\\ yy;@", "2021-02"),
        ('mmmm "den dag" yyyy', "2021-02"),
        ("yyyy", "2021"),
        ("yyyy-mm-dd h:mm", "2021-02-01"),
    ],
)
def test_a_date_is_as_exact_as_its_format_shows_it(
    book: Book, number_format: str, kept: str
) -> None:
    book.add(
        "letters",
        LETTERS,
        ("L1", "letter", "Brev", datetime(2021, 2, 1), "HOD"),  # noqa: DTZ001 - as Excel has it
        formats={"D2": number_format},
    )
    assert book.read().letters[0].sent == Edtf(kept)


def test_hours_of_meetings_are_read_to_the_minute(book: Book) -> None:
    book.add(
        "meetings",
        ("id", "kind", "title", "start", "end", "status"),
        ("M1", "council", "Møte", 44960 + 10 / 24 - 1e-9, "2023-02-03T15:00", "held"),
        ("M2", "council", "Møte", date(2023, 2, 3), None, "held"),
        formats={"D2": "dd.mm.yyyy hh:mm"},
    )
    hours, day = book.read().meetings
    assert (str(hours.start), str(hours.end)) == ("2023-02-03T10:00", "2023-02-03T15:00")
    assert (str(day.start), day.start.clock) == ("2023-02-03", None)


def test_errors_name_the_file_the_sheet_and_the_row(book: Book) -> None:
    book.add(
        "letters",
        LETTERS,
        (),
        ("L1", "letter", "#REF!", time(10, 30), "HDO"),
    )
    title, sent, recipients = book.errors()
    assert title.startswith(
        'register.xlsx (letters) line 3, title: "#REF!" is an error of the spre'
    )
    assert sent.startswith('register.xlsx (letters) line 3, sent: "10:30" is no date')
    assert recipients.endswith('"HDO" is not a key in organisations. Did you mean "HOD"?')


def test_a_sheet_that_no_register_has_is_named(book: Book) -> None:
    book.add("Ark1", ("id",))
    (error,) = book.errors()
    assert error.startswith('register.xlsx: "Ark1" is not a sheet of a register. Name it as one of')


def test_a_date_beyond_what_excel_can_show_is_refused_in_words(book: Book) -> None:
    book.add("letters", LETTERS, ("L1", "letter", "B", 1e9, "HOD"), formats={"D2": "dd.mm.yyyy"})
    (error,) = book.errors()
    assert "line 2, sent:" in error


def test_a_sheet_of_more_than_100_000_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet("target_groups")
    for number in range(100_002):
        sheet.append((number,))
    book.save(path)
    with pytest.raises(RegisterRefused, match=r"\(target_groups\): holds more than 100 000 rows"):
        read_register(path)


def test_a_row_that_stands_beyond_every_register_is_not_waited_for(book: Book) -> None:
    book.add("letters", LETTERS)
    book.book["letters"]["ZZ2"] = "langt ute"
    (error,) = book.errors()
    assert "is wider or longer than any register" in error


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_opened(book: Book) -> None:
    book.read()
    with (
        zipfile.ZipFile(book.path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/bomb.xml", "w") as part,
    ):
        for _ in range(301):
            part.write(bytes(1_000_000))
    assert book.path.stat().st_size < 1_000_000
    with pytest.raises(RegisterRefused, match="unpacks to more than 300 MB, so it was not opened"):
        read_register(book.path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 with a password"])
def test_what_is_no_workbook_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(content)
    with pytest.raises(RegisterRefused, match=r"register.xlsx: is no .xlsx workbook that can be"):
        read_register(path)


def test_a_workbook_without_its_parts_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(RegisterRefused, match=r"is no \.xlsx workbook that can be"):
        read_register(path)
