"""One measure of a theme: who is to carry it out, when it is followed up, and what was done."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import Kind
from ...domain.measures import Measure
from ...domain.themes import Theme
from ..access import NotAllowed, opens, sender
from ..concerns import concerns
from ..deeds.acting import reader_of
from ..deeds.panel import deed_panel
from ..languages import reader_language
from ..letters.next_reminder import next_reminder
from ..links import address
from ..names import Names
from ..rendering import page
from ..themes.facts import measure_facts
from ..themes.measures import measure_standing
from ..things.facts import Told
from ..things.past import past
from ..things.reachable import reachable


def measure(request: Request) -> Response:
    reader, lang = reader_of(request), reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.view(Measure, request.path_params["key"])
        theme = work.view(Theme, found.theme)
        if not (concerns(reader, found) or concerns(reader, theme)):
            raise NotAllowed
        names = Names(work)
        told = Told(lang.text("Measure"), measure_facts(found, theme, names, lang))
        deeds = deed_panel(request, Kind.MEASURE, found, work, lang)
        settings = opens(request, reader.role, "/settings")
        reminders = next_reminder(found, work, lang) if settings else []
        return page(
            request,
            "thing.html",
            work,
            section="themes" if settings else "",
            parent=theme.title if concerns(reader, theme) else lang.text("For you"),
            parent_href=address(theme) if concerns(reader, theme) else "/mine",
            title=found.title,
            key=found.key,
            meta=[lang.text("Measure"), found.key],
            standing=measure_standing(found, work, lang),
            deeds=deeds,
            done=deeds.done,
            rows=[*reachable(request, reader.role, told).facts, *reminders],
            put_off=f"/put-off/{quote(found.key)}" if reminders else "",
            may=sender(request),
            lines=past(work, Kind.MEASURE, found.key, names, lang),
        )
