"""The council's own texts: every edition is kept, the newest counts, a broken one is found."""

import pytest
from sqlalchemy import update

from tilsvar.commands.letter_texts import (
    NoSuchLetterText,
    change_text,
    text_in_force,
    unusable_texts,
)
from tilsvar.domain.events import LetterTextChanged
from tilsvar.domain.kinds import Kind
from tilsvar.domain.letter_texts import LetterText, UnknownPlaceholder
from tilsvar.store.event_log import history
from tilsvar.store.letter_texts import letter_text, load_editions
from tilsvar.store.unit_of_work import Office

FIRST = LetterText.FIRST


def write(office: Office, text: str | None, written: str = "nb") -> None:
    with office.work(by="SEK1") as work:
        change_text(work, name="first", written=written, text=text)
        work.commit()


def test_editions_follow_each_other_and_the_usual_text_comes_back(office: Office) -> None:
    for text in ("En [tema]", "En [tema]\r\n\r\n", "To [tema]", None, None):
        write(office, text)
    write(office, "Anna [tema]", written="nn")

    with office.reading() as work:
        editions = [each.text for each in load_editions(work.session, "first", "nb")]
        assert editions == [None, "To [tema]\n", "En [tema]\n"]
        assert text_in_force(work, FIRST, "nb") is None
        assert text_in_force(work, FIRST, "nn") == "Anna [tema]\n"
        told = [each.event for each in history(work.session, Kind.RULES, "first")]
    assert told == [
        *[LetterTextChanged("first", "nb", own) for own in (True, True, False)],
        LetterTextChanged("first", "nn", own=True),
    ]


def test_what_cannot_be_filled_is_refused_and_nothing_is_kept(office: Office) -> None:
    with pytest.raises(UnknownPlaceholder):
        write(office, "Kjære [alle]")
    with pytest.raises(NoSuchLetterText), office.work(by="SEK1") as work:
        change_text(work, name="third", written="nb", text="[tema]")
    with pytest.raises(NoSuchLetterText):
        write(office, "[tema]", written="en")

    with office.reading() as work:
        assert load_editions(work.session, "first", "nb") == []


def test_a_text_that_stopped_working_is_found_and_one_that_nobody_writes_is_not(
    office: Office,
) -> None:
    write(office, "[tema]")
    write(office, "[tema]", written="nn")
    column = letter_text.c
    with office.engine.begin() as connection:
        renamed = update(letter_text).where(column.written == "nb").values(text="[emne]\n")
        connection.execute(renamed)
        forgotten = update(letter_text).where(column.written == "nn").values(name="third")
        connection.execute(forgotten)

    with office.reading() as work:
        [(name, written, fault)] = unusable_texts(work)

    assert (name, written, type(fault)) == (FIRST, "nb", UnknownPlaceholder)
