"""A reader that forgives nothing: every page it gets must be sound HTML that hangs together."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
import httpx
from starlette.routing import Match

from tilsvar.web.routes import ROUTES

CSP = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
OWN = {"Sec-Fetch-Site": "same-origin"}
"""What a browser says of a form on the site's own page."""

INLINE = frozenset({"a", "abbr", "span", "strong", "time", "tspan"})
REFERRING = ("for", "aria-labelledby", "aria-describedby", "popovertarget", "form")


@dataclass(frozen=True)
class Page:
    """A page as it was read: its text without markup, and its parts."""

    address: str
    status: int
    headers: httpx.Headers
    document: Element
    html: str

    @property
    def text(self) -> str:
        return said(self.document.find("body"))

    @property
    def title(self) -> str:
        return said(self.document.find(".//title"))

    def all(self, path: str) -> list[Element]:
        return self.document.findall(path)

    def texts(self, path: str) -> list[str]:
        return [said(each) for each in self.all(path)]

    def section(self, id_: str) -> str:
        """What is said in the part that the heading with that id names."""
        return next(said(each) for each in self.all(".//*") if each.get("aria-labelledby") == id_)

    def links(self) -> set[str]:
        """Every address on this site that the page leads to or loads."""
        found = {each.get("href", "") for each in self.all(".//a") + self.all(".//link")}
        found |= {each.get("src", "") for each in self.all(".//script")}
        forms = [each for each in self.all(".//form") if each.get("method", "get") == "get"]
        found |= {each.get("action", "") for each in forms}
        return {each.partition("#")[0] for each in found if each.startswith("/")}


def said(element: Element | None) -> str:
    """The text of an element with single spaces; what stands on lines of its own stands apart."""
    assert element is not None
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    apart = "" if element.tag in INLINE else " "
    yield apart + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield apart


class Reader:
    """Reads pages at one address in one language."""

    def __init__(self, address: str, language: str = "") -> None:
        cookies = {"lang": language} if language else {}
        self.client = httpx.Client(base_url=address, cookies=cookies, timeout=30)

    def open(self, path: str, status: int = 200) -> Page:
        """The page at that path; it must have that status and be sound."""
        return self.read(path, self.client.get(path), status)

    def send(self, path: str, status: int = 200, /, **fields: Any) -> Page:
        """What comes after a form was sent there, as a browser follows it."""
        answer = self.client.post(path, data=fields, headers=OWN, follow_redirects=True)
        return self.read(path, answer, status)

    def read(self, path: str, answer: httpx.Response, status: int = 200) -> Page:
        """The page that the answer holds."""
        assert answer.status_code == status, (path, answer.text)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.headers["content-security-policy"] == CSP
        document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(answer.text)
        # Where one has landed: that is where a form without an address of its own is sent.
        landed = answer.url.raw_path.decode()
        page = Page(landed, answer.status_code, answer.headers, document, answer.text)
        _judge(page)
        return page

    def close(self) -> None:
        self.client.close()


def _judge(page: Page) -> None:
    [heading] = page.texts(".//h1")
    title, _, site = page.title.rpartition(" – ")
    assert (site, heading.startswith(title)) == ("Tilsvar", True), (page.title, heading)
    ids = Counter(each.get("id") for each in page.all(".//*") if each.get("id"))
    assert not [id_ for id_, times in ids.items() if times > 1], page.address
    for each in page.all(".//*"):
        for name in REFERRING:
            for id_ in each.get(name, "").split():
                assert id_ in ids, (page.address, name, id_)
        assert each.get("style") is None, (page.address, each.tag)
        assert not [name for name in each.attrib if name.startswith("on")], page.address
    scripts = page.all(".//script")
    assert all(each.get("src") and not each.text for each in scripts), page.address
    for method, action in _sent_to(page):
        scope = {"type": "http", "path": action, "method": method, "root_path": ""}
        taken = any(route.matches(scope)[0] is Match.FULL for route in ROUTES)
        assert taken, (page.address, method, action)
    unsaid = [sign for sign in ("{", "}", "None", "%(") if sign in page.text]
    assert not unsaid, (page.address, unsaid)


def _sent_to(page: Page) -> Iterator[tuple[str, str]]:
    """The method and the path of every form, and of every button that sends elsewhere."""
    for form in page.all(".//form"):
        method = form.get("method", "get").upper()
        if method == "DIALOG":
            continue  # it closes what it stands in
        yield method, urlsplit(form.get("action") or page.address).path
        for button in form.iterfind(".//button[@formaction]"):
            yield method, urlsplit(button.get("formaction", "")).path
