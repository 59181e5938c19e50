"""The op-eds as a board, one column for each step, and as a list; the address says which."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from ...domain.dates import Edtf
from ...domain.kinds import OpEdStatus
from ...domain.op_eds import OpEd
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf_short, short
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
from ..words import OP_ED_STATES

OP_EDS = ListShape(
    "/op-eds",
    (N_("Last worked on"), N_("Title"), N_("Outlet"), N_("Status")),
    {
        "board": N_("Board"),
        "all": N_("List"),
        "ours": N_("With us"),
        "submitted": N_("With an outlet"),
        "published": N_("Published"),
    },
    {"area": N_("Area"), "outlet": N_("Outlet"), "year": N_("Year")},
)
FINISHED = (OpEdStatus.PUBLISHED, OpEdStatus.REJECTED)
SHOWN = 6
"""How many finished op-eds a column of the board shows; the list has them all."""


@dataclass(frozen=True)
class Card:
    href: str
    title: str
    detail: str


@dataclass(frozen=True)
class Lane:
    """One column of the board; `more` are those that only the list shows."""

    name: str
    label: str
    count: int
    cards: list[Card]
    more: int


def op_eds(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        every = sorted(work.all(OpEd), key=lambda each: (each.touched, each.key), reverse=True)
        shown = listing(request, OP_EDS, [_entry(each, work, names, lang) for each in every], lang)
        board = shown["view"] == "board"
        new = opens(request, reader_of(request).role, "/op-eds/new")
        return page(
            request,
            "op_eds.html" if board else "listing.html",
            work,
            section="op-eds",
            heading=lang.text("Op-eds"),
            new=("/op-eds/new", lang.text("Start an op-ed")) if new else None,
            elsewhere=[],
            lanes=_lanes(every, names, lang) if board else [],
            **shown,
        )


def _entry(found: OpEd, work: UnitOfWork, names: Names, lang: Language) -> Entry:
    area, outlet = names.area(found.area), names.label(found.outlet) if found.outlet else ""
    ours = found.status not in (*FINISHED, OpEdStatus.SUBMITTED)
    year = str(found.touched.year)
    return Entry(
        address(found),
        found.title,
        area,
        Edtf.on(found.touched),
        outlet,
        _standing(found, work, lang),
        frozenset({"board", found.status.value} | ({"ours"} if ours else set())),
        {
            "area": (found.area or "", area),
            "outlet": (found.outlet or "", outlet),
            "year": (year, year),
        },
        " ".join((found.key, found.reaction, *map(names.title, found.cosigners))),
    )


def _standing(found: OpEd, work: UnitOfWork, lang: Language) -> Standing:
    said = capitalised(lang.text(OP_ED_STATES[found.status]))
    if found.status is OpEdStatus.PUBLISHED:
        when = edtf_short(found.published, lang) if found.published else ""
        return Standing("published", "success", said, when)
    if found.comments_due is not None:
        color = "danger" if found.comments_due < work.today else "info"
        day = short(found.comments_due, lang)
        return Standing("circulated", color, said, lang.text("comments by {day}", day=day))
    return Standing(found.status.value, "neutral", said)


def _lanes(every: list[OpEd], names: Names, lang: Language) -> list[Lane]:
    lanes = []
    for status in OpEdStatus:
        here = [each for each in every if each.status is status]
        cut = SHOWN if status in FINISHED else len(here)
        label = capitalised(lang.text(OP_ED_STATES[status]))
        cards = [_card(each, names, lang) for each in here[:cut]]
        lanes.append(Lane(status.value, label, len(here), cards, len(here) - len(cards)))
    return lanes


def _card(found: OpEd, names: Names, lang: Language) -> Card:
    outlet = names.label(found.outlet) if found.outlet else ""
    when = lang.text("worked on {day}", day=short(found.touched, lang))
    if found.published is not None:
        when = edtf_short(found.published, lang)
    if found.comments_due is not None:
        when = lang.text("comments by {day}", day=short(found.comments_due, lang))
    who = names.people.get(found.responsible or "", "")
    return Card(address(found), found.title, " · ".join(filter(None, (outlet, when, who))))
