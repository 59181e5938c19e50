"""Putting right what was registered wrongly. Nothing is deleted; every correction is an event."""

from collections.abc import Iterable

from ..domain.dates import Edtf
from ..domain.kinds import LetterKind, ReplyKind, SignOffCode
from ..domain.letters import Letter
from ..domain.obligations import Reply
from ..domain.organisations import Organisation
from ..store.unit_of_work import UnitOfWork
from .letters import due_date


def correct_letter(
    work: UnitOfWork,
    *,
    letter: str,
    sent: Edtf,
    recipients: Iterable[str],
    expects_answer: bool,
    kind: LetterKind,
    **values: object,
) -> None:
    """Put a letter right; where its date or kind changes, open answers are worked out again.

    A recipient that falls away stays on record, and nothing more is expected of it.
    """
    found = work.get(Letter, letter)
    found.correct(kind=kind, **values)
    ruled = due_date(work, kind, sent) if expects_answer else None
    names = [work.known(Organisation, name) for name in recipients]
    found.correct_sending(sent, names, ruled)


def replace_reply(
    work: UnitOfWork,
    *,
    letter: str,
    sender: str,
    was_received: str,
    received: Edtf,
    kind: ReplyKind,
    promised: Edtf | None,
    sign_off: SignOffCode | None,
    summary: str,
    source: str,
) -> None:
    """Withdraw the reply received on `was_received` (EDTF) and record the right one."""
    line = work.succession.line(sender)
    reply = Reply(kind, received, promised, sign_off, summary=summary, source=source)
    work.get(Letter, letter).replace_reply(sender, was_received, reply, line)
