"""The reports on the council's meetings of a year: attendance, and papers and minutes."""

from dataclasses import dataclass
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...domain.dates import Edtf
from ...domain.kinds import Step
from ...domain.meetings import Meeting
from ...reports.attendance import AttendanceList
from ...reports.attendance_of_year import (
    AttendanceOfYear,
    attendance_of_year,
    council_meetings,
    years_of,
)
from ...reports.minutes import MinutesRow, minutes_of_year
from ...reports.render_year import (
    attendance_of_year_csv,
    attendance_of_year_json,
    minutes_csv,
    minutes_json,
)
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf_short, short
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ..languages import reader_language
from ..links import address
from ..rendering import page
from ..things.report_files import MEDIA, report_file


@dataclass(frozen=True)
class Sitting:
    """One meeting of the attendance report: how many seats were taken, and what follows."""

    on: Edtf
    title: str
    href: str
    taken: str
    decides: str
    color: str


@dataclass(frozen=True)
class Cycle:
    """One meeting of the report on papers and minutes; each cell a day, or what is amiss."""

    on: Edtf
    title: str
    href: str
    papers: "Sent"
    minutes: "Sent"
    comments: Edtf | None
    approved_in: str
    approved_href: str


@dataclass(frozen=True)
class Sent:
    """`on` is when it went out; else `due` says by when it is to go, and `late` that it has not."""

    on: Edtf | None
    due: str
    late: bool


def attendance_page(request: Request) -> Response:
    """The council meetings of `?year=`, else of the latest year that has any behind it."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        year, years = _year(request, work, ahead=False)
        report = attendance_of_year(work, year)
        return page(
            request,
            "report_attendance.html",
            work,
            section="reports",
            year=year,
            years=years,
            lead=_attended(report, lang),
            rows=[_sitting(each, lang) for each in report.lists],
            members=report.members,
        )


def minutes_page(request: Request) -> Response:
    """The council meetings of `?year=`, else of this year, or the latest that has any."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        year, years = _year(request, work, ahead=True)
        rows = minutes_of_year(work, year)
        titles = {each.key: each for each in council_meetings(work)}
        return page(
            request,
            "report_minutes.html",
            work,
            section="reports",
            year=year,
            years=years,
            lead=_sent(rows, lang),
            rows=[_cycle(each, titles, work.today, lang) for each in rows],
        )


def attendance_file(request: Request) -> Response:
    ending = _ending(request)
    with request.app.state.tilsvar.office.reading() as work:
        report = attendance_of_year(work, _year(request, work, ahead=False)[0])
    text = attendance_of_year_csv(report) if ending == "csv" else attendance_of_year_json(report)
    return report_file(text, f"attendance-{report.year}", ending)


def minutes_file(request: Request) -> Response:
    ending = _ending(request)
    with request.app.state.tilsvar.office.reading() as work:
        year = _year(request, work, ahead=True)[0]
        rows = minutes_of_year(work, year)
    text = minutes_csv(rows) if ending == "csv" else minutes_json(year, rows)
    return report_file(text, f"minutes-{year}", ending)


def _ending(request: Request) -> str:
    ending = str(request.path_params["ending"])
    if ending not in MEDIA:
        raise HTTPException(404)
    return ending


def _year(request: Request, work: UnitOfWork, *, ahead: bool) -> tuple[int, list[int]]:
    """The year asked for, and all that there are; one that has no meeting is as if not asked."""
    meetings = [each for each in council_meetings(work) if ahead or _is_past(each, work.today)]
    years = years_of(meetings) or [work.today.year]
    asked = request.query_params.get("year", "")
    known = {str(each): each for each in years}
    usual = work.today.year if work.today.year in years else years[0]
    return known.get(asked, usual), years


def _is_past(each: Meeting, today: date) -> bool:
    return each.time.on.day <= today


def _sitting(listed: AttendanceList, lang: Language) -> Sitting:
    meeting, quorum = listed.meeting, listed.quorum
    taken, decides, color = "", lang.text("not recorded"), ""
    if listed.recorded and quorum is not None:
        taken = lang.text("{taken} of {members}", taken=quorum.taken, members=quorum.members)
        decides = lang.text("could decide") if quorum.reached else lang.text("could not decide")
        color = "success" if quorum.reached else "danger"
    return Sitting(meeting.time.on, meeting.title, address(meeting), taken, decides, color)


def _attended(report: AttendanceOfYear, lang: Language) -> str:
    n = len(report.lists)
    if not n:
        return lang.text("The council had no meetings in {year}.", year=report.year)
    said = [
        lang.plural(
            "{count} council meeting in {year}.",
            "{count} council meetings in {year}.",
            n,
            count=capitalised(counted(n, lang, "neuter")),
            year=report.year,
        )
    ]
    if not report.recorded:
        said.append(lang.text("Nobody has recorded who was there."))
    else:
        said.append(
            lang.plural(
                "The attendance of {count} is recorded, and the council could decide at {able}.",
                "The attendance of {count} is recorded, and the council could decide at {able}.",
                len(report.recorded),
                count=counted(len(report.recorded), lang, "neuter"),
                able=counted(report.could_decide, lang, "neuter"),
            )
        )
    return " ".join(said)


def _cycle(row: MinutesRow, titles: dict[str, Meeting], today: date, lang: Language) -> Cycle:
    approves = titles.get(row.approved_in or "")
    late = set(row.missing)

    def sent(step: Step, on: Edtf | None, due: Edtf | None) -> Sent:
        shown = due is not None and (step in late or due.last >= today)
        return Sent(on, edtf_short(due, lang) if due and shown else "", step in late)

    return Cycle(
        row.meeting.time.on,
        row.meeting.title,
        address(row.meeting),
        sent(Step.PAPERS, row.papers.on, row.papers.due),
        sent(Step.MINUTES, row.minutes.on, row.minutes.due),
        row.comments,
        (short(approves.time.on.day, lang) if approves else row.approved_in) or "",
        address(approves) if approves else "",
    )


def _sent(rows: tuple[MinutesRow, ...], lang: Language) -> str:
    n = sum(len(each.missing) for each in rows)
    if not n:
        return lang.text("Nothing that should have gone out is missing.")
    return lang.plural(
        "{count} sending is not registered, though its day has passed.",
        "{count} sendings are not registered, though their days have passed.",
        n,
        count=capitalised(counted(n, lang, "feminine")),
    )
