"""What the secretariat does with a consultation, from the call to the response."""

from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import urlencode

from ...commands.circulations import take_up
from ...commands.consultations import (
    correct_consultation,
    decline_consultation,
    move_consultation,
    publish_consultation,
    submit_consultation,
)
from ...domain.attachments import Use
from ...domain.consultations import Consultation
from ...domain.dates import Edtf
from ...domain.kinds import ConsultationKind, ConsultationStatus, LetterKind
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..forms import Filled, Form, Line, Text, When, field
from ..names import Names
from ..requests.uploads import WithFiles
from ..words import CONSULTATION_STATES, kind_word
from .deed import Chosen, Deed, MaybeWhen, Undo, Values, Widget
from .fields import areas, letters, organisations, people
from .of_drafts import RESPONSE_DRAFTS

UNDER_WAY = (
    ConsultationStatus.ANNOUNCED,
    ConsultationStatus.DRAFTING,
    ConsultationStatus.CIRCULATED,
)


class Facts(Form):
    title: Line = field(N_("Title"))
    publisher: Line = field(N_("From"))
    kind: ConsultationKind = field(N_("Type"), default=ConsultationKind.CONSULTATION)
    published: MaybeWhen = field(N_("Published"), default=None)
    area: Chosen = field(N_("Area"), default=None)
    responsible: Chosen = field(N_("Responsible"), default=None)
    source: Text = field(N_("Source"), default="")


class Published(Facts):
    deadline: MaybeWhen = field(N_("Deadline"), default=None)


class Moved(Form):
    deadline: When = field(N_("New deadline"))


class TakenUp(Form):
    stage: Literal["announced", "drafting", "circulated"] = field(N_("Status"))


class Submitted(WithFiles):
    letter: Chosen = field(N_("The council's response"), default=None)
    on: MaybeWhen = field(N_("Submitted"), default=None)


class Declined(Form):
    why: Line = field(N_("Why"))


def _kinds(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(each.value, kind_word(each, lang)) for each in ConsultationKind]


def _states(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(each.value, lang.text(CONSULTATION_STATES[each])) for each in UNDER_WAY]


FIRST = (Widget("title"), Widget("publisher", "select", options=organisations))
REST = (
    Widget("kind", "select", options=_kinds),
    Widget("published", "date", required=False),
    Widget("area", "select", options=areas),
    Widget("responsible", "select", options=people),
    Widget("source", required=False),
)
DEADLINE = Widget(
    "deadline",
    "date",
    N_("As it is announced; leave it empty where it is not known yet"),
    required=False,
)


def _facts(found: Consultation, _work: UnitOfWork) -> Values:
    return {
        "title": found.title,
        "publisher": found.publisher,
        "kind": found.kind.value,
        "published": _typed(found.published),
        "area": found.area or "",
        "responsible": found.responsible or "",
        "source": found.source,
    }


def _typed(value: Edtf | None) -> str:
    return value.text if value else ""


def _publish(work: UnitOfWork, _key: str, typed: Any) -> str:
    return publish_consultation(work, **dict(typed)).key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    correct_consultation(work, consultation=key, **dict(typed))
    return key


def _move(work: UnitOfWork, key: str, typed: Any) -> str:
    move_consultation(work, consultation=key, deadline=typed.deadline)
    return key


def _take_up(work: UnitOfWork, key: str, typed: Any) -> str:
    take_up(work, consultation=key, status=ConsultationStatus(typed.stage))
    return key


def _submit(work: UnitOfWork, key: str, typed: Any) -> str:
    on = typed.on if typed.on or typed.letter else Edtf.on(work.today)
    submit_consultation(work, consultation=key, letter=typed.letter, on=on)
    return key


def _registering(
    found: Consultation, _form: Filled[Any], _work: UnitOfWork, _names: Names, lang: Language
) -> Mapping[str, Any]:
    """A response that is not registered yet is registered as a letter, and with it submitted."""
    asked_for = {
        "consultation": found.key,
        "kind": LetterKind.SUBMISSION.value,
        "to": found.publisher,
        "title": found.title,
    }
    label = lang.text("Register the letter with which it was sent")
    return {"instead": (f"/letters/new?{urlencode(asked_for)}", label)}


def _decline(work: UnitOfWork, key: str, typed: Any) -> str:
    decline_consultation(work, consultation=key, why=typed.why)
    return key


def _is_open(found: Consultation) -> bool:
    return found.open


BACK = Undo("take-up", "stage", lambda found: found.status.value)

NEW_CONSULTATION = Deed(
    "new",
    N_("Register consultation"),
    N_("The consultation is registered."),
    _publish,
    Published,
    (*FIRST, DEADLINE, *REST),
    lead=N_("A public call for the council's view. Title and sender must be filled in."),
    proposed=lambda _found, _work: {"kind": "consultation"},
)
CONSULTATION_DEEDS = {
    each.name: each
    for each in (
        Deed(
            "submit",
            N_("Record as submitted"),
            N_("The response is recorded as submitted."),
            _submit,
            Submitted,
            (
                Widget(
                    "letter",
                    "select",
                    N_("The letter with which the response was sent"),
                    options=letters,
                ),
                Widget(
                    "on",
                    "date",
                    N_("Leave it empty for the date of the letter, or for today without one"),
                    required=False,
                ),
            ),
            possible=_is_open,
            next=lambda found: found.status is ConsultationStatus.CIRCULATED,
            undo=BACK,
            at="on",
            files=Use.RESPONSE,
            more=_registering,
        ),
        *RESPONSE_DRAFTS,
        Deed(
            "take-up",
            N_("Say how far it has come"),
            N_("It is recorded how far the work on it has come."),
            _take_up,
            TakenUp,
            (Widget("stage", "choices", options=_states),),
            proposed=lambda found, _work: {"stage": found.status.value},
            next=lambda found: found.status is ConsultationStatus.ANNOUNCED,
            undo=Undo("take-up", "stage", lambda found: found.status.value if found.open else ""),
        ),
        Deed(
            "move",
            N_("Move the deadline"),
            N_("The deadline is moved, and the reminders follow it."),
            _move,
            Moved,
            (Widget("deadline", "date", N_("Such as 2 May 2023, by 8 March 2023 or spring 2023")),),
            proposed=lambda found, _work: {"deadline": _typed(found.deadline)},
            possible=_is_open,
            undo=Undo("move", "deadline", lambda found: _typed(found.deadline)),
        ),
        Deed(
            "decline",
            N_("Do not respond"),
            N_("It is recorded that the council does not respond."),
            _decline,
            Declined,
            (Widget("why", help=N_("In one sentence, for the history")),),
            possible=_is_open,
            undo=BACK,
        ),
        Deed(
            "correct",
            N_("Correct what is registered"),
            N_("What was registered is corrected."),
            _correct,
            Facts,
            (*FIRST, *REST),
            proposed=_facts,
        ),
    )
}
