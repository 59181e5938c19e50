"""The tables that the secretariat used to write by hand, each one click away in a real browser."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Literal

import httpx
import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page

from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.conftest import DEMO_DAY, system
from tilsvar.tests.web.keyboard import enter, main, said, tick
from tilsvar.tests.web.serving import served

LETTER = "Innspill til Nærings- og fiskeridepartementet om norsk helsenæring"
POINT = "Et nasjonalt program for næringsutvikling"
STATEMENTS = [
    "Innspill til Forskningsrådets porteføljeplan for Helse",
    "Innspill til Næringskomiteen om å styrke investeringene i helsenæringen",
    "Innspill til ny folkehelsemelding",
    "Innspill til revidert strategi for persontilpasset medisin",
    "Innspill til Helsepersonellkommisjonen",
    LETTER,
    "Innspill til Nasjonalt eksportråd om helseteknologi og livsvitenskap",
    "Innspill til forslag til forskrift om løsning for tilgjengeliggjøring av helsedata",
    "Innspill til Nasjonal helse- og samhandlingsplan",
    "Skriftlig innspill til komitehøring om langtidsplanen for forskning og høyere utdanning",
]
"""As the council's annual report for 2022 lists them."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def address(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example in a database of its own, since things are written here."""
    folder = tmp_path_factory.mktemp("reports")
    shutil.copy(example / "example.db", folder)
    app = system(folder, DEMO_DAY)
    with served(app) as found:
        yield found
    app.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def click(page: Page, role: Literal["button", "link"], name: str) -> None:
    """And wait for the page that it leads to."""
    with page.expect_navigation():
        page.get_by_role(role, name=name, exact=True).click()


def report(page: Page, name: str) -> None:
    click(page, "link", "Rapporter")
    click(page, "link", name)


def download(page: Page, button: str) -> tuple[str, BytesIO]:
    """The name of the file that the button brings, and what is in it."""
    with page.expect_download() as coming:
        page.get_by_role("link", name=button, exact=True).click()
    return coming.value.suggested_filename, BytesIO(Path(coming.value.path()).read_bytes())


def plain(page: Page) -> str:
    return main(page).replace("\u00a0", " ")


def test_before_a_meeting_the_activities_of_a_period_come_as_a_table_in_word(page: Page) -> None:
    report(page, "Oversikt over gjennomførte og pågående aktiviteter")
    page.get_by_label("Per dato", exact=True).fill("1. september 2021")
    page.get_by_label("Fra", exact=True).fill("2020")
    page.get_by_label("Til", exact=True).fill("2021")
    click(page, "button", "Vis")
    shown = page.locator("table.report tbody tr").count()
    name, content = download(page, "Last ned Word")

    assert "1. januar 2020 til 31. desember 2021 · Per 1. september 2021" in plain(page)
    assert name == "activities-2021-09-01.docx"
    [table] = Document(content).tables
    head, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert {"Område", "Aktivitet", "Status"} <= set(head)
    assert len(rows) == shown
    assert any("Departemental forankring av KSF-rapport" in cell for row in rows for cell in row)


def test_the_annual_report_lists_ten_statements_in_order_and_excel_has_their_dates(
    page: Page,
) -> None:
    report(page, "Lister til årsrapporten")
    heading = page.get_by_role("heading", level=1).inner_text()
    statements = page.locator("table.report").first.locator("td.title").all_inner_texts()
    name, content = download(page, "Excel")

    assert heading == "Lister til årsrapporten for 2022"
    assert statements == STATEMENTS
    assert name == "annual-2023-02-03.xlsx"
    sheet = load_workbook(content)["Uttalelser og høringsinnspill"]
    head, *rows = sheet.iter_rows(values_only=True)
    assert head[:2] == ("Dato", "Tittel")
    assert [row[1] for row in rows] == STATEMENTS
    sent = [row[0] for row in rows if isinstance(row[0], datetime)]
    assert len(sent) == len(STATEMENTS)
    assert sent == sorted(sent)
    assert sent[-1].date() == date(2022, 12, 19)


def test_what_became_of_a_point_is_told_under_promises_and_uptake(page: Page, address: str) -> None:
    page.goto(f"{address}/letters/L2022-06")
    click(page, "link", "Registrer et punkt")
    page.get_by_label("Hva brevet ber om eller sier", exact=True).fill(
        "Et nasjonalt program for næringsutvikling"
    )
    click(page, "button", "Registrer et punkt")
    click(page, "link", "Si hva det er blitt av det")
    page.get_by_label("Tatt inn", exact=True).check()
    page.get_by_label("Hvor det er sett", exact=True).fill("Veikart for helsenæringen, side 12")
    click(page, "button", "Si hva det er blitt av det")
    told = said(page)
    report(page, "Løfter og gjennomslag")
    [row] = page.locator("tr", has_text="Veikart for helsenæringen").all_inner_texts()

    assert told == "Det er registrert hva det er blitt av punktet."
    assert POINT in row
    assert "Tatt inn" in row


def test_a_letter_that_is_marked_public_is_on_the_councils_website(
    page: Page, address: str
) -> None:
    def fetched() -> list[str]:
        return [
            httpx.get(f"{address}/public/statements.{ending}").text
            for ending in ("html", "atom", "json")
        ]

    before = fetched()
    page.goto(f"{address}/letters/L2022-06")
    click(page, "link", "Sett på den offentlige listen")
    page.get_by_label("Adresse på rådets nettsted", exact=True).fill(
        "https://www.example.org/helsenaering"
    )
    click(page, "button", "Sett på den offentlige listen")
    told = said(page)
    after = fetched()

    assert told == f"«{LETTER}» står på den offentlige listen."
    assert not [text for text in before if LETTER in text]
    for text in after:
        assert LETTER in text
        assert "https://www.example.org/helsenaering" in text


def test_a_report_is_sent_to_the_leader_each_month_without_a_mouse(page: Page) -> None:
    enter(page, "link", "Rapporter")
    enter(page, "link", "Ubesvarte brev til departementene")
    enter(page, "link", "Send rapporten fast på e-post")
    enter(page, "button", "Send den slik")
    refused = page.locator("[role=alert]")
    assert refused.evaluate("it => it === document.activeElement")
    assert "Hvem som får den i kraft av rollen" in refused.inner_text()
    tick(page, "checkbox", "Rådsleder")
    enter(page, "button", "Send den slik")
    told, listed = said(page), plain(page)
    enter(page, "link", "Ubesvarte brev til departementene")
    facts = plain(page)
    enter(page, "button", "Stopp utsendingen")
    stopped = said(page)

    assert told == "Ubesvarte brev til departementene: Rapporten sendes fast på e-post fra nå av."
    assert "Den første virkedagen i hver måned" in listed
    assert "Får den i dag Rådsleder" in facts
    assert "Neste gang onsdag 1. mars 2023" in facts
    assert "stanset" in stopped
