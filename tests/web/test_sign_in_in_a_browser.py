"""A person signs in, in a real browser: by mouse and by keyboard alone, in both colours."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.visitor import House, hand_out
from tilsvar.tests.web.walking import JUDGE, RULES, WIDER_THAN_THE_WINDOW
from tilsvar.wording.language import LANGUAGES


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def objections(page: Page, rules: str) -> Any:
    page.evaluate(rules)
    found = page.evaluate(JUDGE, RULES)
    return found + ([WIDER_THAN_THE_WINDOW] if page.evaluate(WIDER_THAN_THE_WINDOW) else [])


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_to_object_to_on_the_way_in(
    browser: Browser, house: House, language: str, colours: Literal["light", "dark"]
) -> None:
    rules = axe()
    context = browser.new_context(
        viewport={"width": 320, "height": 900}, color_scheme=colours, bypass_csp=True
    )
    context.add_cookies([{"name": "lang", "value": language, "url": house.address}])
    page = context.new_page()
    found = {}
    for path in ("/sign-in", "/sign-in/sent", "/sign-in/link/guess", hand_out(house)):
        page.goto(house.address + path)
        found[path] = objections(page, rules)
    page.locator("main button").click()
    page.wait_for_url(f"{house.address}/")
    for path in ("/me", "/mine", "/"):
        page.goto(house.address + path)
        found[path] = objections(page, rules)
    page.goto(house.address + "/me")
    page.locator("input[name=language]:checked").evaluate("each => each.checked = false")
    page.locator("form[action='/me'] button").click()
    page.wait_for_selector("[role=alert]")
    found["/me with a mistake"] = objections(page, rules)
    context.close()

    assert {path: said for path, said in found.items() if said} == {}


def test_somebody_signs_in_by_mail_with_the_keyboard_alone(browser: Browser, house: House) -> None:
    context = browser.new_context()
    complaints: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{house.address}/letters?state=overdue")

    page.get_by_label("E-postadresse").focus()
    page.keyboard.type("kari")
    page.keyboard.press("Enter")
    page.locator("[role=alert]:focus").wait_for()
    focused = page.evaluate("document.activeElement.className")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.type("sek1@ho21.example")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in/sent")
    page.goto(house.address + house.link())
    page.locator("main button:focus").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/letters?state=overdue")
    arrived = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("button", name="Logg ut").click()
    page.wait_for_url("**/sign-in")
    page.go_back()
    left = page.url
    context.close()

    assert focused == "ds-error-summary"
    assert arrived.startswith("Brev")
    assert left.startswith(f"{house.address}/sign-in")
    assert complaints == []


def test_another_site_cannot_sign_somebody_out(browser: Browser, house: House) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(house.address + hand_out(house))
    page.get_by_role("button", name="Logg inn").click()
    page.wait_for_url(f"{house.address}/")

    # A page of this machine under another name is another site to the browser.
    page.goto("about:blank")
    page.set_content(
        f"<form method=post action='{house.address}/sign-out'><button>x</button></form>"
    )
    page.get_by_role("button").click()
    page.wait_for_url("**/sign-out")
    refused = page.inner_text("body")
    page.goto(house.address)
    name = page.locator(".who").inner_text()
    context.close()

    assert "sent from another site" in refused
    assert name == "Person SEK1"
