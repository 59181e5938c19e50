"""With the script of the pages: lists answer as one filters, buttons act where they stand."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.test_deciding import doubted
from tilsvar.tests.web.visitor import House, hand_out

__all__ = ["doubted"]

FOCUSED = "document.activeElement"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which no script fails; that a request failed may be noted in the console."""
    complaints: list[str] = []
    found = browser.new_page()
    found.set_default_timeout(10_000)
    found.on("console", lambda said: complaints.append(said.text))
    found.on("pageerror", lambda error: complaints.append(str(error)))
    yield found
    found.close()
    failed_requests = ("Failed to load resource", "Response Status Error", "htmx:")
    assert [each for each in complaints if not each.startswith(failed_requests)] == []


def test_a_list_follows_what_one_types_and_chooses_and_the_address_says_it(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/letters")
    page.evaluate("window.unloaded = false")

    page.locator("#q").press_sequentially("helsedata")
    page.wait_for_url("**/letters?q=helsedata&sort=-sent")
    expect(page.locator("#results tbody")).to_have_count(2)
    expect(page.locator("#said")).to_have_text("2 brev")
    assert page.evaluate(f"{FOCUSED}.id") == "q"

    page.get_by_role("button", name="Tittel").press("Enter")
    page.wait_for_url("**/letters?q=helsedata&sort=title")
    expect(page.get_by_role("columnheader", name="Tittel")).to_have_attribute(
        "aria-sort", "ascending"
    )
    assert page.evaluate(f"{FOCUSED}.id") == "sort-title"
    assert page.evaluate("window.unloaded") is False

    page.get_by_label("Mottaker").select_option("HOD")
    page.wait_for_url("**/letters?q=helsedata&department=HOD&sort=title")
    expect(page.locator("#views [aria-current]")).to_have_count(0)
    page.reload()
    expect(page.locator("#q")).to_have_value("helsedata")
    expect(page.locator("#results tbody")).to_have_count(2)


def test_the_pages_of_a_list_are_turned_in_place_and_back_turns_them_back(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/history")
    page.evaluate("window.unloaded = false")
    page.get_by_role("link", name="Eldre").click()
    page.wait_for_url("**/history?*")
    expect(page.get_by_role("link", name="Nyere")).to_have_count(1)
    assert page.evaluate(f"{FOCUSED}.id") == "results"
    assert page.evaluate("window.unloaded") is False

    page.go_back()
    page.wait_for_url("**/history")
    expect(page.get_by_role("link", name="Nyere")).to_have_count(0)
    expect(page.locator("header.top")).to_have_count(1)


def test_a_button_of_the_day_acts_in_its_row_and_focus_goes_to_the_next(
    page: Page, doubted: House
) -> None:
    page.goto(doubted.address + hand_out(doubted, wanted="/today/answers"))
    page.locator("main button").click()
    page.wait_for_url("**/today/answers")
    page.evaluate("window.unloaded = false")
    rows, first = page.locator("#need li"), page.locator("#need li button").first
    expect(rows).to_have_count(3)

    first.press("Enter")

    expect(rows).to_have_count(2)
    expect(page.locator("#done")).to_contain_text("gjelder")
    expect(page.locator("#said")).to_contain_text("gjelder")
    expect(page.locator("h1")).to_contain_text("To ")
    assert page.title().startswith(page.locator("h1").inner_text())
    assert page.evaluate(f"{FOCUSED}.closest('#need li') === document.querySelector('#need li')")
    assert page.evaluate("window.unloaded") is False

    # Somebody else deals with the first of the two meanwhile.
    other = doubted.visitor()
    other.send(hand_out(doubted))
    action = page.locator("#need form").first.get_attribute("action") or ""
    other.send(action)
    first.press("Enter")
    expect(page.locator("#trouble")).to_contain_text("tatt seg av")
    expect(rows).to_have_count(2)

    # The session ends, the server goes: neither is swallowed.
    page.context.clear_cookies()
    page.locator("#need li button").last.press("Enter")
    expect(page.locator("#trouble")).to_contain_text("logget ut")
    page.context.set_offline(True)
    page.locator("#need li button").last.press("Enter")
    expect(page.locator("#trouble")).to_contain_text("Tilsvar svarte ikke.")
    page.context.set_offline(False)


def test_when_nothing_is_left_the_day_is_shown_with_what_was_done(
    page: Page, doubted: House
) -> None:
    page.goto(doubted.address + hand_out(doubted, wanted="/today/answers"))
    page.locator("main button").click()
    page.wait_for_url("**/today/answers")

    for left in (2, 1):
        page.get_by_role("button", name="Avvis").first.click()
        expect(page.locator("#need li")).to_have_count(left)
    page.get_by_role("button", name="Avvis").first.click()

    page.wait_for_url("**/?done=answer-dismissed*")
    expect(page.locator("#done")).to_contain_text("ingenting følger")
