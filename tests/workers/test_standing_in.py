"""Deputies are asked when a member says no, and need not come when the member does after all."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.deputies import follow_answer
from tilsvar.commands.invitation_answers import (
    accept_doubtful,
    answer_here,
    dismiss_doubtful,
    doubtful_answers,
)
from tilsvar.commands.invitations import invite, uninvite
from tilsvar.commands.meetings import cancel_meeting, move_meeting
from tilsvar.commands.people import end_role
from tilsvar.commands.reminders import register_absence
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, Role
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store.event_log import history
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.workers.council_meeting import (
    AFTERWARDS,
    MAYBE,
    NO,
    START,
    YES,
    add_person,
    call_council,
    invited,
    it_is,
    say,
    waiting,
)
from tilsvar.tests.workers.invited import do, invitation, told

ASKED = {"LEDER", "MEDLEM1", "MEDLEM2", "SEK1"}
VARA1 = "Person VARA1 <vara1@ho21.example>"


@pytest.fixture
def council(app: App, bell: HandBell) -> App:
    call_council(app, bell)
    return app


def events(app: App) -> list[str]:
    with app.office.reading() as work:
        return [each.event.name for each in history(work.session, Kind.MEETING, "R1")]


def test_a_members_no_invites_the_deputy_by_mail(council: App, bell: HandBell) -> None:
    assert invited(council.office) == ASKED

    say(council, bell, "MEDLEM1", NO)

    assert invited(council.office) == ASKED | {"VARA1"}
    assert told(council)[-1][:2] == (VARA1, "REQUEST")
    assert "DeputyAsked" in events(council)


def test_no_other_answer_and_nobody_elses_no_asks_a_deputy(council: App, bell: HandBell) -> None:
    for who, partstat in (("MEDLEM1", MAYBE), ("MEDLEM1", YES), ("MEDLEM2", NO), ("SEK1", NO)):
        say(council, bell, who, partstat)

    assert invited(council.office) == ASKED


def test_an_absence_alone_asks_nobody(council: App, bell: HandBell) -> None:
    day = date(2023, 3, 10)
    do(council.office, register_absence, person="MEDLEM1", first=day, last=day)
    answer(council, bell)

    assert invited(council.office) == ASKED


def test_a_deputy_who_is_asked_already_is_not_asked_again(council: App, bell: HandBell) -> None:
    do(council.office, invite, meeting="R1", who="VARA2")
    say(council, bell, "MEDLEM1", NO)
    say(council, bell, "MEDLEM1", YES)

    # Whoever was invited for their own sake stays so.
    assert invited(council.office) == ASKED | {"VARA2"}


def test_a_deputy_invited_as_a_guest_at_the_same_address_is_asked_already(
    council: App, bell: HandBell
) -> None:
    do(council.office, end_role, person="VARA2", on=date(2023, 2, 1))
    do(council.office, invite, meeting="R1", who="vara1@ho21.example")
    say(council, bell, "MEDLEM1", NO)

    assert invited(council.office) == ASKED | {"VARA1"}


def test_when_the_deputy_says_no_the_next_one_is_asked(council: App, bell: HandBell) -> None:
    say(council, bell, "MEDLEM1", NO)
    say(council, bell, "VARA1", NO)
    assert invited(council.office) == ASKED | {"VARA1", "VARA2"}

    say(council, bell, "VARA2", NO)
    assert invited(council.office) == ASKED | {"VARA1", "VARA2"}


def test_a_deputy_who_is_away_is_passed_over_while_there_is_another(
    council: App, bell: HandBell
) -> None:
    day = date(2023, 3, 10)
    do(council.office, register_absence, person="VARA1", first=day, last=day)
    say(council, bell, "MEDLEM1", NO)

    assert invited(council.office) == ASKED | {"VARA2"}


def test_whoever_is_no_deputy_any_more_on_the_day_is_not_asked(
    council: App, bell: HandBell
) -> None:
    do(council.office, end_role, person="VARA1", on=date(2023, 3, 9))
    do(council.office, end_role, person="VARA2", on=date(2023, 3, 10))
    say(council, bell, "MEDLEM1", NO)

    assert invited(council.office) == ASKED | {"VARA2"}


def test_the_leaders_deputy_is_asked_too(council: App, bell: HandBell) -> None:
    add_person(council.office, "NESTLEDER", Role.DEPUTY, deputy_for="LEDER")
    say(council, bell, "LEDER", NO)

    assert invited(council.office) == ASKED | {"NESTLEDER"}


def test_the_members_yes_releases_a_deputy_who_had_not_said_yes(
    council: App, bell: HandBell
) -> None:
    say(council, bell, "MEDLEM1", NO)
    say(council, bell, "VARA1", MAYBE)
    say(council, bell, "MEDLEM1", YES)

    assert invited(council.office) == ASKED
    assert told(council)[-1][:2] == (VARA1, "CANCEL")
    assert "DeputyReleased" in events(council)
    assert waiting(council.office) == []


def test_about_a_deputy_who_had_said_yes_a_person_decides(council: App, bell: HandBell) -> None:
    say(council, bell, "MEDLEM1", NO)
    say(council, bell, "VARA1", YES)
    say(council, bell, "MEDLEM1", YES)
    assert invited(council.office) == ASKED | {"VARA1"}
    assert waiting(council.office) == [("deputy_accepted", "R1/VARA1")]

    said = do(council.office, accept_doubtful, number=1)
    answer(council, bell)

    assert said == "VARA1 is not invited to R1 any more."
    assert invited(council.office) == ASKED
    assert told(council)[-1][:2] == (VARA1, "CANCEL")


def test_a_person_may_let_both_come(council: App, bell: HandBell) -> None:
    say(council, bell, "MEDLEM1", NO)
    say(council, bell, "VARA1", YES)
    say(council, bell, "MEDLEM1", YES)

    do(council.office, dismiss_doubtful, number=1)

    assert waiting(council.office) == []
    assert invited(council.office) == ASKED | {"VARA1"}


def test_the_question_settles_itself_when_the_member_says_no_again(
    council: App, bell: HandBell
) -> None:
    say(council, bell, "MEDLEM1", NO)
    say(council, bell, "VARA1", YES)
    say(council, bell, "MEDLEM1", YES)
    say(council, bell, "MEDLEM1", NO)
    assert waiting(council.office) == []
    assert invited(council.office) == ASKED | {"VARA1"}

    say(council, bell, "MEDLEM1", YES)
    assert waiting(council.office) == [("deputy_accepted", "R1/VARA1")]


def test_a_deputy_who_said_yes_keeps_the_seat_although_an_earlier_one_was_released(
    council: App, bell: HandBell
) -> None:
    say(council, bell, "MEDLEM1", NO)
    say(council, bell, "VARA1", NO)
    say(council, bell, "VARA2", YES)
    say(council, bell, "MEDLEM1", YES)
    assert invited(council.office) == ASKED | {"VARA2"}

    say(council, bell, "MEDLEM1", NO)
    assert invited(council.office) == ASKED | {"VARA2"}


def test_a_released_deputy_is_asked_again_as_often_as_needed(council: App, bell: HandBell) -> None:
    for _ in range(2):
        say(council, bell, "MEDLEM1", NO)
        say(council, bell, "MEDLEM1", YES)
    say(council, bell, "MEDLEM1", NO)

    assert invited(council.office) == ASKED | {"VARA1"}
    assert [method for to, method, _ in told(council) if to == VARA1] == [
        *("REQUEST", "CANCEL", "REQUEST", "CANCEL", "REQUEST")
    ]


def test_an_answer_to_the_time_before_a_move_asks_and_releases_nobody(
    council: App, bell: HandBell
) -> None:
    say(council, bell, "MEDLEM1", NO)
    later = MeetingTime(Edtf("2023-03-17"), START.replace(day=17))
    do(council.office, move_meeting, meeting="R1", time=later)
    answer(council, bell)
    assert invited(council.office) == ASKED | {"VARA1"}

    say(council, bell, "MEDLEM1", YES)
    assert invited(council.office) == ASKED


def test_nothing_happens_for_a_meeting_that_is_cancelled(council: App) -> None:
    do(council.office, answer_here, invitation="R1/MEDLEM1", partstat=NO)
    do(council.office, cancel_meeting, meeting="R1")
    do(council.office, follow_answer, meeting="R1", who="MEDLEM1")

    assert invited(council.office) == ASKED


def test_an_answer_that_is_handled_after_the_meeting_asks_nobody(
    council: App, bell: HandBell
) -> None:
    do(council.office, answer_here, invitation="R1/MEDLEM1", partstat=NO)
    it_is(council, AFTERWARDS)
    answer(council, bell)

    assert invited(council.office) == ASKED


def test_the_same_answer_handled_twice_asks_one_deputy(council: App, bell: HandBell) -> None:
    say(council, bell, "MEDLEM1", NO)
    do(council.office, follow_answer, meeting="R1", who="MEDLEM1")
    answer(council, bell)

    assert invited(council.office) == ASKED | {"VARA1"}
    assert [to for to, *_ in told(council)].count(VARA1) == 1


def test_a_member_who_is_not_invited_any_more_moves_no_deputy(council: App, bell: HandBell) -> None:
    say(council, bell, "MEDLEM1", NO)
    do(council.office, uninvite, meeting="R1", who="MEDLEM1")
    say(council, bell, "VARA1", NO)

    assert invited(council.office) == (ASKED | {"VARA1"}) - {"MEDLEM1"}


def test_the_question_names_the_deputy_and_the_member(council: App, bell: HandBell) -> None:
    say(council, bell, "MEDLEM1", NO)
    say(council, bell, "VARA1", YES)
    say(council, bell, "MEDLEM1", YES)

    with council.office.reading() as work:
        (row,) = doubtful_answers(work)
    assert row.answer["attendee"] == "vara1@ho21.example"
    assert row.answer["sender"] == "medlem1@ho21.example"
    assert invitation(council.office, "R1/VARA1").in_place_of == "MEDLEM1"
