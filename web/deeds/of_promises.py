"""What is done with a promise: it is registered, kept or dropped, moved, put right, withdrawn."""

from typing import Any

from ...commands.promises import (
    correct_promise,
    drop_promise,
    give_promise,
    keep_promise,
    move_promise,
    reopen_promise,
    restore_promise,
    withdraw_promise,
)
from ...domain.kinds import Kind
from ...domain.notes import LONGEST, NotYetSaid, written
from ...domain.promises import KeptBeforeGiven, Promise, PromisedForThePast
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ..forms import Form, Line, Text, When, field
from .deed import Chosen, Deed, MaybeWhen, Undo, Values, Widget
from .fields import office, organisation_or_none, themes
from .pressed_twice import require_other
from .withdrawing import Mistaken, withdrawing


class Facts(Form):
    organisation: Line = field(N_("Who promised it"))
    what: Text = field(N_("What was promised"), min_length=1, max_length=LONGEST)
    given: When = field(N_("When it was said"))
    theme: Chosen = field(N_("Theme"), default=None)
    responsible: Chosen = field(N_("Responsible"), default=None)
    note: Text = field(N_("Note"), default="", max_length=LONGEST)


class Given(Facts):
    by_when: MaybeWhen = field(N_("To be kept"), default=None)
    said_in: Text = field(N_("Said in"), default="", max_length=100)


class Kept(Form):
    on: MaybeWhen = field(N_("Kept"), default=None)


class Moved(Form):
    by_when: MaybeWhen = field(N_("To be kept"), default=None)


BY_WHEN = Widget(
    "by_when", "date", N_("Such as 1 May 2023 or spring 2023; empty if no day was named"), False
)
WHO = (Widget("organisation", "select", options=organisation_or_none), Widget("what", "text"))
REST = (
    Widget("theme", "select", options=themes),
    Widget("responsible", "select", options=office),
    Widget("note", "text", required=False),
)


def _give(work: UnitOfWork, _key: str, typed: Any) -> str:
    said = {"organisation": typed.organisation, "given": typed.given, "what": written(typed.what)}
    require_other(work, Kind.PROMISE, Promise, withdrawn=False, **said)
    return give_promise(work, **dict(typed)).key


def _keep(work: UnitOfWork, key: str, typed: Any) -> str:
    return keep_promise(work, promise=key, on=typed.on).key


def _drop(work: UnitOfWork, key: str, typed: Any) -> str:
    return drop_promise(work, promise=key, why=typed.why).key


def _reopen(work: UnitOfWork, key: str, _typed: Any) -> str:
    return reopen_promise(work, promise=key).key


def _move(work: UnitOfWork, key: str, typed: Any) -> str:
    return move_promise(work, promise=key, by_when=typed.by_when).key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    return correct_promise(work, promise=key, **dict(typed)).key


def _withdraw(work: UnitOfWork, key: str, typed: Any) -> str:
    return withdraw_promise(work, promise=key, why=typed.why).key


def _restore(work: UnitOfWork, key: str, _typed: Any) -> str:
    return restore_promise(work, promise=key).key


def _facts(found: Promise, _work: UnitOfWork) -> Values:
    return {
        "organisation": found.organisation,
        "what": found.what,
        "given": found.given.text,
        "theme": found.theme or "",
        "responsible": found.responsible or "",
        "note": found.note,
    }


def _by_when(found: Promise) -> str:
    return found.by_when.text if found.by_when else ""


def _open(found: Promise) -> bool:
    return found.open


def _stands(found: Promise) -> bool:
    return not found.withdrawn


REOPEN = Undo("reopen")

NEW_PROMISE = Deed(
    "new",
    N_("Register a promise"),
    N_("The promise is registered."),
    _give,
    Given,
    (*WHO, Widget("given", "date"), BY_WHEN, Widget("said_in", "hidden"), *REST),
    proposed=lambda _found, work: {"given": work.today.isoformat()},
    undo=Undo("withdraw"),
    mine="responsible",
    at={NotYetSaid: "given", PromisedForThePast: "by_when"},
)
PROMISE_DEEDS = {
    each.name: each
    for each in (
        Deed(
            "keep",
            N_("It was kept"),
            N_("The promise is recorded as kept."),
            _keep,
            Kept,
            (Widget("on", "date", N_("Leave it empty for today"), required=False),),
            possible=_open,
            next=_open,
            undo=REOPEN,
            at={NotYetSaid: "on", KeptBeforeGiven: "on"},
        ),
        Deed(
            "move",
            N_("Set another day"),
            N_("The day by which it is to be kept is changed."),
            _move,
            Moved,
            (BY_WHEN,),
            proposed=lambda found, _work: {"by_when": _by_when(found)},
            possible=_open,
            undo=Undo("move", "by_when", _by_when),
            at="by_when",
        ),
        Deed(
            "drop",
            N_("Drop it"),
            N_("Nobody waits for the promise any more."),
            _drop,
            Mistaken,
            (Widget("why", required=False),),
            possible=_open,
            undo=REOPEN,
        ),
        Deed(
            "reopen",
            N_("Open it again"),
            N_("The promise is open again."),
            _reopen,
            possible=lambda found: not found.open and not found.withdrawn,
        ),
        Deed(
            "correct",
            N_("Correct what is registered"),
            N_("What was registered is corrected."),
            _correct,
            Facts,
            (*WHO, Widget("given", "date"), *REST),
            proposed=_facts,
            possible=_stands,
            at={NotYetSaid: "given", PromisedForThePast: "given"},
        ),
        *withdrawing(
            (N_("Withdraw the promise"), N_("The promise is withdrawn and stands on no timeline.")),
            _withdraw,
            (N_("Take it back in"), N_("The promise stands after all.")),
            _restore,
        ),
    )
}
