"""A member comments on their phone by keyboard, and the secretary reads it, in both schemes."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.test_comments import before_the_members
from tilsvar.tests.web.test_meetings_in_a_browser import judged, signed_in
from tilsvar.tests.web.visitor import House
from tilsvar.tests.web.walking import WIDER_THAN_THE_WINDOW

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def enter(page: Page, role: Any, name: str) -> None:
    page.get_by_role(role, name=name).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_member_comments_on_the_phone_and_the_secretary_goes_through_it(
    browser: Browser, house: House, scheme: Literal["light", "dark"]
) -> None:
    before_the_members(house)
    page = signed_in(browser, house, "medlem1@ho21.example", color_scheme=scheme, viewport=PHONE)
    page.wait_for_url("**/mine")
    found = {"mine": judged(page)}
    too_wide = {"mine": page.evaluate(WIDER_THAN_THE_WINDOW)}

    enter(page, "link", "Les og kommenter")
    found["draft"] = judged(page)
    too_wide["draft"] = page.evaluate(WIDER_THAN_THE_WINDOW)
    assert "Andre avsnitt." in page.locator("main").inner_text()
    page.get_by_role("textbox", name="Merknader").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("[role=alert]:focus").wait_for()
    found["mistake"] = judged(page)
    page.get_by_role("textbox", name="Merknader").focus()
    page.keyboard.type("Kort ned første avsnitt.")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "er sendt til sekretariatet" in page.get_by_role("status").first.inner_text()
    found["sent"] = judged(page)
    page.goto(f"{house.address}/mine")
    assert "Du sendte merknader 3." in page.locator("main").inner_text()
    found["answered"] = judged(page)
    page.context.close()

    page = signed_in(browser, house, "sek1@ho21.example", color_scheme=scheme)
    page.goto(f"{house.address}/op-eds/O2023-01")
    assert "Kort ned første avsnitt." in page.locator("main").inner_text()
    found["desk"] = judged(page)
    enter(page, "link", "Med begrunnelse")
    found["judging"] = judged(page)
    page.get_by_label("Ikke tatt inn").focus()
    page.keyboard.press("Space")
    page.get_by_label("Hvorfor (valgfritt)").focus()
    page.keyboard.type("Gjort i avsnitt to")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "notert som ikke tatt inn" in page.get_by_role("status").first.inner_text()
    found["judged"] = judged(page)
    page.context.close()

    assert {name: said for name, said in found.items() if said} == {}
    assert not any(too_wide.values())
