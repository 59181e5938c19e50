"""One letter: what each recipient owes, the correspondence, what belongs to it, its history."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import Kind
from ...domain.letters import Letter
from ...wording.dates import edtf
from ...wording.language import Language
from ..access import sender
from ..answers_panel import answers_panel
from ..correspondence import thread
from ..languages import reader_language
from ..names import Names
from ..past import past
from ..put_off import may_be_put_off
from ..related import drafts_about, follow_ups_of, related
from ..rendering import page
from ..words import kind_word


def letter(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.get(Letter, request.path_params["key"])
        names, follow_ups = Names(work), follow_ups_of(found, work)
        return page(
            request,
            "letter.html",
            work,
            section="letters",
            letter=found,
            meta=_meta(found, names, lang),
            put_off=f"/put-off/{quote(found.key)}" if may_be_put_off(found) else "",
            may=sender(request),
            panel=answers_panel(found, follow_ups, work, names, lang),
            thread=thread(found, follow_ups, drafts_about(found, work), names, lang),
            related=related(found, work, names, lang),
            lines=past(work, Kind.LETTER, found.key, names, lang),
        )


def _meta(letter: Letter, names: Names, lang: Language) -> list[str]:
    sent = lang.text(
        "{kind} sent {when}", kind=kind_word(letter.kind, lang), when=edtf(letter.sent, lang)
    )
    responsible = ""
    if letter.responsible:
        name = names.people.get(letter.responsible, letter.responsible)
        responsible = lang.text("Responsible: {name}", name=name)
    return [each for each in (sent, names.area(letter.area), responsible, letter.key) if each]
