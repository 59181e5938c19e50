"""Which files make a register, and how a CSV file may be written."""

from pathlib import Path

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.intake.register.reader import read_register
from tilsvar.intake.register.refusal import RegisterRefused
from tilsvar.tests.intake.folder import Folder

SEMICOLONS = 'id;kind;title;sent;recipients\nL3;letter;Spørsmål, og svar;8.4.2021;"HOD;KD"\n'


def refusal(path: Path) -> str:
    with pytest.raises(RegisterRefused) as refused:
        read_register(path)
    return str(refused.value)


def test_semicolons_and_a_byte_order_mark_are_what_excel_saves(folder: Folder) -> None:
    folder.write("letters", SEMICOLONS.replace("\n", "\r\n"), encoding="utf-8-sig")
    register = folder.read()
    (letter,) = register.letters
    assert (letter.title, letter.sent) == ("Spørsmål, og svar", Edtf("2021-04-08"))
    assert letter.recipients == ("HOD", "KD")
    assert register.notes == ()


def test_windows_1252_is_read_and_the_assumption_is_named(folder: Folder) -> None:
    folder.write("letters", SEMICOLONS, encoding="cp1252")
    register = folder.read()
    assert register.letters[0].title == "Spørsmål, og svar"
    assert register.notes == ("letters.csv: read as Windows-1252, since it is not UTF-8.",)


def test_bytes_that_no_encoding_explains_are_refused_with_their_line(folder: Folder) -> None:
    (folder.path / "letters.csv").write_bytes(b"id,kind\nL1,\x81\xff\n")
    (error,) = folder.errors()
    assert error.startswith("letters.csv line 2: is neither UTF-8 nor Windows-1252 (byte 0x81)")


def test_utf_16_is_refused_with_advice(folder: Folder) -> None:
    folder.write("letters", SEMICOLONS, encoding="utf-16")
    (error,) = folder.errors()
    assert error == 'letters.csv: is written in UTF-16, which is not read. Save it as "CSV UTF-8".'


def test_tabs_are_refused_with_advice(folder: Folder) -> None:
    folder.write("letters", SEMICOLONS.replace(";", "\t"))
    (error,) = folder.errors()
    assert error.startswith("letters.csv line 1: has tabs between its columns.")


def test_a_sheet_that_is_missing_is_empty(folder: Folder) -> None:
    assert folder.read().meetings == ()


def test_line_numbers_count_line_breaks_inside_quotation_marks_and_blank_lines(
    folder: Folder,
) -> None:
    folder.write(
        "letters",
        "id,kind,title,sent,recipients,outcome\n"
        'L1,letter,En,2021,HOD,"først\r\n\r\nså"\n'
        "\n"
        ",,,,,\n"
        "L2,letter,To,2021-02-31,HOD,\n",
    )
    (error,) = folder.errors()
    assert error.startswith('letters.csv line 7, sent: "2021-02-31" is not a date')


def test_long_texts_keep_their_line_breaks_and_titles_do_not(folder: Folder) -> None:
    folder.write(
        "letters",
        "id,kind,title,sent,recipients,outcome\n"
        'L1,letter," En\n  tittel",2021,HOD,"først\r\n\r\nså "\n',
    )
    (letter,) = folder.read().letters
    assert (letter.title, letter.outcome) == ("En tittel", "først\n\nså")


def test_what_a_package_or_an_office_program_leaves_behind_is_passed_over(folder: Folder) -> None:
    for name in ("README.md", "__init__.py", ".DS_Store", "~$letters.xlsx"):
        (folder.path / name).write_text("ikke et ark")
    (folder.path / "__pycache__").mkdir()
    assert len(folder.read().letters) == 2


def test_a_file_that_is_no_sheet_is_named_with_the_sheet_it_may_have_meant(folder: Folder) -> None:
    folder.write("leters", "id\n")
    folder.write("budsjett", "id\n")
    budget, letters = folder.errors()
    assert letters == (
        "leters.csv: is not a sheet of a register. Did you mean letters.csv? Rename it, or move it "
        "elsewhere."
    )
    assert budget.startswith("budsjett.csv: is not a sheet of a register. A register has organis")


def test_the_same_sheet_twice_is_refused(folder: Folder) -> None:
    folder.write("LETTERS", SEMICOLONS)
    if len(list(folder.path.iterdir())) < 3:
        pytest.skip("this file system does not tell the two names apart")
    (error,) = folder.errors()
    assert error == "letters.csv: is the same sheet as LETTERS.csv. Keep one of them."


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere", "nowhere: does not exist. Name a folder of CSV files, or an .xlsx workbook."),
        ("register/letters.csv", "letters.csv: is a single file. Name the folder that it lies in"),
        ("notes.txt", "notes.txt: is no register. Name a folder of CSV files"),
        ("empty", "empty: holds no sheet of a register. It needs one or more of organisations"),
    ],
)
def test_what_is_no_register_is_said_to_be_none(folder: Folder, name: str, sentence: str) -> None:
    (folder.path.parent / "notes.txt").write_text("")
    (folder.path.parent / "empty").mkdir()
    assert sentence in refusal(folder.path.parent / name)


def test_a_file_of_more_than_100_000_rows_is_refused_before_any_row_is_judged(
    folder: Folder,
) -> None:
    folder.write("letters", "id,kind\n" + "L,nonsense\n" * 100_001)
    assert refusal(folder.path) == (
        "The register was not imported, for 1 error:\n"
        "  letters.csv: holds more than 100 000 rows, so nothing was read. Divide it, and import "
        "the parts one after the other."
    )


def test_a_file_of_too_many_bytes_is_not_opened(folder: Folder) -> None:
    with (folder.path / "letters.csv").open("r+b") as file:
        file.truncate(300_000_001)  # a hole in the file: it takes no space
    assert folder.errors() == ["letters.csv: is larger than 300 MB. Divide it."]


def test_progress_is_told_with_the_rows_done_and_the_rows_in_all(folder: Folder) -> None:
    folder.add("letters", *(f"A{n},letter,Brev,2021,HOD" for n in range(2_500)))
    told: list[tuple[str, int, int]] = []
    read_register(folder.path, progress=lambda *step: told.append(step))
    assert told == [
        ("organisations", 4, 4),
        ("letters", 1_000, 2_502),
        ("letters", 2_000, 2_502),
        ("letters", 2_502, 2_502),
    ]


def test_quotation_marks_that_do_not_close_are_refused_where_the_row_begins(folder: Folder) -> None:
    folder.add("letters", 'L3,letter,"Åpent,2021,HOD', "L4,letter,Neste,2021,HOD")
    (error,) = folder.errors()
    assert error.startswith("letters.csv line 4: the row that begins here cannot be read as CSV")


def test_errors_of_several_files_are_told_at_once(folder: Folder) -> None:
    (folder.path / "letters.csv").write_bytes(b"\xff\xfe")
    (folder.path / "replies.csv").write_bytes(b"\x81")
    assert [error.partition(":")[0] for error in folder.errors()] == [
        "letters.csv",
        "replies.csv line 1",
    ]


@pytest.mark.parametrize(
    ("header", "error"),
    [
        ("", "letters.csv line 1, column 1: the first line must name the columns: id, kind, title"),
        (
            "id,kind,title,sendt,sent,recipients",
            (
                'letters.csv line 1, column 4: "sendt" is not a column of letters. Did you mean '
                '"sent"? Its columns are id, kind, title, area, sent, recipients, reply_expected'
            ),
        ),
        (
            "id,kind,title,sent,recipients,sent",
            'letters.csv line 1, column 6: "sent" is also the name of column 4. Keep one of them.',
        ),
        (
            "id,,kind,title,sent,recipients",
            "letters.csv line 1, column 2: the column has no name, but columns to the right of it",
        ),
        (
            "id,kind,title,recipients",
            "letters.csv line 1, sent: the column is missing. Add it: id,",
        ),
        (
            "id," + ",".join("abc" for _ in range(300)),
            "letters.csv line 1: has 301 columns; letters",
        ),
    ],
)
def test_a_header_that_is_wrong(folder: Folder, header: str, error: str) -> None:
    folder.write("letters", f"{header}\n")
    assert folder.errors()[0].startswith(error)


def test_a_file_with_nothing_in_it_names_its_columns(folder: Folder) -> None:
    folder.write("letters", "")
    assert folder.errors()[0].startswith("letters.csv line 1, column 1: the first line must name")


def test_separators_left_behind_the_last_column_do_no_harm(folder: Folder) -> None:
    folder.write(
        "letters", "id,Kind, title ,sent,recipients,,\nL1,letter,Brev,2021,HOD,,\nL2,memo,"
    )
    assert folder.errors() == [
        "letters.csv line 3, title: the cell is empty, but every row needs it.",
        "letters.csv line 3, sent: the cell is empty, but every row needs it.",
        "letters.csv line 3, recipients: the cell is empty, but every row needs it.",
    ]


def test_a_cell_to_the_right_of_the_last_column_is_refused(folder: Folder) -> None:
    folder.add("letters", "L3,letter,Helse, omsorg og 21,2021,HOD")
    errors = folder.errors()
    assert errors[-1].startswith(
        'letters.csv line 4, column 6: "HOD" stands to the right of the last of the 5 columns.'
    )
