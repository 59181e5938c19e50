"""The pages in a browser: what works without a script, by keyboard, on paper; and axe itself."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.walking import DESK, JUDGE, PHONE, RULES, Walk


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def test_axe_would_object_to_a_page_with_faults(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<img src='x'><p style='color: #ccc; background: #fff'>grey</p>")
    page.evaluate(axe())

    found = {rule for rule, *_ in page.evaluate(JUDGE, RULES)}

    page.close()
    assert {"image-alt", "color-contrast", "page-has-heading-one"} <= found


PALE = """<!doctype html><html lang="nb"><title>A page</title><style>
    @media (max-width: 700px) { .desk { display: none } }
    @media (min-width: 701px) { .phone { display: none } }
    body { background: white } p { color: black; width: 300px }
    @media (prefers-color-scheme: light) { .light { color: #ccc } }
    @media (prefers-color-scheme: dark) { body { background: black } p { color: white }
        .dark { color: #333 } }
    .wide { width: 330px; transition: width 1s }
</style><main><h1>A page</h1>
<p id="a" class="desk light">Some words</p><p id="b" class="desk dark">Some words</p>
<p id="c" class="phone light">Some words</p><p id="d" class="phone dark">Some words</p>
<p class="wide">Some words</p></main>"""


def test_a_walk_would_object_to_what_is_pale_at_one_size_in_one_light(browser: Browser) -> None:
    page = browser.new_page()
    walk = Walk(page, "", (DESK, PHONE))
    page.set_content(PALE)
    walk.look("pale")
    found = {how: str(said) for (_, how), said in walk.objections.items()}
    page.close()

    assert "#a" in found.pop("light at 1360")
    assert "#b" in found.pop("dark at 1360")
    assert "#c" in found.pop("light at 390")
    assert "#d" in found.pop("dark at 390")
    assert set(found) == {"is too wide", "moves"}


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
    head = page.get_by_role("columnheader", name="Svarfrist")
    page.get_by_role("button", name="Svarfrist").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    up = _letters(page)
    page.get_by_role("button", name="Svarfrist").click()
    expect(head).to_have_attribute("aria-sort", "descending")
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

    assert reached == ["#content", "/", "field", "/letters/new", "/me"]


def test_the_unanswered_letters_fit_one_sheet_and_what_has_changed_stands_on_the_next(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/reports/unanswered")
    sheets = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
    page.close()

    assert sheets == 2


def _letters(page: Page) -> list[str]:
    links = page.locator("th.title a").all()
    return [(each.get_attribute("href") or "").removeprefix("/letters/") for each in links]
