"""One report in every format: dates are dates, nothing is a formula, everything can be read."""

import csv
import json
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

import html5lib
from docx import Document as OpenedInWord
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as some
from openpyxl import load_workbook
from openpyxl.cell import Cell as ExcelCell
from pypdf import PdfReader

from tilsvar.reports.documents.document import Coded, Column, Linked, cut
from tilsvar.reports.documents.formats import FORMATS
from tilsvar.tests.reports.documents.samples import HOUSE, ROWS, sample

GLUE = "\N{NO-BREAK SPACE}"


def written(ending: str, *rows: Any) -> bytes:
    return FORMATS[ending].write(sample(rows or ROWS), HOUSE)


def workbook(content: bytes) -> Any:
    return load_workbook(BytesIO(content))


def test_in_excel_a_day_is_a_date_and_a_season_is_said_in_words() -> None:
    sheet = workbook(written("xlsx"))["Oversikt"]

    assert sheet["C2"].value == datetime(2021, 4, 8)  # noqa: DTZ001 - Excel knows no zones
    assert sheet["C2"].is_date
    assert sheet["C3"].value == "våren 2022"
    assert sheet["D2"].value == 1204


def test_in_excel_the_head_stays_there_are_filters_and_titles_lead_to_their_pages() -> None:
    book = workbook(written("xlsx"))
    sheet = book["Oversikt"]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D3"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["B2"].hyperlink.target == "https://tilsvar.example/letters/L2021-03"
    assert book["Ventetid"]._charts
    assert "1.~januar 2021 til 31.~desember 2021 · Per 1.~september 2021".replace("~", GLUE) in [
        cell.value for row in book["Om rapporten"] for cell in row
    ]


@given(some.text(some.characters(exclude_categories=["Cc", "Cs"]), max_size=40))
def test_nothing_that_somebody_wrote_is_ever_a_formula(wrote: str) -> None:
    for before in ("", "=", "+", "-", "@"):
        row = (before + wrote, "", None, None)
        [cell] = [
            cell
            for cell in workbook(written("xlsx", row))["Oversikt"]["A"][1:2]
            if isinstance(cell, ExcelCell)
        ]
        assert cell.data_type != "f"
        [_, line] = csv.reader(StringIO(written("csv", row).decode("utf-8-sig")), delimiter=";")
        assert not line[0].startswith(("=", "+", "-", "@"))


def test_csv_is_what_a_norwegian_excel_opens() -> None:
    content = written("csv")
    assert content.startswith("\N{BYTE ORDER MARK}".encode())

    head, first, second = csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";")
    assert head == ["area", "activity", "date", "days"]
    assert first == ["Bærekraft", "Notat: Bærekraftig helsetjeneste", "2021-04-08", "1204"]
    assert second[0] == "'=1+1"
    assert second[2] == "2022-21"


def test_json_has_dates_as_machines_read_them_and_says_what_it_was_made_from() -> None:
    read = json.loads(written("json"))

    assert read["report"] == "activities"
    assert (read["as_of"], read["from"], read["to"]) == ("2021-09-01", "2021-01-01", "2021-12-31")
    assert read["activities"][0] == {
        "area": "Bærekraft",
        "activity": "Notat: Bærekraftig helsetjeneste",
        "date": "2021-04-08",
        "days": 1204,
        "activity_key": "L2021-03",
        "activity_path": "/letters/L2021-03",
    }
    assert "registrert" in read["made_from"]


def test_words_have_their_codes_beside_them_in_json_and_are_words_everywhere_else() -> None:
    row = (Coded("Helse, i alt", ("A1", "A2")), Linked("Alt", "/media", "SEK1/all/"), None, None)

    [read] = json.loads(written("json", row))["activities"]
    assert (read["area"], read["area_code"]) == ("Helse, i alt", ["A1", "A2"])
    assert (read["activity_key"], read["activity_path"]) == ("SEK1/all/", "/media")
    assert list(read)[:4] == ["area", "activity", "date", "days"]
    assert workbook(written("xlsx", row))["Oversikt"]["A2"].value == "Helse, i alt"
    for ending in ("csv", "txt", "html"):
        assert "Helse, i alt" in written(ending, row).decode()
        assert "A1" not in written(ending, row).decode()


def test_in_word_the_head_of_a_table_is_repeated_and_rows_do_not_split() -> None:
    word = OpenedInWord(BytesIO(written("docx")))
    [table] = word.tables

    head, *rows = table.rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert [cell.text for cell in rows[0].cells] == [
        "Bærekraft",
        "Notat: Bærekraftig helsetjeneste",
        f"8.{GLUE}april 2021",
        f"1{GLUE}204",
    ]
    assert rows[1].cells[1].text == "Svar fra HOD\nSvar fra KD"


def test_in_word_there_are_headings_a_language_and_words_for_the_picture() -> None:
    word = OpenedInWord(BytesIO(written("docx")))
    styles = {each.text: each.style.name for each in word.paragraphs if each.style}

    assert styles["Oversikt over aktiviteter"] == "Title"
    assert styles["Aktiviteter"] == "Heading 1"
    assert "Laget av brev og møter som er registrert." in styles
    [picture] = word.inline_shapes
    assert picture._inline.docPr.get("descr") == "HOD 63 dager."
    assert word.core_properties.language == "nb-NO"
    assert word.core_properties.title == "Oversikt over aktiviteter"


def test_what_would_be_a_command_of_the_template_is_only_text() -> None:
    row = ("{{ title }}", "{% for x in y %} <w:p/> & co", None, None)
    word = OpenedInWord(BytesIO(written("docx", row)))

    cells = word.tables[0].rows[1].cells
    assert [cell.text for cell in cells[:2]] == ["{{ title }}", "{% for x in y %} <w:p/> & co"]


def test_a_pdf_is_tagged_and_of_the_kind_that_archives_take() -> None:
    pdf = PdfReader(BytesIO(written("pdf")))
    root: Any = pdf.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nb"
    meta = root["/Metadata"].get_data()
    assert b"<pdfaid:part xmlns:pdfaid" in meta or b"pdfaid:part" in meta
    assert "Bærekraft" in "".join(page.extract_text() for page in pdf.pages)
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Oversikt over aktiviteter"


def test_the_page_for_paper_is_sound_html_and_every_picture_is_told_in_words() -> None:
    text = written("html", ("<b>", 'a"b', None, None)).decode()
    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)

    assert "&lt;b&gt;" in text
    assert 'aria-label="Ventetid. HOD 63 dager."' in text


def test_plain_text_says_the_same_in_columns() -> None:
    lines = written("txt").decode().splitlines()

    assert lines[0] == "Oversikt over aktiviteter"
    assert "HOD 63 dager." in lines
    assert any("våren 2022" in line for line in lines)


def test_a_table_that_is_too_long_says_so_and_where_the_rest_is() -> None:
    rows = [("A", f"Brev {number}", None, number) for number in range(30)]
    document = cut(sample(rows), 10)

    word = OpenedInWord(BytesIO(FORMATS["docx"].write(document, HOUSE)))
    assert len(word.tables[0].rows) == 11
    said = "De første 10 av 30 rader. Alle står i filen for Excel."
    assert said in [each.text for each in word.paragraphs]


def test_sheets_have_names_that_excel_takes_whatever_a_table_is_called() -> None:
    document = sample()
    [section] = document.sections
    parts = tuple(
        type(part)(**{**vars(part), "title": "Brev [til] departementer/og:alle andre som svarer"})
        for part in section.parts[1:] * 3
    )
    object.__setattr__(section, "parts", parts)

    names = workbook(FORMATS["xlsx"].write(document, HOUSE)).sheetnames
    assert len({name.casefold() for name in names}) == 4
    assert all(len(name) <= 31 for name in names)


def test_a_column_that_is_empty_is_a_column_all_the_same() -> None:
    assert Column("x", "").width == 2
    assert written("csv", ("", "", None, None)).decode("utf-8-sig").splitlines()[1] == ";;;"
