"""The report of unanswered letters: as a page, as JSON and as CSV."""

from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from ...domain.dates import Edtf
from ...domain.letters import Letter
from ...domain.obligations import ObligationState
from ...reports.both_directions import both_directions
from ...reports.documents.cells import the_first_of
from ...reports.open_answers import OpenAnswer
from ...reports.owed_by_us import standing as owed_standing
from ...reports.render_csv import unanswered_csv_lines
from ...reports.render_json import unanswered_json_parts
from ...reports.unanswered import Unanswered, unanswered
from ...reports.unanswered_change import SAID, Became, Change, ChangedRow, in_a_sentence
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf
from ...wording.due_dates import skipped_in_words
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ..languages import reader_language
from ..letters.standing import standing
from ..links import address
from ..lists.chart import chart
from ..names import Names
from ..rendering import page
from ..requests.asked_day import asked_day
from ..settings.schedules import new_address
from ..standing import Standing
from ..things.report_files import long_report_file
from ..words import kind_word

FILES = (("docx", "Word"), ("xlsx", "Excel"), ("pdf", "PDF"), ("csv", "CSV"), ("json", "JSON"))
"""What the page offers as files, the one that goes into the council's papers first."""

LONGEST = 500
"""How many answers, and how many changes of a sort, the page shows; the rest is in the files."""


@dataclass(frozen=True)
class Line:
    """One answer that is outstanding; `was` is who was written to where that is another now."""

    title: str
    href: str
    detail: str
    sent: Edtf
    to: str
    was: str | None
    due: Edtf | None
    skipped: str
    standing: Standing
    days: int
    working_days: int
    follow_ups: int


@dataclass(frozen=True)
class Total:
    label: str
    name: str
    open: int
    overdue: int
    interim: int
    oldest: Edtf | None


def unanswered_page(request: Request) -> Response:
    """The report as of `?as_of=`, a day as people write it, else as of today."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        asked = asked_day(request, "as_of", work.today, lang)
        as_of = asked.day
        names, found = Names(work), both_directions(work, as_of)
        report, changed = found.unanswered, found.changed
        shown = report.rows[:LONGEST]
        work.bring(Letter, [row.letter for row in shown])
        return page(
            request,
            "unanswered.html",
            work,
            status=400 if asked.fault else 200,
            section="reports",
            as_of=as_of,
            typed=asked.typed,
            fault=asked.fault,
            lead=_lead(report, lang),
            departments=_departments(report, work, names),
            totals=_totals(report),
            chart=chart(report.rows, names, lang),
            rows=[_line(row, as_of, work, names, lang) for row in shown],
            left_out=the_first_of(len(shown), len(report.rows), lang),
            files=[(f"/reports/unanswered.{each}", label) for each, label in FILES],
            scheduled=new_address(request, "unanswered"),
            changed=in_a_sentence(changed, lang) if changed else "",
            since=changed.snapshot if changed else "",
            changes=_changes(changed, names, lang) if changed else [],
            owed=[
                (each, names.label(each.publisher), owed_standing(each, lang))
                for each in found.owed
            ],
        )


def unanswered_as_json(request: Request) -> Response:
    return _file(request, "json")


def unanswered_as_csv(request: Request) -> Response:
    return _file(request, "csv")


def _file(request: Request, ending: str) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        asked = asked_day(request, "as_of", work.today, lang)
        if asked.fault:
            return PlainTextResponse(asked.fault, 400)
        if ending == "csv":
            written = unanswered_csv_lines(unanswered(work, asked.day))
        else:
            written = unanswered_json_parts(both_directions(work, asked.day), lang)
    return long_report_file(written, f"unanswered-{asked.day}", ending)


def _changes(
    changed: Change, names: Names, lang: Language
) -> list[tuple[str, list[tuple[ChangedRow, str]], str]]:
    """What is new and what is off the list, each under its words; what remains stands above.

    After each, what is said of those that there is no room for.
    """
    return [
        (
            lang.text(SAID[became]),
            [(row, names.label(row.department)) for row in rows[:LONGEST]],
            the_first_of(len(rows[:LONGEST]), len(rows), lang),
        )
        for became in Became
        if became is not Became.OPEN and (rows := changed.of(became))
    ]


def _lead(report: Unanswered, lang: Language) -> str:
    rows = report.rows
    if not rows:
        return lang.text(
            "No letters were unanswered on {day}.", day=day_in_full(report.as_of, lang)
        )
    told = [
        lang.plural(
            "{count} answer is outstanding.",
            "{count} answers are outstanding.",
            len(rows),
            count=capitalised(counted(len(rows), lang, "neuter")),
        )
    ]
    overdue = sum(row.state is ObligationState.OVERDUE for row in rows)
    if overdue:
        told.append(
            lang.plural(
                "{count} of them is overdue.",
                "{count} of them are overdue.",
                overdue,
                count=capitalised(counted(overdue, lang, "neuter")),
            )
        )
    interim = sum(row.state is ObligationState.INTERIM for row in rows)
    if interim:
        told.append(
            lang.plural(
                "{count} has an interim reply.",
                "{count} have interim replies.",
                interim,
                count=capitalised(counted(interim, lang, "neuter")),
            )
        )
    oldest = edtf(rows[0].sent, lang)
    told.append(lang.text("The oldest letter was sent {when}.", when=oldest))
    return " ".join(told)


def _departments(report: Unanswered, work: UnitOfWork, names: Names) -> list[Total]:
    """Those with something unanswered by number, then every other department of that day."""
    totals = sorted(report.departments, key=lambda each: (-each.open, each.department))
    listed = {each.department for each in totals}
    others = sorted(
        key
        for key, each in names.organisations.items()
        if each.is_department and key not in listed and _exists(key, report.as_of, work)
    )
    return [
        Total(
            names.label(each.department),
            names.title(each.department),
            each.open,
            each.overdue,
            each.interim,
            each.oldest_sent,
        )
        for each in totals
    ] + [Total(names.label(key), names.title(key), 0, 0, 0, None) for key in others]


def _exists(key: str, day: date, work: UnitOfWork) -> bool:
    """Whether the department had neither been taken over that day nor had yet to take over."""
    former = [each for each in work.succession.line(key) if each != key]
    begun = all(work.succession.on(each, day) != each for each in former)
    return begun and work.succession.on(key, day) == key


def _totals(report: Unanswered) -> Total:
    return Total(
        "",
        "",
        sum(each.open for each in report.departments),
        sum(each.overdue for each in report.departments),
        sum(each.interim for each in report.departments),
        None,
    )


def _line(row: OpenAnswer, as_of: date, work: UnitOfWork, names: Names, lang: Language) -> Line:
    letter = work.get(Letter, row.letter)
    obligation = letter.obligation(row.addressed_to)
    ruled = obligation.ruled
    moved_by_rule = ruled is not None and ruled.skipped and ruled.day == row.due
    moved = row.department != row.addressed_to
    area = names.area(row.area)
    return Line(
        title=row.title,
        href=address(letter),
        detail=" · ".join(filter(None, (kind_word(row.kind, lang), area))),
        sent=row.sent,
        to=names.label(row.department),
        was=names.label(row.addressed_to) if moved else None,
        due=row.promised or (Edtf.on(row.due) if row.due else None),
        skipped=skipped_in_words(ruled, lang) if ruled and moved_by_rule else "",
        standing=standing(obligation, as_of, work.calendar, lang),
        days=row.days_open,
        working_days=row.working_days_open,
        follow_ups=row.follow_ups,
    )
