"""Answers that were closed without a reply, or given another date: as facts, and as rows.

A sign-off enters on its own last day, after the replies of that day. Nothing tells when a date was
set by hand: it was as soon as the letter was sent, since a promise would have taken its place.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from sqlalchemy import select

from ..commands import letters
from ..domain.events import AnswerDueMoved
from ..domain.kinds import ReplyKind
from ..domain.letters import Letter
from ..domain.obligations import Obligation, SignOff
from ..store import flow
from ..store.event_log import from_row
from ..store.unit_of_work import UnitOfWork
from .fact import Enter, Fact
from .known_days import KnownDays
from .register.answer_rows import AnswerDateRow, SignOffRow
from .register.cells import written
from .register.reader import Register
from .register.sheets import SHEETS
from .row_keys import row_name

Cells = dict[str, str]

BY_ITSELF = ("promise", "withdrawn", "rule", "calendar", "corrected")
"""Why the date of an answer moves without anybody having set it."""


def answer_facts(register: Register, days: KnownDays) -> Iterator[Fact]:
    """Every fact of these sheets; `days` tells when the letters enter."""
    for moved in register.rows("answer_dates", AnswerDateRow):
        name = row_name(SHEETS["answer_dates"], moved.cells)
        enter: Enter = partial(set_answer_date, row=moved)
        day = days.after("answer_dates", moved)
        # Of the facts of that day it comes after the last letter, and before the first reply.
        yield Fact(day, 4, "answer_dates", name, moved, enter, step=len(register.letters))
    for signed in register.rows("sign_offs", SignOffRow):
        name = row_name(SHEETS["sign_offs"], signed.cells)
        day = days.after("sign_offs", signed, signed.on.last)
        enter = partial(sign_off, row=signed)
        yield Fact(day, 5, "sign_offs", name, signed, enter, step=len(ReplyKind))


def sign_off(work: UnitOfWork, *, row: SignOffRow) -> None:
    letters.sign_off(
        work,
        letter=row.letter,
        recipient=row.recipient,
        code=row.code,
        on=row.on,
        by=row.by,
        note=row.note,
    )


def set_answer_date(work: UnitOfWork, *, row: AnswerDateRow) -> None:
    letters.move_answer_due(
        work, letter=row.letter, recipient=row.recipient, day=row.due, why=row.why
    )


def correct_sign_off(work: UnitOfWork, row: SignOffRow, _before: Mapping[str, str]) -> None:
    """A sign-off is never changed: the wrong one is withdrawn, and the right one recorded."""
    letters.withdraw_sign_off(work, letter=row.letter, recipient=row.recipient, why="corrected")
    sign_off(work, row=row)


def correct_answer_date(work: UnitOfWork, row: AnswerDateRow, before: Mapping[str, str]) -> None:
    if row.cells["due"] != before["due"]:
        set_answer_date(work, row=row)


def answer_rows(work: UnitOfWork, sent: Iterable[Letter]) -> Iterator[tuple[str, Cells]]:
    """The rows of both sheets about these letters, as they stand now."""
    moved: list[Letter] = []
    for letter in sent:
        for obligation in asked(letter):
            signed = _signed_off(obligation)
            if signed is not None:
                yield "sign_offs", _whose(letter, obligation) | _of_a_sign_off(signed)
        if any(each.set_by_hand for each in letter.obligations):
            moved.append(letter)
    why = _why_moved(work) if moved else {}
    for letter in moved:
        for obligation in letter.obligations:
            if obligation.expected and obligation.set_by_hand:
                due = obligation.set_by_hand.isoformat()
                told = why.get((letter.key, obligation.recipient, due), "")
                yield "answer_dates", _whose(letter, obligation) | {"due": due, "why": told}


def asked(letter: Letter) -> list[Obligation]:
    """The recipients whom the letter's row names: those who are to answer, else all."""
    return [each for each in letter.obligations if each.expected] or list(letter.obligations)


def sign_off_now(work: UnitOfWork, before: Mapping[str, str]) -> Cells:
    found = _obligation(work, before)
    signed = _signed_off(found) if found else None
    if signed is None:
        return {"code": "withdrawn"}
    # Who decided it is never changed; where the row does not say, it was whoever imported it.
    return {name: text for name, text in _of_a_sign_off(signed).items() if name != "by"}


def answer_date_now(work: UnitOfWork, before: Mapping[str, str]) -> Cells:
    found = _obligation(work, before)
    by_hand = found.set_by_hand if found else None
    return {"due": written(by_hand) if by_hand else "by the council's rule"}


def _obligation(work: UnitOfWork, before: Mapping[str, str]) -> Obligation | None:
    letter = work.find(Letter, before["letter"])
    if letter is None or letter.withdrawn:
        return None
    return letter.obligation(before["recipient"])


def _signed_off(obligation: Obligation) -> SignOff | None:
    """The sign-off that stands, where it was this letter's own."""
    own = [each for each in obligation.sign_offs if not each.withdrawn and each.given_to is None]
    return own[-1] if own else None


def _whose(letter: Letter, obligation: Obligation) -> Cells:
    return {"letter": letter.key, "recipient": obligation.recipient}


def _of_a_sign_off(signed: SignOff) -> Cells:
    return {
        "code": signed.code.value,
        "on": signed.on.text,
        "by": signed.by,
        "note": signed.note,
    }


def _why_moved(work: UnitOfWork) -> dict[tuple[str, str, str], str]:
    """Why a person set a date, by letter, recipient and that day; the last time counts."""
    event_row = flow.event.c
    query = (
        select(flow.event).where(event_row.name == AnswerDueMoved.__name__).order_by(event_row.id)
    )
    found = {}
    for row in work.session.execute(query):
        event = from_row(row).event
        if isinstance(event, AnswerDueMoved) and event.why not in BY_ITSELF:
            found[event.letter, event.recipient, event.due.isoformat()] = event.why
    return found
