"""The table of activities of 1 September 2021 as LibreOffice puts it on paper."""

import shutil
import subprocess
from datetime import date
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tilsvar.intake.apply import import_register
from tilsvar.reports.asked import Asked
from tilsvar.reports.catalogue import REPORTS, made
from tilsvar.reports.documents.formats import FORMATS
from tilsvar.tests.reports.council import Council
from tilsvar.tests.reports.documents.samples import HOUSE
from tilsvar.wording.language import language

OFFICE = shutil.which("soffice")
MARGIN = 2 / 2.54 * 72
"""Two centimetres in points."""

pytestmark = pytest.mark.skipif(OFFICE is None, reason="needs libreoffice-writer-nogui")


def test_every_page_has_its_head_and_nothing_stands_outside_the_margins(
    empty_council: Council, tmp_path: Path
) -> None:
    empty_council.today_is("2023-02-03")
    with as_file(files("tilsvar.examples.helseomsorg21")) as folder:
        import_register(empty_council.app.office, folder)
    with empty_council.reading() as work:
        asked = Asked(date(2021, 9, 1))
        document = made(work, REPORTS["activities"], asked, language("nb"))
        (tmp_path / "aktiviteter.docx").write_bytes(FORMATS["docx"].write(document, HOUSE))

    pages = on_paper(tmp_path / "aktiviteter.docx")

    assert "september 2021" in pages[0].extract_text()
    assert len(pages) > 1
    for page in pages:
        said = page.extract_text()
        assert all(word in said for word in ("Område", "Aktivitet", "Oppfølging og resultater"))
        across = float(page.mediabox.width)
        starts = [x for text, x in places(page) if text.strip()]
        assert min(starts) >= MARGIN - 6  # a cell's own padding reaches into the margin
        assert max(starts) < across - MARGIN


def on_paper(source: Path) -> list[Any]:
    profile = (source.parent / "libreoffice").as_uri()
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(source.parent), str(source)]
    subprocess.run(
        [str(OFFICE), f"-env:UserInstallation={profile}", *convert],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return list(PdfReader(BytesIO(source.with_suffix(".pdf").read_bytes())).pages)


def places(page: Any) -> list[tuple[str, float]]:
    """Each piece of text, and where it begins, in points from the left edge."""
    found: list[tuple[str, float]] = []

    def see(text: str, matrix: list[float], text_matrix: list[float], *_: object) -> None:
        found.append((text, matrix[0] * text_matrix[4] + matrix[4]))

    page.extract_text(visitor_text=see)
    return found
