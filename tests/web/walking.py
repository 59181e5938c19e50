"""Every page as a browser shows it: loaded once, and looked at in each size and both schemes."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize

from tilsvar.tests.web.browser import axe
from tilsvar.tests.web.lived_in import LivedIn
from tilsvar.tests.web.paths import LIVED_IN, PATHS, REFUSED

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What may be otherwise in the dark: the schemes differ in their colours and in nothing else."""
SCHEMES: tuple[tuple[Literal["light", "dark"], Any], ...] = (("light", RULES), ("dark", OF_COLOURS))

JUDGE = """rules => axe.run(document, {runOnly: rules, resultTypes: ["violations"]}).then(found =>
    found.violations.map(each => [
        each.id, ...each.nodes.map(node => node.target.join(" ") + ": " + node.failureSummary)
    ])
)"""
WIDER_THAN_THE_WINDOW = (
    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
)
MOVING = """() => [...document.querySelectorAll("*")].filter(each => {
    const style = getComputedStyle(each)
    return [style.transitionDuration, style.animationDuration].some(
        said => said.split(",").some(one => parseFloat(one) > 0.01))
}).map(each => each.outerHTML.slice(0, 80))"""
"""What would move even for somebody who has asked that nothing does."""

UNFOLD = """async () => {
    document.querySelectorAll("main details").forEach(each => each.open = true)
    for (const _ of [1, 2]) await new Promise(shown => requestAnimationFrame(shown))
}"""

DESK: ViewportSize = {"width": 1360, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
NARROWEST: ViewportSize = {"width": 320, "height": 640}


@dataclass
class Walk:
    """Goes from page to page and keeps what there is to object to, by page and by circumstance.

    The pages' own policy is in force, and what the browser's console says is an objection too.
    """

    page: Page
    address: str
    sizes: tuple[ViewportSize, ...] = (DESK,)
    objections: dict[tuple[str, str], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda fault: self._object(self.page.url, "fails", str(fault)))

    def over(self, paths: Iterable[str]) -> None:
        for path in paths:
            self.open(path)
            self.look(path)

    def open(self, path: str) -> None:
        self.page.set_viewport_size(self.sizes[0])
        self.page.goto(self.address + path)

    def look(self, where: str) -> None:
        """Judge what is shown now, with nothing folded away."""
        self.page.evaluate(axe())
        self.page.evaluate(UNFOLD)
        for size in self.sizes:
            self.page.set_viewport_size(size)
            for scheme, rules in SCHEMES:
                self.page.emulate_media(color_scheme=scheme)
                found = self.page.evaluate(JUDGE, rules)
                self._object(where, f"{scheme} at {size['width']}", found)
        self._object(where, "moves", self.page.evaluate(MOVING))
        self.page.set_viewport_size(NARROWEST)
        self._object(where, "is too wide", self.page.evaluate(WIDER_THAN_THE_WINDOW))

    def _hear(self, said: ConsoleMessage) -> None:
        # That a page itself is answered with a refusal is noted too, and meant.
        refused = said.text.startswith("Failed to load resource")
        if not (refused and said.location["url"] == self.page.url):
            self._object(self.page.url, "says", said.text)

    def _object(self, where: str, how: str, found: Any) -> None:
        if found:
            self.objections[where, how] = found


@contextmanager
def walking(
    browser: Browser, lived: LivedIn, *sizes: ViewportSize, language: str = "nb", person: str = ""
) -> Iterator[Walk]:
    """Somebody who reads that language and has asked that nothing moves; SEK1 unless named."""
    context = browser.new_context(reduced_motion="reduce")
    cookies = {"lang": language} | ({"tilsvar": lived.session(person)} if person else {})
    for name, value in cookies.items():
        context.add_cookies([{"name": name, "value": value, "url": lived.address}])
    yield Walk(context.new_page(), lived.address, sizes or (DESK,))
    context.close()


def every_page(lived: LivedIn) -> list[str]:
    """The addresses of all pages that the secretariat sees, refusals too, each once."""
    refused = (path for path, _ in REFUSED)
    return list(dict.fromkeys((*LIVED_IN, *lived.deeds, *lived.secret, *PATHS, *refused)))
