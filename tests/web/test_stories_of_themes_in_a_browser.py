"""A theme from the idea through BP2, and what years with one look like, in a real browser."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Page

from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.keyboard import at_home, enter, main, reach, said, write
from tilsvar.tests.web.visitor import House


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def council_meetings(house: House) -> None:
    with house.app.office.work(by="SEK1") as work:
        for key, title, day in (
            ("M1", "Rådsmøte 5/2022", "2022-09-28"),
            ("M2", "Rådsmøte 6/2022", "2022-11-28"),
        ):
            time = MeetingTime(Edtf(day))
            schedule_meeting(work, key=key, kind=MeetingKind.COUNCIL, title=title, time=time)
        work.commit()


def decided(page: Page, point: str, down: int, case: str) -> str:
    """Record the council's decision in the meeting so far down the list, the newest first."""
    enter(page, "link", f"Før vedtak i {point}")
    reach(page, "combobox", "Rådsmøte")
    for _ in range(down):
        page.keyboard.press("ArrowDown")
    write(page, "Saksnummer", case)
    enter(page, "button", "Før vedtak")
    return said(page)


def word_copy(page: Page) -> str:
    """What stands in the file that the focused link brings."""
    reach(page, "link", "Last ned Word")
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    document = Document(BytesIO(Path(coming.value.path()).read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_a_theme_goes_from_the_idea_through_bp2_by_keyboard(browser: Browser, house: House) -> None:
    council_meetings(house)
    page = at_home(browser, house)
    enter(page, "link", "Temaer")
    enter(page, "link", "Registrer tema")
    write(page, "Tittel", "Ventetid i tjenestene")
    enter(page, "button", "Registrer tema")
    first = decided(page, "BP1", 2, "12/5/2022")

    enter(page, "link", "Fyll ut skjemaet")
    write(page, "Hva er den sentrale problemstillingen?", "Ingen vet hvor lenge folk venter")
    write(page, "Delmål", "- Felles tall")
    enter(page, "button", "Lagre skjemaet")
    filled, for_the_meeting = said(page), word_copy(page)

    enter(page, "link", "Ventetid i tjenestene")
    second = decided(page, "BP2", 1, "sak 40/6/22")
    now = page.locator("ol.steps [aria-current=step]").inner_text()
    enter(page, "link", "Planlegg tiltak")
    write(page, "Hva som skal gjøres", "Felles tall for ventetid")
    write(page, "Følges opp", "våren 2023")
    enter(page, "button", "Planlegg tiltak")
    found = main(page).replace("\u00a0", " ")
    page.context.close()

    assert first.startswith("Vedtaket i BP1 er ført.")
    assert filled.startswith("Skjemaet er lagret som versjon 1.")
    assert "Ingen vet hvor lenge folk venter" in for_the_meeting
    assert "Felles tall" in for_the_meeting
    assert second.startswith("Vedtaket i BP2 er ført.")
    assert now.startswith("Verifisering")
    assert "28. november 2022 · sak 40/6/2022" in found
    assert "Felles tall for ventetid følges opp våren 2023" in found
    assert "Ingen vet hvor lenge folk venter" in found


THE_SAME_ANSWERS = "Støtter delvis sep. 2020 Svar på Departemental forankring av KSF-rapport"
OWNERS = (
    ("Helse- og omsorgsdepartementet", THE_SAME_ANSWERS),
    ("Kunnskapsdepartementet", THE_SAME_ANSWERS),
    ("Kommunal- og distriktsdepartementet videreført fra KMD", THE_SAME_ANSWERS),
    ("KS – Kommunesektorens organisasjon", "Støtter aug. 2021 001 sak 43/5/2021"),
)
ANSWER = "Svar på Departemental forankring av KSF-rapport"
LINE = [
    "Oppfølgingsmøte om et kunnskapsløft for kommunene",
    "Dialog om et kunnskapsløft for kommunene",
    "Dialogmøte med statssekretærer om et kunnskapsløft for kommunene",
    "Forskning i kommunene gir bedre helse og velferd",
    *(ANSWER,) * 3,
    "Departemental forankring av KSF-rapport",
]


def test_the_lift_for_the_municipalities_is_told_on_one_page(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": 1360, "height": 900})
    page.goto(f"{address}/themes")
    page.get_by_role("link", name="Et kunnskapsløft for kommunene", exact=True).click()
    rows = page.locator("section[aria-labelledby=stakeholders] table").first.locator("tbody tr")
    owners = [" ".join(each.inner_text().split()) for each in rows.all()]
    line = page.locator("section[aria-labelledby=timeline] ol.line a").all_inner_texts()
    told = main(page).replace("\u00a0", " ")
    rows.filter(has_text="videreført fra KMD").get_by_role("link", name=ANSWER).click()
    led_to = page.get_by_role("heading", level=1).inner_text()
    page.close()

    assert len(owners) == len(OWNERS)
    for row, (name, stance) in zip(owners, OWNERS, strict=True):
        assert row.startswith(name)
        assert stance in row
    assert line == LINE
    assert "Siste kontakt høsten 2022: Dialog om et kunnskapsløft for kommunene" in told
    assert "Neste planlagte 16. mai 2023" in told
    assert "KMD · Støtter strukturen; HOD har ansvar for forskning i egen sektor" in told
    assert led_to == "Departemental forankring av KSF-rapport"
