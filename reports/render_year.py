"""The reports on the council's meetings of a year as JSON and as rows of CSV, for scripts."""

import json
from collections.abc import Iterator, Mapping, Sequence

from ..domain.kinds import Step
from .attendance_of_year import AttendanceOfYear
from .minutes import MinutesRow
from .render_attendance import plain_list
from .render_csv import Cell, csv_table

ATTENDANCE = ("meeting", "title", "on", "who", "name", "organisation", "part", "answer", "present")
"""One row for everybody at every meeting; `present` is empty where nothing was recorded."""

MINUTES = (
    "meeting",
    "title",
    "on",
    "papers_due",
    "papers_sent",
    "minutes_due",
    "minutes_sent",
    "comments_by",
    "approved_in",
    "missing",
)


def attendance_of_year_json(report: AttendanceOfYear) -> str:
    """One JSON object with a final newline: words in English, keys beside names."""
    document = {
        "year": report.year,
        "meetings": [plain_list(each) for each in report.lists],
        "members": [vars(each) for each in report.members],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def attendance_of_year_csv(report: AttendanceOfYear) -> str:
    return csv_table(ATTENDANCE, _attendees(report))


def _attendees(report: AttendanceOfYear) -> Iterator[Mapping[str, Cell]]:
    for listed in report.lists:
        meeting = {
            "meeting": listed.meeting.key,
            "title": listed.meeting.title,
            "on": listed.meeting.time.on.text,
        }
        for each in listed.attendees:
            present = None if each.present is None else int(each.present)
            yield {
                **meeting,
                "who": each.who,
                "name": each.name,
                "organisation": each.organisation,
                "part": each.part.value,
                "answer": each.answer.value.lower() if each.answer else None,
                "present": present,
            }


def minutes_json(year: int, rows: Sequence[MinutesRow]) -> str:
    """One JSON object with a final newline; dates in ISO, imprecise ones in EDTF."""
    meetings = [{**plain_minutes(each), "missing": _words(each.missing)} for each in rows]
    return json.dumps({"year": year, "meetings": meetings}, ensure_ascii=False, indent=2) + "\n"


def minutes_csv(rows: Sequence[MinutesRow]) -> str:
    return csv_table(MINUTES, map(plain_minutes, rows))


def plain_minutes(row: MinutesRow) -> dict[str, Cell]:
    """The row's fields by their names, as text."""
    dates = {
        "on": row.meeting.time.on,
        "papers_due": row.papers.due,
        "papers_sent": row.papers.on,
        "minutes_due": row.minutes.due,
        "minutes_sent": row.minutes.on,
        "comments_by": row.comments,
    }
    return {
        "meeting": row.meeting.key,
        "title": row.meeting.title,
        **{name: day.text if day else None for name, day in dates.items()},
        "approved_in": row.approved_in,
        "missing": ", ".join(_words(row.missing)),
    }


def _words(steps: Sequence[Step]) -> list[str]:
    return [each.value for each in steps]
