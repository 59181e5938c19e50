"""Facts about letters: sent, answered, put off, signed off, corrected."""

from collections.abc import Iterable
from datetime import date

from ..domain.dates import Edtf
from ..domain.due_dates import DueDate, work_out
from ..domain.kinds import LetterKind, ReplyKind, SignOffCode
from ..domain.letter_errors import LetterIsWithdrawn
from ..domain.letters import Letter
from ..domain.obligations import Obligation, Reply, SignOff
from ..domain.organisations import Organisation
from ..domain.past import happened
from ..store.unit_of_work import UnitOfWork
from .keys import next_key
from .naming import AREA_AND_PERSON, require_known
from .threads import thread_of


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
    follows_up: tuple[str, ...] = (),
    outcome: str = "",
    source: str = "",
) -> Letter:
    """Register a letter as sent; each recipient owes one answer, due by the council's own rule.

    `expects_answer` overrides what the kind of letter expects. Raises Unknown for a recipient, an
    area, a person or an earlier letter that is not registered, LetterIsWithdrawn for one that is
    withdrawn, Taken for a key in use, NoRecipients, StillAhead. `follows_up` are the letters that
    it asks about again: while it is out, it is the one to be reminded of.
    """
    happened(sent, work.today)
    require_known(work, AREA_AND_PERSON, {"area": area, "responsible": responsible})
    asked = tuple(_valid(work, name) for name in dict.fromkeys(follows_up))
    named = tuple(recipients)
    work.bring(Organisation, named)
    recipients = [work.known(Organisation, name) for name in named]
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
        follows_up=asked,
        outcome=outcome,
        source=source,
    )
    work.add(letter)
    if asked:
        follow_up(work, letter.key, asked)
    return letter


def _valid(work: UnitOfWork, letter: str) -> str:
    if work.view(Letter, letter).withdrawn:
        raise LetterIsWithdrawn(letter=letter)
    return letter


def follow_up(work: UnitOfWork, key: str, asked: Iterable[str]) -> None:
    """Tell the letters that the letter with that key asks about them again."""
    thread = thread_of(work, [key])
    letter = thread.letters[key]
    for earlier in asked:
        number = len(thread.follow_ups_of(thread.letters[earlier]))
        thread.letters[earlier].followed_up(key, number, letter.recipients)
    thread.send(letter)


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
    """Record what a recipient, or the organisation that took over from it, sent back.

    It counts for the letters that this one follows up, and for the follow-ups about it. Raises
    StillAhead.
    """
    happened(received, work.today)
    line = work.succession.line(work.known(Organisation, sender))
    reply = Reply(kind, received, promised, sign_off, summary=summary, source=source)
    thread = thread_of(work, [work.known(Letter, letter)])
    obligation = thread.letters[letter].take_reply(sender, reply, line)
    if kind is not ReplyKind.ACKNOWLEDGEMENT:
        thread.spread(thread.letters[letter], sender, reply)
    return obligation


def withdraw_reply(work: UnitOfWork, *, letter: str, sender: str, why: str) -> None:
    """Take back the newest reply, which was recorded by mistake; nothing is deleted.

    Where it counted for other letters of the thread because of this one, it does so no more.
    """
    thread = thread_of(work, [work.known(Letter, letter)])
    found = thread.letters[letter]
    reply = found.withdraw_reply(sender, why, work.succession.line(sender))
    thread.take_back(found, sender, reply, why)


def sign_off(
    work: UnitOfWork,
    *,
    letter: str,
    recipient: str,
    code: SignOffCode,
    on: Edtf,
    note: str = "",
    by: str | None = None,
) -> Obligation:
    """Close an obligation without a reply, with its Noark code, in the name of whoever works.

    `by` is the key of somebody else who decided it. Raises StillAhead.
    """
    happened(on, work.today)
    line = work.succession.line(recipient)
    decision = SignOff(code, on, by or work.by, note)
    thread = thread_of(work, [work.known(Letter, letter)])
    obligation = thread.letters[letter].sign_off(recipient, decision, line)
    thread.spread(thread.letters[letter], recipient, decision)
    return obligation


def withdraw_sign_off(work: UnitOfWork, *, letter: str, recipient: str, why: str) -> None:
    thread = thread_of(work, [work.known(Letter, letter)])
    found = thread.letters[letter]
    decision = found.withdraw_sign_off(recipient, why, work.succession.line(recipient))
    thread.take_back(found, recipient, decision, why)


def move_answer_due(
    work: UnitOfWork, *, letter: str, recipient: str, day: date | None, why: str
) -> None:
    """A person sets another date for one recipient's answer; None goes by the rule again."""
    work.get(Letter, letter).move_due(recipient, day, why, work.succession.line(recipient))
