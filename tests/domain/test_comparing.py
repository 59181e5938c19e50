"""What differs between two texts can be read off, and neither of them is lost in telling it."""

from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.comparing import Mark, Meeting, Piece, compare, meet

TEXTS = st.lists(
    st.lists(st.sampled_from(["kommunene", "trenger", "kunnskap", "og", "KSF"]), max_size=5).map(
        " ".join
    ),
    max_size=5,
).map("\n".join)


def without(mark: Mark, lines: list[list[Piece]]) -> list[str]:
    """The lines as they read without what is marked so; a line of nothing else is gone."""
    kept = [[each for each in line if each.mark is not mark] for line in lines]
    return ["".join(each.text for each in line) for line in kept if line]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_comparison(before: str, after: str) -> None:
    lines = compare(before, after)

    shown = [line for line in before.splitlines() if line]
    assert [line for line in without(Mark.ADDED, lines) if line] == shown
    assert [line for line in without(Mark.REMOVED, lines) if line] == [
        line for line in after.splitlines() if line
    ]


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert {each.mark for line in compare(text, text) for each in line} <= {Mark.SAME}


def test_a_line_with_another_word_is_told_word_by_word() -> None:
    assert compare("Støtte opp om KSF", "Støtte etableringen av KSF") == [
        [
            Piece(Mark.SAME, "Støtte "),
            Piece(Mark.REMOVED, "opp om"),
            Piece(Mark.ADDED, "etableringen av"),
            Piece(Mark.SAME, " KSF"),
        ]
    ]


def test_a_line_that_is_another_one_replaces_the_old_one_whole() -> None:
    assert compare("Invitere KMD til møte", "Skrive kronikk om helsedata") == [
        [Piece(Mark.REMOVED, "Invitere KMD til møte")],
        [Piece(Mark.ADDED, "Skrive kronikk om helsedata")],
    ]


def test_a_very_long_passage_is_compared_as_a_whole() -> None:
    before, after = "ord " * 3000, "ord " * 2999 + "slutt"

    assert [line[0].mark for line in compare(before, after)] == [Mark.REMOVED, Mark.ADDED]


def test_of_two_who_change_the_same_text_it_is_known_who_changed_it() -> None:
    assert meet("a", "a", "a") is Meeting.ALIKE
    assert meet("a", "b", "b") is Meeting.ALIKE
    assert meet("a", "b", "a") is Meeting.MINE
    assert meet("a", "a", "b") is Meeting.THEIRS
    assert meet("a", "b", "c") is Meeting.BOTH
