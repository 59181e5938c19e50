"""The register goes out as it would come in, and comes back the same."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tilsvar.commands.contacts import erase_contact
from tilsvar.commands.letters import receive_reply, send_letter, withdraw_reply, withdraw_sign_off
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.commands.public_list import show_no_more
from tilsvar.commands.stakeholders import remove_stakeholder
from tilsvar.commands.stances import record_stance, withdraw_stance
from tilsvar.commands.withdrawing_letters import withdraw_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, ReplyKind
from tilsvar.domain.stakeholders import StanceValue
from tilsvar.intake.apply import import_register
from tilsvar.intake.export import Rows, register_now
from tilsvar.intake.register.reader import Register, read_register
from tilsvar.intake.register.writing import (
    FileInTheWay,
    FolderInUse,
    TooLongForACell,
    csv_text,
    workbook_bytes,
    write_register,
)
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.intake.desk import Desk
from tilsvar.tests.intake.every_sheet import EVERY_SHEET
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp, answer, with_bell


def exported(office: Office) -> Rows:
    with office.reading() as work:
        return {sheet: rows for sheet, rows in register_now(work).items() if rows}


def cells_of(register: Register) -> Rows:
    return {
        sheet: [dict(row.cells) for row in rows] for sheet, rows in register.sheets.items() if rows
    }


def in_order(rows: Rows) -> dict[str, list[list[tuple[str, str]]]]:
    return {sheet: sorted(sorted(row.items()) for row in found) for sheet, found in rows.items()}


@pytest.fixture
def other(make_app: MakeApp, sqlite: Databases, bell: HandBell, tmp_path: Path) -> Office:
    """Another system, without anything in it."""
    place = tmp_path / "other"
    place.mkdir()
    return with_bell(make_app(sqlite.migrated(place)), bell).office


def test_the_councils_own_register_goes_out_as_it_came_in(desk: Desk) -> None:
    with as_file(files("tilsvar.examples.helseomsorg21")) as example:
        import_register(desk.office, example)
        told = cells_of(read_register(example))

    assert in_order(exported(desk.office)) == in_order(told)


@pytest.mark.parametrize("name", ["register", "register.xlsx"])
def test_what_went_out_comes_into_another_system_and_goes_out_the_same(
    desk: Desk, other: Office, tmp_path: Path, name: str
) -> None:
    for sheet, text in EVERY_SHEET.items():
        desk.write(sheet, text)
    desk.bring()
    out = exported(desk.office)
    write_register(tmp_path / "out" / name, out)

    import_register(other, tmp_path / "out" / name)

    assert exported(other) == out
    assert set(out) == set(EVERY_SHEET) | {
        *("organisations", "areas", "people", "letters", "replies"),
        *("consultations", "opeds", "deadlines"),
    }


def test_what_went_out_changes_nothing_where_it_came_from(desk: Desk) -> None:
    for sheet, text in EVERY_SHEET.items():
        desk.write(sheet, text)
    desk.bring()
    with desk.office.work(by="SEK1") as work:
        send_letter(work, key="L3", title="Brev", sent=Edtf("2023-02-01"), recipients=["HOD"])
        withdraw_reply(work, letter="L1", sender="KD", why="Feil dato")
        received = Edtf("2023-01-26")
        receive_reply(work, letter="L1", sender="KD", received=received, kind=ReplyKind.FINAL)
        record_stance(
            work, theme="T1", organisation="KD", stance=StanceValue.OPPOSED, as_of=Edtf("2023-01")
        )
        work.commit()
    answer(desk.app, desk.bell)
    out = exported(desk.office)
    before = desk.written()
    shutil.rmtree(desk.folder)
    write_register(desk.folder, out)

    result = desk.bring()

    assert (result.new, result.corrected) == (0, 0)
    after = desk.written()
    assert {name for name in before if before[name] != after[name]} == {"imported_row"}
    assert exported(desk.office) == out


def test_what_was_registered_by_hand_goes_out_with_the_day_on_which_it_was(desk: Desk) -> None:
    desk.bring()
    with desk.office.work(by="SEK1") as work:
        send_letter(
            work,
            key="L3",
            title="Spørsmål",
            sent=Edtf("2023-02-01"),
            recipients=["HOD"],
            follows_up=("L1", "L2"),
        )
        start_op_ed(work, key="O2", title="Kronikk")
        work.commit()
        today = work.today.isoformat()

    out = exported(desk.office)

    letter = next(row for row in out["letters"] if row["id"] == "L3")
    assert (letter["follows_up"], letter["reply_expected"]) == ("L1;L2", "yes")
    assert next(row["known"] for row in out["opeds"] if row["id"] == "O2") == today


def test_what_is_withdrawn_is_left_out_with_what_names_it(desk: Desk) -> None:
    for sheet, text in EVERY_SHEET.items():
        desk.write(sheet, text)
    desk.bring()
    with desk.office.work(by="SEK1") as work:
        withdraw_reply(work, letter="L1", sender="HOD", why="Feil")
        work.commit()
    assert exported(desk.office)["stakeholders"][1]["evidence"] == ""
    with desk.office.work(by="SEK1") as work:
        withdraw_reply(work, letter="L1", sender="KD", why="Feil")
        withdraw_sign_off(work, letter="L1", recipient="HOD", why="Feil")
        show_no_more(work, kind=Kind.LETTER, key="L2")
        withdraw_letter(work, letter="L1", why="Feil")
        withdraw_stance(work, stakeholder="T1/HOD", number=1)
        remove_stakeholder(work, stakeholder="T1/KD", why="Har ingen rolle")
        erase_contact(work, contact="K1")
        work.commit()

    out = exported(desk.office)

    assert [row["id"] for row in out["letters"]] == ["L2"]
    gone = {"replies", "theme_things", "contacts", "sign_offs", "answer_dates", "public_list"}
    assert not gone & out.keys()
    stakeholder, off = out["stakeholders"]
    assert (stakeholder["as_of"], stakeholder["evidence"]) == ("2023-01-20", "")
    assert (off["organisation"], off["removed"], off["why"]) == ("KD", "yes", "Har ingen rolle")


def test_formulas_are_text_in_csv_and_in_excel_and_come_back_unchanged(
    desk: Desk, tmp_path: Path
) -> None:
    desk.bring()
    titles = ["=cmd|calc", "'=2", "''+47", "@navn", "-5", "'vanlig'"]
    with desk.office.work(by="SEK1") as work:
        for number, title in enumerate(titles):
            key = f"X{number}"
            send_letter(work, key=key, title=title, sent=Edtf("2023-01"), recipients=["HOD"])
        work.commit()

    out = exported(desk.office)

    lines = csv_text("letters", out["letters"]).splitlines()
    assert [line.split(",")[2] for line in lines if line.startswith("X")] == [
        *("'=cmd|calc", "''=2", "'''+47", "'@navn", "'-5", "'vanlig'"),
    ]
    for name in ("folder", "book.xlsx"):
        write_register(tmp_path / name, out)
        assert cells_of(read_register(tmp_path / name)) == out
    book = load_workbook(tmp_path / "book.xlsx")
    types = {cell.data_type for row in book["letters"].iter_rows() for cell in row if cell.value}
    assert types == {"s"}


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    rows: Rows = {"areas": [{"key": "A", "name": "Å", "plan": "", "from": "", "to": ""}]}
    write_register(tmp_path / "out", rows)
    write_register(tmp_path / "out", rows)
    text = (tmp_path / "out" / "areas.csv").read_text(encoding="utf-8")
    assert text == "key,name,plan,from,to\nA,Å,,,\n"

    (tmp_path / "out" / "letters.csv").write_text("id\n")
    with pytest.raises(FolderInUse, match=r"holds letters\.csv, which this export does not write"):
        write_register(tmp_path / "out", rows)
    write_register(tmp_path / "out.xlsx", rows)
    with pytest.raises(FileInTheWay, match="is there already"):
        write_register(tmp_path / "out.xlsx", rows)
    with pytest.raises(FileInTheWay):
        write_register(tmp_path / "out" / "letters.csv", rows)


def test_excel_is_not_given_more_than_a_cell_can_hold() -> None:
    rows: Rows = {"areas": [{"key": "A", "name": "Å" * 40_000, "plan": "", "from": "", "to": ""}]}
    with pytest.raises(TooLongForACell, match="A cell of areas is longer than Excel can hold"):
        workbook_bytes(rows)
