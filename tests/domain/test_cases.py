"""The number of a case of the council, as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.cases import CaseNumber, CaseOfAnotherMeeting, NotACase


@pytest.mark.parametrize("typed", ["43/5/2021", " Sak 43/5/2021 ", "43/5/21", "sak  43/05/2021"])
def test_a_case_is_read_as_item_meeting_and_year(typed: str) -> None:
    assert CaseNumber.read(typed) == CaseNumber(43, 5, 2021)


@pytest.mark.parametrize("typed", ["", "43", "28/20", "43/5/021", "43-5-2021", "43/5/2021 b", "x"])
def test_anything_else_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(NotACase, match="as in 43/5/2021"):
        CaseNumber.read(typed)


@given(st.integers(1, 999), st.integers(1, 99), st.integers(2000, 2099))
def test_what_is_written_is_read_again(item: int, meeting: int, year: int) -> None:
    case = CaseNumber(item, meeting, year)
    assert CaseNumber.read(str(case)) == case


def test_a_case_belongs_to_the_meeting_of_its_number() -> None:
    case = CaseNumber.read("43/5/2021")

    for title in ("Rådsmøte 5/2021", "Rådsmøte 05/21", "Ekstraordinært rådsmøte"):
        case.require_meeting(title)
    with pytest.raises(CaseOfAnotherMeeting, match="Rådsmøte 6/2022 was chosen"):
        case.require_meeting("Rådsmøte 6/2022")
