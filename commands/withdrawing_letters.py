"""Letters that were registered by mistake: withdrawn with why, and restored. Nothing is deleted."""

from sqlalchemy import select

from ..domain import letter_errors as wrong
from ..domain.letters import Letter
from ..domain.withdrawn_letters import restore, withdraw
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from .threads import thread_of


def withdraw_letter(work: UnitOfWork, *, letter: str, why: str) -> Letter:
    """Nothing is expected because of it any more; what it asked about again has its date back.

    Raises LetterIsWithdrawn; AnswersStand where something was registered on it, AskedAbout where a
    follow-up asks about it, and IsTheResponse where a consultation was answered with it.
    """
    thread = thread_of(work, [work.known(Letter, letter)])
    found = thread.letters[letter]
    asking = thread.follow_ups_of(found)
    if asking:
        keys = ", ".join(each.key for each in asking)
        raise wrong.AskedAbout(letter=letter, follow_ups=keys)
    call = tables.consultation.c
    consultation = work.session.scalar(select(call.key).where(call.submission == letter))
    if consultation is not None:
        raise wrong.IsTheResponse(letter=letter, consultation=consultation)
    withdraw(found, why)
    if found.follows_up:
        thread.send(found)
        for each in thread.asking_again:
            thread.send(each)
    return found


def restore_letter(work: UnitOfWork, *, letter: str) -> Letter:
    """The undo of a withdrawal: its answers are due as before. Raises NotWithdrawn."""
    found = work.get(Letter, letter)
    restore(found)
    if found.follows_up:
        thread_of(work, [letter, *found.follows_up]).send(found)
    return found
