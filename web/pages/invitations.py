"""Who is invited to a meeting and what they answered; inviting, uninviting, and other times."""

from typing import Any, Literal
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.invitations import (
    accept_proposal,
    decline_proposal,
    invitations_of,
    invite,
    invite_council,
    repeat_invitation,
    uninvite,
)
from ...commands.participant_groups import groups
from ...commands.participants import (
    invite_group,
    invite_organisation,
    invite_participants,
    invite_role,
)
from ...domain.errors import TilsvarError
from ...domain.invitations import Invitation
from ...domain.kinds import Role
from ...domain.meetings import Meeting
from ...domain.organisations import Organisation
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..deeds.done_with_meetings import invitations_changed
from ..forms import Filled, Form, Text, Typed, blank, check, field, with_form
from ..languages import NAMES, reader_language
from ..links import address
from ..meetings.invited import ANSWERS, COLOURS
from ..meetings.times import day_and_hours
from ..refusals import refusal
from ..rendering import page

ALL_OF = {
    Role.SECRETARIAT: N_("All in the secretariat"),
    Role.MEMBER: N_("All members"),
    Role.DEPUTY: N_("All deputies"),
    Role.OBSERVER: N_("All observers"),
}


class NobodyNamed(TilsvarError):
    """Choose whom to invite, or write an e-mail address."""


class NobodyNew(TilsvarError):
    """All of them are invited already, or have no e-mail address."""


class Invite(Form):
    """Whom to invite, from the list or by an address."""

    whom: str = field(N_("Whom"), default="")
    address: str = field(N_("Or an e-mail address"), default="", max_length=254)
    name: str = field(N_("Name"), default="", max_length=200)
    language: Literal["nb", "nn", "en"] = field(N_("Language of the invitation"))
    optional: bool = field(N_("They may come, but need not"), default=False)


class Reason(Form):
    """Why the meeting stays where it is."""

    why: Text = field(N_("Why"), default="", max_length=500)


@with_form
def invitations(request: Request, typed: Typed | None) -> Response:
    """The invitations to one meeting, and the form with which others are invited."""
    reader, lang = reader_of(request), reader_language(request)
    if typed is None:
        return _page(request, blank(Invite, lang, language="nb"))
    form = check(Invite, typed, lang)
    if form.content is None:
        return _page(request, form)
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            fresh = _invite(work, str(request.path_params["key"]), form.content)
            if not fresh:
                raise NobodyNew
            work.commit()
    except TilsvarError as error:
        return _page(request, form.refused(error, "address" if form.content.address else "whom"))
    return landed(request.url.path, "fresh", n=str(len(fresh)))


def _invite(work: UnitOfWork, meeting: str, said: Invite) -> list[Invitation]:
    """Those who were not invited before."""
    sort, _, key = said.whom.partition(":")
    more: dict[str, Any] = {
        "meeting": meeting,
        "language": said.language,
        "required": not said.optional,
    }
    if said.address:
        return [invite(work, who=said.address, name=said.name, **more)]
    match sort:
        case "council":
            fresh = invite_council(
                work, meeting=meeting, observers=key == "observers", language=said.language
            )
        case "role" if key in {each.value for each in Role}:
            fresh = invite_role(work, role=Role(key), **more)
        case "organisation":
            fresh = invite_organisation(work, organisation=key, **more)
        case "participants":
            fresh = invite_participants(work, **more)
        case "group":
            fresh = invite_group(work, name=key, **more)
        case "person":
            fresh = [invite(work, who=key, **more)]
        case _:
            raise NobodyNamed
    return fresh


def _page(request: Request, form: Filled[Invite], fault: str = "") -> Response:
    lang, reader = reader_language(request), reader_of(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.get(Meeting, request.path_params["key"])
        every = invitations_of(work, found.key)
        return page(
            request,
            "invitations.html",
            work,
            status=422 if fault else form.status,
            section="meetings",
            form=form,
            fault=fault,
            path=address(found),
            title=found.title,
            when=day_and_hours(found.time, work.office.zone, lang),
            writes=reader.role is Role.SECRETARIAT,
            rows=[_row(each, found, work, lang) for each in every if each.stands],
            gone=[_row(each, found, work, lang) for each in every if not each.stands],
            offered=_offered(work, found, lang),
            spoken=list(NAMES.items()),
            done=invitations_changed(request, every, lang),
        )


def _row(each: Invitation, found: Meeting, work: UnitOfWork, lang: Language) -> dict[str, Any]:
    said, zone = each.answer_to(found), work.office.zone
    proposal = each.proposal
    return {
        "who": each.who,
        "href": f"{address(found)}/invitations/{quote(each.who, safe='')}",
        "name": each.name,
        "address": each.address,
        "answer": lang.text(ANSWERS[said]),
        "color": COLOURS[said],
        "comment": each.comment,
        "proposes": day_and_hours(proposal.time, zone, lang) if proposal else "",
        "place": proposal.place if proposal else "",
        "sent": each.notice is not None,
        "optional": not each.required,
    }


def _offered(
    work: UnitOfWork, found: Meeting, lang: Language
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Whom the list names, in groups."""
    day = found.time.on.first
    people = [each for each in work.people if each.active_on(day) and each.email]
    organisations = sorted(work.all(Organisation), key=lambda each: each.name.casefold())
    several = [
        *([("participants", lang.text("Everybody who takes part"))] if found.participants else []),
        ("council", lang.text("The council and the secretariat")),
        ("council:observers", lang.text("The council, the secretariat and the observers")),
        *((f"role:{role.value}", lang.text(word)) for role, word in ALL_OF.items()),
        *((f"group:{each.key}", each.key) for each in groups(work)),
    ]
    return [
        (lang.text("Several"), several),
        (lang.text("People"), [(f"person:{each.key}", each.name) for each in people]),
        (
            lang.text("Organisations"),
            [(f"organisation:{each.key}", each.name) for each in organisations],
        ),
    ]


@with_form
def one_invitation(request: Request, typed: Typed | None) -> Response:
    """Withdraw one invitation, send it again, or decide about another time that they propose."""
    reader, lang = reader_of(request), reader_language(request)
    key, who = str(request.path_params["key"]), str(request.path_params["who"])
    form = check(Reason, typed or {}, lang)
    why = form.content.why if form.content else ""
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            what = _act(work, str(request.path_params["act"]), key, who, why)
            work.commit()
    except TilsvarError as error:
        return _page(request, blank(Invite, lang, language="nb"), refusal(error, lang))
    return landed(f"/meetings/{quote(key, safe='')}/invitations", what, who=who)


def _act(work: UnitOfWork, act: str, meeting: str, who: str, why: str) -> str:
    """What was done, by the name of its sentence."""
    match act:
        case "uninvite":
            uninvite(work, meeting=meeting, who=who)
            return "uninvited"
        case "invite":
            known = work.look(Invitation, f"{meeting}/{who}")
            # A guest has no key of their own outside this meeting.
            guest = known is not None and who.startswith("guest-")
            invite(work, meeting=meeting, who=known.address if guest and known else who)
            return "invited"
        case "repeat":
            repeat_invitation(work, meeting=meeting, who=who)
            return "repeated"
        case "accept":
            accept_proposal(work, meeting=meeting, who=who)
            return "accepted"
        case "decline":
            decline_proposal(work, meeting=meeting, who=who, why=why)
            return "declined"
    raise HTTPException(404)
