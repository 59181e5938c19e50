"""The template of reports in Word: fetched, changed in Word, sent in again, taken back."""

from typing import Any

from sqlalchemy import Row
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.report_templates import choose_report_template
from ...domain.attachments import FileRefused
from ...reports.documents.formats import FORMATS
from ...reports.documents.template_check import LARGEST, sound_template
from ...reports.documents.template_marks import TemplateFault
from ...reports.documents.word_template import built_in
from ...store.clock import local_day
from ...store.report_templates import template_edition, template_editions
from ...store.unit_of_work import UnitOfWork
from ...wording.language import LANGUAGES
from ..access import sends
from ..deeds.acting import reader_of
from ..forms import Filled, Typed, blank, check, with_form
from ..languages import NAMES, reader_language
from ..names import Names
from ..requests.numbers import row_number
from ..requests.uploads import FIELD, file_as_sent, with_files
from ..settings.acting import pressed, settled
from ..settings.changes import REPORT_TEMPLATE
from ..settings.pages import setting_page
from ..settings.report_templates import TemplateForm
from .attachments import disposition

PATH = "/settings/report-template"
MOST = 20
"""How many editions the page lists."""


@with_files
def report_template(request: Request, typed: Typed | None) -> Response:
    """Which template is used, the form that sends in another, and the editions there were."""
    lang = reader_language(request)
    if typed is None:
        return _page(request, blank(TemplateForm, lang))
    form = check(TemplateForm, typed, lang)
    if form.content is None:
        return _page(request, form)
    try:
        template = sound_template(*file_as_sent(request, LARGEST))
    except (TemplateFault, FileRefused) as fault:
        return _page(request, form.refused(fault, FIELD))

    def choose(work: UnitOfWork) -> None:
        choose_report_template(work, template=template)

    done = settled(request, form, REPORT_TEMPLATE, choose, path=PATH)
    return done if isinstance(done, Response) else _page(request, done)


@with_form
def report_template_back(request: Request, typed: Typed | None) -> Response:
    """Use the built-in template again."""

    def give_back(work: UnitOfWork) -> None:
        choose_report_template(work, template=None)

    return pressed(request, typed, REPORT_TEMPLATE, give_back, PATH)


def report_template_file(request: Request) -> Response:
    """The built-in template in a language, or one that was sent in, to be changed in Word."""
    which = str(request.path_params["which"])
    if which in LANGUAGES:
        return _file(f"tilsvar-{which}.docx", built_in(which, wide=False))
    number = row_number(which)
    with request.app.state.tilsvar.office.reading() as work:
        found = template_edition(work.session, number) if number is not None else None
    if found is None or found.content is None:
        raise HTTPException(404)
    return _file(found.name, found.content)


def _file(name: str, content: bytes) -> Response:
    headers = {"Content-Disposition": disposition(name), "Cache-Control": "private, no-store"}
    return Response(content, media_type=FORMATS["docx"].media_type, headers=headers)


def _page(request: Request, form: Filled[TemplateForm]) -> Response:
    with request.app.state.tilsvar.office.reading() as work:
        editions = template_editions(work.session, MOST)
        people, zone = Names(work).people, work.office.zone
        now: Row[Any] | None = editions[0] if editions and editions[0].name else None
        return setting_page(
            request,
            "report_template.html",
            work,
            form,
            REPORT_TEMPLATE,
            path=PATH,
            sends=sends(request, reader_of(request).role, PATH),
            own=now.name if now else "",
            now=f"{PATH}/{now.id}.docx" if now else "",
            built_in=[(f"{PATH}/{code}.docx", NAMES[code], code) for code in LANGUAGES],
            editions=[
                (
                    each.name,
                    f"{PATH}/{each.id}.docx",
                    local_day(each.at, zone),
                    people.get(each.by, each.by),
                )
                for each in editions
                if each.name
            ],
            size=LARGEST // 1_000_000,
        )
