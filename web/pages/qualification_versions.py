"""One version of a qualification form: what it changed, its taking back, and the form for Word."""

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.qualification import take_back_form
from ...domain.comparing import compare
from ...domain.errors import TilsvarError
from ...domain.qualification import (
    CRITERIA,
    Answers,
    FormChangedMeanwhile,
    NoSuchVersion,
    differing,
)
from ...reports.qualification import form_sheet
from ...reports.render_qualification import as_word
from ...store.form_tables import version_of
from ...wording.language import language
from ..access import sender
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..deeds.refused_page import refused_page
from ..forms import Typed, with_form
from ..languages import reader_language
from ..qualification.versions import form_address, labels, theme_address, versions
from ..rendering import page
from ..requests.numbers import row_number
from .follow_up import DOCX

UNSAFE = re.compile(r"[^A-Za-z0-9]+")


class SavedMeanwhile(TilsvarError):
    """Somebody saved version {number} meanwhile. Look at it before you take another one back."""


def form_version(request: Request) -> Response:
    """One version: what it changed of the one before, and how the whole form read then."""
    lang, theme = reader_language(request), request.path_params["key"]
    number = _number(request)
    with request.app.state.tilsvar.office.reading() as work:
        try:
            sheet = form_sheet(work, theme, number)
        except NoSuchVersion as error:
            raise HTTPException(404) from error
        before = version_of(work.session, theme, number - 1)
        listed = versions(work, theme)
        was: Answers = before.answers if before else {}
        return page(
            request,
            "qualification_version.html",
            work,
            section="themes",
            sheet=sheet,
            number=number,
            version=next(each for each in listed if each.number == number),
            newest=listed[0].number,
            labels=labels(lang),
            criteria=CRITERIA,
            changes=[
                (each, compare(was.get(each, ""), sheet.answers.get(each, "")))
                for each in differing(was, sheet.answers)
            ],
            path=form_address(theme),
            theme_path=theme_address(theme),
            back=form_address(theme, "versions", str(number), "back"),
            may=sender(request),
        )


@with_form
def form_back(request: Request, typed: Typed | None) -> Response:
    """An earlier version stands again, unless somebody has saved another one meanwhile."""
    theme, number = request.path_params["key"], _number(request)
    stamp = row_number(next(iter((typed or {}).get("made_from", ())), ""))
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            take_back_form(work, theme=theme, number=number, made_from=stamp or 0)
            work.commit()
    except NoSuchVersion as error:
        raise HTTPException(404) from error
    except FormChangedMeanwhile as error:
        return refused_page(request, SavedMeanwhile(**error.facts), "themes")
    return landed(form_address(theme), "form-back", about=str(number))


def form_as_word(request: Request) -> Response:
    """The form for the meeting, in the written Norwegian of the council; `?version=` an older."""
    theme, asked = request.path_params["key"], request.query_params.get("version")
    number = row_number(asked) if asked else None
    if asked and not number:
        raise HTTPException(404)
    with request.app.state.tilsvar.office.reading() as work:
        try:
            sheet = form_sheet(work, theme, number)
        except NoSuchVersion as error:
            raise HTTPException(404) from error
        file = as_word(sheet, language(work.office.language))
    key = UNSAFE.sub("-", theme).strip("-")[:40]
    saved = f"-v{sheet.version.number}" if sheet.version else ""
    name = f"kvalifiseringsskjema-{key}{saved}"
    disposition = f'attachment; filename="{name}.docx"'
    headers = {"Content-Disposition": disposition, "Cache-Control": "private, no-cache"}
    return Response(file, media_type=DOCX, headers=headers)


def _number(request: Request) -> int:
    number = row_number(request.path_params["number"])
    if not number:
        raise HTTPException(404)
    return number
