"""The handover: everything that one caseworker has in hand, and nothing that is another's."""

from datetime import date

import pytest

from tilsvar.commands.communications import suggest_activity
from tilsvar.commands.consultations import decline_consultation, publish_consultation
from tilsvar.commands.council import register_person
from tilsvar.commands.deadlines import meet_deadline, set_deadline
from tilsvar.commands.follow_ups import draft_follow_up
from tilsvar.commands.measures import plan_measure
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.commands.promises import give_promise, keep_promise
from tilsvar.commands.reminders import snooze
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Role
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.reports.asked import Asked
from tilsvar.reports.catalogue import REPORTS, made
from tilsvar.reports.documents.document import Document, Linked
from tilsvar.reports.documents.formats import FORMATS, House
from tilsvar.store.unit_of_work import Unknown
from tilsvar.tests.reports.council import Council
from tilsvar.wording.language import language

HOUSE = House("Rådet", "http://localhost:8000")


@pytest.fixture
def two(council: Council) -> Council:
    """Kari (SEK1) has one of each in hand, and so has Ola (SEK2); more of Kari's are settled."""
    council.today_is("2023-02-03")
    with council.work() as work:
        register_person(
            work, key="SEK2", name="Ola", email="ola@ho21.example", role=Role.SECRETARIAT
        )
        work.commit()
    for who, number in (("SEK1", 1), ("SEK2", 2)):
        council.send(
            "2022-10-03",
            "NFD" if number == 1 else "HOD",
            key=f"L{number}",
            title=f"Brev {number}",
            responsible=who,
        )
        with council.work(who) as work:
            publish_consultation(
                work,
                key=f"C{number}",
                title=f"Høring {number}",
                publisher="KD",
                deadline=Edtf("2023-03-01"),
                responsible=who,
            )
            set_deadline(
                work,
                key=f"D{number}",
                title=f"Frist {number}",
                due=Edtf("2023-02-17"),
                responsible=who,
            )
            start_op_ed(work, key=f"O{number}", title=f"Kronikk {number}", responsible=who)
            register_theme(work, key=f"T{number}", title=f"Tema {number}", responsible=who)
            plan_measure(
                work,
                key=f"TI{number}",
                theme=f"T{number}",
                title=f"Tiltak {number}",
                follow_up=Edtf("2023-05"),
                responsible=who,
            )
            suggest_activity(work, key=f"A{number}", title=f"Innlegg {number}", responsible=who)
            give_promise(
                work, key=f"P{number}", organisation="KD", what=f"Svar {number}", by_when=None
            )
            snooze(work, key=f"D{number}", until=date(2023, 2, 10))
            work.commit()
    with council.work() as work:
        draft_follow_up(work, department="NFD", words=FollowUpWords())
        work.commit()
    return council


def handover(council: Council, person: str) -> Document:
    with council.reading() as work:
        return made(work, REPORTS["handover"], Asked(work.today, person=person), language("nb"))


def listed(document: Document) -> dict[str, list[str]]:
    """Where the things of each table lead to, by the table's name."""
    return {
        table.name: [cell.path for row in table.rows for cell in row if isinstance(cell, Linked)]
        for table in document.tables
        if table.name != "counts"
    }


def test_everything_that_is_hers_is_handed_over_and_nothing_of_his(two: Council) -> None:
    found = handover(two, "SEK1")

    assert found.title == "Overlevering: Kari"
    assert listed(found) == {
        "letters": ["/letters/L1"],
        "follow_ups": ["/follow-ups/F2023-01"],
        "consultations": ["/consultations/C1"],
        "deadlines": ["/deadlines/D1"],
        "op_eds": ["/op-eds/O1"],
        "themes": ["/themes/T1"],
        "measures": ["/measures/TI1"],
        "activities": ["/communications/A1"],
        "promises": ["/promises/P1"],
        "put_off": ["/put-off/D1"],
    }
    counts = found.tables[0]
    assert counts.name == "counts"
    assert [row[1] for row in counts.rows] == [1] * 10


def test_what_is_settled_is_handed_over_to_nobody(two: Council) -> None:
    two.receive("L2", "HOD", "2023-01-10")
    with two.work("SEK2") as work:
        decline_consultation(work, consultation="C2")
        meet_deadline(work, deadline="D2")
        keep_promise(work, promise="P2")
        work.commit()

    found = listed(handover(two, "SEK2"))

    assert not {"letters", "follow_ups", "consultations", "deadlines", "promises"} & set(found)
    assert found["themes"] == ["/themes/T2"]


def test_each_line_says_by_when_with_whom_and_how_it_stands(two: Council) -> None:
    tables = {table.name: table for table in handover(two, "SEK1").tables}

    [letter] = tables["letters"].rows
    assert letter[0] == Edtf("2022-11-03")
    assert letter[2:] == ("NFD", "over fristen")
    [measure] = tables["measures"].rows
    assert measure[0] == Edtf("2023-05")
    assert tables["consultations"].rows[0][2:] == ("KD", "varslet")
    assert tables["put_off"].rows[0][0] == Edtf("2023-02-10")


def test_of_somebody_with_nothing_in_hand_that_is_said(council: Council) -> None:
    found = handover(council, "SEK1")

    assert [(each.rows, each.empty) for each in found.tables] == [
        ([], "Ingenting skal overleveres.")
    ]


def test_what_nobody_is_responsible_for_is_listed_apart(two: Council) -> None:
    two.send("2022-10-03", "KD", key="L3", title="Brev uten ansvarlig")
    with two.work() as work:
        set_deadline(work, key="D3", title="Frist uten ansvarlig", due=Edtf("2023-02-17"))
        snooze(work, key="D3", until=date(2023, 2, 10))
        work.commit()

    found = handover(two, "SEK2")

    assert listed(found)["nobodys"] == ["/letters/L3", "/deadlines/D3"]
    assert found.sections[-1].title == "Åpne saker uten ansvarlig"
    assert listed(found)["put_off"] == ["/put-off/D2"]


def test_without_a_person_it_asks_for_one_and_a_guessed_key_is_nobodys(council: Council) -> None:
    found = handover(council, "")

    assert found.tables == ()
    assert found.lead == ("Velg hvem arbeidet skal overtas fra.",)
    with pytest.raises(Unknown):
        handover(council, "NOBODY")


def test_it_is_written_in_every_format(two: Council) -> None:
    found = handover(two, "SEK1")

    for each in FORMATS.values():
        content = each.write(found, HOUSE)
        assert content, each.ending
    assert b"/letters/L1" in FORMATS["html"].write(found, HOUSE)
    assert "Høring 1" in FORMATS["csv"].write(found, HOUSE).decode()
