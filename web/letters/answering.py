"""What came back to a letter: an answer, an interim reply, a confirmation; and what was wrong."""

from typing import Any

from ...commands.letters import receive_reply, withdraw_reply
from ...domain.attachments import Use
from ...domain.errors import TilsvarError
from ...domain.kinds import ReplyKind, SignOffCode
from ...domain.letter_errors import AlreadyClosed, NothingToWithdraw, ReplyBeforeLetter
from ...domain.letters import Letter
from ...domain.past import StillAhead
from ...domain.sentences import N_
from ...domain.words import SIGN_OFFS
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import with_weekday
from ...wording.language import Language
from ..deeds.deed import Deed, Undo, Widget
from ..names import Names
from .forms import Answered, Interim, TakenBack, Withdrawn
from .recipients import (
    CORRECTED,
    answer_of,
    answering,
    some,
    those,
    waits,
    was_answered_here,
)


class PromisedBefore(TilsvarError):
    """An answer cannot be promised for a day before the letter came. Check both dates."""


class NothingPromised(TilsvarError):
    """A confirmation promises nothing. Choose interim reply, or leave the date empty."""


def codes(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(each.value, lang.text(SIGN_OFFS[each])) for each in SignOffCode]


def _kinds(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [
        (ReplyKind.INTERIM.value, lang.text("Interim reply: the answer itself comes later")),
        (ReplyKind.ACKNOWLEDGEMENT.value, lang.text("Only a confirmation that the letter came")),
    ]


def _answer(work: UnitOfWork, key: str, typed: Any) -> str:
    receive_reply(
        work,
        letter=key,
        sender=answering(work, typed.sender),
        received=typed.received,
        sign_off=typed.code,
        summary=typed.summary,
        source=typed.source,
    )
    return key


def _interim(work: UnitOfWork, key: str, typed: Any) -> str:
    kind, promised = ReplyKind(typed.kind), typed.promised
    if promised is not None and kind is ReplyKind.ACKNOWLEDGEMENT:
        raise NothingPromised
    if promised is not None and promised.last < typed.received.first:
        raise PromisedBefore
    receive_reply(
        work,
        letter=key,
        sender=answering(work, typed.sender),
        received=typed.received,
        kind=kind,
        promised=promised,
        summary=typed.summary,
        source=typed.source,
    )
    return key


def _withdraw(work: UnitOfWork, key: str, typed: Any) -> str:
    why = getattr(typed, "why", CORRECTED)
    withdraw_reply(work, letter=key, sender=answering(work, typed.sender), why=why)
    return key


def _told(found: Letter, was: str, _work: UnitOfWork, lang: Language) -> str:
    obligation = answer_of(found, was)
    if obligation is None or not was_answered_here(obligation):
        return ""
    due = obligation.due()
    if due is None or obligation.promised() is None:
        return lang.text("It is registered. The answer itself is still expected.")
    return lang.text(
        "The interim reply is registered. The answer is due {day}, and the reminders follow it.",
        day=with_weekday(due, lang),
    )


SENDER = Widget("sender", "among", own=those(waits))
RECEIVED = Widget("received", "date")
WORDS = (
    Widget("summary", "text", required=False),
    Widget("source", help=N_("Such as the case number in the archive"), required=False),
)
WHY = Widget("why", help=N_("In one sentence, for the history"))
AT: dict[type[TilsvarError], str] = {ReplyBeforeLetter: "received", StillAhead: "received"}

ANSWERS = (
    Deed(
        "answer",
        N_("Register the answer"),
        N_("The answer is registered, and nobody is reminded of it any more."),
        _answer,
        Answered,
        (SENDER, RECEIVED, Widget("code", "select", N_("By Noark 5"), options=codes), *WORDS),
        proposed=lambda _found, work: {
            "received": work.today.isoformat(),
            "code": SignOffCode.UNSPECIFIED.value,
        },
        possible=some(waits),
        undo=Undo("undo-reply", "sender", typed="sender"),
        at=AT,
        placed=True,
        conflicts=(AlreadyClosed,),
        files=Use.REPLY,
    ),
    Deed(
        "interim",
        N_("Register an interim reply"),
        "",
        _interim,
        Interim,
        (
            SENDER,
            Widget("kind", "choices", options=_kinds),
            RECEIVED,
            Widget(
                "promised",
                "date",
                N_("Such as by 8 March 2023; leave it empty where no date is promised"),
                required=False,
            ),
            *WORDS,
        ),
        proposed=lambda _found, work: {"received": work.today.isoformat(), "kind": "interim"},
        possible=some(waits),
        undo=Undo("undo-reply", "sender", typed="sender"),
        at=AT | {PromisedBefore: "promised", NothingPromised: "promised"},
        placed=True,
        told=_told,
        files=Use.REPLY,
    ),
    Deed(
        "undo-reply",
        N_("Withdraw a reply"),
        N_("The reply is withdrawn, and the answer is expected again."),
        _withdraw,
        TakenBack,
        possible=some(was_answered_here),
        quiet=True,
        conflicts=(NothingToWithdraw,),
    ),
    Deed(
        "withdraw-reply",
        N_("Withdraw a reply"),
        N_("The reply is withdrawn, and the answer is expected again."),
        _withdraw,
        Withdrawn,
        (Widget("sender", "among", own=those(was_answered_here)), WHY),
        lead=N_("The newest one is withdrawn. It stays in the history, and does not count."),
        possible=some(was_answered_here),
        placed=True,
        conflicts=(NothingToWithdraw,),
    ),
)
