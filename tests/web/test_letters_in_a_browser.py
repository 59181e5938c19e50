"""Letters in a real browser: a newcomer with the keyboard only, and a letter's way to its end."""

from typing import Any

from playwright.sync_api import Page

from tilsvar.commands.council import register_organisation
from tilsvar.domain.letters import Letter
from tilsvar.tests.servers.office import answer
from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.visitor import House, hand_out
from tilsvar.tests.web.walking import JUDGE, RULES

DEPARTMENTS = (
    "Helse- og omsorgsdepartementet (HOD)",
    "Kunnskapsdepartementet (KD)",
    "Nærings- og fiskeridepartementet (NFD)",
)
STEPS = 60
"""How often the keyboard may be pressed to get somewhere before it counts as out of reach."""


class Judge:
    """Asks axe about each page, and keeps its objections by address."""

    def __init__(self) -> None:
        self.rules, self.objections = axe(), dict[str, Any]()

    def look(self, page: Page) -> None:
        page.evaluate(self.rules)
        if found := page.evaluate(JUDGE, RULES):
            self.objections[page.url] = found


def sign_in(house: House, page: Page) -> None:
    page.goto(house.address + hand_out(house))
    page.get_by_role("main").get_by_role("button").click()
    page.wait_for_url(f"{house.address}/")


def tab_to(page: Page, role: str, name: str) -> None:
    """Press Tab until the focus is there, as somebody without a mouse does."""
    wanted: Any = role
    there = page.get_by_role(wanted, name=name, exact=True)
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        if there.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError((role, name))


def press(page: Page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_newcomer_registers_a_letter_to_two_departments_with_the_keyboard_only(
    house: House,
) -> None:
    with house.app.office.work(by="SEK1") as work:
        register_organisation(work, key="HDIR", name="Helsedirektoratet", kind="directorate")
        work.commit()
    judge = Judge()
    with chromium() as browser:
        page = browser.new_context(color_scheme="dark", bypass_csp=True).new_page()
        sign_in(house, page)
        tab_to(page, "link", "Registrer brev")
        press(page, "Enter")
        judge.look(page)
        tab_to(page, "button", "Lagre brevet")
        press(page, "Enter")
        judge.look(page)
        assert page.locator("[role=alert]").evaluate("it => it === document.activeElement")
        told = page.locator("[role=alert] li").all_inner_texts()

        for name in DEPARTMENTS[:2]:
            tab_to(page, "checkbox", name)
            page.keyboard.press("Space")
        tab_to(page, "textbox", "Tittel")
        page.keyboard.type("Oppfølging av dialogmøtet")
        press(page, "Enter")
        judge.look(page)
        said = page.get_by_role("status").first.inner_text()
        heading = page.get_by_role("heading", level=1).inner_text()

    assert told == ["Til: Velg minst én mottaker.", "Tittel: Fyll ut dette."]
    assert said == "Brevet er registrert. Svarfristen er fredag 3.\u00a0mars 2023."
    assert heading == "Oppfølging av dialogmøtet"
    assert judge.objections == {}
    with house.app.office.reading() as work:
        [found] = work.all(Letter)
        assert (found.recipients, found.responsible) == (("HOD", "KD"), "SEK1")


def test_a_letter_to_three_departments_is_promised_signed_off_and_the_ladder_follows(
    house: House,
) -> None:
    judge = Judge()
    with chromium() as browser:
        page = browser.new_context(bypass_csp=True).new_page()
        sign_in(house, page)
        page.get_by_role("link", name="Registrer brev").click()
        for name in DEPARTMENTS:
            page.get_by_label(name).check()
        page.get_by_label("Tittel").fill("Et spørsmål til tre")
        page.get_by_label("Sendt").fill("1. februar 2023")
        page.get_by_role("button", name="Lagre brevet").click()
        registered = _panel(house, page)

        first = page.locator(".obligation").first
        first.get_by_role("link", name="Foreløpig svar").click()
        judge.look(page)
        page.get_by_label("Mottatt").fill("3.2.2023")
        page.get_by_label("Lovet svar").fill("innen 3. april 2023")
        page.get_by_role("button", name="Registrer foreløpig svar").click()
        said = page.get_by_role("status").first.inner_text()
        promised = _panel(house, page)

        second = page.locator(".obligation").nth(1)
        second.get_by_role("link", name="Avskriv").click()
        judge.look(page)
        page.get_by_label("TE (tatt til etterretning)").check()
        page.get_by_role("button", name="Avskriv").click()
        closed = page.locator("#answers").inner_text()
        judge.look(page)
        page.get_by_role("button", name="Angre").click()
        undone = page.locator("#answers").inner_text()

    assert "Neste påminnelse\nonsdag 1. mars 2023" in registered
    assert said.startswith("Det foreløpige svaret er registrert. Svarfristen er mandag 3.")
    assert "lovet innen 3. april 2023" in promised
    assert "Neste påminnelse\nmandag 3. april 2023" in promised
    assert closed == "Tre forventede svar, ett avsluttet"
    assert undone == "Tre forventede svar, ingen avsluttet"
    assert judge.objections == {}


def _panel(house: House, page: Page) -> str:
    """What stands beside the letter once the workers have done their part."""
    answer(house.app, house.bell)
    page.reload()
    return page.locator("aside.side").inner_text().replace("\u00a0", " ")
