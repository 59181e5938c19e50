"""The pages as a browser shows them: accessible in both colours and two widths, whole at 320."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.paths import PATHS, REFUSED

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
JUDGE = """rules => axe.run(document, {runOnly: rules}).then(found => found.violations.map(
    each => [each.id, ...each.nodes.map(node => node.target.join(" ") + ": " + node.failureSummary)]
))"""
WIDER_THAN_THE_WINDOW = (
    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
)
EVERY = (*PATHS, *(path for path, _ in REFUSED))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize("width", [1360, 390])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_to_object_to_on_any_page(
    browser: Browser, address: str, feed_page: str, colours: Literal["light", "dark"], width: int
) -> None:
    rules = axe()
    # The script of axe is put into the page, which the pages' own policy rightly forbids.
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=colours, bypass_csp=True
    )
    page = context.new_page()
    objections: dict[str, Any] = {}
    for path in (*EVERY, feed_page):
        page.goto(address + path)
        page.evaluate(rules)
        if found := page.evaluate(JUDGE, RULES):
            objections[path] = found
    context.close()

    assert objections == {}


def test_axe_would_object_to_a_page_with_faults(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<img src='x'><p style='color: #ccc; background: #fff'>grey</p>")
    page.evaluate(axe())

    found = {rule for rule, *_ in page.evaluate(JUDGE, RULES)}

    page.close()
    assert {"image-alt", "color-contrast", "page-has-heading-one"} <= found


def test_no_page_scrolls_sideways_at_320_pixels(
    browser: Browser, address: str, feed_page: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = {}
    for path in (*EVERY, feed_page):
        page.goto(address + path)
        if over := page.evaluate(WIDER_THAN_THE_WINDOW):
            wide[path] = over
    context.close()

    assert wide == {}


def test_the_browser_objects_to_nothing_under_the_pages_own_policy(
    browser: Browser, address: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in PATHS:
        page.goto(address + path)
    context.close()

    assert complaints == []


def test_everything_works_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Meny").click()
    page.get_by_role("link", name="Brev 3 ubesvarte").click()
    page.get_by_label("Status").select_option("overdue")
    page.get_by_role("button", name="Filtrer").click()
    shown = _letters(page)
    page.get_by_role("link", name="Bærekraftig helsetjeneste").click()
    heading = page.get_by_role("heading", level=1).inner_text()
    context.close()

    assert shown == ["L2022-06", "L2021-03"]
    assert heading == "Bærekraftig helsetjeneste"


def test_a_column_is_sorted_and_turned_and_the_filter_stays(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/letters?state=unanswered")
    page.get_by_role("button", name="Svarfrist").click()
    up = _letters(page)
    page.get_by_role("button", name="Svarfrist").click()
    down = _letters(page)
    page.close()

    assert up == ["L2021-02", "L2021-03", "L2022-06"]
    assert down == up[::-1]


def test_the_keyboard_reaches_the_content_first_and_then_the_navigation(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(address)
    reached = []
    for _ in range(5):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href') || 'field'"))
    page.close()

    assert reached == ["#content", "/", "field", "/me", "/"]


def test_the_report_fits_one_sheet_of_paper(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/reports/unanswered")
    sheets = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
    page.close()

    assert sheets == 1


def _letters(page: Page) -> list[str]:
    links = page.locator("th.title a").all()
    return [(each.get_attribute("href") or "").removeprefix("/letters/") for each in links]
