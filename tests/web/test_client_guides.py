"""How to subscribe is told for each calendar program, and its drawing says the same words."""

from xml.etree import ElementTree as ET

import pytest

from tilsvar.tests.web.reader import Reader
from tilsvar.web.calendars.client_guides import CLIENTS, guides
from tilsvar.web.static import ASSETS
from tilsvar.wording.language import LANGUAGES, language


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_drawing_is_there_small_and_in_the_words_of_its_steps(code: str) -> None:
    for client, guide in zip(CLIENTS, guides(language(code)), strict=True):
        file = ASSETS / guide.drawing
        drawing = ET.parse(file).getroot()  # noqa: S314 - our own file
        said = " ".join("".join(each.itertext()) for each in drawing.iter())

        assert file.stat().st_size < 4_000
        for word in client.words["en" if code == "en" else "nb"]:
            assert word in said, (client.name, word)
            assert word in guide.alt
            assert any(word in step for step in guide.steps)
        # A style in the file would need the page's leave, which it does not give.
        assert not [each for each in drawing.iter() if "style" in each.keys()]  # noqa: SIM118


def test_the_calendar_and_the_page_of_an_address_tell_how(reader: Reader, feed_page: str) -> None:
    for path in ("/calendar", feed_page):
        page = reader.open(path)
        pictures = page.all(".//main//img")

        assert [each.get("alt", "")[:11] for each in pictures] == ["Tegning av "] * 6
        for each in pictures:
            answer = reader.client.get(each.get("src", ""))
            assert answer.headers["content-type"].startswith("image/svg+xml")
        assert "Velg «Abonner fra nettet»." in page.text
