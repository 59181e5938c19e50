"""The page of one point that a letter raised: what has become of it, and what was said before."""

from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import Kind
from ...domain.letters import Letter
from ...domain.points import Judgement, Point
from ...domain.words import UPTAKES
from ...wording.dates import edtf
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..access import sender
from ..deeds.panel import deed_panel
from ..facts import Fact, known
from ..languages import reader_language
from ..letters.points_panel import linked, point_standing
from ..links import place
from ..names import Names
from ..rendering import page
from ..things.past import past


def point(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found, names = work.view(Point, request.path_params["key"]), Names(work)
        letter, judged = work.view(Letter, found.letter), found.judged()
        deeds = deed_panel(request, Kind.POINT, found, work, lang)
        letter_href = place(Kind.LETTER, letter.key)
        return page(
            request,
            "note.html",
            work,
            section="letters",
            parent=letter.title,
            parent_href=letter_href,
            title=found.title,
            key=found.key,
            text=found.text,
            meta=[lang.text("Point raised"), found.key],
            standing=point_standing(found, lang),
            deeds=deeds,
            done=deeds.done,
            rows=known(
                Fact(lang.text("Letter"), letter.title, letter_href),
                Fact(lang.text("What has become of it"), _uptake(found, lang)),
                *(_judged(judged, names, lang) if judged else ()),
                Fact(lang.text("Withdrawn"), found.why),
            ),
            may=sender(request),
            lines=past(work, Kind.POINT, found.key, names, lang),
        )


def _uptake(found: Point, lang: Language) -> str:
    return capitalised(lang.text(UPTAKES[found.uptake]))


def _judged(judged: Judgement, names: Names, lang: Language) -> tuple[Fact, ...]:
    return (
        Fact(lang.text("Where it is seen"), judged.where, linked(judged.where) or None),
        Fact(lang.text("Seen"), edtf(judged.on, lang)),
        Fact(lang.text("By"), names.people.get(judged.by, judged.by)),
    )
