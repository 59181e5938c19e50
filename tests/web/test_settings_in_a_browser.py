"""A secretary closes Easter and changes reminders in a browser with the keyboard alone."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.judging import Judge


def typed(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_days_are_closed_and_reminders_changed_and_taken_back_by_keyboard(
    own: str, colours: Literal["light", "dark"]
) -> None:
    judge = Judge()

    def status(page: Page) -> str:
        said = page.get_by_role("status").first.inner_text()
        return said.replace("\u00a0", " ")

    with chromium() as browser:
        page = browser.new_context(color_scheme=colours, bypass_csp=True).new_page()
        page.goto(own)
        judge.enter(page, "link", "Innstillinger")
        judge.enter(page, "link", "Stengte dager")
        typed(page, "Første dag", "5. april 2023")
        typed(page, "Siste dag", "3. april 2023")
        typed(page, "Hvorfor", "Påske")
        judge.enter(page, "button", "Steng dagene")
        assert page.locator("[role=alert]").evaluate("it => it === document.activeElement")
        typed(page, "Første dag", "3. april 2023")
        typed(page, "Siste dag", "5. april 2023")
        judge.enter(page, "button", "Steng dagene")
        assert "Rådet holder stengt fra 3. april 2023 til 5. april 2023: Påske." in status(page)
        judge.enter(page, "button", "Angre")
        assert "Rådet holder likevel ikke stengt" in status(page)

        page.goto(f"{own}/settings/ladders")
        judge.enter(page, "link", "Høringer")
        first = page.get_by_role("group", name="Påminnelse 1", exact=True)
        first.get_by_label("Antall").focus()
        page.keyboard.press("Control+A")
        page.keyboard.type("28")
        first.get_by_label("Rådsleder").focus()
        page.keyboard.press("Space")
        judge.enter(page, "button", "Vis hva det betyr")
        assert "Ingenting er lagret ennå." in page.locator("aside").inner_text()
        judge.enter(page, "button", "Lagre påminnelsene")
        assert status(page) == "Påminnelsene om høringer ble endret."
        page.goto(f"{own}/settings/ladders")
        assert "28 dager før ansvarlig og rådsleder" in " ".join(
            page.locator("main").inner_text().split()
        )

    assert judge.objections == {}
