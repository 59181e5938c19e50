"""What a theme takes to itself: by its area, by a title that names it, or as a person says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.belonging import About, Claim, Why, reasons, words
from tilsvar.domain.dates import Edtf
from tilsvar.domain.notes import Note

LIFT = Claim.of("T1", "Et kunnskapsløft for kommunene", "KOMMUNE")
WORDS = st.lists(st.sampled_from(["helse", "data", "om", "Ås", "og", "næring"]), max_size=5)


def titled(title: str, area: str | None = None, theme: str | None = None) -> About:
    return About(words(title), area, theme)


@pytest.mark.parametrize(
    ("thing", "why"),
    [
        (titled("Dialogmøte med statssekretærer om et kunnskapsløft for kommunene"), Why.TITLE),
        (titled("ET KUNNSKAPSLØFT  – for kommunene (2)"), Why.TITLE),
        (titled("Et kunnskapsløft for kommunenes ansatte"), None),
        (titled("Noe annet", area="KOMMUNE"), Why.AREA),
        (titled("Noe annet", area="HELSE"), None),
        (titled("Noe annet", area="HELSE", theme="T1"), Why.OWN),
        (titled("Noe annet", theme="T2"), None),
    ],
)
def test_a_theme_takes_what_has_its_area_or_names_it(thing: About, why: Why | None) -> None:
    assert LIFT.reason(thing) is why


def test_what_a_person_says_wins_either_way() -> None:
    other = Claim.of("T2", "Helsedata", None)
    thing = titled("Et kunnskapsløft for kommunene")

    assert reasons([LIFT, other], thing, {}) == {"T1": Why.TITLE}
    assert reasons([LIFT, other], thing, {"T1": False, "T2": True}) == {"T2": Why.HAND}


def test_a_note_says_itself_what_it_is_about_and_only_begins_with_its_title() -> None:
    note = Note.take("N1", "KD", Edtf("2023-02-03"), "Et kunnskapsløft for kommunene", "SEK1")

    assert LIFT.reason(About.of(note)) is None
    note.correct(theme="T1")
    assert LIFT.reason(About.of(note)) is Why.OWN


def test_a_theme_without_words_or_area_takes_nothing() -> None:
    nothing = Claim.of("T3", "–", None)

    assert nothing.reason(titled("Hva som helst")) is None
    assert nothing.reason(titled("")) is None


@given(before=WORDS, title=WORDS.filter(bool), after=WORDS)
def test_a_title_names_a_theme_wherever_its_words_stand(
    before: list[str], title: list[str], after: list[str]
) -> None:
    claim = Claim.of("T1", " ".join(title), None)

    assert claim.reason(titled(" ".join([*before, *title, *after]).upper())) is Why.TITLE
