"""No page in bokmål or nynorsk says something in English that its catalogue has words for."""

import re
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from xml.etree.ElementTree import Element

import pytest

from tilsvar.domain.errors import TilsvarError
from tilsvar.tests.web.lived_in import LivedIn
from tilsvar.tests.web.paths import PATHS, REFUSED
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.walking import every_page
from tilsvar.wording.language import CATALOGUES, merged

SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-label", "content")
"""Attributes that somebody sees or hears."""

FACT = re.compile(r"\{\w*\}|%\(\w+\)s")
A_FEW = 3
"""Words from which a phrase counts: shorter ones may be the same in both languages, or a name."""


@cache
def english(code: str) -> tuple[re.Pattern[str], ...]:
    """The English of everything that is said otherwise in that language, with room for facts."""
    said = {
        one
        for message in merged(code, CATALOGUES)
        for one, translated in zip(_forms(message.id), _forms(message.string), strict=False)
        if one != translated
    }
    return tuple(_with_room(one) for one in said | refusals() if _is_long(FACT.sub(" ", one)))


def refusals(error: type[TilsvarError] = TilsvarError) -> set[str]:
    """What each error says by itself; a few of them have no translation and are put otherwise."""
    own = {" ".join((each.__doc__ or "").split()) for each in error.__subclasses__()}
    return own.union(*(refusals(each) for each in error.__subclasses__()))


def _with_room(said: str) -> re.Pattern[str]:
    return re.compile(".+".join(map(re.escape, FACT.split(" ".join(said.split())))))


def _is_long(said: str) -> bool:
    return len(said.split()) >= A_FEW


def _forms(said: object) -> tuple[str, ...]:
    return tuple(map(str, said)) if isinstance(said, list | tuple) else (str(said),)


def pieces(page: Page) -> Iterator[str]:
    """What is said between two marks, and in attributes."""
    for each in page.all(".//*"):
        yield from _spoken(each)


def _spoken(element: Element) -> Iterator[str]:
    if element.tag not in {"script", "style", "textarea"}:
        yield element.text or ""
    yield element.tail or ""
    yield from (element.get(name, "") for name in SPOKEN)


def _in_english(said: set[str], code: str) -> list[str]:
    return [each for each in said if any(known.fullmatch(each) for known in english(code))]


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_nothing_is_said_in_english(lived: LivedIn, code: str) -> None:
    left = {}
    with closing(Reader(lived.address, code)) as reader:
        for path in every_page(lived):
            page = reader.open(path, dict(REFUSED).get(path, 200))
            if path in PATHS:
                assert (page.document.get("lang"), page.headers["content-language"]) == (code, code)
            said = {" ".join(each.split()) for each in pieces(page)}
            if found := _in_english(set(filter(_is_long, said)), code):
                left[path] = found

    assert left == {}


def test_an_english_sentence_would_be_found() -> None:
    left = {
        "The letter is registered.",
        "31.2.2023 is not a date: February 2023 ends on the 28th.",
        "The letter is registered. The answer is due 3. mars 2023.",
    }

    assert set(_in_english(left | {"Brevet er registrert."}, "nb")) >= left
