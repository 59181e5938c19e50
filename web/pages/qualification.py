"""The qualification form of a theme, as it stands and to fill in."""

from starlette.requests import Request
from starlette.responses import Response

from ...commands.qualification import form_of, revise_form
from ...domain.errors import TilsvarError
from ...domain.form_words import HELP, ONE_A_LINE
from ...domain.qualification import (
    CRITERIA,
    LISTS,
    Answers,
    FormChangedMeanwhile,
    FormField,
    FormVersion,
)
from ...domain.themes import Theme
from ...reports.qualification import form_sheet
from ...reports.render_qualification import shown_stakeholders, state
from ...store.form_tables import version_of
from ...wording.language import Language
from ..access import sender, sends
from ..deeds.acting import CONFLICT, reader_of
from ..deeds.done import Done, Undoing, landed
from ..forms import Filled, Typed, blank, check, with_form
from ..languages import reader_language
from ..names import Names
from ..qualification.answers import FormAnswers, Met, met_by
from ..qualification.versions import form_address, labels, theme_address, versions
from ..rendering import page
from ..requests.numbers import row_number


def qualification_form(request: Request) -> Response:
    """The form as it stands."""
    lang, theme = reader_language(request), request.path_params["key"]
    with request.app.state.tilsvar.office.reading() as work:
        sheet = form_sheet(work, theme)
        return page(
            request,
            "qualification.html",
            work,
            section="themes",
            sheet=sheet,
            state=state(sheet, lang),
            stakeholders=list(shown_stakeholders(sheet, lang)),
            labels=labels(lang),
            criteria=CRITERIA,
            path=form_address(theme),
            theme_path=theme_address(theme),
            versions=versions(work, theme),
            may=sender(request),
            done=_done(request, theme, sheet.version, lang),
        )


@with_form
def edit_form(request: Request, typed: Typed | None) -> Response:
    """The form to fill in; whoever saves what somebody has changed meanwhile is shown both."""
    lang, theme = reader_language(request), request.path_params["key"]
    if typed is None:
        return _asked(request, theme)
    form = check(FormAnswers, typed, lang)
    said = form.content
    if said is None:
        return _edit(request, theme, form)
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            work.get(Theme, theme)
            made_from = row_number(said.made_from) or 0
            began_with = version_of(work.session, theme, made_from)
            base: Answers = began_with.answers if began_with else {}
            mine = said.answers(base)
            before = form_of(work, theme)
            now = revise_form(work, theme=theme, answers=mine, made_from=made_from)
            work.commit()
    except FormChangedMeanwhile as error:
        with request.app.state.tilsvar.office.reading() as work:
            newest = form_of(work, theme)
            theirs: Answers = newest.answers if newest else {}
        form, met = met_by(form.refused(error, status=CONFLICT), mine, base, theirs)
        return _edit(request, theme, form, newest, met)
    except TilsvarError as error:
        return _edit(request, theme, form.refused(error))
    what = "form-same" if before and before.number == now.number else "form-saved"
    return landed(form_address(theme), what)


def _asked(request: Request, theme: str) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found, now = work.view(Theme, theme), form_of(work, theme)
    answers = now.answers if now else {}
    proposed = {each.value: answers.get(each, "") for each in FormField}
    if now is None:
        # What the register knows of the theme's goal need not be typed again.
        proposed[FormField.GOAL.value] = found.goal
    made_from = str(now.number if now else 0)
    return _edit(request, theme, blank(FormAnswers, lang, **proposed, made_from=made_from))


def _edit(
    request: Request,
    theme: str,
    form: Filled[FormAnswers],
    newest: FormVersion | None = None,
    met: dict[str, Met] | None = None,
) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.view(Theme, theme)
        who = Names(work).people.get(newest.by, newest.by) if newest else ""
        return page(
            request,
            "qualification_edit.html",
            work,
            status=form.status,
            section="themes",
            title=found.title,
            form=form,
            # Saved once more, it is made from the version that stands beside it.
            made_from=str(newest.number) if newest else form.value("made_from"),
            questions=list(FormField),
            lists=LISTS,
            criteria=CRITERIA,
            helps={each: lang.text(said) for each, said in _helps().items()},
            met=met or {},
            newest=newest.number if newest else 0,
            who=who,
            path=form_address(theme),
            theme_path=theme_address(theme),
        )


def _helps() -> dict[FormField, str]:
    return {**dict.fromkeys(LISTS, ONE_A_LINE), **HELP}


def _done(request: Request, theme: str, now: FormVersion | None, lang: Language) -> Done | None:
    what = request.query_params.get("done", "")
    if now is None:
        return None
    number = str(now.number)
    if what == "form-same":
        return Done(lang.text("Nothing was changed: version {number} stands.", number=number))
    said = {
        "form-saved": lang.text("The form is saved as version {number}.", number=number),
        "form-back": lang.text(
            "Version {restored} stands again, as version {number}.",
            restored=now.restores,
            number=number,
        ),
    }
    if what not in said or (what == "form-back" and now.restores is None):
        return None
    undo = None
    back = form_address(theme, "versions", str(now.number - 1), "back")
    if now.number > 1 and sends(request, reader_of(request).role, back):
        undo = Undoing(back, (("made_from", number),))
    return Done(said[what], undo=undo)
