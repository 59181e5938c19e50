"""Each report as a page and as a file: `/reports/NAME?as_of=…&from=…&to=…`, `/reports/NAME.docx`.

What can be asked of it stands in a form under it; the files are those of the same question.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import MINYEAR, date
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from ...domain.dates import read_date
from ...domain.errors import TilsvarError
from ...reports.asked import Asked, PeriodBackwards, Takes, whole_year
from ...reports.catalogue import REPORTS, Report, made
from ...reports.documents.cells import dated, said_of_rows_left_out, words
from ...reports.documents.document import Document, Linked, Table, cut
from ...reports.documents.drawing import NARROW
from ...reports.documents.for_reading import for_reading
from ...reports.documents.formats import FORMATS, house_of
from ...reports.documents.html_file import drawn
from ...reports.documents.pdf_file import NoPdfHere
from ...reports.handover import WhoseWork
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ..deeds.fields import OFFICE
from ..forms import Mistake
from ..languages import reader_language
from ..lists.folding import folded
from ..refusals import refusal
from ..rendering import page
from ..requests.asked_day import AskedDay, asked_day
from ..settings.schedules import new_address

LONGEST = 500
"""Rows of a table on a page; the rest is in the files."""

YEARS = 8
"""How many years back a yearly report leads to without being asked."""

BUTTONS = (("docx", "Word"), ("xlsx", "Excel"), ("pdf", "PDF"), ("csv", "CSV"), ("json", "JSON"))
"""The files that a page offers, the one that goes into the council's papers first."""


@dataclass(frozen=True)
class Field:
    """One thing that can be asked: its name in the address, what stands in it, and the choices."""

    name: str
    label: str
    typed: str
    fault: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Question:
    """What the address asks for, as a form that keeps what was typed."""

    asked: Asked
    fields: tuple[Field, ...]

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """What could not be read, in the order of the fields."""
        return tuple(
            Mistake(each.name, each.label, each.fault) for each in self.fields if each.fault
        )

    def label(self, name: str) -> str:
        return self._field(name).label

    def value(self, name: str) -> str:
        return self._field(name).typed

    def values(self, name: str) -> tuple[str, ...]:
        return (self.value(name),)

    def mistake(self, name: str) -> str:
        return self._field(name).fault

    def _field(self, name: str) -> Field:
        return next(each for each in self.fields if each.name == name)

    @property
    def address(self) -> str:
        """The part after the question mark that asks for exactly this again."""
        days: list[tuple[str, date | None]] = [("as_of", self.asked.as_of)]
        days += [("from", self.asked.first), ("to", self.asked.last)]
        told = [(name, day.isoformat()) for name, day in days if day]
        return urlencode([*told, *([("person", self.asked.person)] if self.asked.person else [])])


def one_report(request: Request) -> Response:
    report, lang = _report(request), reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        question = _question(request, report, work, lang)
        document = cut(_shown(work, report, question.asked, lang), LONGEST)
        return page(
            request,
            "report.html",
            work,
            status=400 if question.mistakes else 200,
            section="reports",
            report=report,
            document=document,
            dated=dated(document),
            question=question,
            buttons=[
                (f"/reports/{report.name}.{ending}?{question.address}", label)
                for ending, label in (BUTTONS if document.sections else ())
            ],
            years=_years(report, question),
            words=lambda cell: words(cell, lang),
            heading_of=heading_of,
            drawn=drawn,
            narrow=NARROW,
            scheduled=new_address(request, report.name),
            left_out=lambda table: said_of_rows_left_out(table, lang),
        )


def report_as_file(request: Request) -> Response:
    """The same as a file; what cannot be read in the address is said as text."""
    report, lang = _report(request), reader_language(request)
    written = FORMATS.get(request.path_params["ending"])
    if written is None:
        raise HTTPException(404)
    settings = request.app.state.tilsvar.settings
    with request.app.state.tilsvar.office.reading() as work:
        question = _question(request, report, work, lang)
        if question.mistakes:
            said = [f"{each.label}: {each.sentence}" for each in question.mistakes]
            return PlainTextResponse("\n".join(said), 400)
        house = house_of(work, settings.council, settings.base_url)
        try:
            document = made(work, report, question.asked, lang)
            content = written.pieces(document, house)
        except WhoseWork as error:
            return PlainTextResponse(refusal(error, lang), 400)
        except NoPdfHere as error:
            return PlainTextResponse(refusal(error, lang), 503)
    name = f"{report.name}-{question.asked.as_of}.{written.ending}"
    headers = {"Cache-Control": "private, no-cache"}
    if written.ending != "json":
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return StreamingResponse(content, media_type=written.media_type, headers=headers)


def _shown(work: UnitOfWork, report: Report, asked: Asked, lang: Language) -> Document:
    """The report as people read it; one about a person asks for one where none is named."""
    if Takes.PERSON in report.takes and not asked.person:
        lead = (lang.text("Choose whose work is to be handed over."),)
        return Document(report.name, lang.text(report.title), asked.as_of, lang, (), lead)
    return for_reading(made(work, report, asked, lang))


def _report(request: Request) -> Report:
    found = REPORTS.get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return found


def _question(request: Request, report: Report, work: UnitOfWork, lang: Language) -> Question:
    if Takes.PERSON in report.takes:
        return _about_somebody(request, work, lang)
    labels = {
        "year": lang.text("Year"),
        "as_of": lang.text("As of"),
        "from": lang.text("From"),
        "to": lang.text("To"),
    }
    read = {"as_of": asked_day(request, "as_of", work.today, lang)}
    first, last = report.usual(read["as_of"].day) or (None, None)
    if Takes.YEAR in report.takes and (typed := request.query_params.get("year", "").strip()):
        first, last = _year_of(typed) or (None, None)
        if first is None:
            fault = lang.text(
                "“{typed}” is no year. Write it with four digits, such as {year}.",
                typed=typed,
                year=work.today.year,
            )
            read["year"] = AskedDay(work.today, typed, fault)
    if not {Takes.PERIOD, Takes.YEAR}.isdisjoint(report.takes):
        read["from"] = _day(request, "from", first, lang)
        read["to"] = _day(request, "to", last, lang)
    asked = Asked(read["as_of"].day)
    try:
        asked = Asked(asked.as_of, _bound(read, "from", first), _bound(read, "to", last))
    except PeriodBackwards as error:
        where = "to" if read["to"].typed else "from"
        read[where] = replace(read[where], fault=refusal(error, lang))
    fields = tuple(Field(name, labels[name], each.typed, each.fault) for name, each in read.items())
    return Question(asked, fields)


def _about_somebody(request: Request, work: UnitOfWork, lang: Language) -> Question:
    """A question about one person, as things stand today; the office stands first in the list."""
    key = request.query_params.get("person", "").strip()
    every = sorted(work.people, key=lambda each: (each.role not in OFFICE, folded(each.name)))
    known = any(each.key == key for each in every)
    fault = ""
    if key and not known:
        fault = lang.text("Nobody has the key “{key}”. Choose somebody from the list.", key=key)
    elif "person" in request.query_params and not key:
        fault = lang.text("Choose somebody from the list.")
    field = Field(
        "person",
        lang.text("Whose work"),
        key,
        fault,
        (("", lang.text("Not chosen")), *((each.key, each.name) for each in every)),
    )
    return Question(Asked(work.today, person=key if known else ""), (field,))


def _year_of(year: str) -> tuple[date, date] | None:
    """The first and last day of the year that is typed: "2022"; None where that is no year."""
    four = len(year) == len("2022") and year.isascii() and year.isdigit()
    return whole_year(int(year)) if four and int(year) >= MINYEAR else None


def _years(report: Report, question: Question) -> list[int]:
    """The years that the page of a yearly report leads to, the latest first."""
    if Takes.YEAR not in report.takes:
        return []
    latest = question.asked.as_of.year
    return list(range(latest, max(latest - YEARS, MINYEAR - 1), -1))


def _day(request: Request, name: str, usual: date | None, lang: Language) -> AskedDay:
    """A day of the period; where none is asked for, the usual one, or no bound at all.

    "2022" is its first day where the period begins, and its last where it ends.
    """
    typed = request.query_params.get(name, "").strip()
    if not typed:
        return AskedDay(usual or date.min, day_in_full(usual, lang) if usual else "")
    try:
        read = read_date(typed)
    except TilsvarError as error:
        return AskedDay(usual or date.min, typed, refusal(error, lang))
    day = read.first if name == "from" else read.last
    return AskedDay(day, day_in_full(day, lang))


def _bound(read: Mapping[str, AskedDay], name: str, usual: date | None) -> date | None:
    """One end of the period; none where the report's own is none and nobody asks for another."""
    if name not in read or read[name].fault:
        return usual
    return read[name].day if read[name].typed else None


def heading_of(table: Table) -> int:
    """Which column says what a row is about: the one that leads somewhere, else the first."""
    for row in table.rows:
        for at, cell in enumerate(row):
            if isinstance(cell, Linked):
                return at
    return 0
