"""What is shown only for a while: forms that were refused, and the menu on a phone.

The dialogs of the search and of the keys are looked at in test_search_in_a_browser.py.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.lived_in import LivedIn
from tilsvar.tests.web.walking import PHONE, walking

FORMS = (
    "/letters/new",
    "/letters/L2021-02/answer",
    "/letters/L2021-02/move",
    "/letters/L2021-02/sign-off",
    "/letters/L2016-01/withdraw",
    "/letters/L2022-10/attachments",
    "/attachments/M2023-01-01/withdraw",
    "/consultations/new",
    "/consultations/C2021-02/decline",
    "/deadlines/new",
    "/op-eds/new",
    "/organisations/new",
    "/meetings/new",
    "/meetings/series",
    "/meetings/M2023-01/edit",
    "/meetings/M2023-01/move",
    "/meetings/M2023-01/invitations",
    "/meetings/M2023-01/record/minutes",
    "/communications/new",
    "/communications/A9-1/decline",
    "/media/new",
    "/notes/new?organisation=KD",
    "/themes/new",
    "/themes/T-VENTETID/decide",
    "/themes/T-KOMMUNELOFT/form/edit",
    "/themes/T-KOMMUNELOFT/stakeholders/new",
    "/contacts/HOD-01/erase",
    "/settings/target-groups",
    "/comments/K2023-01",
    "/put-off/L2022-06",
    "/follow-ups/F2023-01",
    "/me",
    "/settings/absences",
    "/settings/feeds",
    "/settings/closed-days",
    "/settings/pauses",
    "/settings/areas",
    "/settings/texts/second/nb",
    "/settings/people/new",
)
EMPTY = """form => {
    form.noValidate = true
    const written = ["text", "textarea", "email", "date", "search"]
    for (const each of form.elements) {
        if (["checkbox", "radio"].includes(each.type)) each.checked = false
        else if (written.includes(each.type)) each.value = ""
        else if (each.tagName === "SELECT" && each.options[0].value === "") each.selectedIndex = 0
    }
}"""
"""As somebody leaves a form who has emptied every field and chosen nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def refuse(page: Page) -> None:
    """Empty the form of the page and send it; it comes back with what is wrong with it."""
    form = page.locator("main form[method=post]:has(input:not([type=hidden]), textarea)").first
    form.evaluate(EMPTY)
    with page.expect_navigation():
        form.locator("button[type=submit], button:not([type])").first.evaluate("it => it.click()")
    expect(page.locator("[role=alert]").first).to_be_focused()


def test_there_is_nothing_to_object_to_on_a_form_that_was_refused(
    browser: Browser, lived: LivedIn
) -> None:
    with walking(browser, lived) as walk:
        for path in FORMS:
            walk.open(path)
            refuse(walk.page)
            walk.look(path)

    assert walk.objections == {}


def test_there_is_nothing_to_object_to_in_the_menu_on_a_phone(
    browser: Browser, lived: LivedIn
) -> None:
    with walking(browser, lived, PHONE) as walk:
        walk.open("/letters")
        walk.page.get_by_role("button", name="Meny").click()
        walk.look("the menu")

    assert walk.objections == {}
