"""The guides' pictures show what the pages show; a page that changes does not keep its picture."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from tilsvar.tests.pictures.album import PICTURES, TOLERANCE, Album, coarse, difference
from tilsvar.tests.pictures.conftest import Session
from tilsvar.tests.pictures.gallery import AFTER_WORK, AS_SERVED

NAMES = [each.name for each in (*AS_SERVED, *AFTER_WORK)]


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_shows_what_the_page_shows(name: str, session: Session) -> None:
    assert Album(PICTURES).complaint(session.named(name)) == ""


@pytest.fixture
def album(session: Session, tmp_path: Path) -> Album:
    """Two pictures that were taken just now."""
    found = Album(tmp_path / "pictures")
    found.keep([session.named("today"), session.named("settings")])
    return found


def test_a_page_that_says_something_else_is_noticed_and_taken_anew(
    album: Album, session: Session
) -> None:
    told = album.complaint(session.later)
    assert told.startswith("docs/pictures/today.png is older than the words and the structure of")
    assert "Run `make pictures`" in told

    assert album.keep([session.later, session.named("settings")]) == ["today.png"]
    assert album.complaint(session.later) == ""
    assert "today.png is older" in album.complaint(session.named("today"))


@pytest.mark.parametrize("part", ["words", "structure", "style"])
def test_each_thing_that_a_page_is_made_of_counts(
    album: Album, session: Session, part: str
) -> None:
    settings = session.named("settings")
    changed = replace(settings, made_from={**settings.made_from, part: "another"})

    assert f"settings.png is older than the {part} of" in album.complaint(changed)


def test_a_file_that_is_gone_or_another_is_noticed(album: Album, session: Session) -> None:
    settings, path = session.named("settings"), album.folder / "settings.png"

    path.write_bytes((album.folder / "today.png").read_bytes())
    assert "settings.png is not the file that" in album.complaint(settings)
    path.unlink()
    assert "settings.png is missing" in album.complaint(settings)


def test_a_wrong_picture_under_the_right_record_is_noticed(album: Album, session: Session) -> None:
    settings = session.named("settings")
    (album.folder / "settings.png").unlink()
    album.keep([replace(settings, image=session.named("follow-up").image)])

    assert "does not look like the page at /settings" in album.complaint(settings)


def test_a_picture_that_nobody_takes_any_more_goes(album: Album, session: Session) -> None:
    assert album.keep([session.named("today")]) == []

    assert [path.name for path in album.folder.glob("*.png")] == ["today.png"]
    assert "settings.png is missing" in album.complaint(session.named("settings"))


def test_no_two_pages_look_alike_on_the_coarse_raster(session: Session) -> None:
    rasters = [coarse(each.image) for each in session.pictures]

    assert min(difference(one, other) for one, other in combinations(rasters, 2)) > TOLERANCE
