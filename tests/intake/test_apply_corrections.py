"""A changed row is a correction: the object is put right, and an event says so."""

from datetime import date

from tilsvar.commands.letters import withdraw_reply
from tilsvar.domain.consultations import Consultation
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.kinds import ConsultationStatus, Kind, MeetingStatus, OpEdStatus, SignOffCode
from tilsvar.domain.letters import Letter
from tilsvar.domain.meetings import Meeting
from tilsvar.domain.op_eds import OpEd
from tilsvar.tests.intake.desk import Desk, obligations, waiting


def test_a_letter_gets_its_right_title(desk: Desk) -> None:
    desk.bring()
    desk.edit("letters", "Om norsk helsenæring", "Om helsenæringen")

    result = desk.bring()

    assert (result.new, result.corrected) == (0, 1)
    assert desk.told(Kind.LETTER, "L1")[-1] == "LetterCorrected"
    with desk.office.reading() as work:
        assert work.get(Letter, "L1").title == "Om helsenæringen"
    before = desk.written()
    assert desk.bring().corrected == 0
    assert desk.written() == before


def test_a_letter_was_sent_on_another_day_so_its_answer_is_due_later(desk: Desk) -> None:
    desk.add("letters", "L3,letter,Om rekruttering,,2023-01-16,KD,yes,,,")
    desk.bring()
    assert obligations(desk, "L3")["KD"].due_on == date(2023, 2, 16)
    desk.edit("letters", "2023-01-16", "2023-01-23")

    desk.bring()

    assert obligations(desk, "L3")["KD"].due_on == date(2023, 2, 23)
    assert desk.told(Kind.LETTER, "L3")[-2:] == ["LetterCorrected", "AnswerDueMoved"]
    assert waiting(desk, "L3")[0] == date(2023, 2, 23)


def test_a_forgotten_recipient_answers_in_the_same_register(desk: Desk) -> None:
    desk.bring()
    desk.edit("letters", "HOD;KD,yes", "HOD;KD;KMD,yes")
    desk.add("replies", "L1,KMD,2023-02-01,interim,,,Foreløpig,")

    result = desk.bring()

    assert (result.new, result.corrected) == (1, 1)
    added = obligations(desk, "L1")["KMD"]
    assert added.due_on == date(2023, 2, 10)
    assert added.interim() is not None


def test_nothing_more_is_expected_of_a_recipient_that_fell_away(desk: Desk) -> None:
    desk.add("letters", "L3,letter,Om rekruttering,,2023-01-23,KMD;KD,yes,,,")
    desk.bring()
    assert [key for key, each in obligations(desk, "L3").items() if each.open] == ["KMD", "KD"]
    desk.edit("letters", "KMD;KD,yes", "KD,yes")

    desk.bring()

    assert [key for key, each in obligations(desk, "L3").items() if each.open] == ["KD"]
    assert len(waiting(desk, "L3")) == 3

    desk.edit("letters", "2023-01-23,KD,yes", "2023-01-23,KD;KMD,yes")
    desk.bring()

    assert [key for key, each in obligations(desk, "L3").items() if each.open] == ["KMD", "KD"]
    assert len(waiting(desk, "L3")) == 6


def test_a_reply_came_on_another_day_and_both_stand_in_the_history(desk: Desk) -> None:
    desk.bring()
    desk.edit("replies", "L1,KD,2023-01-25,final,BU", "L1,KD,2023-01-27,final,BE")

    desk.bring()

    closed = obligations(desk, "L1")["KD"]
    assert closed.closed_on == date(2023, 1, 27)
    assert [(each.withdrawn, each.sign_off) for each in closed.replies] == [
        (True, SignOffCode.LETTER),
        (False, SignOffCode.EMAIL),
    ]
    assert desk.told(Kind.LETTER, "L1")[-2:] == ["ReplyWithdrawn", "ReplyReceived"]


def test_a_reply_is_summed_up_in_other_words_and_stays_the_same_reply(desk: Desk) -> None:
    desk.add("replies", "L1,KD,2023-01-25,interim,,,Kommer,")
    desk.bring()
    desk.edit("replies", "BU,,Takk", "BU,,Takk for brevet")

    desk.bring()

    assert [(each.summary, each.withdrawn) for each in obligations(desk, "L1")["KD"].replies] == [
        ("Kommer", False),
        ("Takk for brevet", False),
    ]
    assert desk.told(Kind.LETTER, "L1")[-1] == "ReplyCorrected"


def test_an_interim_reply_promised_another_date_so_the_ladder_starts_anew(desk: Desk) -> None:
    desk.bring()
    assert waiting(desk, "L1")[0] == date(2023, 3, 1)
    desk.edit("replies", "2023-03-01", "2023-03-20")

    desk.bring()

    assert obligations(desk, "L1")["HOD"].due_on == date(2023, 3, 20)
    assert waiting(desk, "L1")[0] == date(2023, 3, 20)


def test_what_was_interim_turns_out_to_be_the_final_reply(desk: Desk) -> None:
    desk.bring()
    desk.edit("replies", "2023-01-20,interim,,2023-03-01", "2023-01-20,final,,")

    result = desk.bring()

    assert (result.new, result.vanished) == (1, ("replies L1/HOD/interim",))
    assert not obligations(desk, "L1")["HOD"].open
    assert waiting(desk, "L1") == []


def test_a_consultation_moves_on_until_it_is_answered(desk: Desk) -> None:
    desk.bring()
    desk.edit("consultations", "2023-05-10,announced", "2023-05-24,drafting")

    desk.bring()

    assert desk.told(Kind.CONSULTATION, "C1")[-2:] == [
        "ConsultationDeadlineMoved",
        "ConsultationTakenUp",
    ]
    assert waiting(desk, "C1")[0] == date(2023, 5, 3)
    desk.add("letters", "L3,submission,Høringssvar,,2023-02-02,HOD,no,,,")
    desk.edit("consultations", "drafting,", "submitted,L3")
    desk.bring()
    with desk.office.reading() as work:
        consultation = work.get(Consultation, "C1")
    assert (consultation.submission, consultation.submitted) == ("L3", Edtf("2023-02-02"))
    assert waiting(desk, "C1") == []

    desk.edit("consultations", "submitted,L3", "drafting,")
    desk.bring()
    with desk.office.reading() as work:
        consultation = work.get(Consultation, "C1")
    assert (consultation.status, consultation.submission) == (ConsultationStatus.DRAFTING, None)
    assert waiting(desk, "C1")[0] == date(2023, 5, 3)


def test_a_consultation_is_declined(desk: Desk) -> None:
    desk.bring()
    desk.edit("consultations", "announced", "declined")

    desk.bring()

    assert desk.told(Kind.CONSULTATION, "C1")[-1] == "ConsultationDeclined"
    assert waiting(desk, "C1") == []


def test_an_op_ed_is_published(desk: Desk) -> None:
    desk.bring()
    assert waiting(desk, "O1") == [date(2023, 2, 15)]
    desk.edit("opeds", "draft,,", "published,DM,2023-02-03")

    desk.bring()

    with desk.office.reading() as work:
        op_ed = work.get(OpEd, "O1")
    assert (op_ed.status, op_ed.outlet) == (OpEdStatus.PUBLISHED, "DM")
    assert desk.told(Kind.OP_ED, "O1")[-1] == "OpEdPublished"
    assert waiting(desk, "O1") == []


def test_a_meeting_moves_and_is_then_held(desk: Desk) -> None:
    desk.bring()
    desk.edit("meetings", "2023-03-15T10:00,2023-03-15T12:00", "2023-03-22T09:00,2023-03-22T11:00")
    desk.bring()
    with desk.office.reading() as work:
        moved = work.get(Meeting, "M1")
    assert (moved.time.on, moved.sequence) == (Edtf("2023-03-22"), 1)

    desk.edit("meetings", "scheduled", "held")
    desk.bring()

    with desk.office.reading() as work:
        held = work.get(Meeting, "M1")
    assert (held.status, held.uid) == (MeetingStatus.HELD, moved.uid)
    assert desk.told(Kind.MEETING, "M1")[-2:] == ["MeetingMoved", "MeetingHeld"]


def test_a_meeting_is_cancelled(desk: Desk) -> None:
    desk.bring()
    desk.edit("meetings", "scheduled", "cancelled")
    desk.bring()
    assert desk.told(Kind.MEETING, "M1")[-1] == "MeetingCancelled"


def test_a_deadline_moves_and_reminds_before_its_new_day(desk: Desk) -> None:
    desk.bring()
    desk.edit("deadlines", "2023-04-03", "2023-04-17")

    desk.bring()

    with desk.office.reading() as work:
        assert work.get(Deadline, "D1").version == 2
    assert desk.told(Kind.DEADLINE, "D1")[-1] == "DeadlineMoved"
    # Five working days before 17 April 2023, over Easter Monday the 10th.
    assert waiting(desk, "D1") == [date(2023, 4, 5), date(2023, 4, 13), date(2023, 4, 17)]


def test_what_a_person_changed_here_stays_while_the_register_says_what_it_said(desk: Desk) -> None:
    desk.bring()
    with desk.office.work(by="SEK1") as work:
        withdraw_reply(work, letter="L1", sender="KD", why="feil brev")
        work.commit()

    result = desk.bring()

    assert (result.new, result.corrected) == (0, 0)
    assert obligations(desk, "L1")["KD"].open
