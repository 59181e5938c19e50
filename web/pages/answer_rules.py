"""How long answers may take, what that rests on, and the hour at which reminders go out."""

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.rules import change_answer_rule, change_legal_basis, change_morning
from ...domain.kinds import LetterKind
from ...store.unit_of_work import UnitOfWork
from ..forms import Filled, Typed, with_form
from ..languages import reader_language
from ..settings.answers import (
    UNITS,
    AnswerRule,
    Basis,
    Morning,
    basis_told,
    morning_told,
    rule_told,
)
from ..settings.changes import ANSWERS, MORNING, of_subject
from ..settings.pages import Change, change_page, setting_page
from ..words import kind_word

PATH, MORNING_PATH = "/settings/answers", "/settings/morning"


def _rest_on(work: UnitOfWork, said: Basis) -> None:
    change_legal_basis(work, basis=said.basis)


def _go_out(work: UnitOfWork, said: Morning) -> None:
    change_morning(work, hour=said.hour)


REST_ON = Change(Basis, of_subject(ANSWERS, "answers"), PATH, _rest_on)
GO_OUT = Change(Morning, MORNING, MORNING_PATH, _go_out)


@with_form
def answer_rules(request: Request, typed: Typed | None) -> Response:
    """The rule of each kind of letter, and the form that says what they rest on."""
    with request.app.state.tilsvar.office.reading() as work:
        basis = work.rules.legal_basis
    return change_page(request, typed, REST_ON, _list, basis=basis)


def _list(request: Request, form: Filled[Basis]) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        rows = [
            (kind_word(each, lang), f"{PATH}/{each.value}", rule_told(work.rules, each, lang))
            for each in LetterKind
        ]
        return setting_page(
            request,
            "answer_rules.html",
            work,
            form,
            REST_ON.part,
            rows=rows,
            now=basis_told(work.rules, lang),
        )


@with_form
def answer_rule(request: Request, typed: Typed | None) -> Response:
    """The rule of one kind of letter, and the form that changes it."""
    kind = _kind(request)

    def act(work: UnitOfWork, said: AnswerRule) -> None:
        change_answer_rule(work, kind=kind, period=said.period, expected=said.expected == "yes")

    path = f"{PATH}/{quote(kind.value, safe='')}"
    change = Change(AnswerRule, of_subject(ANSWERS, kind.value), path, act)
    with request.app.state.tilsvar.office.reading() as work:
        period, expected = work.rules.answer_periods[kind], work.rules.expects_answer[kind]
    return change_page(
        request,
        typed,
        change,
        _one,
        count=str(period.count),
        unit=period.unit.value,
        expected="yes" if expected else "no",
    )


def _kind(request: Request) -> LetterKind:
    """The kind of letter that is asked for; 404 for any other."""
    name = request.path_params["kind"]
    if name not in list(LetterKind):
        raise HTTPException(404)
    return LetterKind(name)


def _one(request: Request, form: Filled[AnswerRule]) -> Response:
    lang, kind = reader_language(request), _kind(request)
    with request.app.state.tilsvar.office.reading() as work:
        return setting_page(
            request,
            "answer_rule.html",
            work,
            form,
            of_subject(ANSWERS, kind.value),
            heading=kind_word(kind, lang),
            path=f"{PATH}/{kind.value}",
            now=rule_told(work.rules, kind, lang),
            units=[(each.value, lang.text(label)) for each, label in UNITS.items()],
            choices=[
                ("yes", lang.text("Yes, unless something else is chosen for the letter")),
                ("no", lang.text("Only where that is chosen for the letter")),
            ],
        )


@with_form
def morning(request: Request, typed: Typed | None) -> Response:
    """The hour at which reminders go out, and the form that chooses another."""
    with request.app.state.tilsvar.office.reading() as work:
        hour = work.rules.morning.strftime("%H.%M")
    return change_page(request, typed, GO_OUT, _hour, hour=hour)


def _hour(request: Request, form: Filled[Morning]) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        now = morning_told(work, lang)
        return setting_page(request, "morning.html", work, form, MORNING, now=now)
