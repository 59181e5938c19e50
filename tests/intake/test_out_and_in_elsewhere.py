"""What people have done here goes out with the register, and stands as done where it comes in."""

from datetime import date
from pathlib import Path

import pytest

from tilsvar.commands.attendance import record_attendance
from tilsvar.commands.circulations import circulate, put_text
from tilsvar.commands.letters import move_answer_due, receive_reply, send_letter, sign_off
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.commands.points import judge_point, raise_point
from tilsvar.commands.public_list import show_publicly
from tilsvar.domain.circulations import Circulation
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, OpEdStatus, ReplyKind, SignOffCode, SubmissionOutcome
from tilsvar.domain.letters import Letter
from tilsvar.domain.op_eds import OpEd
from tilsvar.domain.points import Uptake
from tilsvar.intake.apply import import_register
from tilsvar.intake.export import register_now
from tilsvar.intake.register.writing import write_register
from tilsvar.tests.intake.desk import Desk
from tilsvar.tests.intake.every_sheet import EVERY_SHEET
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp, answer, pass_time, with_bell
from tilsvar.tests.workers.hearing import morning

SOON = date(2023, 2, 24)

pytestmark = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)


def work_by_hand(desk: Desk) -> None:
    """Letters signed off and put off, drafts with the members, a meeting held, a point judged."""
    with desk.office.work(by="SEK1") as work:
        send_letter(
            work, key="L3", title="Brev", sent=Edtf("2023-01-20"), recipients=["HOD", "KD", "KDD"]
        )
        noted, on = SignOffCode.NOTED, Edtf("2023-02-01")
        sign_off(work, letter="L3", recipient="HOD", code=noted, on=on, note="På telefon")
        move_answer_due(work, letter="L3", recipient="KD", day=SOON, why="Avtalt med dem")
        move_answer_due(work, letter="L3", recipient="KDD", day=SOON, why="")
        # What was promised since came earlier than the day was set.
        came, promised, kind = Edtf("2023-01-25"), Edtf("2023-03-15"), ReplyKind.INTERIM
        receive_reply(work, letter="L3", sender="KDD", received=came, kind=kind, promised=promised)
        record_attendance(work, meeting="M0", present=["M01"], absent=["SEK1", "KD"])
        circulate(work, kind=Kind.OP_ED, key="O1", comments_by=date(2023, 2, 10), text="Et utkast")
        circulate(work, kind=Kind.CONSULTATION, key="C1", comments_by=SOON, text="Et svar")
        put_text(work, kind=Kind.CONSULTATION, key="C1", text="Et bedre svar\n\nMed mer")
        start_op_ed(work, key="O3", title="Kronikk", status=OpEdStatus.DRAFT)
        for status, outlet, day in (
            (OpEdStatus.SUBMITTED, "DM", "2023-01-10"),
            (OpEdStatus.REJECTED, None, "2023-01-20"),
            (OpEdStatus.SUBMITTED, "HOD", "2023-01-25"),
        ):
            update_op_ed(work, op_ed="O3", status=status, outlet=outlet, on=Edtf(day))
        show_publicly(work, kind=Kind.LETTER, key="L3", address="https://ho21.example/l3")
        raise_point(work, key="PK9", letter="L3", text="Et register")
        for day, uptake in (("2023-01-25", Uptake.TAKEN), ("2023-02-02", Uptake.UNKNOWN)):
            judge_point(work, point="PK9", uptake=uptake, where="s. 3", on=Edtf(day))
        work.commit()


@pytest.mark.parametrize("name", ["register", "register.xlsx"])
def test_what_people_did_is_done_where_the_register_comes_in(
    desk: Desk, make_app: MakeApp, sqlite: Databases, tmp_path: Path, name: str
) -> None:
    for sheet in ("meetings", "themes"):
        desk.write(sheet, EVERY_SHEET[sheet])
    desk.bring()
    work_by_hand(desk)
    pass_time(desk.app, desk.bell, morning(date(2023, 2, 14)))
    with desk.office.work(by="M01") as work:
        update_op_ed(work, op_ed="O1")  # somebody worked on it after the last day for comments
        work.commit()
    answer(desk.app, desk.bell)
    with desk.office.reading() as work:
        out = register_now(work)
    write_register(tmp_path / "out" / name, {sheet: rows for sheet, rows in out.items() if rows})

    (tmp_path / "other").mkdir()
    other = with_bell(make_app(sqlite.migrated(tmp_path / "other")), desk.bell)
    pass_time(other, desk.bell, morning(date(2023, 2, 15)))
    import_register(other.office, tmp_path / "out" / name)

    with other.office.reading() as work:
        assert register_now(work) == out
        answers = {each.recipient: each for each in work.view(Letter, "L3").obligations}
        assert [each.open for each in answers.values()] == [False, True, True]
        [signed] = answers["HOD"].sign_offs
        assert (signed.by, signed.on.text, signed.note) == ("SEK1", "2023-02-01", "På telefon")
        assert (answers["KD"].due(), answers["KDD"].due()) == (SOON, date(2023, 3, 15))
        rejected, waiting = work.view(OpEd, "O3").submissions
        assert (rejected.outlet, rejected.sent) == ("DM", date(2023, 1, 10))
        assert (rejected.outcome, rejected.answered) == (
            SubmissionOutcome.REJECTED,
            Edtf("2023-01-20"),
        )
        assert (waiting.outlet, waiting.sent) == ("HOD", date(2023, 1, 25))
        assert work.view(OpEd, "O1").comments_due == date(2023, 2, 10)
        assert work.view(Circulation, "consultation/C1").text == "Et bedre svar\n\nMed mer"
    again = import_register(other.office, tmp_path / "out" / name)
    assert (again.new, again.corrected) == (0, 0)
