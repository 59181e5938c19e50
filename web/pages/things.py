"""One consultation, deadline or op-ed: what is known of it, and its history.

The links in reminders and calendars lead here.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ...domain.consultations import Consultation
from ...domain.deadlines import Deadline
from ...domain.entity import Entity
from ...domain.kinds import Kind
from ...domain.op_eds import OpEd
from ..access import NotAllowed, concerns, opens, sender
from ..deed_tables import DEEDS, LISTS, NEW
from ..deeds import deed_panel
from ..languages import reader_language
from ..names import Names
from ..past import past
from ..put_off import may_be_put_off
from ..reachable import reachable
from ..rendering import page
from ..sessions import signed_in
from ..thing_facts import Told, consultation_facts, deadline_facts, op_ed_facts


def consultation(request: Request) -> Response:
    return _thing(request, Kind.CONSULTATION, Consultation, consultation_facts)


def deadline(request: Request) -> Response:
    return _thing(request, Kind.DEADLINE, Deadline, deadline_facts)


def op_ed(request: Request) -> Response:
    return _thing(request, Kind.OP_ED, OpEd, op_ed_facts)


def _thing(
    request: Request,
    kind: Kind,
    cls: type[Entity],
    told: Callable[..., Told],
    template: str = "fact.html",
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
        return page(
            request,
            template,
            work,
            section=section if in_list else "",
            parent=lang.text(name) if in_list else "",
            parent_href=parent if in_list else "/",
            deeds=deed_panel(
                request,
                reader,
                found,
                kind=kind,
                deeds=DEEDS[kind],
                new=NEW[kind],
                work=work,
                lang=lang,
            ),
            title=found.title,
            key=found.key,
            meta=[said.kind, found.key],
            rows=said.facts,
            related=said.related,
            plan=said.plan,
            put_off=f"/put-off/{quote(found.key)}" if may_be_put_off(found) else "",
            may=sender(request),
            lines=past(work, kind, found.key, names, lang),
            **{name: make(found, work, lang) for name, make in more.items()},
        )
