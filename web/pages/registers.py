"""The lists of consultations and of deadlines."""

from collections.abc import Callable
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from ...domain.consultations import Consultation
from ...domain.dates import Edtf
from ...domain.deadlines import Deadline
from ...domain.kinds import ConsultationStatus, DeadlineStatus
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf_short
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..access import opens
from ..deeds.acting import reader_of
from ..languages import reader_language
from ..links import address
from ..lists.listing import Entry, ListShape, listing
from ..names import Names
from ..rendering import page
from ..standing import Standing
from ..words import CONSULTATION_STATES, DEADLINE_STATES, kind_word

CONSULTATIONS = ListShape(
    "/consultations",
    (N_("Deadline"), N_("Title"), N_("From"), N_("Status")),
    {
        "open": N_("Still open"),
        "all": N_("All"),
        "submitted": N_("Submitted"),
        "declined": N_("Not responded to"),
    },
    {"publisher": N_("From"), "area": N_("Area"), "year": N_("Year")},
)
DEADLINES = ListShape(
    "/deadlines",
    (N_("Date"), N_("Title"), N_("Responsible"), N_("Status")),
    {"open": N_("Still open"), "all": N_("All"), "met": N_("Done"), "cancelled": N_("Dropped")},
    {"kind": N_("Type"), "responsible": N_("Responsible"), "year": N_("Year")},
)
T = TypeVar("T", Consultation, Deadline)


def consultations(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        every = _in_order(work.all(Consultation), lambda each: each.deadline)
        entries = [_consultation(each, work, names, lang) for each in every]
        return page(
            request,
            "listing.html",
            work,
            section="consultations",
            heading=lang.text("Consultations"),
            new=_new(request, "/consultations/new", lang.text("Register consultation")),
            elsewhere=[(lang.text("Deadlines"), "/deadlines")],
            **listing(request, CONSULTATIONS, entries, lang),
        )


def deadlines(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        entries = [
            _deadline(each, work, names, lang)
            for each in _in_order(work.all(Deadline), lambda each: each.due)
        ]
        return page(
            request,
            "listing.html",
            work,
            section="consultations",
            heading=lang.text("Deadlines"),
            new=_new(request, "/deadlines/new", lang.text("Set a deadline")),
            elsewhere=[(lang.text("Consultations"), "/consultations")],
            **listing(request, DEADLINES, entries, lang),
        )


def _new(request: Request, href: str, label: str) -> tuple[str, str] | None:
    return (href, label) if opens(request, reader_of(request).role, href) else None


def _in_order(things: list[T], on: Callable[[T], Edtf | None]) -> list[T]:
    """Open ones by their date, the nearest first; then the others, the newest first."""
    dated = sorted((each for each in things if on(each)), key=lambda each: _placed(each, on))
    dated += [each for each in things if not on(each)]
    return [each for each in dated if each.open] + [
        each for each in reversed(dated) if not each.open
    ]


def _placed(each: T, on: Callable[[T], Edtf | None]) -> tuple[object, str]:
    when = on(each)
    return (when.sort_key() if when else (), each.key)


def _consultation(found: Consultation, work: UnitOfWork, names: Names, lang: Language) -> Entry:
    kind, area = kind_word(found.kind, lang), names.area(found.area)
    year = str((found.deadline or found.published or Edtf(str(found.created.year))).first.year)
    return Entry(
        address(found),
        found.title,
        " · ".join(filter(None, (kind, area))),
        found.deadline,
        names.label(found.publisher),
        _standing(found, work, lang),
        frozenset({"open"} if found.open else {found.status.value}),
        {
            "publisher": (found.publisher, names.label(found.publisher)),
            "area": (found.area or "", area),
            "year": (year, year),
        },
        f"{found.key} {names.title(found.publisher)} {found.source}",
    )


def _standing(found: Consultation, work: UnitOfWork, lang: Language) -> Standing:
    said = capitalised(lang.text(CONSULTATION_STATES[found.status]))
    if found.status is ConsultationStatus.DECLINED:
        return Standing("declined", "", said)
    if found.status is ConsultationStatus.SUBMITTED:
        when = edtf_short(found.submitted, lang) if found.submitted else ""
        return Standing("submitted", "success", said, when)
    if found.deadline is not None and found.deadline.last < work.today:
        return Standing("overdue", "danger", lang.text("The deadline has passed"), said)
    return Standing("open", "neutral", said)


def _deadline(found: Deadline, work: UnitOfWork, names: Names, lang: Language) -> Entry:
    kind, who = kind_word(found.kind, lang), found.responsible or ""
    year = str(found.due.first.year)
    said = capitalised(lang.text(DEADLINE_STATES[found.status]))
    standing = Standing(found.status.value, "", said)
    if found.status is DeadlineStatus.MET:
        when = edtf_short(found.met_on, lang) if found.met_on else ""
        standing = Standing("met", "success", lang.text("Done"), when)
    elif found.open and found.due.last < work.today:
        standing = Standing("overdue", "danger", lang.text("The date has passed"))
    return Entry(
        address(found),
        found.title,
        kind,
        found.due,
        names.people.get(who, who),
        standing,
        frozenset({found.status.value}),
        {
            "kind": (found.kind.value, kind),
            "responsible": (who, names.people.get(who, who)),
            "year": (year, year),
        },
        f"{found.key} {found.source}",
    )
