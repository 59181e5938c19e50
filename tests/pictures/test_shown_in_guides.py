"""The guides show every picture, and say of each in words what it shows."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tilsvar.tests.pictures.album import PICTURES
from tilsvar.tests.pictures.gallery import AFTER_WORK, AS_SERVED

ROOT = Path(__file__).parents[2]
GUIDES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PICTURE = re.compile(r'(?:!\[[^\]]*\]\(|src(?:set)?=")([^")]+\.png)')
IMAGE = re.compile(r"!\[|<img ")
NAMED = re.compile(r"\*\*([^*]+)\*\*")
DESCRIBED = re.compile(
    r'!\[((?:[^\]\s]+\s+){4,}[^\]]+)\]|<img [^>]*alt="((?:[^"\s]+\s+){4,}[^"]+)"'
)
MANY = 1_500_000  # bytes


def shown(guide: Path) -> set[Path]:
    return {(guide.parent / each).resolve() for each in PICTURE.findall(guide.read_text("utf-8"))}


def test_every_picture_is_shown_and_each_that_is_shown_is_there() -> None:
    taken = {PICTURES / each.file for each in (*AS_SERVED, *AFTER_WORK)}

    assert set().union(*map(shown, GUIDES)) == taken == set(PICTURES.glob("*.png"))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda each: each.name)
def test_each_image_is_described_for_those_who_do_not_see_it(guide: Path) -> None:
    text = guide.read_text("utf-8")

    assert len(DESCRIBED.findall(text)) == len(IMAGE.findall(text))


@pytest.mark.parametrize(
    ("guide", "language"), [("bruk.md", "nb"), ("bruk-nn.md", "nn"), ("using.md", "en")]
)
def test_what_a_guide_names_in_bold_stands_on_the_pages_so(guide: str, language: str) -> None:
    strings = []
    for folder in ("web", "reports"):
        with (ROOT / "wording" / "catalogues" / language / f"{folder}.po").open("rb") as file:
            strings += [each.string or "" for each in read_po(file)]
    said = {one for each in strings for one in ((each,) if isinstance(each, str) else each)}
    named = NAMED.findall((ROOT / "docs" / guide).read_text("utf-8"))

    assert named
    assert {" ".join(each.split()) for each in named} - said == set()


def test_the_readme_opens_with_the_page_of_the_day() -> None:
    opening = (ROOT / "README.md").read_text("utf-8").partition("\n## ")[0]

    assert "docs/pictures/today.png" in opening


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < MANY
