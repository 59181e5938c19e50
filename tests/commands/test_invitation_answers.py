"""Answers to invitations: taken, dropped, or left to a person."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.invitation_answers import (
    AnswerTooLate,
    CannotBeAccepted,
    accept_doubtful,
    answer_here,
    dismiss_doubtful,
    doubtful_answers,
    record_answer,
)
from tilsvar.commands.invitations import accept_proposal, decline_proposal, invite, uninvite
from tilsvar.commands.meetings import cancel_meeting, correct_meeting, move_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.invitation_answers import Answer, Asks, Outcome
from tilsvar.domain.invitation_errors import NothingProposed
from tilsvar.domain.invitations import Proposal
from tilsvar.domain.kinds import Kind, PartStat
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Unknown
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.workers.invited import (
    LATER,
    TIME,
    calendar_bytes,
    do,
    hold_dialogue,
    invitation,
    mails,
    meeting,
    told,
)

HOD = "postmottak@hod.example"
TO_HOD = f"Helse- og omsorgsdepartementet <{HOD}>"
SAID_AT = datetime(2023, 2, 4, 9, tzinfo=UTC)


@pytest.fixture
def invited(app: App, bell: HandBell) -> App:
    """HOD is invited to the dialogue meeting M1 and has got the mail."""
    hold_dialogue(app.office, "HOD")
    answer(app, bell)
    return app


def say(app: App, partstat: PartStat | None = PartStat.ACCEPTED, **more: Any) -> Outcome:
    """HOD answers by mail, unless more is said."""
    values: dict[str, Any] = {
        "asks": Asks.REPLY,
        "uid": meeting(app.office).uid,
        "attendee": HOD,
        "sender": HOD,
        "stamp": SAID_AT,
    }
    heard = Answer(**values | {"partstat": partstat} | more)
    found: Outcome = do(app.office, record_answer, answer=heard)
    return found


def state(app: App) -> PartStat:
    return invitation(app.office, "M1/HOD").partstat


def told_of(app: App) -> list[str]:
    """The names of all that happened to the meeting since somebody was invited."""
    with app.office.reading() as work:
        names = [each.event.name for each in history(work.session, Kind.MEETING, "M1")]
    return names[names.index("Invited") + 1 :]


def waiting(app: App) -> list[tuple[int, str]]:
    with app.office.reading() as work:
        return [(row.id, row.why) for row in doubtful_answers(work)]


def test_an_answer_counts_once_and_an_older_one_not_at_all(invited: App) -> None:
    assert say(invited, PartStat.TENTATIVE) is Outcome.RECORDED
    assert say(invited, PartStat.TENTATIVE) is Outcome.DROPPED
    assert say(invited, stamp=SAID_AT - timedelta(hours=1)) is Outcome.DROPPED
    assert state(invited) is PartStat.TENTATIVE

    assert say(invited, PartStat.DECLINED, stamp=SAID_AT + timedelta(hours=1)) is Outcome.RECORDED
    assert state(invited) is PartStat.DECLINED
    assert told_of(invited) == ["InvitationAnswered", "InvitationAnswered"]


def test_an_answer_to_the_time_before_the_move_says_nothing_of_the_new_one(
    invited: App, bell: HandBell
) -> None:
    do(invited.office, move_meeting, meeting="M1", time=LATER)
    say(invited)
    found = invitation(invited.office, "M1/HOD")
    assert found.answer_to(meeting(invited.office)) is PartStat.NEEDS_ACTION

    answer(invited, bell)
    assert state(invited) is PartStat.NEEDS_ACTION
    assert say(invited, stamp=SAID_AT + timedelta(hours=1)) is Outcome.DROPPED
    assert say(invited, stamp=SAID_AT + timedelta(hours=2), sequence=1) is Outcome.RECORDED


def test_an_answer_survives_a_move_that_was_taken_back_before_anybody_heard_of_it(
    invited: App, bell: HandBell
) -> None:
    do(invited.office, move_meeting, meeting="M1", time=LATER)
    say(invited)
    do(invited.office, move_meeting, meeting="M1", time=TIME)
    answer(invited, bell)

    assert state(invited) is PartStat.ACCEPTED
    assert len(mails(invited)) == 1


def test_an_answer_from_before_a_new_place_still_counts(invited: App) -> None:
    do(invited.office, correct_meeting, meeting="M1", place="Oslo")

    assert say(invited) is Outcome.RECORDED


def test_a_client_that_counts_too_far_or_whose_clock_is_ahead_is_not_locked_out(
    invited: App, bell: HandBell
) -> None:
    say(invited, PartStat.DECLINED, sequence=99, stamp=datetime(2190, 1, 1, tzinfo=UTC))
    stored = invitation(invited.office, "M1/HOD")
    assert (stored.answered_sequence, state(invited)) == (0, PartStat.DECLINED)

    later = datetime.now(UTC) + timedelta(days=2)
    do(invited.office, move_meeting, meeting="M1", time=LATER)
    answer(invited, bell)
    assert say(invited, sequence=1, stamp=later) is Outcome.RECORDED


def test_an_answer_without_a_stamp_is_the_newest(invited: App) -> None:
    say(invited, PartStat.ACCEPTED)

    assert say(invited, PartStat.DECLINED, stamp=None) is Outcome.RECORDED


def test_only_the_attendee_answers_for_the_attendee(invited: App) -> None:
    spoofed: dict[str, Any] = {"sender": "spoof@evil.example", "partstat": PartStat.DECLINED}

    assert say(invited, **spoofed) is Outcome.NEEDS_A_PERSON
    assert say(invited, **spoofed) is Outcome.NEEDS_A_PERSON
    assert state(invited) is PartStat.NEEDS_ACTION
    assert waiting(invited) == [(1, "wrong_sender")]

    do(invited.office, dismiss_doubtful, number=1)
    assert waiting(invited) == []
    assert say(invited, **spoofed) is Outcome.NEEDS_A_PERSON
    assert waiting(invited) == []


def test_whoever_has_the_invitations_own_address_may_answer_from_elsewhere(invited: App) -> None:
    token = invitation(invited.office, "M1/HOD").reply_token

    outcome = say(invited, sender="kari@hod.example", reply_token=token.upper())

    assert outcome is Outcome.RECORDED


def test_a_person_may_let_a_sender_speak_for_the_attendee_from_then_on(invited: App) -> None:
    say(invited, sender="kari@hod.example")

    assert do(invited.office, accept_doubtful, number=1) == "HOD is ACCEPTED for M1."
    later = SAID_AT + timedelta(hours=1)
    outcome = say(invited, PartStat.DECLINED, sender="Kari@HOD.example", stamp=later)
    assert outcome is Outcome.RECORDED


def test_an_uninvited_guest_goes_to_a_person_who_may_invite_them(
    invited: App, bell: HandBell
) -> None:
    guest: dict[str, Any] = {"attendee": "ola@uio.example", "sender": "ola@uio.example"}

    assert say(invited, **guest) is Outcome.NEEDS_A_PERSON
    assert waiting(invited) == [(1, "unknown_attendee")]
    assert do(invited.office, accept_doubtful, number=1) == "guest-1 is invited to M1."
    answer(invited, bell)

    assert invitation(invited.office, "M1/guest-1").partstat is PartStat.ACCEPTED
    assert told(invited)[1][:2] == ("ola <ola@uio.example>", "REQUEST")


def test_somebody_sent_instead_is_invited_by_a_person(invited: App) -> None:
    outcome = say(invited, PartStat.DELEGATED, delegated_to="per@hod.example")

    assert outcome is Outcome.NEEDS_A_PERSON
    assert state(invited) is PartStat.DELEGATED
    assert do(invited.office, accept_doubtful, number=1) == "guest-1 is invited to M1."


def test_an_unknown_meeting_is_ours_only_if_it_came_to_our_address(invited: App) -> None:
    assert say(invited, uid="another") is Outcome.NOT_OURS
    assert say(invited, uid="another", reply_token="abc") is Outcome.NEEDS_A_PERSON
    with pytest.raises(CannotBeAccepted):
        do(invited.office, accept_doubtful, number=1)
    with pytest.raises(Unknown):
        do(invited.office, dismiss_doubtful, number=7)


def test_whoever_was_uninvited_changes_nothing_until_asked_again(
    invited: App, bell: HandBell
) -> None:
    do(invited.office, uninvite, meeting="M1", who="HOD")
    answer(invited, bell)
    assert say(invited) is Outcome.DROPPED
    do(invited.office, invite, meeting="M1", who="HOD")
    answer(invited, bell)

    assert say(invited) is Outcome.DROPPED
    assert say(invited, sequence=1) is Outcome.RECORDED


def test_an_answer_to_a_cancelled_meeting_is_dropped_and_one_to_a_past_one_is_not(
    invited: App, bell: HandBell
) -> None:
    pass_time(invited, bell, datetime(2023, 3, 9, tzinfo=UTC))
    assert say(invited) is Outcome.RECORDED

    do(invited.office, cancel_meeting, meeting="M1")
    assert say(invited, PartStat.DECLINED, stamp=None) is Outcome.DROPPED


def test_another_time_that_is_accepted_moves_the_meeting_for_all(
    invited: App, bell: HandBell
) -> None:
    do(invited.office, invite, meeting="M1", who="LEDER")
    answer(invited, bell)
    say(invited, PartStat.TENTATIVE, asks=Asks.COUNTER, proposal=Proposal(LATER, "Oslo"))
    assert invitation(invited.office, "M1/HOD").proposal == Proposal(LATER, "Oslo")

    do(invited.office, accept_proposal, meeting="M1", who="HOD")
    answer(invited, bell)

    assert (meeting(invited.office).time, meeting(invited.office).place) == (LATER, "Oslo")
    assert [each[1] for each in told(invited)] == ["REQUEST"] * 4
    with pytest.raises(NothingProposed):
        do(invited.office, accept_proposal, meeting="M1", who="HOD")


def test_another_time_that_is_declined_is_answered(invited: App, bell: HandBell) -> None:
    day = MeetingTime(Edtf("2023-03-20"))
    say(invited, PartStat.TENTATIVE, asks=Asks.COUNTER, proposal=Proposal(day))

    do(invited.office, decline_proposal, meeting="M1", who="HOD", why="Rommet er opptatt")
    answer(invited, bell)

    assert told(invited) == [(TO_HOD, "REQUEST", 0), (TO_HOD, "DECLINECOUNTER", 0)]
    assert b"Rommet er opptatt" in calendar_bytes(mails(invited)[-1])
    assert told_of(invited) == ["InvitationAnswered", "OtherTimeProposed", "ProposalDeclined"]


def test_who_asks_to_be_told_again_gets_the_last_version(invited: App, bell: HandBell) -> None:
    assert say(invited, None, asks=Asks.REFRESH) is Outcome.RECORDED
    answer(invited, bell)

    first, second = map(calendar_bytes, mails(invited))
    assert first == second


def test_an_answer_on_our_page_counts_after_any_mail_until_it_is_too_late(
    invited: App, bell: HandBell
) -> None:
    say(invited, PartStat.DECLINED, stamp=SAID_AT + timedelta(days=1))
    do(invited.office, answer_here, invitation="M1/HOD", partstat=PartStat.ACCEPTED, comment="Ja")
    assert (state(invited), invitation(invited.office, "M1/HOD").comment) == (
        PartStat.ACCEPTED,
        "Ja",
    )

    pass_time(invited, bell, datetime(2023, 3, 9, tzinfo=UTC))
    with pytest.raises(AnswerTooLate, match="M1 is over"):
        do(invited.office, answer_here, invitation="M1/HOD", partstat=PartStat.DECLINED)
