"""Putting right what was registered wrongly. Nothing is deleted; every correction is an event."""

from collections.abc import Iterable

from ..domain.dates import Edtf
from ..domain.kinds import LetterKind, ReplyKind, SignOffCode
from ..domain.letters import Letter
from ..domain.obligations import Reply
from ..domain.organisations import Organisation
from ..domain.past import happened
from ..store.unit_of_work import UnitOfWork
from .letters import due_date
from .naming import AREA_AND_PERSON, require_known
from .threads import thread_of


def correct_letter(
    work: UnitOfWork,
    *,
    letter: str,
    sent: Edtf,
    recipients: Iterable[str],
    expects_answer: bool,
    kind: LetterKind,
    follows_up: tuple[str, ...] | None = None,
    **values: object,
) -> None:
    """Put a letter right; where its date or kind changes, open answers are worked out again.

    A recipient that falls away stays on record, and nothing more is expected of it. Raises Unknown
    for an area or a person that is not registered, unless the letter names it already; StillAhead.
    """
    happened(sent, work.today)
    found = work.get(Letter, letter)
    require_known(work, AREA_AND_PERSON, values, found)
    before = found.follows_up
    asks = before if follows_up is None else follows_up
    found.correct(kind=kind, follows_up=asks, **values)
    ruled = due_date(work, kind, sent) if expects_answer else None
    names = [work.known(Organisation, name) for name in recipients]
    found.correct_sending(sent, names, ruled)
    if before or asks:
        _follow_up_anew(work, found, before)


def _follow_up_anew(work: UnitOfWork, letter: Letter, before: Iterable[str]) -> None:
    """What it asks about now is told so, and what it no longer asks about has its date again."""
    thread = thread_of(work, [letter.key, *before])
    for key in letter.follows_up:
        if key not in before:
            number = len(thread.follow_ups_of(thread.letters[key]))
            thread.letters[key].followed_up(letter.key, number, letter.recipients)
    thread.send(letter)


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
    """Withdraw the reply received on `was_received` (EDTF) and record the right one.

    Raises StillAhead.
    """
    happened(received, work.today)
    line = work.succession.line(sender)
    reply = Reply(kind, received, promised, sign_off, summary=summary, source=source)
    thread = thread_of(work, [work.known(Letter, letter)])
    home = thread.letters[letter]
    found = home.find_reply(sender, was_received, kind, line)
    home.replace_reply(sender, was_received, reply, line)
    if found is not None and found.withdrawn:
        thread.take_back(home, sender, found, "corrected")
        thread.spread(home, sender, reply)
