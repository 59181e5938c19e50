"""Letters that still wait for an answer, found by index and not by reading every letter."""

from sqlalchemy import select

from ..domain.letters import Letter
from ..domain.obligations import Obligation, ObligationState
from ..store import tables
from ..store.unit_of_work import UnitOfWork

OPEN = (ObligationState.AWAITING, ObligationState.INTERIM, ObligationState.OVERDUE)


def open_letters(work: UnitOfWork) -> list[Letter]:
    """Letters with an answer outstanding today, newest first."""
    obligation = tables.obligation.c
    waiting = select(obligation.letter_key).where(
        obligation.expected,
        obligation.closed_on.is_(None) | (obligation.closed_on > work.today),
    )
    found = work.session.scalars(select(Letter).where(tables.letter.c.key.in_(waiting)))
    letters = [letter for letter in found if letter.sent.first <= work.today]
    return sorted(letters, key=lambda each: (each.sent.sort_key(), each.key), reverse=True)


def open_obligations(work: UnitOfWork) -> list[tuple[Letter, Obligation]]:
    """Each answer that is outstanding today with its letter, newest letter first."""
    return [
        (letter, obligation)
        for letter in open_letters(work)
        for obligation in letter.obligations
        if obligation.state(work.today) in OPEN
    ]


def outstanding(work: UnitOfWork) -> list[tuple[Letter, Obligation]]:
    """The same without follow-ups, which only ask again for an answer that is there already."""
    found = open_obligations(work)
    owed = {(letter.key, _department(work, obligation)) for letter, obligation in found}
    return [
        (letter, obligation)
        for letter, obligation in found
        if not any((key, _department(work, obligation)) in owed for key in letter.follows_up)
    ]


def _department(work: UnitOfWork, obligation: Obligation) -> str:
    return work.succession.on(obligation.recipient, work.today)
