"""A draft goes to the members, with its text, and its text is put right while they have it."""

from typing import Any

from ...commands.circulations import circulate, comments_deadline, propose_day, put_text
from ...domain.circulations import Circulation, key_of
from ...domain.consultations import Consultation
from ...domain.kinds import ConsultationStatus, Kind, OpEdStatus
from ...domain.op_eds import OpEd
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ..forms import Day, Form, Text, field
from .deed import Deed, Undo, Values, Widget


class Circulated(Form):
    comments_by: Day = field(N_("Comments by"))
    text: Text = field(N_("The text of the draft"), default="")


class Mended(Form):
    text: Text = field(N_("The text of the draft"), min_length=1)


DAY = Widget("comments_by", "date")
TEXT = Widget(
    "text",
    "long",
    N_("Paste it here, or leave it empty and attach it as a file"),
    required=False,
)


def _text(work: UnitOfWork, kind: Kind, key: str) -> str:
    found = work.look(Circulation, key_of(kind, key))
    return found.text if found is not None else ""


def _op_eds(found: OpEd, work: UnitOfWork) -> Values:
    return {"text": _text(work, Kind.OP_ED, found.key)}


def _responses(found: Consultation, work: UnitOfWork) -> Values:
    there = comments_deadline(work, found.key)
    day = there.due.last if there is not None else propose_day(work, found)
    ahead = day is not None and day >= work.today
    return {
        "comments_by": day.isoformat() if day is not None and ahead else "",
        "text": _text(work, Kind.CONSULTATION, found.key),
    }


def _circulate(kind: Kind) -> Any:
    def carry_out(work: UnitOfWork, key: str, typed: Any) -> str:
        circulate(work, kind=kind, key=key, comments_by=typed.comments_by, text=typed.text)
        return key

    return carry_out


def _mend(kind: Kind) -> Any:
    def carry_out(work: UnitOfWork, key: str, typed: Any) -> str:
        put_text(work, kind=kind, key=key, text=typed.text)
        return key

    return carry_out


def _with_members(found: OpEd | Consultation) -> bool:
    return found.status in (OpEdStatus.CIRCULATED, ConsultationStatus.CIRCULATED)


def _mending(kind: Kind, proposed: Any) -> Deed:
    return Deed(
        "text",
        N_("Change the text of the draft"),
        N_("The members read the new text from now on."),
        _mend(kind),
        Mended,
        (Widget("text", "long"),),
        lead=N_("What they have answered stands."),
        proposed=proposed,
        possible=_with_members,
        at="text",
    )


OP_ED_DRAFTS = (
    Deed(
        "circulate",
        N_("Send the draft to the members"),
        N_("The draft is with the members."),
        _circulate(Kind.OP_ED),
        Circulated,
        (DAY, TEXT),
        proposed=_op_eds,
        possible=lambda found: found.status is OpEdStatus.DRAFT,
        next=lambda found: found.status is OpEdStatus.DRAFT,
        undo=Undo("restore", "stage", lambda found: found.status.value),
        at="comments_by",
    ),
    _mending(Kind.OP_ED, _op_eds),
)
RESPONSE_DRAFTS = (
    Deed(
        "circulate",
        N_("Send the draft to the members"),
        N_("The draft is with the members."),
        _circulate(Kind.CONSULTATION),
        Circulated,
        (DAY, TEXT),
        proposed=_responses,
        possible=lambda found: found.open and not _with_members(found),
        next=lambda found: found.status is ConsultationStatus.DRAFTING,
        undo=Undo("take-up", "stage", lambda found: found.status.value),
        at="comments_by",
    ),
    _mending(Kind.CONSULTATION, _responses),
)
