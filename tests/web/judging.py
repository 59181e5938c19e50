"""Judges with axe whatever page a story comes to; whoever acts in it has a keyboard."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from tilsvar.tests.web.browser import axe
from tilsvar.tests.web.walking import JUDGE, RULES


@dataclass
class Judge:
    """`objections` are what axe found, by the addresses of the pages. The context skips the CSP."""

    rules: str = field(default_factory=axe)
    objections: dict[str, Any] = field(default_factory=dict)

    def look(self, page: Page) -> None:
        page.evaluate(self.rules)
        if found := page.evaluate(JUDGE, RULES):
            self.objections[page.url] = found

    def enter(self, page: Page, role: Any, name: str) -> None:
        """Press Enter on the first of that name, and look at the page that it leads to."""
        page.get_by_role(role, name=name, exact=True).first.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        self.look(page)
