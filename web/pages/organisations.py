"""The organisations around the council: their list, and everything between us and one of them."""

from collections import Counter
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import Kind
from ...domain.organisations import Organisation
from ...domain.sentences import N_
from ...store import tables
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ..access import opens
from ..deeds.acting import reader_of
from ..deeds.panel import deed_panel
from ..drawings.panels import contacts_with
from ..facts import Fact, known
from ..languages import reader_language
from ..letters.open_letters import open_obligations
from ..letters.to_one import left_out
from ..links import address_of
from ..lists.folding import folded
from ..lists.listing import Entry, ListShape, listing
from ..names import Known, Names
from ..rendering import page
from ..stakeholders.organisation_panels import contacts_panel, roles_panel
from ..standing import Standing
from ..things.answer_times import answer_times
from ..things.organisation_kinds import kind_of
from ..things.past import past
from ..timelines.panels import organisation_timeline

ORGANISATIONS = ListShape(
    "/organisations",
    ("", N_("Name"), N_("Key"), N_("Unanswered")),
    {"all": N_("All"), "ministry": N_("Departments"), "waiting": N_("Owe an answer")},
    {"kind": N_("Type")},
)


NOTHING = Standing("waiting", "neutral", "")
IN_VIEWS = {
    (False, False): frozenset[str](),
    (False, True): frozenset({"waiting"}),
    (True, False): frozenset({"ministry"}),
    (True, True): frozenset({"ministry", "waiting"}),
}


def organisations(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        today, succession = work.today, work.succession
        waiting = Counter(
            succession.on(obligation.recipient, today) for _, obligation in open_obligations(work)
        )
        every = sorted(
            names.organisations.values(),
            key=lambda each: (not each.is_department, folded(each.name)),
        )
        said = _said(work) if request.query_params.get("q") else {}
        entries = [
            _entry(
                each,
                names.label(now) if (now := names.successor(each.key)) else "",
                waiting.get(each.key, 0),
                said.get(each.key, ""),
                lang,
            )
            for each in every
        ]
        new = opens(request, reader_of(request).role, "/organisations/new")
        label = lang.text("Register organisation")
        return page(
            request,
            "listing.html",
            work,
            section="organisations",
            heading=lang.text("Organisations"),
            new=("/organisations/new", label) if new else None,
            elsewhere=[],
            **listing(request, ORGANISATIONS, entries, lang),
        )


def _said(work: UnitOfWork) -> dict[str, str]:
    """What is looked through besides the name, which few ask for."""
    row = tables.organisation.c
    query = select(row.key, row.email, row.note)
    return {each.key: f"{each.email} {each.note}" for each in work.session.execute(query)}


@lru_cache(maxsize=16_384)
def _entry(found: Known, now: str, waiting: int, searched: str, lang: Language) -> Entry:
    """Its line; `now` is who has taken over, if anybody. Most lines are the same every time."""
    kind = kind_of(found.kind, lang)
    successor = lang.text("now {successor}", successor=now) if now else ""
    tag = lang.plural("{n} unanswered", "{n} unanswered", waiting) if waiting else ""
    views = IN_VIEWS[found.is_department, bool(waiting)]
    return Entry(
        address_of(Kind.ORGANISATION, found.key) or "",
        found.name,
        " · ".join(filter(None, (kind, successor))),
        None,
        found.key,
        Standing("waiting", "neutral", tag) if tag else NOTHING,
        views,
        {"kind": (found.kind, kind)},
        searched,
    )


def organisation(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.get(Organisation, request.path_params["key"])
        names = Names(work)
        deeds = deed_panel(request, Kind.ORGANISATION, found, work, lang)
        return page(
            request,
            "organisation.html",
            work,
            section="organisations",
            title=found.name,
            key=found.key,
            meta=[kind_of(found.kind, lang), found.key],
            rows=_facts(found, work, names, lang),
            roles=roles_panel(found, work, names, lang),
            contacts=contacts_panel(request, found, work, names),
            between=organisation_timeline(request, found, work, names, lang),
            left_out=left_out(found, work, lang),
            times=answer_times(found, work, lang),
            contact_picture=contacts_with(work, found.key, lang),
            lines=past(work, Kind.ORGANISATION, found.key, names, lang),
            deeds=deeds,
            done=deeds.done,
        )


def _facts(found: Organisation, work: UnitOfWork, names: Names, lang: Language) -> list[Any]:
    written = {"nb": "Bokmål", "nn": "Nynorsk"}.get(found.language)
    taken_over = ""
    if found.successor is not None and found.succeeded_on is not None:
        taken_over = lang.text(
            "{organisation} since {day}",
            organisation=names.title(found.successor),
            day=day_in_full(found.succeeded_on, lang),
        )
    earlier = [names.title(key) for key in work.succession.line(found.key) if key != found.key]
    ours = [each for each in work.people if each.organisation == found.key]
    here = [each.name for each in ours if each.active_on(work.today)]
    return known(
        Fact(lang.text("E-mail"), found.email, f"mailto:{found.email}" if found.email else None),
        Fact(lang.text("Contacts"), "\n".join(here)),
        Fact(lang.text("Taken over by"), taken_over),
        Fact(lang.text("Took over from"), "\n".join(earlier)),
        Fact(
            lang.text("Letters to it are written in"), written or lang.text("As the council writes")
        ),
        Fact(lang.text("Note"), found.note),
    )
