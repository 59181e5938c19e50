"""The invitation list of a theme: whom to ask, where they are reached, and what comes of it."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ...commands.inviting import NobodyChosen, ThereAlready, add_guests, take_guests_back
from ...domain.errors import TilsvarError
from ...domain.kinds import MeetingKind
from ...domain.meetings import Meeting
from ...domain.sentences import N_
from ...domain.themes import Theme
from ...reports.invitation_list import invitation_list
from ...reports.render_invitation_list import invitation_csv
from ...store.unit_of_work import UnitOfWork, Unknown
from ...wording.dates import edtf
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised
from ..access import opens, sends
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..deeds.undoing import Done, Undoing
from ..forms import Filled, Form, Typed, blank, check, field, with_form
from ..inviting.listed import groups, meetings_ahead
from ..languages import reader_language
from ..links import address
from ..names import Names
from ..rendering import page
from ..words import kind_word

AT = {NobodyChosen: "participants", ThereAlready: "meeting", Unknown: "meeting"}


class Asked(Form):
    """Whom to ask, and to which meeting."""

    participants: list[str] = field(N_("Whom to invite"), default=[])
    meeting: str = field(N_("Meeting"), default="", max_length=80)


class TakenBack(Form):
    participants: list[str] = field("", default=[])
    meeting: str = field("", max_length=80)
    linked: bool = field("", default=False)


@with_form
def invite_theme(request: Request, typed: Typed | None) -> Response:
    """The list with its boxes; what is sent adds those ticked to a meeting to come."""
    reader, lang, key = reader_of(request), reader_language(request), request.path_params["key"]
    if typed is None:
        return _page(request, blank(Asked, lang), fresh=True)
    form = check(Asked, typed, lang)
    if form.content is None:
        return _page(request, form)
    said = form.content
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            added = add_guests(
                work, theme=key, meeting=said.meeting, organisations=said.participants
            )
            work.commit()
    except TilsvarError as error:
        if isinstance(error, Unknown) and error.facts["key"] == key:
            raise
        return _page(request, form.refused(error, AT.get(type(error), "meeting")))
    return landed(
        request.url.path,
        "guests-added",
        said.meeting,
        was=";".join(added.organisations),
        linked="1" if added.linked else "",
    )


@with_form
def guests_taken_back(request: Request, typed: Typed | None) -> Response:
    """Undo: they do not take part after all."""
    reader, lang, key = reader_of(request), reader_language(request), request.path_params["key"]
    form = check(TakenBack, typed or {}, lang)
    if form.content is None:
        return _page(request, blank(Asked, lang).refused(NobodyChosen(), "participants"))
    said = form.content
    with request.app.state.tilsvar.office.work(by=reader.key) as work:
        take_guests_back(
            work,
            theme=work.known(Theme, key),
            meeting=said.meeting,
            organisations=said.participants,
            linked=said.linked,
        )
        work.commit()
    here = f"/themes/{quote(key, safe='')}/invite"
    return landed(here, "guests-taken-back", said.meeting)


def invitation_file(request: Request) -> Response:
    """The list for a mail merge: those in `?participants=`, else all."""
    lang, key = reader_language(request), request.path_params["key"]
    with request.app.state.tilsvar.office.reading() as work:
        found = invitation_list(work, work.known(Theme, key))
        only = request.query_params.getlist("participants")
        chosen = frozenset(only or [each.organisation for each in found.guests])
        content = invitation_csv(found, chosen, lang)
    name = quote(f"invitasjon-{key}.csv")
    return Response(
        content.encode("utf-8"),
        media_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "Cache-Control": "private, no-store",
        },
    )


def _page(request: Request, form: Filled[Asked], *, fresh: bool = False) -> Response:
    lang, reader, key = reader_language(request), reader_of(request), request.path_params["key"]
    with request.app.state.tilsvar.office.reading() as work:
        theme, names = work.view(Theme, key), Names(work)
        found = invitation_list(work, key)
        chosen = None if fresh else frozenset(form.values("participants"))
        last = found.last
        return page(
            request,
            "theme_invitations.html",
            work,
            status=form.status,
            section="themes",
            form=form,
            theme=theme,
            here=address(theme),
            groups=groups(found, chosen, names, lang),
            last=(last.title, address(last), edtf(last.time.on, lang)) if last else None,
            meeting_title=lang.text("Dialogue meeting: {theme}", theme=theme.title),
            kind=MeetingKind.DIALOGUE.value,
            kind_label=capitalised(kind_word(MeetingKind.DIALOGUE, lang)),
            meetings=meetings_ahead(work, lang),
            may=sends(request, reader.role, f"{address(theme)}/invite"),
            may_name=opens(request, reader.role, f"{address(theme)}/stakeholders/new"),
            done=_done(request, work, names, lang),
        )


def _done(request: Request, work: UnitOfWork, names: Names, lang: Language) -> Done | None:
    asked = request.query_params
    if request.method != "GET" or asked.get("done") not in ("guests-added", "guests-taken-back"):
        return None
    meeting = work.look(Meeting, asked.get("about", ""))
    if meeting is None:
        return None
    if asked["done"] == "guests-taken-back":
        return Done(
            lang.text("{title} is as it was.", title=meeting.title),
            address(meeting),
            lang.text("Open the meeting"),
        )
    keys = [each for each in asked.get("was", "").split(";") if each in meeting.participants]
    linked = asked.get("linked") == "1"
    sentence = lang.text(
        "{who} take part in {title}. Nobody is written to by this.",
        who=joined([names.label(each) for each in keys], lang),
        title=meeting.title,
    )
    if not keys:
        if not linked:
            return None
        sentence = lang.text("{title} belongs to the theme now.", title=meeting.title)
    fields = [("meeting", meeting.key), *(("participants", each) for each in keys)]
    if linked:
        fields.append(("linked", "true"))
    return Done(
        sentence,
        f"{address(meeting)}/invitations",
        lang.text("Send the invitations"),
        Undoing(f"{request.url.path}/undo", tuple(fields)),
    )
