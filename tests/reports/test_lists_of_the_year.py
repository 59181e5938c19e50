"""The lists of a year and the table of activities, as a head of secretariat reads them."""

from datetime import date

import pytest

from tilsvar.commands.areas import register_area
from tilsvar.commands.letters import withdraw_reply
from tilsvar.commands.media import record_coverage, withdraw_coverage
from tilsvar.commands.meetings import cancel_meeting, move_meeting, schedule_meeting
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind, OpEdStatus
from tilsvar.domain.media import CoverageSort
from tilsvar.domain.meetings import MeetingTime
from tilsvar.reports.asked import Asked, whole_year
from tilsvar.reports.catalogue import REPORTS, made
from tilsvar.reports.documents.cells import words
from tilsvar.reports.documents.document import Document
from tilsvar.reports.documents.for_reading import for_reading
from tilsvar.tests.reports.council import Council
from tilsvar.wording.language import language

NB = language("nb")
FEBRUARY = date(2023, 2, 3)
LONG = "Innspill om " + "forskningsogutviklingsarbeidsområdet " * 8


def told(document: Document, name: str) -> list[list[str]]:
    """What a person reads in that table, row by row."""
    [table] = [each for each in for_reading(document).tables if each.name == name]
    return [
        [words(cell, NB).replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in table.rows
    ]


def report(council: Council, name: str, asked: Asked | None = None) -> Document:
    with council.reading() as work:
        return made(work, REPORTS[name], asked or Asked(FEBRUARY, *whole_year(2022)), NB)


def meets(council: Council, key: str, title: str, on: str, kind: MeetingKind, *who: str) -> None:
    with council.work() as work:
        schedule_meeting(
            work, key=key, title=title, time=MeetingTime(Edtf(on)), kind=kind, participants=who
        )
        work.commit()


@pytest.fixture
def year(council: Council) -> Council:
    """What happened in 2022, and around it."""
    council.today_is("2023-02-03")
    with council.work() as work:
        register_area(work, key="G", name="Gammelt område", since=Edtf("2020"))
        register_area(work, key="U", name="Område uten dato")
        register_area(work, key="N", name="Nytt område", since=Edtf("2022"))
        register_area(work, key="A", name="Annet nytt område", since=Edtf("2022"))
        register_theme(work, key="T1", title="Kunnskapsløftet", area="N")
        register_theme(work, key="T2", title="Helsedata", area="A")
        work.commit()
    council.send("2022-03-01", "HOD", "KD", "NFD", key="L1", title="Til tre", area="N")
    council.receive("L1", "KD", "2022-04-20", summary="Støtter forslaget")
    council.send("2022-21", "KMD", key="L2", title="I vår", area="G")
    council.send("2022-12", "HOD", key="L3", title=LONG, area="A")
    council.send("2021-12-31", "HOD", key="L0", title="Året før")
    dialogue = MeetingKind.DIALOGUE
    meets(council, "M1", "Dialogmøte om kunnskapsløftet og helsedata", "2022-05-05", dialogue, "KD")
    meets(council, "M2", "Samtale om kunnskapsløftet", "2022-12-15", dialogue, "HOD")
    meets(council, "M3", "Avlyst dialog", "2022-06-01", dialogue)
    meets(council, "M4", "Dialog om ventetid", "2022-23", dialogue)
    meets(council, "M5", "Høstkonferansen: alle hånd", "2022-10-31", MeetingKind.EVENT)
    with council.work() as work:
        move_meeting(work, meeting="M2", time=MeetingTime(Edtf("2023-01-20")))
        cancel_meeting(work, meeting="M3")
        draft = start_op_ed(work, title="Hva nå?", on=date(2022, 8, 1), cosigners=("HOD",))
        update_op_ed(
            work,
            op_ed=draft.key,
            status=OpEdStatus.PUBLISHED,
            outlet="KD",
            on=Edtf("2022-08-15"),
            leaps=True,
        )
        for title, on in (("Leserbrev", "2022-09-01"), ("Tatt bort", "2022-09-02")):
            found = record_coverage(
                work, title=title, on=Edtf(on), sort=CoverageSort.READER_COMMENT
            )
        withdraw_coverage(work, coverage=found.key)
        work.commit()
    return council


ONE_DATABASE = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)


@ONE_DATABASE
def test_the_lists_have_what_was_of_the_year_in_order_with_dates_in_words(year: Council) -> None:
    found = report(year, "annual")

    assert [row[:2] for row in told(found, "statements")] == [
        ["1. mars 2022", "Til tre"],
        ["våren 2022", "I vår"],
        ["des. 2022", LONG],
    ]
    assert told(found, "statements")[0][3] == "HOD, KD og NFD"
    assert [row[:2] for row in told(found, "dialogue")] == [
        ["5. mai 2022", "Dialogmøte om kunnskapsløftet og helsedata"],
        ["høsten 2022", "Dialog om ventetid"],
    ]
    assert told(found, "events") == [["31. okt. 2022", "Høstkonferansen: alle hånd"]]
    assert told(found, "op_eds") == [
        ["15. aug. 2022", "Hva nå?", "KD", "HOD"],
    ]
    assert told(found, "coverage") == [["1. sep. 2022", "Leserbrev", "Kommentar fra leser"]]
    assert [
        row[1]
        for row in told(report(year, "annual", Asked(FEBRUARY, *whole_year(2023))), "dialogue")
    ] == ["Samtale om kunnskapsløftet"]


@ONE_DATABASE
def test_the_table_of_activities_stands_by_area_the_newest_plan_first(year: Council) -> None:
    found = report(year, "activities", Asked(FEBRUARY, date(2022, 1, 1), date(2023, 12, 31)))

    rows = told(found, "activities")
    assert [(row[0], row[1]) for row in rows] == [
        ("Annet nytt område", f"Brev: {LONG}"),
        ("Nytt område", "Brev: Til tre"),
        ("", "Dialogmøte: Samtale om kunnskapsløftet"),
        ("Gammelt område", "Brev: I vår"),
        ("Uten område", "Dialogmøte om kunnskapsløftet og helsedata"),
        ("", "Kronikk: Hva nå? Undertegnet sammen med HOD"),
        ("", "Dialog om ventetid"),
        ("", "Høstkonferansen: alle hånd"),
    ]
    status = {row[1]: row[2] for row in rows}
    assert status["Brev: Til tre"] == "Sendt til HOD, KD og NFD 1. mars 2022"
    assert (
        status["Dialogmøte: Samtale om kunnskapsløftet"] == "Gjennomført 20. januar 2023, med HOD"
    )
    assert status["Dialog om ventetid"] == "Gjennomført høsten 2022"
    [answered] = [row for row in rows if row[1] == "Brev: Til tre"]
    assert answered[3] == "Svar fra KD 20. april 2022: Støtter forslaget"


@ONE_DATABASE
def test_of_a_letter_to_three_who_has_not_answered_is_asked_also_after_a_withdrawal(
    year: Council,
) -> None:
    def waiting() -> list[list[str]]:
        return [row[1:3] for row in told(report(year, "unanswered", Asked(FEBRUARY)), "letters")]

    assert waiting() == [
        ["Året før", "HOD"],
        ["Til tre", "HOD"],
        ["Til tre", "NFD"],
        ["I vår", "KDD (sendt til KMD)"],
        [LONG, "HOD"],
    ]
    with year.work() as work:
        withdraw_reply(work, letter="L1", sender="KD", why="Gjaldt et annet brev")
        work.commit()

    assert [to for title, to in waiting() if title == "Til tre"] == ["HOD", "KD", "NFD"]


@ONE_DATABASE
def test_before_any_council_meeting_the_item_says_so_and_takes_everything(year: Council) -> None:
    found = report(year, "since-last-meeting", Asked(FEBRUARY))

    assert found.lead == ("Ingen rådsmøter er registrert før 3.\N{NO-BREAK SPACE}februar 2023.",)
    assert len(told(found, "statements")) == 4
