"""What the council does with a theme: decisions, measures, and setting it aside."""

from typing import Any

from ...commands.measures import MeasureNamedTwice, plan_measure
from ...commands.themes import (
    CaseWithoutMeeting,
    DecidedOnAnotherDay,
    NotYetDecided,
    OneDecides,
    ThemeNamedTwice,
    correct_theme,
    decide,
    register_theme,
    set_theme_aside,
    take_up_theme,
    withdraw_decision,
)
from ...domain.areas import Area
from ...domain.cases import CaseOfAnotherMeeting, NotACase
from ...domain.sentences import N_
from ...domain.stages import DecisionPoint, Outcome, Stage
from ...domain.theme_errors import DecisionComesLater, OutOfOrder, PassedAlready
from ...domain.themes import Theme
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from .deed import Deed, Undo, Values, Widget
from .fields import areas, organisation_or_none, people
from .theme_choices import (
    council_meetings,
    deciders,
    first_stages,
    outcomes,
    points,
    standing,
    told_stages,
)
from .theme_forms import (
    Because,
    CorrectedTheme,
    Decided,
    DecisionTakenBack,
    DecisionUndone,
    NewTheme,
    PlannedMeasure,
)

MISTAKE = "corrected"
"""What stands for why where a decision is undone right away."""


def _start(work: UnitOfWork, _key: str, typed: Any) -> str:
    stage = Stage(typed.stage) if typed.stage else None
    area = work.look(Area, typed.area) if typed.area else None
    plan = typed.plan or (area.plan if area else "")
    return register_theme(work, **(dict(typed) | {"stage": stage, "plan": plan})).key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    stage = Stage(typed.stage) if typed.stage else None
    return correct_theme(work, theme=key, **(dict(typed) | {"stage": stage})).key


def _decide(work: UnitOfWork, key: str, typed: Any) -> str:
    return decide(
        work,
        theme=key,
        point=DecisionPoint(typed.point),
        outcome=Outcome(typed.outcome),
        on=typed.on,
        by=typed.by or "",
        meeting=typed.meeting,
        case=typed.case,
        note=typed.note,
    ).key


def _withdraw(work: UnitOfWork, key: str, typed: Any) -> str:
    point = DecisionPoint(typed.point)
    return withdraw_decision(work, theme=key, point=point, why=typed.why).key


def _undo_decision(work: UnitOfWork, key: str, typed: Any) -> str:
    point = DecisionPoint(typed.point)
    return withdraw_decision(work, theme=key, point=point, why=MISTAKE).key


def _aside(work: UnitOfWork, key: str, typed: Any) -> str:
    return set_theme_aside(work, theme=key, why=typed.why).key


def _take_up(work: UnitOfWork, key: str, _typed: Any) -> str:
    return take_up_theme(work, theme=key).key


def _plan(work: UnitOfWork, key: str, typed: Any) -> str:
    return plan_measure(work, theme=key, **dict(typed)).theme


def _facts(found: Theme, _work: UnitOfWork) -> Values:
    return {
        "title": found.title,
        "goal": found.goal,
        "area": found.area or "",
        "plan": found.plan,
        "responsible": found.responsible or "",
        "source": found.source,
        "stage": found.told.value if found.told else "",
    }


def _proposed_decision(found: Theme, _work: UnitOfWork) -> Values:
    point = found.next_point
    return {"point": point.value if point else "", "outcome": Outcome.ONWARD.value}


def _decision_is_told(_found: Any, was: str, _work: UnitOfWork, lang: Language) -> str:
    return lang.text("The decision in {point} is recorded.", point=was)


def can_be_decided(found: Theme) -> bool:
    """Whether there is a decision left to record."""
    return not found.set_aside and bool(found.undecided)


def can_have_measures(found: Theme) -> bool:
    """Whether the council works with it, so that something can be planned in it."""
    return not found.set_aside


FACTS = (
    Widget("title"),
    Widget("goal", "text", N_("What the council wants to achieve"), required=False),
    Widget("area", "select", options=areas),
    Widget("plan", help=N_("Such as Handlingsplan 2022–2023"), required=False),
    Widget("responsible", "select", options=people),
    Widget("source", required=False),
)

NEW_THEME = Deed(
    "new",
    N_("Register a theme"),
    N_("The theme is registered."),
    _start,
    NewTheme,
    (*FACTS, Widget("stage", "choices", options=first_stages)),
    proposed=lambda _found, _work: {"stage": Stage.IDEA.value},
    at={ThemeNamedTwice: "title"},
)
THEME_DEEDS = {
    each.name: each
    for each in (
        Deed(
            "decide",
            N_("Record a decision"),
            N_("The decision is recorded."),
            _decide,
            Decided,
            (
                Widget("point", "among", own=points),
                Widget("outcome", "choices", options=outcomes),
                Widget("by", "select", options=deciders),
                Widget("meeting", "select", options=council_meetings),
                Widget("case", help=N_("Such as 43/5/2021"), required=False),
                Widget(
                    "on",
                    "date",
                    N_("Leave it empty for the day of the meeting, or for today"),
                    False,
                ),
                Widget("note", "text", required=False),
            ),
            proposed=_proposed_decision,
            possible=can_be_decided,
            undo=Undo("undo-decision", "point", typed="point"),
            told=_decision_is_told,
            at={
                NotACase: "case",
                CaseOfAnotherMeeting: "case",
                CaseWithoutMeeting: "meeting",
                OneDecides: "by",
                DecidedOnAnotherDay: "on",
                NotYetDecided: "on",
                OutOfOrder: "on",
                DecisionComesLater: "point",
                PassedAlready: "point",
            },
            placed=True,
        ),
        Deed(
            "undo-decision",
            N_("Undo"),
            N_("The decision is taken back; the history shows both."),
            _undo_decision,
            DecisionUndone,
            possible=lambda found: bool(found.standing),
            quiet=True,
        ),
        Deed(
            "plan-measure",
            N_("Plan a measure"),
            N_("The measure is planned."),
            _plan,
            PlannedMeasure,
            (
                Widget("title"),
                Widget("owner", "select", options=organisation_or_none),
                Widget("responsible", "select", options=people),
                Widget(
                    "follow_up",
                    "date",
                    N_("The day of the reminder, such as 1 May 2023 or spring 2023"),
                    required=False,
                ),
                Widget("note", "text", required=False),
                Widget("source", required=False),
            ),
            possible=can_have_measures,
            at={MeasureNamedTwice: "title"},
            placed=True,
        ),
        Deed(
            "correct",
            N_("Correct what is registered"),
            N_("What was registered is corrected."),
            _correct,
            CorrectedTheme,
            (*FACTS, Widget("stage", "among", own=told_stages)),
            proposed=_facts,
            at={ThemeNamedTwice: "title"},
        ),
        Deed(
            "withdraw",
            N_("Withdraw a decision"),
            N_("The decision is withdrawn."),
            _withdraw,
            DecisionTakenBack,
            (Widget("point", "among", own=standing), Widget("why")),
            lead=N_("The theme then stands where the other decisions say."),
            possible=lambda found: bool(found.standing),
        ),
        Deed(
            "aside",
            N_("Set the theme aside"),
            N_("The theme is set aside."),
            _aside,
            Because,
            (Widget("why", help=N_("Such as: waits for the white paper")),),
            possible=lambda found: not found.set_aside,
            undo=Undo("take-up"),
        ),
        Deed(
            "take-up",
            N_("Take the theme up again"),
            N_("The theme is taken up again."),
            _take_up,
            possible=lambda found: found.set_aside,
            next=lambda found: found.set_aside,
        ),
    )
}
