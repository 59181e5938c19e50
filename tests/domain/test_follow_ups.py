"""A follow-up: drafted, extended, edited, approved or rejected, and what it refuses."""

from datetime import date

import pytest

from tilsvar.domain.events import (
    FollowUpApproved,
    FollowUpDrafted,
    FollowUpExtended,
    FollowUpLapsed,
    FollowUpNarrowed,
    FollowUpRejected,
    FollowUpRewritten,
)
from tilsvar.domain.follow_ups import (
    AlreadyDecided,
    FollowUp,
    Level,
    NoText,
    NothingLeftToAsk,
    TextOutOfDate,
    earliest_next,
)
from tilsvar.domain.kinds import FollowUpStatus
from tilsvar.tests.domain.council import CALENDAR, told

DAY = date(2022, 12, 15)


def draft(*letters: str) -> FollowUp:
    asked = letters or ("L2022-06",)
    found = FollowUp.draft("F2022-01", "NFD", asked, number=1, language="nb", drafted=DAY)
    found.write("Purring\n\nVi viser til vårt brev.\n")
    return found


def test_a_draft_says_to_whom_it_goes_and_about_what() -> None:
    found = draft()

    assert found.waits
    assert (found.title, found.body) == ("Purring", "Vi viser til vårt brev.")
    assert told(found) == [FollowUpDrafted("F2022-01", "NFD", ("L2022-06",), 1)]


def test_what_becomes_overdue_joins_it_and_what_is_answered_leaves_it() -> None:
    found = draft("L1", "L2")
    told(found)

    assert found.ask_about(("L2", "L3"), 2) == ("L3",)

    assert (found.letters, found.number, found.level) == (("L2", "L3"), 2, Level.SECOND)
    assert told(found) == [FollowUpExtended("F2022-01", "L3"), FollowUpNarrowed("F2022-01", "L1")]


def test_a_draft_with_nothing_left_to_ask_lapses_and_cannot_be_approved() -> None:
    found = draft()
    told(found)

    found.ask_about((), 1)

    assert told(found) == [FollowUpLapsed("F2022-01")]
    assert found.status is FollowUpStatus.LAPSED
    with pytest.raises(NothingLeftToAsk, match="F2022-01"):
        found.approve(DAY, "SEK1", "L2022-11")


def test_an_approved_draft_is_a_letter_from_then_on() -> None:
    found = draft()
    told(found)

    found.approve(DAY, "SEK1", "L2022-11")

    assert (found.sent_as, found.decided, found.decided_by) == ("L2022-11", DAY, "SEK1")
    assert told(found) == [FollowUpApproved("F2022-01", "NFD", ("L2022-06",), "L2022-11")]
    with pytest.raises(AlreadyDecided, match="approved"):
        found.reject(DAY, "SEK1", "")
    with pytest.raises(AlreadyDecided):
        found.rewrite("Noe annet")


def test_a_rejected_draft_says_why() -> None:
    found = draft()
    told(found)

    found.reject(DAY, "SEK1", "Møte er avtalt")

    assert told(found) == [FollowUpRejected("F2022-01", "Møte er avtalt")]
    assert not found.waits


def test_what_a_person_wrote_is_kept_when_a_letter_comes_in() -> None:
    found = draft("L1")
    found.rewrite("  Kjære dere\n\nHvordan går det?  ")
    assert told(found)[-1] == FollowUpRewritten("F2022-01")

    found.add("Vi savner også dette:\n", found.ask_about(("L1", "L2"), 1))

    assert found.text == "Kjære dere\n\nHvordan går det?\n\nVi savner også dette:\n"
    assert found.written_for == ("L1", "L2")


def test_what_a_person_wrote_about_an_answered_letter_must_be_edited_first() -> None:
    found = draft("L1", "L2")
    found.rewrite("Om L1 og L2")
    found.ask_about(("L2",), 1)

    with pytest.raises(TextOutOfDate, match="when it asked about L1 too"):
        found.approve(DAY, "SEK1", "L3")
    found.rewrite("Om L2")
    found.approve(DAY, "SEK1", "L3")


def test_a_follow_up_needs_a_text() -> None:
    with pytest.raises(NoText):
        draft().rewrite(" \n")


@pytest.mark.parametrize(
    ("number", "level"),
    [(1, Level.FIRST), (2, Level.SECOND), (3, Level.LEADER), (7, Level.LEADER)],
)
def test_after_two_follow_ups_the_leader_signs(number: int, level: Level) -> None:
    assert Level.of(number) is level


def test_two_follow_ups_to_a_department_keep_ten_working_days() -> None:
    # From Thursday 15 December 2022; 26 December is a holiday.
    assert earliest_next(DAY, CALENDAR) == date(2022, 12, 30)
