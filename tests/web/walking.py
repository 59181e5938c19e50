"""Every page as a browser shows it: loaded once, and looked at in each size and both schemes."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize

from tilsvar.tests.web.browser import axe
from tilsvar.tests.web.lived_in import LivedIn
from tilsvar.tests.web.paths import LIVED_IN, PATHS, REFUSED

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = ["color-contrast", "link-in-text-block"]
"""What may be otherwise in the dark: the schemes differ in their colours and in nothing else."""
OF_COLOURS = {"runOnly": {"type": "rule", "values": COLOURS}}
OF_WORDS = RULES | {"rules": {each: {"enabled": False} for each in COLOURS}}
"""What may be otherwise in another language."""

JUDGE = """how => axe.run(window.alone ?? document, {...how, resultTypes: ["violations"]}).then(
    found => found.violations.map(each => [
        each.id, ...each.nodes.map(node => node.target.join(" ") + ": " + node.failureSummary)
    ])
)"""
REMEMBER = """() => {
    const shown = () => [...document.querySelectorAll("main *")].filter(it => it.checkVisibility())
    window.before = window.now ?? []
    window.now = shown()
}"""
ONLY = """([here, there]) => {
    const others = new Set(window[there])
    const only = window[here].filter(each => !others.has(each))
    window.alone = only.length ? {include: only} : null
    return only.length
}"""
"""Judge from now on what one size shows and the other does not; how much that is."""
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
    window.alone = null
    document.querySelectorAll("main details").forEach(each => each.open = true)
    for (const _ of [1, 2]) await new Promise(shown => requestAnimationFrame(shown))
}"""

DESK: ViewportSize = {"width": 1360, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
NARROWEST: ViewportSize = {"width": 320, "height": 640}


Scheme = Literal["light", "dark"]


@dataclass
class Walk:
    """Goes from page to page and keeps what there is to object to, by page and by circumstance.

    The pages' own policy is in force, and what the browser's console says is an objection too.
    """

    page: Page
    address: str
    sizes: tuple[ViewportSize, ...] = (DESK,)
    only_words: bool = False
    """Whether all else has been looked at in another language."""
    objections: dict[tuple[str, str], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda fault: self._object(self.page.url, "fails", str(fault)))
        # Handed over once: for each page by itself it would take as long as half of the rules.
        self.page.add_init_script(axe())
        self.page.evaluate(axe())
        self.page.set_viewport_size(self.sizes[0])

    def over(self, paths: Iterable[str]) -> None:
        for path in paths:
            self.open(path)
            self.look(path)

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def look(self, where: str) -> None:
        """Judge what is shown now, with nothing folded away."""
        self.page.evaluate(UNFOLD)
        if self.only_words:
            self._judge(where, self.sizes[0], "light", OF_WORDS)
        else:
            self._in_every_light(where)
            self._object(where, "moves", self.page.evaluate(MOVING))
        self.page.set_viewport_size(NARROWEST)
        self._object(where, "is too wide", self.page.evaluate(WIDER_THAN_THE_WINDOW))
        self.page.set_viewport_size(self.sizes[0])

    def _in_every_light(self, where: str) -> None:
        """Each size is judged in one scheme, and in both what the other size does not show."""
        first, last = self.sizes[0], self.sizes[-1]
        self._judge(where, first, "light", RULES)
        if first == last:
            return self._judge(where, first, "dark", OF_COLOURS)
        self.page.evaluate(REMEMBER)
        self._judge(where, last, "dark", RULES)
        self.page.evaluate(REMEMBER)
        if self.page.evaluate(ONLY, ["now", "before"]):
            self._judge(where, last, "light", OF_COLOURS)
        if self.page.evaluate(ONLY, ["before", "now"]):
            self._judge(where, first, "dark", OF_COLOURS)
        return None

    def _judge(self, where: str, size: ViewportSize, scheme: Scheme, rules: Any) -> None:
        self.page.set_viewport_size(size)
        self.page.emulate_media(color_scheme=scheme)
        self._object(where, f"{scheme} at {size['width']}", self.page.evaluate(JUDGE, rules))

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
    browser: Browser,
    lived: LivedIn,
    *sizes: ViewportSize,
    language: str = "nb",
    person: str = "",
    only_words: bool = False,
) -> Iterator[Walk]:
    """Somebody who reads that language and has asked that nothing moves; SEK1 unless named."""
    context = browser.new_context(reduced_motion="reduce")
    cookies = {"lang": language} | ({"tilsvar": lived.session(person)} if person else {})
    for name, value in cookies.items():
        context.add_cookies([{"name": name, "value": value, "url": lived.address}])
    yield Walk(context.new_page(), lived.address, sizes or (DESK,), only_words)
    context.close()


def every_page(lived: LivedIn) -> list[str]:
    """The addresses of all pages that the secretariat sees, refusals too, each once."""
    refused = (path for path, _ in REFUSED)
    return list(dict.fromkeys((*LIVED_IN, *lived.deeds, *lived.secret, *PATHS, *refused)))
