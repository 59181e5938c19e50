"""The handover: everything that one caseworker has in hand, and nothing that is another's."""

from datetime import date

import pytest

from tilsvar.commands.communications import suggest_activity
from tilsvar.commands.consultations import decline_consultation, publish_consultation
from tilsvar.commands.council import register_person
from tilsvar.commands.deadlines import meet_deadline, set_deadline
from tilsvar.commands.follow_ups import draft_follow_up
from tilsvar.commands.measures import plan_measure
from tilsvar.commands.media import name_speaker, unname_speaker
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.commands.promises import give_promise, keep_promise
from tilsvar.commands.reminders import change_ladder, snooze
from tilsvar.commands.scheduled_reports import schedule_report, stop_schedule
from tilsvar.commands.stakeholders import name_stakeholder, remove_stakeholder
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Role
from tilsvar.domain.stakeholders import StakeholderRole
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.reports.asked import Asked
from tilsvar.reports.catalogue import REPORTS, made
from tilsvar.reports.documents.document import Coded, Document, Linked
from tilsvar.reports.documents.formats import FORMATS, House
from tilsvar.reports.handover import WhoseWork
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
    assert letter[2:] == (Coded("NFD", "NFD"), Coded("over fristen", "overdue"))
    [measure] = tables["measures"].rows
    assert measure[0] == Edtf("2023-05")
    assert tables["consultations"].rows[0][2:] == (
        Coded("KD", "KD"),
        Coded("varslet", "announced"),
    )
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


def test_where_somebody_stands_by_name_is_handed_over_too(two: Council) -> None:
    with two.work() as work:
        for key, known_by in (("KD", ["SEK1"]), ("NFD", ["SEK2", "SEK1"]), ("HOD", ["SEK2"])):
            name_stakeholder(
                work,
                theme="T2",
                organisation=key,
                role=StakeholderRole.OWNER,
                known_by=known_by,
            )
        name_speaker(work, person="SEK1", theme="T2")
        name_speaker(work, person="SEK1")
        name_speaker(work, person="SEK2")
        schedule_report(work, report="annual", people=("SEK1",))
        schedule_report(work, report="promises", people=("SEK2",))
        schedule_report(work, report="activities", roles=("secretariat",))
        change_ladder(work, ladder="consultation", rungs="-14d to SEK1 leader")
        change_ladder(work, ladder="internal", rungs="-2d to SEK1", object_key="D2")
        work.commit()

    tables = {table.name: table for table in handover(two, "SEK1").tables}

    owner = Coded("eier", "owner")
    assert [tuple(row[1:]) for row in tables["stakeholders"].rows] == [
        (Linked("Tema 2", "/themes/T2/stakeholders/KD"), Coded("KD", "KD"), owner),
        (Linked("Tema 2", "/themes/T2/stakeholders/NFD"), Coded("NFD", "NFD"), owner),
    ]
    assert [tuple(row) for row in tables["speaking"].rows] == [
        (Linked("Alt rådet arbeider med", "/media"), Coded("alt", "everything")),
        (Linked("Tema 2", "/themes/T2"), Coded("et tema", "theme")),
    ]
    assert [tuple(row) for row in tables["reports"].rows] == [
        (
            Edtf("2023-03-01"),
            Linked("Lister til årsrapporten", "/settings/scheduled-reports/R2023-01"),
        )
    ]
    assert [row[0] for row in tables["reminders"].rows] == [
        Linked("Høringer", "/settings/ladders/consultation"),
        Linked("Interne frister: Frist 2", "/settings/ladders/internal/D2"),
    ]


def test_who_has_left_a_list_and_what_is_stopped_names_nobody(two: Council) -> None:
    with two.work() as work:
        name_stakeholder(
            work, theme="T1", organisation="KD", role=StakeholderRole.OWNER, known_by=["SEK1"]
        )
        remove_stakeholder(work, stakeholder="T1/KD", why="Saken er en annen")
        name_speaker(work, person="SEK1")
        unname_speaker(work, person="SEK1")
        schedule_report(work, report="annual", people=("SEK1",))
        stop_schedule(work, schedule="R2023-01")
        work.commit()

    found = set(listed(handover(two, "SEK1")))

    assert found.isdisjoint({"stakeholders", "speaking", "reports", "reminders"})


def test_without_a_person_it_is_refused_and_a_guessed_key_is_nobodys(council: Council) -> None:
    with pytest.raises(WhoseWork):
        handover(council, "")
    with pytest.raises(Unknown):
        handover(council, "NOBODY")


def test_it_is_written_in_every_format(two: Council) -> None:
    found = handover(two, "SEK1")

    for each in FORMATS.values():
        content = each.write(found, HOUSE)
        assert content, each.ending
    assert b"/letters/L1" in FORMATS["html"].write(found, HOUSE)
    assert "Høring 1" in FORMATS["csv"].write(found, HOUSE).decode()
