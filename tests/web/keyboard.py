"""Somebody without a mouse: what they reach with Tab, open with Enter and tick with Space."""

from typing import Any

from playwright.sync_api import Browser, Page

from tilsvar.tests.web.visitor import House, hand_out

STEPS = 80
"""How often a key may be pressed to get somewhere before it counts as out of reach."""


def at_home(browser: Browser, house: House, email: str = "sek1@ho21.example") -> Page:
    """A page of somebody who has just followed their link."""
    page = browser.new_context(reduced_motion="reduce").new_page()
    page.goto(house.address + hand_out(house, email))
    enter(page, "button", "Logg inn")
    return page


def reach(page: Page, role: str, name: str) -> None:
    """Press Tab until the focus is there."""
    wanted: Any = role
    there = page.get_by_role(wanted, name=name, exact=True)
    for _ in range(STEPS):
        if there.count() and there.first.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError((role, name))


def enter(page: Page, role: str, name: str) -> None:
    """Reach it, press Enter, and wait for the page that it leads to."""
    reach(page, role, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page: Page, name: str, text: str) -> None:
    """Reach the field of that name and write into it, over what stands there."""
    reach(page, "textbox", name)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def choose(page: Page, name: str, option: str) -> None:
    """Reach the list of that name and type the beginning of what is wanted."""
    reach(page, "combobox", name)
    page.keyboard.type(option)


def tick(page: Page, role: str, name: str) -> None:
    reach(page, role, name)
    page.keyboard.press("Space")


def said(page: Page) -> str:
    """The sentence after what was just done."""
    return page.get_by_role("status").first.inner_text().replace("\u00a0", " ")


def main(page: Page) -> str:
    """What stands on the page, in a line."""
    return " ".join(page.locator("main").inner_text().split())
