"""Documents as LibreOffice opens them: without repair, and looking like what they are."""

import shutil
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tilsvar.domain.dates import Edtf
from tilsvar.reports.documents.formats import FORMATS
from tilsvar.tests.reports.documents.samples import HOUSE, sample

OFFICE = shutil.which("soffice")

pytestmark = pytest.mark.skipif(
    OFFICE is None, reason="needs libreoffice-writer-nogui and libreoffice-calc-nogui"
)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's own settings, made anew: it takes a while the first time only."""
    return tmp_path_factory.mktemp("libreoffice")


def opened(source: Path, content: bytes, kind: str, profile: Path) -> bytes:
    """The file as LibreOffice writes it anew after opening it."""
    source.write_bytes(content)
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            *("--convert-to", kind, "--outdir", str(source.parent / "opened"), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (source.parent / "opened" / f"{source.stem}.{kind}").read_bytes()


def test_the_head_of_a_long_table_stands_on_every_page_and_nothing_is_cut_off(
    tmp_path: Path, profile: Path
) -> None:
    rows = [
        ("Kunnskapsløft for kommunene", f"Brev nr. {number}", Edtf("2021-04-08"), number)
        for number in range(60)
    ]
    content = FORMATS["docx"].write(sample(rows), HOUSE)

    pdf = PdfReader(BytesIO(opened(tmp_path / "a.docx", content, "pdf", profile)))
    texts = [page.extract_text() for page in pdf.pages]
    with_rows = [text for text in texts if "Brev nr." in text]
    assert len(with_rows) > 2
    assert all("Aktivitet" in text and "Dager" in text for text in with_rows)
    assert all(f"Brev nr. {number}" in "\n".join(texts) for number in range(60))
    across, down = (float(each) for each in pdf.pages[0].mediabox[2:])
    assert across > down


def test_a_workbook_opens_with_its_dates_as_dates(tmp_path: Path, profile: Path) -> None:
    content = FORMATS["xlsx"].write(sample(), HOUSE)

    book = load_workbook(BytesIO(opened(tmp_path / "a.xlsx", content, "xlsx", profile)))
    assert book["Oversikt"]["C2"].value == datetime(2021, 4, 8)  # noqa: DTZ001 - Excel knows no zones
    assert book["Oversikt"]["A3"].value == "=1+1"
    assert book["Oversikt"]["A3"].data_type == "s"


def test_a_spreadsheet_reckons_nothing_that_stands_in_a_csv(tmp_path: Path, profile: Path) -> None:
    formulas = [
        f"{before}{sign}SUM(1,1)+HYPERLINK(A1)"
        for before in (
            "",
            " ",
            "\t",
            "\r",
            "\n",
            "\N{NO-BREAK SPACE}",
            "\ufeff",
            '"',
            ";",
            "x\n",
            "x, ",
        )
        for sign in "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    ]
    content = FORMATS["csv"].write(sample([(each, each, None, 1) for each in formulas]), HOUSE)

    book = load_workbook(BytesIO(opened(tmp_path / "a.csv", content, "xlsx", profile)))
    cells = [cell for row in book.worksheets[0] for cell in row]
    assert sum("HYPERLINK(A1)" in str(cell.value) for cell in cells) == 2 * len(formulas)
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
