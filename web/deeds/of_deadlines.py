"""What the secretariat does with a deadline: sets, moves, meets, drops and opens it again."""

from typing import Any

from ...commands.deadlines import (
    cancel_deadline,
    correct_deadline,
    meet_deadline,
    move_deadline,
    reopen_deadline,
    set_deadline,
)
from ...domain.consultations import Consultation
from ...domain.deadlines import Deadline
from ...domain.kinds import DeadlineKind
from ...domain.past import StillAhead
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..forms import Form, Line, Text, When, field
from ..names import Names
from ..words import kind_word
from .deed import Chosen, Deed, MaybeWhen, Undo, Values, Widget
from .fields import people


class Facts(Form):
    title: Line = field(N_("Title"))
    kind: DeadlineKind = field(N_("Type"), default=DeadlineKind.INTERNAL)
    consultation: Chosen = field(N_("Consultation"), default=None)
    responsible: Chosen = field(N_("Responsible"), default=None)
    source: Text = field(N_("Source"), default="")


class SetOne(Facts):
    due: When = field(N_("Date"))


class Moved(Form):
    due: When = field(N_("New date"))


class Met(Form):
    on: MaybeWhen = field(N_("Done"), default=None)


class Dropped(Form):
    why: Line = field(N_("Why"))


def _kinds(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(each.value, kind_word(each, lang)) for each in DeadlineKind]


def _consultations(work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    every = [(each.key, each.title) for each in work.all(Consultation)]
    return [("", lang.text("Not chosen")), *reversed(every)]


DUE = Widget("due", "date", N_("Such as 2 May 2023, by 8 March 2023 or spring 2023"))
REST = (
    Widget("kind", "select", options=_kinds),
    Widget("consultation", "select", options=_consultations),
    Widget("responsible", "select", options=people),
    Widget("source", required=False),
)


def _facts(found: Deadline, _work: UnitOfWork) -> Values:
    return {
        "title": found.title,
        "kind": found.kind.value,
        "consultation": found.consultation or "",
        "responsible": found.responsible or "",
        "source": found.source,
    }


def _set(work: UnitOfWork, _key: str, typed: Any) -> str:
    return set_deadline(work, **dict(typed)).key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    correct_deadline(work, deadline=key, **dict(typed))
    return key


def _move(work: UnitOfWork, key: str, typed: Any) -> str:
    move_deadline(work, deadline=key, due=typed.due)
    return key


def _meet(work: UnitOfWork, key: str, typed: Any) -> str:
    meet_deadline(work, deadline=key, on=typed.on)
    return key


def _drop(work: UnitOfWork, key: str, typed: Any) -> str:
    cancel_deadline(work, deadline=key, why=typed.why)
    return key


def _reopen(work: UnitOfWork, key: str, _typed: Any) -> str:
    reopen_deadline(work, deadline=key)
    return key


def _is_open(found: Deadline) -> bool:
    return found.open


NEW_DEADLINE = Deed(
    "new",
    N_("Set a deadline"),
    N_("The deadline is set."),
    _set,
    SetOne,
    (Widget("title"), DUE, *REST),
    lead=N_("A date of the council's own, or one that others have announced."),
    proposed=lambda _found, _work: {"kind": DeadlineKind.INTERNAL.value},
)
DEADLINE_DEEDS = {
    each.name: each
    for each in (
        Deed(
            "meet",
            N_("Record as done"),
            N_("The deadline is recorded as met."),
            _meet,
            Met,
            (Widget("on", "date", N_("Leave it empty for today"), required=False),),
            possible=_is_open,
            next=_is_open,
            undo=Undo("reopen"),
            at={StillAhead: "on"},
        ),
        Deed(
            "move",
            N_("Move the deadline"),
            N_("The deadline is moved, and the reminders follow it."),
            _move,
            Moved,
            (DUE,),
            proposed=lambda found, _work: {"due": found.due.text},
            possible=_is_open,
            undo=Undo("move", "due", lambda found: found.due.text),
        ),
        Deed(
            "drop",
            N_("Drop the deadline"),
            N_("The deadline is dropped, and nobody is reminded of it."),
            _drop,
            Dropped,
            (Widget("why", help=N_("In one sentence, for the history")),),
            possible=_is_open,
            undo=Undo("reopen"),
        ),
        Deed(
            "reopen",
            N_("Open the deadline again"),
            N_("The deadline is open again, and the reminders start anew."),
            _reopen,
            possible=lambda found: not found.open,
        ),
        Deed(
            "correct",
            N_("Correct what is registered"),
            N_("What was registered is corrected."),
            _correct,
            Facts,
            (Widget("title"), *REST),
            proposed=_facts,
        ),
    )
}
