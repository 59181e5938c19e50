"""The organisations around the council: their list, and everything between us and one of them."""

from collections import Counter
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import Kind
from ...domain.organisations import Organisation
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ..access import opens
from ..deeds.acting import reader_of
from ..deeds.deed import deed_panel, place
from ..deeds.tables import DEEDS, NEW
from ..facts import Fact, known
from ..languages import reader_language
from ..letters.open_letters import open_obligations
from ..letters.standing import Standing
from ..letters.to_one import left_out
from ..lists.folding import folded
from ..lists.listing import Entry, ListShape, listing
from ..names import Names
from ..rendering import page
from ..things.between_us import answer_times, between_us
from ..things.organisation_kinds import kind_of
from ..things.past import past

ORGANISATIONS = ListShape(
    "/organisations",
    ("", N_("Name"), N_("Key"), N_("Unanswered")),
    {"all": N_("All"), "ministry": N_("Departments"), "waiting": N_("Owe an answer")},
    {"kind": N_("Type")},
)


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
        entries = [_entry(each, waiting[each.key], names, lang) for each in every]
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


def _entry(found: Organisation, waiting: int, names: Names, lang: Language) -> Entry:
    kind, now = kind_of(found.kind, lang), names.successor(found.key)
    successor = lang.text("now {successor}", successor=names.label(now)) if now else ""
    tag = lang.plural("{n} unanswered", "{n} unanswered", waiting) if waiting else ""
    views = {"ministry"} if found.is_department else set()
    return Entry(
        place(Kind.ORGANISATION, found.key),
        found.name,
        " · ".join(filter(None, (kind, successor))),
        None,
        found.key,
        Standing("waiting", "neutral", tag),
        frozenset(views | ({"waiting"} if waiting else set())),
        {"kind": (found.kind, kind)},
        f"{found.email} {found.note}",
    )


def organisation(request: Request) -> Response:
    lang, reader = reader_language(request), reader_of(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.get(Organisation, request.path_params["key"])
        names = Names(work)
        deeds = deed_panel(
            request,
            reader,
            found,
            kind=Kind.ORGANISATION,
            deeds=DEEDS[Kind.ORGANISATION],
            new=NEW[Kind.ORGANISATION],
            work=work,
            lang=lang,
        )
        return page(
            request,
            "organisation.html",
            work,
            section="organisations",
            title=found.name,
            key=found.key,
            meta=[kind_of(found.kind, lang), found.key],
            rows=_facts(found, work, names, lang),
            between=between_us(found, work, lang),
            left_out=left_out(found, work, lang),
            times=answer_times(found, work, lang),
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
