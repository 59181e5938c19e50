"""The people of the council: their list, and one of them with role, deputies and ways to get in."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ...commands.accounts import account_of, send_link
from ...commands.signing_in import sessions_of
from ...domain.dates import Edtf
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind, Role
from ...domain.people import Person
from ...domain.sentences import N_
from ...settings import secret_of
from ...store.clock import local_day
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import short
from ...wording.language import Language
from ..access import opens, sends
from ..deeds.acting import reader_of
from ..deeds.done import Done, landed
from ..deeds.panel import deed_panel
from ..facts import Fact, known
from ..languages import NAMES, reader_language
from ..links import place
from ..lists.folding import folded
from ..lists.listing import Entry, ListShape, listing
from ..names import Names
from ..refusals import refusal
from ..rendering import page
from ..settings.roles import ROLE_NAMES, period
from ..standing import Standing
from ..things.past import past

PATH = "/settings/people"
PEOPLE = ListShape(
    PATH,
    (N_("From"), N_("Name"), N_("Role"), N_("Last day")),
    {
        "now": N_("With a role today"),
        "coming": N_("To come"),
        "gone": N_("Earlier"),
        "all": N_("All"),
    },
    {"role": N_("Role")},
)
NEEDS_A_ROLE = ("change-role", "end")
"""What can be done only with somebody who has a role, or will have one."""


def people(request: Request) -> Response:
    """Everybody, those with a role today first; nobody is ever left out of the last view."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        names, order = Names(work), list(Role)
        every = sorted(work.people, key=lambda one: (order.index(one.role), folded(one.name)))
        new = opens(request, reader_of(request).role, f"{PATH}/new")
        return page(
            request,
            "listing.html",
            work,
            section="settings",
            heading=lang.text("People of the council"),
            new=(f"{PATH}/new", lang.text("Add person")) if new else None,
            elsewhere=[],
            **listing(request, PEOPLE, [_entry(each, names, work, lang) for each in every], lang),
        )


def _entry(found: Person, names: Names, work: UnitOfWork, lang: Language) -> Entry:
    role = lang.text(ROLE_NAMES[found.role])
    view, tag = "now", ""
    if not found.active_on(work.today):
        coming = found.since is not None and found.since > work.today
        view, tag = ("coming", lang.text("Not yet")) if coming else ("gone", lang.text("Left"))
    until = short(found.until, lang) if found.until else ""
    return Entry(
        place(Kind.PERSON, found.key),
        found.name,
        " · ".join(filter(None, (found.email, _deputy_for(found, names, lang)))),
        Edtf.on(found.since) if found.since else None,
        role,
        Standing(view, "neutral", tag, until),
        frozenset({view}),
        {"role": (found.role.value, role)},
        f"{found.key} {names.title(found.organisation) if found.organisation else ''}",
    )


def _deputy_for(found: Person, names: Names, lang: Language) -> str:
    member = names.people.get(found.deputy_for or "", "")
    return lang.text("deputy for {member}", member=member) if member else ""


def person(request: Request) -> Response:
    return _person(request, request.path_params["key"])


def _person(request: Request, key: str, fault: str = "") -> Response:
    lang, reader = reader_language(request), reader_of(request)
    with request.app.state.tilsvar.office.reading() as work:
        found, names = work.view(Person, key), Names(work)
        deeds = deed_panel(request, Kind.PERSON, found, work, lang)
        gone = found.until is not None and found.until < work.today
        out = [place(Kind.PERSON, key, each) for each in NEEDS_A_ROLE] if gone else []
        may = sends(request, reader.role, place(Kind.PERSON, key, "sign-out"))
        return page(
            request,
            "person.html",
            work,
            status=409 if fault else 200,
            section="settings",
            found=found,
            here=place(Kind.PERSON, key),
            meta=[lang.text(ROLE_NAMES[found.role]), period(found, lang)],
            deeds=deeds,
            buttons=[each for each in deeds.buttons if each.href not in out],
            rows=_facts(found, work, names, lang),
            may=may,
            fault=fault,
            let_in=_let_in(found, work, lang) if may else None,
            lines=past(work, Kind.PERSON, key, names, lang),
            done=_link_sent(request, found, lang) or deeds.done,
        )


def _facts(found: Person, work: UnitOfWork, names: Names, lang: Language) -> list[Fact]:
    kept = account_of(work, found.key)
    spoken = NAMES.get((kept.language if kept else None) or "", lang.text("The council’s own"))
    deputies = [each for each in work.people if each.deputy_for == found.key]
    others = [each for each in work.people if each.email == found.email and each is not found]
    roles = [f"{lang.text(ROLE_NAMES[each.role])} {period(each, lang)}" for each in others]
    member = next((each for each in work.people if each.key == found.deputy_for), None)
    return known(
        Fact(lang.text("E-mail"), found.email, f"mailto:{found.email}" if found.email else None),
        Fact(
            lang.text("Comes from"),
            names.title(found.organisation) if found.organisation else "",
            place(Kind.ORGANISATION, found.organisation) if found.organisation else None,
        ),
        Fact(
            lang.text("Deputy for"),
            member.name if member else "",
            place(Kind.PERSON, member.key) if member else None,
        ),
        Fact(
            lang.text("Deputies"),
            "\n".join(each.name for each in deputies if each.active_on(work.today)),
        ),
        Fact(lang.text("Language"), spoken),
        Fact(lang.text("Other roles"), "\n".join(roles)),
        Fact(lang.text("Key"), found.key),
    )


def _let_in(found: Person, work: UnitOfWork, lang: Language) -> dict[str, Any]:
    """How the person gets in, and where they are signed in."""
    kept, zone = account_of(work, found.key), work.office.zone
    account = ""
    if kept is not None and kept.tenant is not None:
        account = lang.text("Linked to an account of {tenant}.", tenant=kept.tenant)
        if kept.subject is None:
            account = lang.text(
                "Linked at the first sign-in with an account of {tenant}.", tenant=kept.tenant
            )
    return {
        "account": account,
        "sessions": [
            (each.id, each.browser, local_day(each.last_seen, zone))
            for each in sessions_of(work, found.key)
        ],
        "active": found.active_on(work.today),
    }


def _link_sent(request: Request, found: Person, lang: Language) -> Done | None:
    if request.query_params.get("done") != "link-sent":
        return None
    return Done(
        lang.text(
            "A link to sign in goes to {address}. It works once, within 24 hours.",
            address=found.email,
        )
    )


def send_sign_in_link(request: Request) -> Response:
    """Mail the person a link that signs in once; the page says where it goes."""
    key, app = request.path_params["key"], request.app.state.tilsvar
    try:
        with app.office.work(by=reader_of(request).key) as work:
            send_link(work, person=key, secret=secret_of(app.settings))
            work.commit()
    except TilsvarError as error:
        with app.office.reading() as work:
            work.known(Person, key)
        return _person(request, key, refusal(error, reader_language(request)))
    return landed(place(Kind.PERSON, key), "link-sent")
