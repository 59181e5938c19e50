"""What became of points and promises, as the report told it on each day."""

from datetime import date

import pytest

from tilsvar.commands.council import register_organisation
from tilsvar.commands.letters import receive_reply, send_letter, sign_off
from tilsvar.commands.points import judge_point, raise_point, withdraw_point
from tilsvar.commands.promises import drop_promise, give_promise, keep_promise
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ReplyKind, SignOffCode
from tilsvar.domain.points import Uptake
from tilsvar.reports.asked import Asked
from tilsvar.reports.catalogue import REPORTS, made
from tilsvar.reports.documents.document import Coded, Document, Linked, Table
from tilsvar.reports.documents.formats import FORMATS, House
from tilsvar.tests.reports.council import Council
from tilsvar.wording.language import language

NB = language("nb")


def report(council: Council, asked: Asked) -> Document:
    with council.reading() as work:
        return made(work, REPORTS["promises"], asked, NB)


def told(table: Table, *columns: str) -> list[tuple[str, ...]]:
    """What stands in these columns, row by row."""
    places = [[each.name for each in table.columns].index(name) for name in columns]
    return [tuple(said(row[place]) for place in places) for row in table.rows]


def said(cell: object) -> str:
    return cell.text if isinstance(cell, Linked | Coded) else "" if cell is None else str(cell)


@pytest.fixture
def council(empty_council: Council) -> Council:
    """A letter of October 2022 with two points, and what was promised that autumn."""
    empty_council.today_is("2023-02-03")
    with empty_council.app.office.work(by="SEK1") as work:
        for key, name in (("HOD", "Helsedepartementet"), ("KD", "Kunnskapsdepartementet")):
            register_organisation(work, key=key, name=name, kind="ministry")
        send_letter(
            work, key="L1", title="Et fond", sent=Edtf("2022-10-03"), recipients=["HOD", "KD"]
        )
        raise_point(work, letter="L1", text="Et nasjonalt fond")
        raise_point(work, letter="L1", text="Mer forskning")
        where = "Prop. 1 S (2022–2023), side 40"
        judge_point(work, point="L1-01", uptake=Uptake.PARTLY, where=where, on=Edtf("2022-11-01"))
        judge_point(work, point="L1-01", uptake=Uptake.TAKEN, where="Side 41", on=Edtf("2023-01"))
        receive_reply(
            work,
            letter="L1",
            sender="HOD",
            received=Edtf("2022-11-02"),
            kind=ReplyKind.INTERIM,
            promised=Edtf("2023-01-15"),
        )
        for what, by_when in (("Et møte", "2022-12"), ("En plan", "2023-21"), ("Et svar", "2023")):
            give_promise(
                work,
                organisation="KD",
                what=what,
                given=Edtf("2022-11-10"),
                by_when=Edtf(by_when),
                said_in="letter:L1",
            )
        keep_promise(work, promise="P2022-01", on=Edtf("2023-01-10"))
        drop_promise(work, promise="P2022-03")
        work.commit()
    return empty_council


def test_points_stand_by_letter_with_what_was_known_on_the_day(council: Council) -> None:
    counts, points, _ = report(council, Asked(date(2023, 2, 3))).tables
    assert told(points, "letter", "point", "uptake", "where", "seen") == [
        ("Et fond", "Et nasjonalt fond", "Tatt inn", "Side 41", "2023-01"),
        ("Et fond", "Mer forskning", "Ikke kjent ennå", "", ""),
    ]
    assert [row[1] for row in counts.rows] == [1, 0, 0, 1]

    earlier = report(council, Asked(date(2022, 12, 31))).tables[1]
    assert told(earlier, "uptake", "seen")[0] == ("Delvis tatt inn", "2022-11-01")
    assert not report(council, Asked(date(2022, 10, 2))).tables[1].rows


def test_promises_are_kept_open_or_passed_as_of_the_day(council: Council) -> None:
    promised = report(council, Asked(date(2023, 2, 3))).tables[2]
    assert told(promised, "promise", "state", "kept") == [
        ("Svar på «Et fond»", "Ikke holdt i tide", ""),
        ("Et møte", "Holdt", "2023-01-10"),
        ("En plan", "Ikke holdt ennå", ""),
        ("Et svar", "Bortfalt", ""),
    ]
    assert told(promised, "said_in")[1] == ("Svaret på «Et fond»",)

    earlier = report(council, Asked(date(2023, 1, 5))).tables[2]
    states = ["Ikke holdt ennå", "Ikke holdt i tide", "Ikke holdt ennå", "Ikke holdt ennå"]
    assert [state for (state,) in told(earlier, "state")] == states


def test_a_promised_answer_is_kept_when_it_comes_and_dropped_when_it_is_given_up(
    council: Council,
) -> None:
    council.receive("L1", "HOD", "2023-01-20")
    for key, sender in (("L2", "KD"), ("L3", "KD")):
        council.send("2022-10-03", sender, key=key, title=f"Brev {key}")
        promised = {"kind": ReplyKind.INTERIM, "promised": Edtf("2022-12-15")}
        council.receive(key, sender, "2022-11-10", **promised)
    with council.work() as work:
        sign_off(work, letter="L2", recipient="KD", code=SignOffCode.NOTED, on=Edtf("2023-01-05"))
        work.commit()

    def answers(day: date) -> dict[str, tuple[str, ...]]:
        rows = told(report(council, Asked(day)).tables[2], "promise", "state", "kept")
        return {row[0]: row[1:] for row in rows if row[0].startswith("Svar på")}

    assert answers(date(2023, 2, 3)) == {
        "Svar på «Et fond»": ("Holdt", "2023-01-20"),
        "Svar på «Brev L2»": ("Bortfalt", ""),
        "Svar på «Brev L3»": ("Ikke holdt i tide", ""),
    }
    assert answers(date(2022, 12, 1))["Svar på «Brev L2»"] == ("Ikke holdt ennå", "")


def test_only_what_was_sent_or_said_in_the_period_is_told(council: Council) -> None:
    asked = Asked(date(2023, 2, 3), date(2022, 11, 5), date(2022, 12, 31))
    points, promised = report(council, asked).tables
    assert not points.rows
    assert [what for (what,) in told(promised, "promise")] == ["Et møte", "En plan", "Et svar"]


def test_what_was_withdrawn_is_left_out(council: Council) -> None:
    with council.app.office.work(by="SEK1") as work:
        withdraw_point(work, point="L1-02")
        work.commit()
    assert len(report(council, Asked(date(2023, 2, 3))).tables[1].rows) == 1


def test_it_is_written_in_every_format(council: Council) -> None:
    document = report(council, Asked(date(2023, 2, 3)))
    house = House("HelseOmsorg21-rådet", "http://localhost:8000")
    for ending in sorted(set(FORMATS) - {"pdf"}):
        assert FORMATS[ending].write(document, house), ending
