"""The list of meetings, and how new ones come into it: one, or the year's council meetings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import Response

from ...commands.belonging import add_to_theme
from ...commands.meetings import schedule_meeting
from ...commands.series import SeriesRefused, schedule_series
from ...domain.dates import Edtf
from ...domain.errors import TilsvarError
from ...domain.invitations import Invitation
from ...domain.kinds import Kind, MeetingKind, MeetingStatus, PartStat
from ...domain.meetings import Meeting, MeetingTime
from ...domain.sentences import N_
from ...intake.meeting_dates import read_meeting_date
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..deeds.done_with_meetings import series_registered
from ..deeds.of_media import themes
from ..deeds.pressed_twice import require_new
from ..forms import Filled, Typed, blank, check, with_form
from ..languages import reader_language
from ..links import address
from ..lists.sorting import Key, as_read, asked_order, column, in_order
from ..meetings.forms import FIELD_OF, Scheduled, Series, time_of
from ..meetings.guests import GUESTS_AT, all_named, guests_offered
from ..meetings.proposed import asked_for
from ..meetings.times import hours
from ..names import Names
from ..rendering import page
from ..words import MEETING_STATES, kind_word

VIEWS = {"coming": N_("Coming"), "past": N_("Past"), "all": N_("All")}
ENDED = (MeetingStatus.HELD, MeetingStatus.CANCELLED)


@dataclass(frozen=True)
class View:
    label: str
    href: str
    count: int
    current: bool


@dataclass(frozen=True)
class Row:
    """`answers` tells how many come, empty where nobody is invited."""

    on: Edtf
    hours: str
    title: str
    href: str
    place: str
    kind: str
    state: str
    cancelled: bool
    answers: str


COLUMNS: Mapping[str, tuple[str, Key[Row]]] = {
    "on": (N_("Day"), lambda row: row.on.sort_key()),
    "title": (N_("Title"), lambda row: as_read(row.title)),
    "kind": (N_("Kind"), lambda row: as_read(row.kind)),
    "answers": (N_("Answers"), lambda row: as_read(row.answers)),
    "state": (N_("Status"), lambda row: as_read(row.state)),
}


@dataclass(frozen=True)
class Wanted:
    """What the address asks for; what it does not know is as if it were not there."""

    view: str
    kind: str
    year: str
    sort: str

    @classmethod
    def of(cls, request: Request) -> "Wanted":
        asked = request.query_params
        view, kind = asked.get("view", ""), asked.get("kind", "")
        return cls(
            view if view in VIEWS else "coming",
            kind if kind in {each.value for each in MeetingKind} else "",
            asked.get("year", ""),
            asked_order(asked.get("sort", ""), COLUMNS),
        )

    def narrowed(self, found: Iterable[Meeting]) -> list[Meeting]:
        return [
            each
            for each in found
            if self.kind in ("", each.kind.value)
            and self.year in ("", str(each.time.on.first.year))
        ]

    def address(self, view: str) -> str:
        asked = {"view": view, "kind": self.kind, "year": self.year, "sort": self.sort}
        return f"/meetings?{urlencode({name: value for name, value in asked.items() if value})}"


def meetings(request: Request) -> Response:
    lang, wanted = reader_language(request), Wanted.of(request)
    with request.app.state.tilsvar.office.reading() as work:
        every = work.all(Meeting)
        narrowed = wanted.narrowed(every)
        parts = {view: _viewed(narrowed, view, work) for view in VIEWS}
        answers = _answers(work)
        rows = [_row(each, answers, work, lang) for each in parts[wanted.view]]
        return page(
            request,
            "meetings.html",
            work,
            section="meetings",
            wanted=wanted,
            views=[
                View(lang.text(label), wanted.address(name), len(parts[name]), name == wanted.view)
                for name, label in VIEWS.items()
            ],
            kinds=[(each.value, kind_word(each, lang)) for each in MeetingKind],
            years=sorted({str(each.time.on.first.year) for each in every}, reverse=True),
            columns=[
                column(name, lang.text(label), wanted.sort) for name, (label, _) in COLUMNS.items()
            ],
            rows=in_order(rows, wanted.sort, {name: key for name, (_, key) in COLUMNS.items()}),
            said=lang.plural("{n} found", "{n} found", len(rows)),
            any=bool(every),
            done=series_registered(request, lang),
        )


def _viewed(found: list[Meeting], view: str, work: UnitOfWork) -> list[Meeting]:
    """Those ahead with the nearest first, the others with the latest first."""
    ordered = sorted(found, key=lambda each: (each.time.on.sort_key(), each.key))
    ahead = [each for each in ordered if each.time.on.last >= work.today]
    if view == "coming":
        return [each for each in ahead if each.status not in ENDED]
    if view == "past":
        return [each for each in ordered if each.time.on.last < work.today][::-1]
    return ordered[::-1]


def _answers(work: UnitOfWork) -> dict[str, list[PartStat]]:
    found: dict[str, list[PartStat]] = {}
    for each in work.session.scalars(select(Invitation)):
        if each.stands:
            found.setdefault(each.meeting, []).append(each.partstat)
    return found


def _row(
    found: Meeting, answers: dict[str, list[PartStat]], work: UnitOfWork, lang: Language
) -> Row:
    said = answers.get(found.key, [])
    coming = lang.text(
        "{yes} of {invited} come", yes=said.count(PartStat.ACCEPTED), invited=len(said)
    )
    return Row(
        found.time.on,
        hours(found.time, work.office.zone, lang),
        found.title,
        address(found),
        found.place,
        kind_word(found.kind, lang),
        lang.text(MEETING_STATES[found.status]),
        found.status is MeetingStatus.CANCELLED,
        coming if said else "",
    )


@with_form
def new_meeting(request: Request, typed: Typed | None) -> Response:
    """Register one meeting."""
    reader, lang = reader_of(request), reader_language(request)
    if typed is None:
        return _new(request, blank(Scheduled, lang, **asked_for(request)))
    form = check(Scheduled, typed, lang)
    said = form.content
    if said is None:
        return _new(request, form)
    office = request.app.state.tilsvar.office
    try:
        with office.work(by=reader.key) as work:
            require_new(work, Kind.MEETING, Meeting, said.title)
            made = schedule_meeting(
                work,
                title=said.title,
                time=time_of(said, office.zone),
                kind=MeetingKind(said.kind),
                place=said.place,
                participants=all_named(work, said.participants, said.others),
                status=MeetingStatus.PLANNED if said.planned else MeetingStatus.SCHEDULED,
                agenda=said.agenda,
                join_url=said.join_url,
                papers_url=said.papers_url,
                area=said.area,
            )
            if said.theme:
                add_to_theme(work, theme=said.theme, kind=Kind.MEETING, key=made.key)
            work.commit()
            where = address(made)
    except TilsvarError as error:
        return _new(request, form.refused(error, (FIELD_OF | GUESTS_AT).get(type(error), "")))
    return landed(where, "meeting-scheduled")


def _new(request: Request, form: Filled[Scheduled]) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        return page(
            request,
            "meeting_new.html",
            work,
            status=form.status,
            section="meetings",
            form=form,
            themes=themes(work, Names(work), lang),
            **meeting_choices(work, lang),
            **guests_offered(work, Names(work), form.values("participants"), form.value("theme")),
        )


def meeting_choices(work: UnitOfWork, lang: Language, area: str | None = None) -> dict[str, Any]:
    """What the lists in a form about a meeting offer; `area` is the one that it has."""
    names = Names(work)
    areas = names.areas_in_use | ({area: names.area(area)} if area else {})
    return {
        "kinds": [(each.value, kind_word(each, lang)) for each in MeetingKind],
        "areas": [("", lang.text("No area")), *areas.items()],
    }


@with_form
def new_series(request: Request, typed: Typed | None) -> Response:
    """Register the year's council meetings at once: all of them, or none."""
    reader, lang = reader_of(request), reader_language(request)
    if typed is None:
        return _series(request, blank(Series, lang))
    form = check(Series, typed, lang)
    if form.content is None:
        return _series(request, form)
    office = request.app.state.tilsvar.office
    times, form = _times(form, form.content.dates, office.zone)
    if form.mistakes:
        return _series(request, form)
    place = form.content.place if form.content else ""
    try:
        with office.work(by=reader.key) as work:
            made = schedule_series(work, times=times, place=place)
            work.commit()
    except SeriesRefused as refused:
        for each in refused.reasons:
            form = form.refused(each, "dates") if isinstance(each, TilsvarError) else form
        return _series(request, form)
    return landed("/meetings", "series", n=str(len(made)))


def _times(
    form: Filled[Series], dates: str, zone: ZoneInfo
) -> tuple[list[MeetingTime], Filled[Series]]:
    """The days, one a line, and the form with every line that could not be read."""
    times = []
    for line in filter(None, map(str.strip, dates.splitlines())):
        try:
            times.append(read_meeting_date(line, zone))
        except TilsvarError as error:
            form = form.refused(error, "dates")
    return times, form


def _series(request: Request, form: Filled[Series]) -> Response:
    with request.app.state.tilsvar.office.reading() as work:
        return page(
            request,
            "meeting_series.html",
            work,
            status=form.status,
            section="meetings",
            form=form,
        )
