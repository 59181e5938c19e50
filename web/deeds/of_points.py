"""What the secretariat does with a point of a letter: registers it, says what has become of it."""

from typing import Any

from ...commands.points import (
    PointRaisedTwice,
    correct_point,
    judge_point,
    raise_point,
    restore_point,
    withdraw_judgement,
    withdraw_point,
)
from ...domain.notes import LONGEST, NotYetSaid
from ...domain.points import (
    LONGEST_PLACE,
    JudgedBeforeSent,
    NowhereTakenUp,
    Point,
    Uptake,
)
from ...domain.sentences import N_
from ...domain.words import UPTAKES
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..forms import Form, Line, Text, field
from ..names import Names
from .deed import Deed, MaybeWhen, Undo, Values, Widget
from .withdrawing import withdrawing


class Raised(Form):
    letter: Line = field(N_("Letter"))
    text: Text = field(N_("What the letter asks for or says"), min_length=1, max_length=LONGEST)


class Corrected(Form):
    text: Text = field(N_("What the letter asks for or says"), min_length=1, max_length=LONGEST)


class Judged(Form):
    uptake: Uptake = field(N_("What has become of it"))
    where: Text = field(N_("Where it is seen"), default="", max_length=LONGEST_PLACE)
    on: MaybeWhen = field(N_("Seen"), default=None)


def _uptakes(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(each.value, capitalised(lang.text(UPTAKES[each]))) for each in Uptake]


def _raise(work: UnitOfWork, _key: str, typed: Any) -> str:
    return raise_point(work, letter=typed.letter, text=typed.text).key


def _judge(work: UnitOfWork, key: str, typed: Any) -> str:
    judged = judge_point(work, point=key, uptake=typed.uptake, where=typed.where, on=typed.on)
    return judged.key


def _withdraw_judgement(work: UnitOfWork, key: str, _typed: Any) -> str:
    return withdraw_judgement(work, point=key).key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    return correct_point(work, point=key, text=typed.text).key


def _withdraw(work: UnitOfWork, key: str, typed: Any) -> str:
    return withdraw_point(work, point=key, why=typed.why).key


def _restore(work: UnitOfWork, key: str, _typed: Any) -> str:
    return restore_point(work, point=key).key


def _last_judged(found: Point, _work: UnitOfWork) -> Values:
    newest = found.judged()
    return {"uptake": newest.uptake.value, "where": newest.where} if newest else {}


def _stands(found: Point) -> bool:
    return not found.withdrawn


NEW_POINT = Deed(
    "new",
    N_("Register a point"),
    N_("The point is registered."),
    _raise,
    Raised,
    (
        Widget("letter", "hidden"),
        Widget("text", "text", N_("One thing at a time, as briefly as the letter allows")),
    ),
    lead=N_("What the letter asks for or says, so that it can be followed up later."),
    undo=Undo("withdraw"),
    at={PointRaisedTwice: "text"},
)
POINT_DEEDS = {
    each.name: each
    for each in (
        Deed(
            "judge",
            N_("Say what has become of it"),
            N_("What has become of the point is recorded."),
            _judge,
            Judged,
            (
                Widget("uptake", "choices", options=_uptakes),
                Widget(
                    "where",
                    "line",
                    N_("A document and its page, or a web address"),
                    required=False,
                ),
                Widget("on", "date", N_("Leave it empty for today"), required=False),
            ),
            proposed=_last_judged,
            possible=_stands,
            next=lambda found: not found.withdrawn and found.judged() is None,
            undo=Undo("withdraw-judgement"),
            at={NowhereTakenUp: "where", NotYetSaid: "on", JudgedBeforeSent: "on"},
        ),
        Deed(
            "withdraw-judgement",
            N_("Take back what was said last"),
            N_("What was said last of the point is withdrawn."),
            _withdraw_judgement,
            possible=lambda found: not found.withdrawn and found.judged() is not None,
        ),
        Deed(
            "correct",
            N_("Correct what is registered"),
            N_("What was registered is corrected."),
            _correct,
            Corrected,
            (Widget("text", "text"),),
            proposed=lambda found, _work: {"text": found.text},
            possible=_stands,
            undo=Undo("correct", "text", lambda found: str(found.text)),
            at="text",
        ),
        *withdrawing(
            (N_("Withdraw the point"), N_("The point is withdrawn and stands in no report.")),
            _withdraw,
            (N_("Take it back in"), N_("The point stands after all.")),
            _restore,
        ),
    )
}
