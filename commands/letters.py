"""Facts about letters: sent, answered, put off, signed off, corrected."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select

from ..domain.dates import Edtf
from ..domain.due_dates import DueDate, work_out
from ..domain.kinds import LetterKind, ReplyKind, SignOffCode
from ..domain.letters import Letter
from ..domain.obligations import Obligation, Reply, SignOff
from ..domain.organisations import Organisation
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from .keys import next_key


def send_letter(
    work: UnitOfWork,
    *,
    title: str,
    sent: Edtf,
    recipients: Iterable[str],
    key: str | None = None,
    kind: LetterKind = LetterKind.LETTER,
    expects_answer: bool | None = None,
    area: str | None = None,
    responsible: str | None = None,
    follows_up: str | None = None,
    outcome: str = "",
    source: str = "",
) -> Letter:
    """Register a letter as sent; each recipient owes one answer, due by the council's own rule.

    `expects_answer` overrides what the kind of letter expects. Raises Unknown for a recipient that
    is not registered, Taken for a key in use, NoRecipients.
    """
    recipients = [work.known(Organisation, name) for name in recipients]
    expected = work.rules.expects_answer[kind] if expects_answer is None else expects_answer
    letter = Letter.send(
        key or next_key(work, Letter, f"L{sent.first.year}"),
        kind,
        title,
        sent,
        recipients,
        ruled=due_date(work, kind, sent) if expected else None,
        area=area,
        responsible=responsible,
        follows_up=follows_up,
        outcome=outcome,
        source=source,
    )
    work.add(letter)
    if follows_up is not None:
        earlier = work.get(Letter, follows_up)
        earlier.followed_up(letter.key, _follow_ups(work, follows_up), letter.recipients)
    return letter


def _follow_ups(work: UnitOfWork, key: str) -> int:
    work.session.flush()
    query = select(func.count()).where(tables.letter.c.follows_up == key)
    return work.session.scalar(query) or 0


def due_date(work: UnitOfWork, kind: LetterKind, sent: Edtf) -> DueDate:
    """When an answer to a letter of that kind, sent then, is due by the council's rule."""
    return work_out(work.rules.answer_rule(kind), sent, work.calendar)


def receive_reply(
    work: UnitOfWork,
    *,
    letter: str,
    sender: str,
    received: Edtf,
    kind: ReplyKind = ReplyKind.FINAL,
    promised: Edtf | None = None,
    sign_off: SignOffCode | None = None,
    summary: str = "",
    source: str = "",
) -> Obligation:
    """Record what a recipient, or the organisation that took over from it, sent back."""
    line = work.succession.line(work.known(Organisation, sender))
    reply = Reply(kind, received, promised, sign_off, summary=summary, source=source)
    return work.get(Letter, letter).take_reply(sender, reply, line)


def withdraw_reply(work: UnitOfWork, *, letter: str, sender: str, why: str) -> None:
    """Take back the newest reply, which was recorded by mistake; nothing is deleted."""
    work.get(Letter, letter).withdraw_reply(sender, why, work.succession.line(sender))


def sign_off(
    work: UnitOfWork, *, letter: str, recipient: str, code: SignOffCode, on: Edtf, note: str = ""
) -> Obligation:
    """Close an obligation without a reply, with its Noark code, in the name of whoever works."""
    line = work.succession.line(recipient)
    return work.get(Letter, letter).sign_off(recipient, SignOff(code, on, work.by, note), line)


def withdraw_sign_off(work: UnitOfWork, *, letter: str, recipient: str, why: str) -> None:
    work.get(Letter, letter).withdraw_sign_off(recipient, why, work.succession.line(recipient))


def move_answer_due(work: UnitOfWork, *, letter: str, recipient: str, day: date, why: str) -> None:
    """A person sets another date for one recipient's answer."""
    work.get(Letter, letter).move_due(recipient, day, why, work.succession.line(recipient))
