"""Every page, in every language, is sound, and leads only to what exists."""

from collections import Counter
from urllib.parse import urlsplit

import httpx

from tilsvar.tests.web.paths import PATHS, REFUSED
from tilsvar.tests.web.reader import Reader


def test_every_page_is_sound(address: str) -> None:
    """In English; in bokmål and nynorsk test_no_word_is_left_in_english.py opens these and more."""
    reader = Reader(address, "en")

    pages = [reader.open(path) for path in PATHS] + [reader.open(*each) for each in REFUSED]

    for page in pages:
        assert page.document.get("lang") == "en"
        assert page.headers["content-language"] == "en"
    reader.close()


VIEWS = 8
"""How many views of one page are followed: a calendar has one for each month and choice."""


def alike(path: str) -> str:
    """Pages whose views are followed together: the same form about each letter is one of them."""
    parts = urlsplit(path).path.split("/")
    return "/".join([*parts[:2], "…", *parts[3:]]) if len(parts) > 3 else "/".join(parts)


def test_no_link_on_any_page_leads_nowhere(reader: Reader) -> None:
    seen: set[str] = set()
    views: Counter[str] = Counter()
    waiting = {"/"}
    while waiting:
        path = waiting.pop()
        seen.add(path)
        views[alike(path)] += 1
        if views[alike(path)] > VIEWS:
            continue
        answer = reader.client.get(path)
        assert answer.status_code == httpx.codes.OK, path
        if answer.headers["content-type"].startswith("text/html"):
            waiting |= reader.read(path, answer).links() - seen

    letters = {path.split("/")[2] for path in seen if path.startswith("/letters/")}
    assert len({urlsplit(each).path for each in letters}) == 20  # one of them is the form
    assert {"/deadlines/D2023-10", "/meetings/M2017-03", "/op-eds/O2021-05"} <= seen


def test_pages_speak_bokmaal_until_the_reader_chooses_and_then_remember(reader: Reader) -> None:
    assert reader.open("/").texts(".//h1")[0].startswith("I dag fredag 3. februar")

    assert reader.open("/?lang=en").texts(".//h1")[0].startswith("Today Friday 3 February")
    assert reader.open("/letters").title == "Letters – Tilsvar"
    assert reader.open("/letters?lang=se").title == "Letters – Tilsvar"
    assert reader.open("/letters?lang=nn&state=overdue").text.count("Over fristen") >= 2


def test_choosing_a_language_keeps_what_the_page_shows(reader: Reader) -> None:
    page = reader.open("/letters?state=overdue&page=1")

    [nynorsk] = [each for each in page.all(".//a") if each.get("hreflang") == "nn"]

    assert nynorsk.get("href") == "?state=overdue&page=1&lang=nn"


def test_every_page_says_that_the_clock_stands_and_who_is_signed_in(reader: Reader) -> None:
    for path in ("/", "/letters/L2022-06", "/accessibility"):
        text = reader.open(path).text

        assert "Demo: klokken står på fredag 3. februar 2023" in text
        assert "Innlogget som Saksbehandler 1 Logg ut" in text
