"""A register comes in: all of it once, and the same again changes nothing."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import Row

from tilsvar.domain.kinds import Kind, MeetingStatus
from tilsvar.domain.letters import Letter
from tilsvar.domain.meetings import Meeting
from tilsvar.domain.op_eds import OpEd
from tilsvar.domain.organisations import Organisation
from tilsvar.intake.apply import import_register
from tilsvar.intake.current import CLASSES, current_cells
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.intake.desk import SHEETS, Desk
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import (
    MORNING,
    HandBell,
    MakeApp,
    pass_time,
    with_bell,
)
from tilsvar.tests.servers.rows import count, rows


def test_the_councils_own_register_comes_in_once(desk: Desk) -> None:
    with as_file(files("tilsvar.examples.helseomsorg21")) as example:
        first = import_register(desk.office, example)
        before = desk.written()
        again = import_register(desk.office, example)

    assert (first.corrected, first.unchanged, first.vanished) == (0, 0, ())
    assert (again.new, again.corrected, again.unchanged) == (0, 0, first.new)
    assert desk.written() == before
    with desk.office.reading() as work:
        found = {sheet: len(work.all(cls)) for sheet, cls in CLASSES.items()}
    assert {sheet: number for sheet, number in found.items() if number} == {
        "organisations": 30,
        "areas": 9,
        "people": 22,
        "letters": 19,
        "consultations": 5,
        "opeds": 9,
        "meetings": 41,
        "deadlines": 19,
        "themes": 20,
        "target_groups": 10,
    }


def test_what_came_in_says_the_same_as_its_rows(desk: Desk) -> None:
    with as_file(files("tilsvar.examples.helseomsorg21")) as example:
        import_register(desk.office, example)

    with desk.office.reading() as work:
        for row in rows_of(desk.office):
            if row.sheet in CLASSES:
                now = current_cells(work, row.sheet, row.key) or {}
                assert now.items() <= row.cells.items(), (row.sheet, row.key)


def rows_of(office: Office) -> list[Row[Any]]:
    with office.engine.connect().execution_options(read_only=True) as connection:
        return list(connection.execute(flow.imported_row.select()))


def test_a_first_import_floods_nobody(desk: Desk) -> None:
    with as_file(files("tilsvar.examples.helseomsorg21")) as example:
        import_register(desk.office, example)

    pass_time(desk.app, desk.bell, MORNING)

    rung = flow.rung.c
    assert count(desk.office, flow.mail) == count(desk.office, flow.reminder) == 0
    past = rows(desk.office, flow.rung, rung.day < MORNING.date())
    assert {each.state for each in past} == {"too_late"}
    assert len(past) > 20
    ahead = rows(desk.office, flow.rung, rung.day >= MORNING.date())
    assert {each.state for each in ahead} == {"waiting"}
    assert {each.key for each in ahead} >= {"D2023-05", "D2024-01"}


def test_a_dry_run_says_what_would_happen_and_writes_nothing(desk: Desk) -> None:
    would = desk.bring(dry_run=True)
    assert set(desk.written().values()) == {0}
    with desk.office.reading() as work:
        assert work.all(Organisation) == []

    did = desk.bring()
    assert would == did

    desk.edit("letters", "Om norsk helsenæring", "Om helsenæringen")
    before = desk.written()
    assert desk.bring(dry_run=True).corrected == 1
    assert desk.written() == before


def test_the_same_register_from_one_workbook_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.bring()
    before = desk.written()
    book = Workbook()
    for sheet, text in SHEETS.items():
        page = book.create_sheet(sheet)
        for line in text.splitlines():
            page.append(line.split(","))
    del book["Sheet"]
    book.save(tmp_path / "register.xlsx")

    result = import_register(desk.office, tmp_path / "register.xlsx")

    assert (result.new, result.corrected, result.vanished) == (0, 0, ())
    assert desk.written() == before


def test_a_row_that_vanished_stays_and_is_mentioned(desk: Desk) -> None:
    desk.bring()
    desk.edit("meetings", SHEETS["meetings"].splitlines()[1] + "\n", "")

    result = desk.bring()

    assert result.vanished == ("meetings M1",)
    assert (result.new, result.corrected) == (0, 0)
    with desk.office.reading() as work:
        assert work.get(Meeting, "M1").status is MeetingStatus.SCHEDULED


def test_of_two_replies_that_are_alike_the_one_that_stays_keeps_its_place(desk: Desk) -> None:
    second = "L1,HOD,2023-01-30,interim,,2023-04-01,Utsatt igjen,004"
    desk.add("replies", second)
    desk.bring()
    desk.edit("replies", "L1,HOD,2023-01-20,interim,,2023-03-01,Kommer tilbake,004\n", "")
    before = desk.written()

    result = desk.bring()

    assert (result.corrected, result.new) == (0, 0)
    assert result.vanished == ("replies L1/HOD/interim",)
    assert desk.written() == before


def test_letters_are_entered_after_what_they_follow_up_whatever_their_keys_and_dates(
    desk: Desk,
) -> None:
    desk.add("letters", "B1,letter,Om KSF,,2022-05,HOD,yes,,,")
    desk.add("letters", "A1,letter,Om KSF igjen,,2022-05-20,HOD,yes,B1,,")
    desk.add("letters", "A2,letter,Om KSF enda en gang,,2022,HOD,yes,A1,,")
    desk.add("replies", "A2,HOD,2022-06-10,final,,,Svar,")

    desk.bring()

    earlier = ["LetterSent", "AnswerExpected", "FollowUpSent", "ReplyReceived"]
    assert desk.told(Kind.LETTER, "B1") == earlier
    assert desk.told(Kind.LETTER, "A1") == earlier
    assert desk.told(Kind.LETTER, "A2") == ["LetterSent", "AnswerExpected", "ReplyReceived"]


def test_a_rejected_op_ed_remembers_which_paper_turned_it_down(desk: Desk) -> None:
    desk.add("opeds", "O2,Avvist,,rejected,DM,,,2023-01-15,")

    desk.bring()

    with desk.office.reading() as work:
        assert work.get(OpEd, "O2").outlet == "DM"


def test_a_fault_in_the_last_sheet_takes_back_all_the_others(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_values: object) -> None:
        raise RuntimeError("the disk is full")

    # A fault of the machine has no other door into the middle of a transaction.
    monkeypatch.setattr("tilsvar.intake.facts.deadlines.set_deadline", broken)
    with pytest.raises(RuntimeError, match="disk"):
        desk.bring()

    assert set(desk.written().values()) == {0}
    with desk.office.reading() as work:
        assert all(work.all(cls) == [] for cls in CLASSES.values())
    assert desk.bell.rings == []


def test_two_thousand_letters_come_in_and_the_bar_moves(
    make_app: MakeApp, sqlite: Databases, bell: HandBell, tmp_path: Path
) -> None:
    app = with_bell(make_app(sqlite.migrated(tmp_path)), bell)
    desk = Desk(app, bell, tmp_path / "register")
    desk.folder.mkdir()
    desk.write("organisations", SHEETS["organisations"])
    letters = (
        f"L{n},letter,Brev {n},{2000 + n // 100}-03-0{n % 100 // 12 + 1},HOD;KD,"
        f"{f'L{n - 1}' if n % 10 == 9 else ''}\n"
        for n in range(2000)
    )
    desk.write("letters", "id,kind,title,sent,recipients,follows_up\n" + "".join(letters))
    steps: list[tuple[str, int, int]] = []

    result = import_register(
        desk.office, desk.folder, progress=lambda *step: steps.append((step[0], step[1], step[2]))
    )

    assert result.new == 2005
    facts = [(done, total) for what, done, total in steps if what == "facts"]
    assert facts[-1] == (2000, 2000)
    assert len(facts) > 15
    assert all(done <= total for done, total in facts)
    with desk.office.reading() as work:
        assert work.get(Letter, "L1999").recipients == ("HOD", "KD")
