"""One letter: what each recipient owes, the correspondence, what belongs to it, its history."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import Kind
from ...domain.letters import Letter
from ...wording.dates import edtf
from ...wording.language import Language
from ..access import sender
from ..communications.of_thing import activities_of
from ..deeds.panel import deed_panel
from ..languages import reader_language
from ..letters.answer_buttons import answer_buttons
from ..letters.answers_panel import answers_panel
from ..letters.asking_again import to_ask_again
from ..letters.correspondence import thread
from ..letters.points_panel import points_panel
from ..letters.related import drafts_about, follow_ups_of, related
from ..names import Names
from ..public.listed import public_panel
from ..rendering import page
from ..stakeholders.from_answers import stance_forms
from ..things.attachments_panel import files_panel
from ..things.past import past
from ..timelines.themes_panel import themes_panel
from ..today.put_off import may_be_put_off
from ..words import kind_word


def letter(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.get(Letter, request.path_params["key"])
        names, follow_ups, may = Names(work), follow_ups_of(found, work), sender(request)
        drafts = drafts_about(found, work)
        deeds = deed_panel(request, Kind.LETTER, found, work, lang)
        return page(
            request,
            "letter.html",
            work,
            section="letters",
            letter=found,
            meta=_meta(found, names, lang),
            put_off=f"/put-off/{quote(found.key)}" if may_be_put_off(work, found) else "",
            may=may,
            deeds=deeds,
            done=deeds.done,
            buttons=answer_buttons(found, may, lang, to_ask_again(found, drafts, work)),
            panel=answers_panel(found, follow_ups, work, names, lang),
            thread=thread(
                found,
                follow_ups,
                drafts,
                names,
                lang,
                stance_of=stance_forms(found, work, may, lang),
            ),
            related=related(found, work, names, lang),
            files=files_panel(request, found, names, work, lang),
            public=public_panel(request, found, work),
            raised=points_panel(request, found, work, lang),
            belongs=themes_panel(request, found, work, names, lang),
            activities=activities_of(request, found, work, lang),
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
    withdrawn = lang.text("Withdrawn") if letter.withdrawn else ""
    area = names.area(letter.area)
    return [each for each in (withdrawn, sent, area, responsible, letter.key) if each]
