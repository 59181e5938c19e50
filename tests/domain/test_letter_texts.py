"""What the council may write into its letters, and what is filled in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.errors import DomainError
from tilsvar.domain.letter_texts import (
    PLACEHOLDERS,
    WRITTEN,
    LetterText,
    LooseBracket,
    NoText,
    TooLong,
    UnknownPlaceholder,
    check_text,
    fill,
)
from tilsvar.notifications.letter_words import usual_text

FIRST = LetterText.FIRST
VALUES = {"tema": "Innspill [utkast]", "henvisning": "Vi viser til et brev.", "svar": "svar"}


def test_names_in_brackets_are_filled_in_and_a_title_may_have_brackets_itself() -> None:
    filled = fill(FIRST, "Purring: [tema]\n\n\n\n[ henvisning ]  \n\n{x} %(y)s", VALUES)

    assert filled == ("Purring: Innspill [utkast]\n\nVi viser til et brev.  \n\n{x} %(y)s\n")


@pytest.mark.parametrize(
    ("text", "error", "line"),
    [
        ("Purring\n\n[frist]", UnknownPlaceholder, 3),
        ("Purring\n[tema", LooseBracket, 2),
        ("Purring]\n[tema]", LooseBracket, 1),
        ("[te\nma]", LooseBracket, 1),
        ("[[tema]]", LooseBracket, 1),
        ("[]", UnknownPlaceholder, 1),
    ],
)
def test_what_cannot_be_filled_in_is_named_with_its_line(
    text: str, error: type[DomainError], line: int
) -> None:
    with pytest.raises(error) as refused:
        check_text(FIRST, text)

    assert refused.value.facts["line"] == line


def test_a_text_is_neither_empty_nor_endless() -> None:
    with pytest.raises(NoText):
        check_text(FIRST, " \n ")
    with pytest.raises(TooLong):
        check_text(FIRST, "a" * 10_001)


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("name", LetterText)
def test_the_usual_texts_use_every_name_there_is(name: LetterText, written: str) -> None:
    text = usual_text(name, written)

    check_text(name, text)
    assert {each for each in PLACEHOLDERS[name] if f"[{each}]" not in text} == set()


@given(st.text(max_size=200))
def test_whatever_is_let_through_can_be_filled(text: str) -> None:
    try:
        check_text(FIRST, text)
    except DomainError:
        return

    assert fill(FIRST, text, VALUES).endswith("\n")
