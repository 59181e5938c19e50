"""A meeting planned, called and answered in a real browser, by keyboard, in both schemes."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.visitor import House, hand_out

MEMBER = "medlem1@ho21.example"
JUDGE = "axe.run(document).then(found => found.violations.map(each => each.id))"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def signed_in(browser: Browser, house: House, email: str, **chosen: Any) -> Page:
    """A page of somebody who has just followed their link; axe may be put into it."""
    page = browser.new_context(bypass_csp=True, reduced_motion="reduce", **chosen).new_page()
    page.goto(house.address + hand_out(house, email))
    page.get_by_role("button").first.click()
    page.wait_for_url(f"{house.address}/**")
    return page


def judged(page: Page) -> list[str]:
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
    page.wait_for_timeout(200)
    page.evaluate(axe())
    found: list[str] = page.evaluate(JUDGE)
    return found


def press_through(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_meeting_is_planned_and_answered(
    browser: Browser, house: House, scheme: Literal["light", "dark"]
) -> None:
    page = signed_in(browser, house, "sek1@ho21.example", color_scheme=scheme)
    page.get_by_role("link", name="Møter").click()
    page.get_by_role("link", name="Registrer møte").first.click()
    page.get_by_label("Tittel").focus()
    # From here on by keyboard alone.
    page.keyboard.type("Rådsmøte 2/2023")
    press_through(page, "Tab", "Tab")
    page.keyboard.type("10. mars 2023")
    page.keyboard.press("Tab")
    page.keyboard.type("10.00")
    page.keyboard.press("Enter")
    page.get_by_text("Møtet er registrert.").wait_for()
    objections = {"meeting": judged(page)}

    page.get_by_role("link", name="Innkallinger og svar").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Hvem").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("3 er invitert.").wait_for()
    objections["invitations"] = judged(page)

    member = signed_in(browser, house, MEMBER, color_scheme=scheme, viewport=PHONE)
    member.get_by_role("link", name="Rådsmøte 2/2023").click()
    member.get_by_label("Jeg kommer").focus()
    press_through(member, "Space", "Tab")
    member.keyboard.type("Gleder meg")
    press_through(member, "Tab", "Enter")
    member.get_by_text("Svaret ditt er registrert.").wait_for()
    objections["answer"] = judged(member)
    member.goto(f"{house.address}/calendar")
    objections["calendar"] = judged(member)
    member.get_by_role("button", name="Lag din egen adresse").focus()
    member.keyboard.press("Enter")
    member.get_by_text("Adressen er laget.").wait_for()
    objections["address"] = judged(member)

    page.reload()
    said = page.get_by_text("Gleder meg").count()
    page.context.close()
    member.context.close()
    assert said == 1
    assert not any(objections.values()), objections


PHONE = {"width": 390, "height": 844}
