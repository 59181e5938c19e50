"""A secretary registers a consultation in a browser with the keyboard, in both colours."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.judging import Judge


def typed(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).focus()
    page.keyboard.type(text)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_consultation_is_registered_declined_and_taken_back_by_keyboard(
    own: str, colours: Literal["light", "dark"]
) -> None:
    judge = Judge()

    with chromium() as browser:
        page = browser.new_context(color_scheme=colours, bypass_csp=True).new_page()
        page.goto(f"{own}/consultations")
        judge.look(page)
        judge.enter(page, "link", "Registrer høring")
        typed(page, "Tittel", "Ny helselov")
        typed(page, "Frist", "31.02.2023")
        judge.enter(page, "button", "Registrer høring")
        assert page.locator("[role=alert]").evaluate("it => it === document.activeElement")
        page.get_by_label("Frist", exact=True).fill("")
        typed(page, "Frist", "2. mai 2023")
        judge.enter(page, "button", "Registrer høring")
        assert "Høringen er registrert." in page.get_by_role("status").inner_text()
        judge.enter(page, "link", "Ikke svar på høringen")
        typed(page, "Hvorfor", "Utenfor mandatet")
        judge.enter(page, "button", "Ikke svar på høringen")
        assert "Det er notert at rådet ikke svarer." in page.get_by_role("status").inner_text()
        judge.enter(page, "button", "Angre")
        history = page.locator("ol.history").inner_text()

    assert "Utenfor mandatet" in history
    assert judge.objections == {}
