"""What the council does with an op-ed: each step from the idea to the newspaper, and around it."""

from collections.abc import Mapping
from typing import Any

from ...commands.op_eds import (
    OutletNeeded,
    correct_op_ed,
    cosign_op_ed,
    react_to_op_ed,
    start_op_ed,
    update_op_ed,
)
from ...domain.errors import TilsvarError
from ...domain.kinds import OpEdStatus
from ...domain.op_ed_steps import OutletOfThePublication, StillWithAnOutlet
from ...domain.op_eds import BEING_WRITTEN, OpEd
from ...domain.past import StillAhead
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..media.choices import outlets
from ..names import Names
from ..words import OP_ED_STATES
from .deed import Deed, Undo, Values, Widget
from .fields import areas, organisation_or_none, organisations, people
from .of_drafts import OP_ED_DRAFTS
from .op_ed_forms import (
    Answered,
    CommentsMoved,
    Facts,
    Printed,
    Reacted,
    Restored,
    Signed,
    Started,
    Submitted,
)


def _beginnings(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(each.value, lang.text(OP_ED_STATES[each])) for each in BEING_WRITTEN]


REST = (
    Widget("area", "select", options=areas),
    Widget("responsible", "select", options=people),
    Widget("source", required=False),
)
TODAY = N_("Leave it empty for today")
OUTLET = Widget("outlet", "select", options=outlets)
REFUSED_AT: Mapping[type[TilsvarError], str] = {
    OutletNeeded: "outlet",
    OutletOfThePublication: "outlet",
    StillWithAnOutlet: "outlet",
    StillAhead: "on",
}


def _facts(found: OpEd, _work: UnitOfWork) -> Values:
    return {
        "title": found.title,
        "area": found.area or "",
        "responsible": found.responsible or "",
        "source": found.source,
    }


def _start(work: UnitOfWork, _key: str, typed: Any) -> str:
    return start_op_ed(
        work,
        title=typed.title,
        status=OpEdStatus(typed.stage),
        area=typed.area,
        responsible=typed.responsible,
        source=typed.source,
    ).key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    return correct_op_ed(work, op_ed=key, **dict(typed)).key


def _touch(work: UnitOfWork, key: str, _typed: Any) -> str:
    return update_op_ed(work, op_ed=key).key


def _draft(work: UnitOfWork, key: str, _typed: Any) -> str:
    return update_op_ed(work, op_ed=key, status=OpEdStatus.DRAFT).key


def _move_comments(work: UnitOfWork, key: str, typed: Any) -> str:
    circulated = OpEdStatus.CIRCULATED
    return update_op_ed(work, op_ed=key, status=circulated, comments_by=typed.comments_by).key


def _approve(work: UnitOfWork, key: str, _typed: Any) -> str:
    return update_op_ed(work, op_ed=key, status=OpEdStatus.APPROVED).key


def _submit(work: UnitOfWork, key: str, typed: Any) -> str:
    return update_op_ed(work, op_ed=key, status=OpEdStatus.SUBMITTED, **dict(typed)).key


def _reject(work: UnitOfWork, key: str, typed: Any) -> str:
    return update_op_ed(work, op_ed=key, status=OpEdStatus.REJECTED, on=typed.on).key


def _publish(work: UnitOfWork, key: str, typed: Any) -> str:
    return update_op_ed(work, op_ed=key, status=OpEdStatus.PUBLISHED, **dict(typed)).key


def _cosign(work: UnitOfWork, key: str, typed: Any) -> str:
    return cosign_op_ed(work, op_ed=key, organisations=[typed.organisation]).key


def _react(work: UnitOfWork, key: str, typed: Any) -> str:
    return react_to_op_ed(work, op_ed=key, reaction=typed.reaction).key


def _restore(work: UnitOfWork, key: str, typed: Any) -> str:
    """A step was recorded by mistake; what stood before need not be a step from here."""
    return _again(work, key, OpEdStatus(typed.stage))


def _unapprove(work: UnitOfWork, key: str, _typed: Any) -> str:
    had_comments = work.get(OpEd, key).comments_by is not None
    return _again(work, key, OpEdStatus.CIRCULATED if had_comments else OpEdStatus.DRAFT)


def _again(work: UnitOfWork, key: str, status: OpEdStatus) -> str:
    day = work.get(OpEd, key).comments_by
    stands = status is OpEdStatus.CIRCULATED and day is not None and day >= work.today
    return update_op_ed(
        work, op_ed=key, status=status, comments_by=day if stands else None, leaps=True
    ).key


def _is(*those: OpEdStatus) -> Any:
    return lambda found: found.status in those


def _can_be_submitted(found: OpEd) -> bool:
    return found.status not in (OpEdStatus.IDEA, OpEdStatus.PUBLISHED, OpEdStatus.SUBMITTED)


BACK = Undo("restore", "stage", lambda found: found.status.value)

NEW_OP_ED = Deed(
    "new",
    N_("Start an op-ed"),
    N_("The op-ed is started."),
    _start,
    Started,
    (Widget("title"), Widget("stage", "choices", options=_beginnings), *REST),
    proposed=lambda _found, _work: {"stage": OpEdStatus.IDEA.value},
)
OP_ED_DEEDS = {
    each.name: each
    for each in (
        Deed(
            "draft",
            N_("There is a draft"),
            N_("The op-ed is a draft."),
            _draft,
            possible=_is(OpEdStatus.IDEA),
            next=_is(OpEdStatus.IDEA),
            undo=BACK,
        ),
        *OP_ED_DRAFTS,
        Deed(
            "comments",
            N_("Move the day for comments"),
            N_("The day for comments is moved."),
            _move_comments,
            CommentsMoved,
            (Widget("comments_by", "date"),),
            proposed=lambda found, _work: {
                "comments_by": found.comments_by.isoformat() if found.comments_by else ""
            },
            possible=_is(OpEdStatus.CIRCULATED),
            undo=Undo(
                "comments",
                "comments_by",
                lambda found: found.comments_by.isoformat() if found.comments_by else "",
            ),
            at="comments_by",
        ),
        Deed(
            "approve",
            N_("Approve the op-ed"),
            N_("The op-ed is approved."),
            _approve,
            possible=_is(OpEdStatus.DRAFT, OpEdStatus.CIRCULATED),
            next=_is(OpEdStatus.CIRCULATED),
            undo=Undo("withdraw-approval"),
        ),
        Deed(
            "withdraw-approval",
            N_("Withdraw the approval"),
            N_("The approval is withdrawn."),
            _unapprove,
            possible=_is(OpEdStatus.APPROVED),
        ),
        Deed(
            "submit",
            N_("Submit to an outlet"),
            N_("The op-ed is recorded as submitted."),
            _submit,
            Submitted,
            (OUTLET, Widget("on", "date", TODAY, required=False)),
            possible=_can_be_submitted,
            next=_is(OpEdStatus.APPROVED, OpEdStatus.REJECTED),
            undo=BACK,
            at=REFUSED_AT,
        ),
        Deed(
            "publish",
            N_("Record as published"),
            N_("The op-ed is recorded as published."),
            _publish,
            Printed,
            (
                Widget("outlet", "select", options=organisation_or_none),
                Widget("on", "date", TODAY, required=False),
            ),
            proposed=lambda found, _work: {"outlet": found.outlet or ""},
            possible=_is(OpEdStatus.APPROVED, OpEdStatus.SUBMITTED, OpEdStatus.REJECTED),
            next=_is(OpEdStatus.SUBMITTED),
            undo=BACK,
            at=REFUSED_AT,
        ),
        Deed(
            "reject",
            N_("Record as not taken"),
            N_("It is recorded that the outlet did not take it."),
            _reject,
            Answered,
            (Widget("on", "date", TODAY, required=False),),
            possible=_is(OpEdStatus.SUBMITTED),
            undo=BACK,
            at=REFUSED_AT,
        ),
        Deed(
            "touch",
            N_("Worked on today"),
            N_("It is recorded that somebody worked on it today."),
            _touch,
            possible=_is(OpEdStatus.DRAFT),
        ),
        Deed(
            "cosign",
            N_("Add a co-signer"),
            N_("The co-signer is added."),
            _cosign,
            Signed,
            (Widget("organisation", "select", options=organisations),),
        ),
        Deed(
            "react",
            N_("Record a reaction"),
            N_("The reaction is recorded."),
            _react,
            Reacted,
            (Widget("reaction", help=N_("Who said what, and where")),),
            possible=_is(OpEdStatus.PUBLISHED),
        ),
        Deed(
            "back",
            N_("Back to a draft"),
            N_("The op-ed is a draft."),
            _draft,
            possible=lambda found: found.status not in BEING_WRITTEN,
            undo=BACK,
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
        Deed(
            "restore",
            N_("Undo"),
            N_("The step is undone; the history shows both."),
            _restore,
            Restored,
            quiet=True,
        ),
    )
}
