"""The dialog of the search and the keys that lead somewhere, by keyboard alone."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.walking import JUDGE, RULES, WIDER_THAN_THE_WINDOW


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("opening", ["/", "Control+k"])
def test_a_letter_is_found_and_opened_without_a_mouse(page: Page, opening: str) -> None:
    page.goto("/history")
    page.keyboard.press(opening)
    field = page.get_by_role("combobox", name="Søk i alt")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")

    page.keyboard.type("helsedata")
    options = page.get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    chosen = options.nth(1).get_attribute("id") or ""
    expect(field).to_have_attribute("aria-activedescendant", chosen)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url("**/letters/L2022-08")


def test_escape_closes_the_search_and_it_begins_anew(page: Page) -> None:
    page.goto("/history")
    page.keyboard.press("Control+k")
    page.keyboard.type("finnesikke")
    expect(page.locator("#found")).to_contain_text("Ingenting har alle disse ordene.")

    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Søk i alt")).to_have_value("")
    page.keyboard.type("innstillinger")
    expect(page.get_by_role("option").first).to_have_attribute("href", "/settings")


def test_keys_lead_to_the_main_pages_but_not_while_one_writes(page: Page) -> None:
    page.goto("/history")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Hurtigtaster")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("b")
    page.wait_for_url("**/letters")

    page.locator("#q").press_sequentially("g h?/n")
    expect(page.locator("#q")).to_have_value("g h?/n")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.goto("/letters")
    page.keyboard.press("n")
    page.wait_for_url("**/letters/new")


def test_whoever_does_not_want_the_keys_switches_them_off(page: Page) -> None:
    page.goto("/me")
    page.get_by_label("Slått av").check()
    page.get_by_role("button", name="Lagre valgene").click()
    page.wait_for_url("**/me?done=choices-kept")

    page.locator("h1").click()
    for key in ("?", "/", "g", "b"):
        page.keyboard.press(key)
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.locator("#palette")).to_be_visible()
    page.goto("/shortcuts")
    expect(page.locator("main")).to_contain_text("Hurtigtastene er slått av")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_to_object_to_in_search_and_dialogs(
    browser: Browser, address: str, colours: Literal["light", "dark"]
) -> None:
    rules, found = axe(), {}
    context = browser.new_context(color_scheme=colours, bypass_csp=True, base_url=address)
    page = context.new_page()

    def judge(where: str) -> None:
        page.evaluate("Promise.all(document.getAnimations().map(each => each.finished))")
        page.evaluate(rules)
        objections: list[Any] = page.evaluate(JUDGE, RULES)
        if page.evaluate(WIDER_THAN_THE_WINDOW):
            objections.append("wider than the window")
        if objections:
            found[where] = objections

    for width in (1360, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for path in ("/search?q=helse", "/search?q=finnesikke", "/shortcuts", "/op-eds?view=all"):
            page.goto(path)
            judge(f"{path} at {width}")
        page.keyboard.press("?")
        judge(f"the keys at {width}")
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        judge(f"the dialog at {width}")
        page.keyboard.type("helse")
        page.wait_for_selector("#found [role=option]")
        judge(f"what the dialog finds at {width}")
    context.close()

    assert found == {}
