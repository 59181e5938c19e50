"""One consultation, deadline or op-ed: what is known of it, and its history.

The links in reminders and calendars lead here.
"""

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ...domain.communications import Activity
from ...domain.consultations import Consultation
from ...domain.deadlines import Deadline
from ...domain.entity import Entity
from ...domain.kinds import Kind
from ...domain.op_eds import OpEd
from ..access import NotAllowed, opens, sender
from ..communications.facts import activity_facts
from ..communications.of_thing import activities_of
from ..concerns import concerns, concerns_file
from ..deeds.done_with_comments import commented
from ..deeds.panel import deed_panel
from ..deeds.tables import LISTS
from ..drafts.comment_forms import Commented
from ..drafts.comment_panel import comment_panel
from ..forms import Filled
from ..languages import reader_language
from ..letters.next_reminder import next_reminder
from ..media.of_op_ed import op_ed_media
from ..names import Names
from ..public.listed import public_panel
from ..rendering import page
from ..signing_in.sessions import signed_in
from ..things.attachments_panel import files_panel
from ..things.facts import Told, consultation_facts, deadline_facts, op_ed_facts
from ..things.past import past
from ..things.reachable import reachable
from ..timelines.themes_panel import themes_panel
from ..today.put_off import may_be_put_off


def consultation(request: Request) -> Response:
    return _thing(request, Kind.CONSULTATION, Consultation, consultation_facts)


def deadline(request: Request) -> Response:
    return _thing(request, Kind.DEADLINE, Deadline, deadline_facts)


def activity(request: Request) -> Response:
    return _thing(request, Kind.ACTIVITY, Activity, activity_facts)


def op_ed(request: Request) -> Response:
    return _op_ed(request)


def _op_ed(request: Request, form: Filled[Commented] | None = None) -> Response:
    media = partial(op_ed_media, request)
    return _thing(
        request, Kind.OP_ED, OpEd, op_ed_facts, template="op_ed.html", form=form, media=media
    )


def circulated_thing(request: Request, kind: Kind, form: Filled[Commented]) -> Response:
    """The page with an answer about its draft that was sent and is not in order."""
    if kind is Kind.OP_ED:
        return _op_ed(request, form)
    return _thing(request, kind, Consultation, consultation_facts, form=form)


def _thing(
    request: Request,
    kind: Kind,
    cls: type[Entity],
    told: Callable[..., Told],
    *,
    template: str = "fact.html",
    form: Filled[Commented] | None = None,
    **more: Callable[..., Any],
) -> Response:
    """The page of one thing; `more` makes what its template shows besides."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found: Any = work.get(cls, request.path_params["key"])
        reader = signed_in(request)
        if reader is None or not concerns(reader, found):
            raise NotAllowed
        names = Names(work)
        section, parent, name = LISTS[kind]
        in_list = opens(request, reader.role, parent)
        said = reachable(request, reader.role, told(found, work, names, lang))
        deeds = deed_panel(request, kind, found, work, lang)
        settings = opens(request, reader.role, "/settings")
        reminders = next_reminder(found, work, lang) if settings else []
        comments = None
        if isinstance(found, OpEd | Consultation):
            comments = comment_panel(
                request, reader, found, work, names=names, lang=lang, form=form
            )
        told_of = partial(concerns_file, reader, thing=found)
        besides = [(Kind.COMMENT, each) for each in comments.keys] if comments else []
        return page(
            request,
            template,
            work,
            status=form.status if form else 200,
            section=section if in_list else "",
            parent=lang.text(name) if in_list else lang.text("For you"),
            parent_href=parent if in_list else "/mine",
            deeds=deeds,
            done=deeds.done or commented(request, reader, work, lang),
            comments=comments,
            title=found.title,
            key=found.key,
            meta=[said.kind, found.key],
            rows=[*said.facts, *reminders],
            related=said.related,
            plan=said.plan,
            files=files_panel(request, found, names, work, lang),
            belongs=themes_panel(request, found, work, names, lang),
            public=public_panel(request, found, work),
            activities=activities_of(request, found, work, lang),
            put_off=f"/put-off/{quote(found.key)}" if may_be_put_off(work, found) else "",
            may=sender(request),
            lines=past(work, kind, found.key, names, lang, besides=besides, told_of=told_of),
            **{name: make(found, work, lang) for name, make in more.items()},
        )
