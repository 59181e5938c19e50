"""What an import refuses, and that nothing at all is imported then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from tilsvar.commands.consultations import decline_consultation, move_consultation
from tilsvar.commands.deadlines import move_deadline, set_deadline
from tilsvar.commands.letters import send_letter, withdraw_reply
from tilsvar.commands.meetings import move_meeting
from tilsvar.commands.op_eds import update_op_ed
from tilsvar.commands.people import end_role
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind, OpEdStatus
from tilsvar.domain.letters import Letter
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.intake.desk import SHEETS, Desk


def move_d1(work: UnitOfWork) -> None:
    move_deadline(work, deadline="D1", due=Edtf("2023-04-11"))


def move_c1(work: UnitOfWork) -> None:
    move_consultation(work, consultation="C1", deadline=Edtf("2023-06"))


def decline_c1(work: UnitOfWork) -> None:
    decline_consultation(work, consultation="C1")


def move_m1(work: UnitOfWork) -> None:
    nine = datetime(2023, 3, 16, 9, tzinfo=UTC)  # ten in Oslo
    move_meeting(work, meeting="M1", time=MeetingTime(Edtf("2023-03-16"), nine))


def circulate_o1(work: UnitOfWork) -> None:
    update_op_ed(work, op_ed="O1", status=OpEdStatus.CIRCULATED)


def m01_leaves(work: UnitOfWork) -> None:
    end_role(work, person="M01", on=date(2023, 1, 31))


def withdraw_kd(work: UnitOfWork) -> None:
    withdraw_reply(work, letter="L1", sender="KD", why="feil brev")


@dataclass(frozen=True)
class Conflict:
    """What a person did here, what the register was changed to say, and how that is told."""

    by_hand: Callable[[UnitOfWork], None]
    sheet: str
    old: str
    new: str
    column: str
    here: str


CONFLICTS = (
    Conflict(move_d1, "deadlines", "2023-04-03", "2023-04-17", "due", "2023-04-11"),
    Conflict(move_c1, "consultations", "2023-05-10", "2023-05-24", "deadline", "2023-06"),
    Conflict(decline_c1, "consultations", "announced", "drafting", "status", "declined"),
    Conflict(move_m1, "meetings", "2023-03-15T10", "2023-03-15T09", "start", "2023-03-16T10:00"),
    Conflict(circulate_o1, "opeds", "draft", "approved", "status", "circulated"),
    Conflict(m01_leaves, "people", "Rådsmedlem", "Medlem", "to", "2023-01-31"),
    Conflict(withdraw_kd, "replies", "Takk", "Takk for sist", "received", "withdrawn"),
)


@pytest.mark.parametrize("conflict", CONFLICTS, ids=lambda each: each.by_hand.__name__)
def test_a_row_that_a_person_has_changed_too_is_a_conflict_and_nothing_is_imported(
    desk: Desk, conflict: Conflict
) -> None:
    desk.bring()
    with desk.office.work(by="SEK1") as work:
        conflict.by_hand(work)
        work.commit()
    desk.edit(conflict.sheet, conflict.old, conflict.new)
    desk.edit("letters", "Om norsk helsenæring", "Om helsenæringen")
    desk.add("letters", "L3,letter,Nytt brev,,2023-02-01,HOD,yes,,,")

    (error,) = [each for each in desk.refused() if ", end: " not in each]

    assert error.startswith(f"{conflict.sheet}.csv line ")
    assert f", {conflict.column}: " in error
    assert f'was changed both here (to "{conflict.here}") and in the register.' in error
    with desk.office.reading() as work:
        assert work.find(Letter, "L3") is None
        assert work.get(Letter, "L1").title == "Om norsk helsenæring"


def test_where_the_register_says_what_the_person_said_there_is_nothing_to_correct(
    desk: Desk,
) -> None:
    desk.bring()
    with desk.office.work(by="SEK1") as work:
        move_d1(work)
        work.commit()
    desk.edit("deadlines", "2023-04-03", "2023-04-11")
    assert desk.bring().corrected == 0

    desk.edit("deadlines", "2023-04-11", "2023-04-12")
    assert desk.bring().corrected == 1


def test_a_key_in_use_by_hand_is_refused(desk: Desk) -> None:
    desk.bring()
    with desk.office.work(by="SEK1") as work:
        send_letter(work, key="L3", title="Fra oss", sent=Edtf("2023-02-01"), recipients=["HOD"])
        set_deadline(work, key="D2", title="F", due=Edtf("2023-05"), kind=DeadlineKind.INTERNAL)
        work.commit()
    desk.add("letters", "L3,letter,Et annet,,2023-02-02,KD,yes,,,")
    desk.add("deadlines", "D2,En annen frist,2023-06-01,,internal,,")

    problem = "is in use for something registered here by hand. Give the row another key."
    assert desk.refused() == [
        f'letters.csv line 4, id: "L3" {problem}',
        f'deadlines.csv line 3, id: "D2" {problem}',
    ]


def test_a_reply_from_an_organisation_that_the_stored_letter_did_not_go_to(desk: Desk) -> None:
    desk.bring()
    desk.file("letters").unlink()
    desk.add("replies", "L1,KMD,2023-02-01,final,,,Svar,")

    (error,) = desk.refused()

    assert error.startswith("replies.csv line 4: L1 was not sent to KMD: name HOD, KD")


def test_a_second_final_reply_to_a_stored_letter(desk: Desk) -> None:
    desk.bring()
    desk.file("letters").unlink()
    desk.write("replies", SHEETS["replies"].splitlines()[0] + "\n")
    desk.add("replies", "L1,KD,2023-01-25,final,BU,,Takk,004")
    desk.add("replies", "L1,KD,2023-02-01,final,,,Svar igjen,")

    (error,) = desk.refused()

    assert error.startswith("replies.csv line 3")


def test_a_reply_before_its_stored_letter(desk: Desk) -> None:
    desk.bring()
    desk.file("letters").unlink()
    desk.add("replies", "L2,HOD,2023-01-02,final,,,Svar,")

    (error,) = desk.refused()

    assert error == (
        "replies.csv line 4: A reply of 2023-01-02 cannot answer L2, which was sent 2023-01-20: "
        "check both dates."
    )
