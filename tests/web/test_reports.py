"""The page of all reports, and those on the meetings of the council: what they count, and files."""

import csv
import json

import pytest

from tilsvar.commands.attendance import record_attendance
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.minutes import circulate_minutes, send_papers
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.reports.catalogue import REPORTS
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.visitor import House, hand_out
from tilsvar.tests.workers.invited import do


@pytest.fixture
def council(house: House) -> House:
    """One council meeting with a record, one without, and one ahead, on 3 February 2023."""
    office = house.app.office
    for day in ("2023-01-13", "2023-01-27", "2023-03-10"):
        when = MeetingTime(Edtf(day))
        do(office, schedule_meeting, title=f"Møte {day}", time=when, kind=MeetingKind.COUNCIL)
    do(office, record_attendance, meeting="M2023-01", present=["LEDER"], absent=["MEDLEM1"])
    return house


@pytest.fixture
def desk(council: House) -> Reader:
    found = council.visitor()
    found.send(hand_out(council))
    return found


def test_every_report_stands_on_one_page_with_a_sentence_and_the_tab_leads_there(
    desk: Reader,
) -> None:
    page = desk.open("/reports")

    here = {
        *(f"/reports/{name}" for name in REPORTS),
        "/reports/attendance",
        "/reports/minutes",
        "/settings/scheduled-reports",
        "/due",
        "/history",
    }
    assert here <= page.links()
    assert len(page.texts(".//main//li")) == len(here)
    [tab] = [each for each in page.all(".//nav//a") if each.get("href") == "/reports"]
    assert tab.get("aria-current") == "page"


def test_the_attendance_of_a_year_counts_what_was_recorded(desk: Reader) -> None:
    page = desk.open("/reports/attendance")

    assert "To rådsmøter i 2023. Oppmøtet er registrert for ett" in page.text
    assert "ikke registrert" in page.section("meetings")
    assert "Møte 2023-03-10" not in page.text
    assert "Person LEDER 1 1" in page.section("members")
    assert "Person MEDLEM1 0 1" in page.section("members")
    told = json.loads(desk.client.get("/reports/attendance.json?year=2023").text)
    assert [(each["meeting"], each["recorded"]) for each in told["meetings"]] == [
        ("M2023-01", True),
        ("M2023-02", False),
    ]
    rows = list(csv.DictReader(csv_of(desk, "/reports/attendance.csv"), delimiter=";"))
    there = {(each["who"], each["present"]) for each in rows if each["meeting"] == "M2023-01"}
    assert {("LEDER", "1"), ("MEDLEM1", "0")} <= there


def test_papers_and_minutes_that_are_missing_are_counted_and_go_when_they_are_sent(
    council: House, desk: Reader
) -> None:
    page = desk.open("/reports/minutes")
    assert "Det mangler ingenting som skulle vært sendt." in page.text
    assert "frist 3. mars" in page.text.replace("\u00a0", " ")

    day = Edtf("2023-01-30")
    do(council.app.office, send_papers, meeting="M2023-02", on=Edtf("2023-01-20"))
    do(
        council.app.office,
        circulate_minutes,
        meeting="M2023-02",
        on=day,
        comments_by=Edtf("2023-02-06"),
    )

    rows = list(csv.DictReader(csv_of(desk, "/reports/minutes.csv?year=2023"), delimiter=";"))
    assert [each["minutes_sent"] for each in rows] == ["", "2023-01-30", ""]
    assert rows[1]["comments_by"] == "2023-02-06"
    told = json.loads(desk.client.get("/reports/minutes.json").text)
    assert told["meetings"][2]["missing"] == []


def test_a_year_without_meetings_and_an_ending_that_is_none(desk: Reader) -> None:
    assert "2023" in desk.open("/reports/attendance?year=1999").text
    desk.open("/reports/attendance.pdf", 404)
    desk.open("/reports/minutes.pdf", 404)


def csv_of(desk: Reader, path: str) -> list[str]:
    answer = desk.client.get(path)
    assert answer.headers["content-disposition"].startswith("attachment")
    return answer.content.decode("utf-8-sig").splitlines()
