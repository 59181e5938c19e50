"""What a register says besides of letters, meetings and drafts comes in and is put right by it."""

from datetime import date

import pytest

from tilsvar.commands.attendance import record_attendance
from tilsvar.commands.letters import move_answer_due, withdraw_sign_off
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.public_list import mark_of, show_no_more
from tilsvar.domain.attendance import Attendance
from tilsvar.domain.circulations import Circulation
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, SignOffCode
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.points import Point
from tilsvar.intake.export import register_now
from tilsvar.tests.intake.desk import Desk, obligations
from tilsvar.tests.intake.every_sheet import EVERY_SHEET

DAY = date(2023, 2, 20)
UID = "9b2bb1b6-6ce4-5c83-a8de-3d3a3a1c6d39"

pytestmark = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)


@pytest.fixture
def whole(desk: Desk) -> Desk:
    """The small register with every sheet."""
    for sheet, text in EVERY_SHEET.items():
        desk.write(sheet, text)
    desk.bring()
    return desk


def test_it_comes_in_as_it_was(whole: Desk) -> None:
    answer = obligations(whole, "L1")["HOD"]
    [signed] = answer.sign_offs
    assert (signed.code, signed.on, signed.by, signed.note) == (
        *(SignOffCode.NOTED, Edtf("2023-01-31"), "SEK1"),
        "Avklart på telefon",
    )
    assert not answer.open
    assert answer.set_by_hand is not None
    assert answer.set_by_hand.isoformat() == "2023-02-20"
    with whole.office.reading() as work:
        there = work.view(Attendance, "M0")
        draft = work.view(Circulation, "op_ed/O1")
        response = work.view(Circulation, "consultation/C1")
        mark = mark_of(work, Kind.LETTER, "L2")
    assert (there.present, there.absent) == (("M01",), ("HOD",))
    assert [(each.edition, each.text) for each in draft.texts] == [
        (1, "Første utkast"),
        (2, "Annet utkast"),
    ]
    assert (draft.edition, response.edition, response.texts) == (2, 3, [])
    assert mark is not None
    assert (mark.shown, mark.uid) == (True, UID)


def test_changed_rows_put_it_right(whole: Desk) -> None:
    whole.edit("sign_offs", "TE,2023-01-31", "TO,2023-01-30")
    whole.edit("answer_dates", "2023-02-20,Avtalt", "2023-02-24,Avtalt")
    whole.edit("attendance", "M0,HOD,no", "M0,HOD,yes\nM0,SEK1,no")
    whole.edit("public_list", "/l2", "/brev-2")
    # A promise stands over the day that was set by hand, which so cannot be moved any more.
    [refused] = whole.refused()
    assert refused.startswith("answer_dates.csv line 2: ")
    whole.edit("answer_dates", "2023-02-24,Avtalt", "2023-02-20,Avtalt")

    result = whole.bring()

    assert (result.new, result.corrected) == (1, 3)
    [withdrawn, signed] = obligations(whole, "L1")["HOD"].sign_offs
    assert (withdrawn.withdrawn, signed.code, signed.on.text) == (
        *(True, SignOffCode.TAKEN_AS_INFORMATION),
        "2023-01-30",
    )
    with whole.office.reading() as work:
        there = work.view(Attendance, "M0")
        mark = mark_of(work, Kind.LETTER, "L2")
    assert (there.present, there.absent) == (("HOD", "M01"), ("SEK1",))
    assert mark is not None
    assert (mark.address, mark.uid) == ("https://ho21.example/brev-2", UID)


def test_what_the_members_have_read_is_not_written_anew(whole: Desk) -> None:
    whole.edit("circulations", "Annet utkast", "Et helt annet utkast")
    [told] = whole.refused()
    assert told == (
        "circulations.csv line 3: What the members had to read stays as it was. Add the other text "
        "with the next number."
    )

    whole.edit("circulations", "Et helt annet utkast", "Annet utkast")
    whole.edit("circulations", "consultation:", "op_ed:O1,3,2,2023-02-02,Rettet\nconsultation:")
    whole.bring()

    with whole.office.reading() as work:
        assert work.view(Circulation, "op_ed/O1").text == "Rettet"


def test_what_a_person_has_changed_since_is_a_conflict(whole: Desk) -> None:
    with whole.office.work(by="SEK1") as work:
        withdraw_sign_off(work, letter="L1", recipient="HOD", why="Feil")
        record_attendance(work, meeting="M0", absent=["M01"])
        show_no_more(work, kind=Kind.LETTER, key="L2")
        work.commit()
    whole.edit("sign_offs", "TE", "TLF")
    whole.edit("attendance", "M0,M01,", "M0,M01,yes")
    whole.edit("public_list", "/l2", "/brev-2")

    sign_off, shown = whole.refused()  # that M01 was there is what the row said before, too

    assert sign_off.startswith('sign_offs.csv line 2, code: "TLF" was changed both here (to "with')
    assert shown.startswith("public_list.csv line 2, address: ")
    assert '"off the list"' in shown


def test_each_thing_that_is_wrong_is_named_with_its_row_and_column(desk: Desk) -> None:
    for sheet in ("meetings", "opeds"):
        desk.write(sheet, EVERY_SHEET.get(sheet, desk.file(sheet).read_text(encoding="utf-8")))
    desk.edit("meetings", "scheduled", "cancelled")
    desk.edit("opeds", "cosigners,", "cosigners,comments_by,")
    desk.edit("opeds", ",DM,", ",DM,2023-02-10,")
    desk.write(
        "sign_offs",
        "letter,recipient,code,on\nL1,KD,TE,2023-01\nL1,DM,TE,2023-01\nL1,HOD,XX,2023-02-31\n",
    )
    desk.write("answer_dates", "letter,recipient,due\nL2,HOD,2023-03-01\nL1,HOD,2023-03\n")
    desk.write("attendance", "meeting,who\nM1,M01\nM0,INGEN\n")
    desk.write(
        "circulations",
        "thing,number,edition,on,text\nop_ed:O1,0,1,,Tekst\nop_ed:O1,2,3,2023-01-01,\n"
        "op_ed:O1,3,2,2023-01-01,Tekst\nletter:L1,1,,,\n",
    )
    desk.write(
        "public_list",
        f"thing,address,uid\nletter:L1,javascript:x,123\nletter:L2,,{UID}\nop_ed:O1,,{UID}\n",
    )

    told = [error.split(": ")[0] for error in desk.refused()]

    assert sorted(told) == sorted(
        [
            "opeds.csv line 2, comments_by",
            "sign_offs.csv line 2, recipient",
            "sign_offs.csv line 3, recipient",
            "sign_offs.csv line 4, code",
            "sign_offs.csv line 4, on",
            "answer_dates.csv line 2, letter",
            "answer_dates.csv line 3, due",
            "attendance.csv line 2, meeting",
            "attendance.csv line 3, who",
            "circulations.csv line 2, number",
            "circulations.csv line 2, on",
            "circulations.csv line 3, on",
            "circulations.csv line 4, edition",
            "circulations.csv line 5, thing",
            "public_list.csv line 2, address",
            "public_list.csv line 2, uid",
            "public_list.csv line 4, uid",
        ]
    )


def test_a_date_set_here_that_the_register_says_too_is_no_conflict(desk: Desk) -> None:
    desk.edit("replies", "L1,HOD,2023-01-20,interim,,2023-03-01,Kommer tilbake,004\n", "")
    desk.bring()
    with desk.office.work(by="SEK1") as work:
        move_answer_due(work, letter="L1", recipient="HOD", day=DAY, why="Avtalt")
        work.commit()
    desk.write("answer_dates", "letter,recipient,due,why\nL1,HOD,2023-02-20,Avtalt\n")

    result = desk.bring()

    assert (result.new, result.corrected) == (0, 0)


def test_what_was_seen_of_a_point_earlier_counts_for_earlier_days(whole: Desk) -> None:
    def seen(day: date) -> tuple[str, str]:
        with whole.office.reading() as work:
            judged = work.view(Point, "PK1").judged(day)
        return (judged.uptake, judged.where) if judged else ("", "")

    assert seen(date(2023, 1, 25)) == ("taken", "Statsbudsjettet")
    assert seen(date(2023, 1, 30)) == ("partly", "Meld. St. 5 side 12")

    whole.edit("judgements", "taken,Statsbudsjettet", "not_taken,")
    whole.bring()

    assert seen(date(2023, 1, 25)) == ("not_taken", "")
    assert seen(date(2023, 1, 30))[0] == "partly"


def test_the_points_of_a_letter_keep_their_order(desk: Desk) -> None:
    keys = [f"PK{number}" for number in (3, 11, 1, 2)]
    rows = "".join(f"{key},L1,Punkt {key}\n" for key in keys)
    desk.write("points", f"key,letter,text\n{rows}")
    desk.bring()

    with desk.office.reading() as work:
        assert [each["key"] for each in register_now(work)["points"]] == keys


def test_a_meeting_agrees_though_nothing_here_keeps_from_when_it_was_moved(desk: Desk) -> None:
    desk.bring()
    with desk.office.work(by="SEK1") as work:
        schedule_meeting(work, key="M9", title="Møte", time=MeetingTime(Edtf("2023-04-03")))
        work.commit()
    desk.write(
        "meetings",
        "id,kind,title,start,status,moved_from,moved_on\n"
        "M9,council,Møte,2023-04-03,scheduled,2023-03-27,2023-01-30\n",
    )

    result = desk.bring()

    assert (result.new, result.corrected) == (0, 0)
