"""What the council decides about an answer that has not come: signed off, or due on another day."""

import json
from typing import Any

from ...commands.letters import move_answer_due, sign_off, withdraw_sign_off
from ...domain.kinds import SignOffCode
from ...domain.letter_errors import AlreadyClosed, NothingExpected, NothingToWithdraw, PromiseStands
from ...domain.letters import Letter
from ...domain.past import StillAhead
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..deeds.deed import Deed, Undo, Values, Widget
from ..names import Names
from .answering import WHY, codes
from .forms import Moved, MovedBack, SignedOff, TakenBack, Withdrawn
from .recipients import (
    CORRECTED,
    may_move,
    some,
    those,
    waits,
    was_signed_off_here,
)


def _noark(work: UnitOfWork, names: Names, lang: Language) -> list[tuple[str, str]]:
    return [each for each in codes(work, names, lang) if each[0] != SignOffCode.UNSPECIFIED]


def _sign_off(work: UnitOfWork, key: str, typed: Any) -> str:
    sign_off(
        work,
        letter=key,
        recipient=typed.recipient,
        code=typed.code,
        on=typed.on,
        note=typed.note,
    )
    return key


def _withdraw(work: UnitOfWork, key: str, typed: Any) -> str:
    why = getattr(typed, "why", CORRECTED)
    withdraw_sign_off(work, letter=key, recipient=typed.sender, why=why)
    return key


def _move(work: UnitOfWork, key: str, typed: Any) -> str:
    for each in typed.recipients:
        move_answer_due(work, letter=key, recipient=each, day=typed.due, why=typed.why)
    return key


def _move_back(work: UnitOfWork, key: str, typed: Any) -> str:
    for each in work.get(Letter, key).obligations:
        day = typed.was.get(each.recipient, each.set_by_hand)
        if may_move(each) and day != each.set_by_hand:
            move_answer_due(work, letter=key, recipient=each.recipient, day=day, why="")
    return key


def _by_hand(found: Letter) -> str:
    days = {each.recipient: each.set_by_hand for each in found.obligations}
    return json.dumps({name: day.isoformat() if day else None for name, day in days.items()})


def _all_that_may(found: Letter, _work: UnitOfWork) -> Values:
    return {"recipients": [each.recipient for each in found.obligations if may_move(each)]}


DECISIONS = (
    Deed(
        "move",
        N_("Move the deadline"),
        N_("The deadline is moved, and the reminders follow it."),
        _move,
        Moved,
        (
            Widget("recipients", "several", own=those(may_move)),
            Widget("due", "date", N_("The day on which you now expect the answer")),
            WHY,
        ),
        proposed=_all_that_may,
        possible=some(may_move),
        undo=Undo("move-back", "was", _by_hand),
        at={PromiseStands: "due", NothingExpected: "due"},
        placed=True,
    ),
    Deed(
        "move-back",
        N_("Move the deadline back"),
        N_("The deadline is as it was before."),
        _move_back,
        MovedBack,
        possible=some(may_move),
        quiet=True,
    ),
    Deed(
        "sign-off",
        N_("Sign off"),
        N_("The answer is signed off, and nobody is reminded of it any more."),
        _sign_off,
        SignedOff,
        (
            Widget("recipient", "among", own=those(waits)),
            Widget("code", "choices", N_("By Noark 5"), options=_noark),
            Widget("on", "date"),
            Widget("note", "text", required=False),
        ),
        lead=N_("The council no longer waits for this answer. No letter is sent."),
        proposed=lambda _found, work: {
            "on": work.today.isoformat(),
            "code": SignOffCode.NOTED.value,
        },
        possible=some(waits),
        undo=Undo("undo-sign-off", "sender", typed="recipient"),
        at={StillAhead: "on"},
        placed=True,
        conflicts=(AlreadyClosed,),
    ),
    Deed(
        "undo-sign-off",
        N_("Withdraw the sign-off"),
        N_("The sign-off is withdrawn, and the answer is expected again."),
        _withdraw,
        TakenBack,
        possible=some(was_signed_off_here),
        quiet=True,
        conflicts=(NothingToWithdraw,),
    ),
    Deed(
        "withdraw-sign-off",
        N_("Withdraw the sign-off"),
        N_("The sign-off is withdrawn, and the answer is expected again."),
        _withdraw,
        Withdrawn,
        (Widget("sender", "among", own=those(was_signed_off_here)), WHY),
        possible=some(was_signed_off_here),
        placed=True,
        conflicts=(NothingToWithdraw,),
    ),
)
