"""The fields of the form about a letter, what they offer, and what the form shows besides."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from ...domain.consultations import Consultation
from ...domain.kinds import ConsultationStatus, LetterKind
from ...domain.letters import Letter
from ...domain.sentences import N_
from ...store import tables
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf_short
from ...wording.language import Language
from ..deeds.deed import Widget
from ..deeds.fields import areas, people
from ..forms import Filled
from ..names import Names
from ..words import kind_word
from .forms import LetterFacts
from .open_letters import open_letters
from .typed_recipients import as_suggested
from .when_saved import when_saved


def _kinds(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(each.value, kind_word(each, lang)) for each in LetterKind]


def _by_kind(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    usual = lang.text("As usual for its type: yes, but for submissions")
    return [("", usual), *_yes_or_no(_work, _names, lang)]


def _yes_or_no(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [("yes", lang.text("Yes")), ("no", lang.text("No"))]


def _calls(work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    closed = (ConsultationStatus.SUBMITTED, ConsultationStatus.DECLINED)
    query = select(Consultation).where(tables.consultation.c.status.not_in(closed))
    every = [(each.key, each.title) for each in work.session.scalars(query)]
    return [("", lang.text("Not chosen")), *every]


def _earlier(work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    every = [
        (each.key, f"{each.title} ({edtf_short(each.sent, lang)})") for each in open_letters(work)
    ]
    return [("", lang.text("Not chosen")), *every]


def besides(
    found: Letter | None, form: Filled[Any], work: UnitOfWork, names: Names, lang: Language
) -> Mapping[str, Any]:
    """Departments to tick, with whoever is ticked besides; all the others as suggestions."""
    ticked = [*(found.recipients if found else ()), *form.values("to")]
    departments = [
        each.key
        for each in names.organisations.values()
        if each.is_department and names.successor(each.key) is None
    ]
    keys = dict.fromkeys([*sorted(departments, key=names.title), *ticked])
    shown = {key: names.organisations[key] for key in keys if key in names.organisations}
    folded_in = {each.name for each in REST}
    asked_for = ("consultation", "follows_up", "due")
    return {
        "recipients": [(key, as_suggested(each)) for key, each in shown.items()],
        "suggestions": sorted(
            as_suggested(each) for key, each in names.organisations.items() if key not in shown
        ),
        "unfolded": found is not None
        or any(each.name in folded_in for each in form.mistakes)
        or any(form.value(name) for name in asked_for),
        "after": when_saved(form, work, names, lang) if found is None else [],
    }


FIRST = (Widget("title"), Widget("sent", "date"))
REST = (
    Widget("kind", "select", options=_kinds),
    Widget("answer", "select", options=_by_kind),
    Widget(
        "due",
        "date",
        N_("Only where the letter itself names a day; else the council's own rule counts"),
        required=False,
    ),
    Widget("area", "select", options=areas),
    Widget("responsible", "select", options=people),
    Widget("consultation", "select", options=_calls),
    Widget("follows_up", "select", options=_earlier),
    Widget("outcome", "text", N_("Shown with the letter: what the council asks for"), False),
    Widget("source", help=N_("Such as the case number in the archive"), required=False),
)
KEPT = tuple(
    Widget("answer", "choices", options=_yes_or_no) if each.name == "answer" else each
    for each in REST
    if each.name in LetterFacts.model_fields
)
"""Those of the rest that can be put right later."""
