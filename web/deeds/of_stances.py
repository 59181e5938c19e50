"""Where a stakeholder stands: recorded, from an answer or otherwise, taken back, taken up again."""

from typing import Any

from ...commands.own_rows import party_of
from ...commands.stakeholders import name_stakeholder, party_in
from ...commands.stances import (
    NoAnswerThere,
    NotAStakeholder,
    record_stance,
    restore_stance,
    withdraw_stance,
)
from ...domain.errors import DomainError, TilsvarError
from ...domain.sentences import N_
from ...domain.stakeholders import (
    OffTheList,
    Stakeholder,
    StakeholderRole,
    Stance,
    StanceAhead,
    StanceKnown,
    StanceValue,
    key_of,
)
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf, edtf_short
from ...wording.language import Language
from ..names import Names
from ..stakeholders.evidence import answers_of
from ..stakeholders.said import role_word, stance_word
from .deed import Deed, Undo, Values, Widget
from .fields import organisation_or_none, themes
from .stakeholder_forms import StanceOfTheme, StanceTold, TakenBack, Which


class NoSuchStanceHere(DomainError):
    """That stance is not in the list any more. Look at the page again."""


def stance_values(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(each.value, stance_word(each, lang)) for each in StanceValue]


def answers_given(
    work: UnitOfWork, line: tuple[str, ...], theme: str | None, lang: Language
) -> list[tuple[str, str]]:
    """The answers of these organisations to choose from, those about the theme first."""
    told = [
        (
            f"letter:{each.letter}",
            lang.text("{title} ({when})", title=each.title, when=edtf_short(each.on, lang)),
        )
        for each in answers_of(work, line, theme)
    ]
    return [("", lang.text("No answer that is registered here")), *dict(told).items()]


def _answers(
    found: Stakeholder, work: UnitOfWork, _names: Names, lang: Language
) -> list[tuple[str, str]]:
    line = work.succession.line(work.succession.on(found.organisation, work.today))
    return answers_given(work, line, found.theme, lang)


def which(stance: Stance) -> str:
    """How a form names it; of those that stand, only one is called so."""
    return f"{stance.stance}:{stance.as_of}"


def _standing(
    found: Stakeholder, work: UnitOfWork, _names: Names, lang: Language
) -> list[tuple[str, str]]:
    return [
        (which(each), f"{stance_word(each.stance, lang)}, {edtf(each.as_of, lang)}")
        for _, each in party_of(work, found.key).stances
        if not each.withdrawn
    ]


def _record(work: UnitOfWork, key: str, typed: Any) -> str:
    theme, _, organisation = key.partition("/")
    return record_stance(
        work,
        theme=theme,
        organisation=organisation,
        stance=StanceValue(typed.stance),
        as_of=typed.as_of,
        source=typed.source,
        evidence=typed.evidence or "",
    ).key


def _record_in(work: UnitOfWork, _key: str, typed: Any) -> str:
    """In a theme that is chosen too; whoever is not on its list is put there with the role."""
    party = party_in(work, typed.theme, typed.organisation)
    if (party is None or party.removed) and typed.role:
        today = work.succession.on(typed.organisation, work.today)
        role = StakeholderRole(typed.role)
        name_stakeholder(work, theme=typed.theme, organisation=today, role=role)
    return _record(work, key_of(typed.theme, typed.organisation), typed)


def _roles(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    told = [(each.value, role_word(each, lang)) for each in StakeholderRole]
    return [("", lang.text("On the list already")), *told]


def _withdraw(work: UnitOfWork, key: str, typed: Any) -> str:
    row, stance = _find(work, key, typed.which, withdrawn=False)
    withdraw_stance(work, stakeholder=row.key, number=stance.number, why=typed.why)
    return key


def _restore(work: UnitOfWork, key: str, typed: Any) -> str:
    row, stance = _find(work, key, typed.which, withdrawn=True)
    restore_stance(work, stakeholder=row.key, number=stance.number)
    return key


def _find(
    work: UnitOfWork, key: str, wanted: str, *, withdrawn: bool
) -> tuple[Stakeholder, Stance]:
    """The newest such stance with the row that holds it. Raises NoSuchStanceHere."""
    party = party_of(work, key)
    for row, each in party.stances:
        if which(each) == wanted and each.withdrawn is withdrawn:
            return row, each
    raise NoSuchStanceHere


STANCE = Widget("stance", "choices", options=stance_values)
AS_OF = Widget("as_of", "date", N_("The day on which they said so, or September 2020 or 2022"))
SOURCE = Widget(
    "source", required=False, help=N_("Where it is known from, such as a meeting or a case")
)


def _today(_found: Any, work: UnitOfWork) -> Values:
    return {"as_of": work.today.isoformat()}


REFUSED: dict[type[TilsvarError], str] = {
    StanceAhead: "as_of",
    StanceKnown: "as_of",
    NoAnswerThere: "evidence",
}

STANCE_ANYWHERE = Deed(
    "new",
    N_("Record stance"),
    N_("The stance is recorded."),
    _record_in,
    StanceOfTheme,
    (
        Widget("theme", "select", options=themes),
        Widget("organisation", "select", options=organisation_or_none),
        Widget(
            "role",
            "choices",
            N_("Where it is not on the list of stakeholders of the theme, it is put there"),
            options=_roles,
        ),
        STANCE,
        AS_OF,
        SOURCE,
        Widget("evidence", "hidden", required=False),
    ),
    proposed=lambda _found, work: {"as_of": work.today.isoformat(), "role": ""},
    undo=Undo("withdraw-stance", "which", typed="which"),
    at=REFUSED | {NotAStakeholder: "role", OffTheList: "role", NoAnswerThere: "organisation"},
)
"""Recorded from an answer to a letter that may belong to any theme."""

STANCE_DEEDS = (
    Deed(
        "stance",
        N_("Record stance"),
        N_("The stance is recorded."),
        _record,
        StanceTold,
        (
            STANCE,
            AS_OF,
            Widget("evidence", "select", required=False, offered=_answers),
            SOURCE,
        ),
        proposed=_today,
        possible=lambda found: not found.removed,
        next=lambda found: not found.removed,
        undo=Undo("withdraw-stance", "which", typed="which"),
        at=REFUSED,
    ),
    Deed(
        "withdraw-stance",
        N_("Withdraw a stance"),
        N_("The stance is withdrawn; it stays in the list, struck through."),
        _withdraw,
        TakenBack,
        (
            Widget("which", "among", offered=_standing),
            Widget("why", help=N_("What was wrong with it"), required=False),
        ),
        placed=True,
        undo=Undo("restore-stance", "which", typed="which"),
        at="which",
    ),
    Deed(
        "restore-stance",
        N_("Let the stance stand again"),
        N_("The stance stands again."),
        _restore,
        Which,
        quiet=True,
        at="which",
    ),
)
