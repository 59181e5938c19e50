"""Whether the council can decide: seats, deputies who take one, and the share that is needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.quorum import Quorum, meeting_for, quorum

MEMBERS = [f"M{number}" for number in range(1, 12)]
DEPUTIES = [f"V{number}" for number in range(1, 12)]

councils = st.lists(st.sampled_from(MEMBERS), unique=True)
those_there = st.sets(st.sampled_from([*MEMBERS, *DEPUTIES, "SEK1", "O01"]))
deputyships = st.dictionaries(st.sampled_from(DEPUTIES), st.sampled_from(MEMBERS))
shares = st.floats(0, 1)


@pytest.mark.parametrize(
    ("members", "share", "needed"),
    [(15, 0.5, 8), (14, 0.5, 7), (1, 0.5, 1), (9, 2 / 3, 6), (9, 0.667, 6), (5, 0.6, 3), (7, 0, 1)],
)
def test_at_least_that_share_of_the_members_is_needed(
    members: int, share: float, needed: int
) -> None:
    assert Quorum(members, 0, 0, share).needed == needed


def test_a_deputy_takes_the_seat_of_a_member_who_is_not_there_and_no_second_one() -> None:
    deputy_for = {"V1": "M1", "V2": "M2", "W1": "M1"}

    assert meeting_for(["M1", "M2"], ["M2", "V1", "V2", "W1"], deputy_for) == {"V1": "M1"}
    assert quorum(["M1", "M2"], ["M2", "V1", "V2", "W1"], deputy_for, 1) == Quorum(2, 2, 1, 1)


def test_a_council_without_members_decides_nothing() -> None:
    assert not quorum([], ["V1"], {"V1": "M1"}, 0.5).reached


@given(councils, those_there, deputyships, shares)
def test_no_seat_counts_twice_and_nobody_from_outside_counts(
    council: list[str], there: set[str], deputy_for: dict[str, str], share: float
) -> None:
    found = quorum(council, there, deputy_for, share)
    own = set(council) & there
    seats = own | {deputy_for[each] for each in there if each in deputy_for} & set(council)

    assert found.taken == len(seats) <= found.members
    assert found.deputies == len(seats) - len(own)


@given(councils, those_there, deputyships, shares, st.sampled_from([*MEMBERS, *DEPUTIES]))
def test_one_more_who_comes_never_takes_the_quorum_away(
    council: list[str], there: set[str], deputy_for: dict[str, str], share: float, late: str
) -> None:
    before = quorum(council, there, deputy_for, share)
    after = quorum(council, there | {late}, deputy_for, share)

    assert before.taken <= after.taken <= before.taken + 1
    assert after.reached or not before.reached


@given(st.integers(1, 60), st.integers(0, 60))
def test_half_means_that_no_fewer_are_there_than_missing(members: int, taken: int) -> None:
    taken = min(taken, members)

    assert Quorum(members, taken, 0, 0.5).reached == (taken >= members - taken)


@given(st.integers(0, 60), shares, shares)
def test_a_larger_share_never_needs_fewer(members: int, one: float, other: float) -> None:
    low, high = sorted((one, other))

    assert Quorum(members, 0, 0, low).needed <= Quorum(members, 0, 0, high).needed
