"""Letters that still wait for an answer, found by index and not by reading every letter."""

from sqlalchemy import select, union

from ...domain.letters import Letter
from ...domain.obligations import Obligation, ObligationState
from ...store import tables
from ...store.unit_of_work import UnitOfWork
from ..once import once

AT_ONCE = 1000
OPEN = (ObligationState.AWAITING, ObligationState.INTERIM, ObligationState.OVERDUE)


@once
def unsettled_letters(work: UnitOfWork) -> list[Letter]:
    """Letters of which some answer is not closed by today, also such as are sent later."""
    obligation = tables.obligation.c
    expected = select(obligation.letter_key).where(obligation.expected)
    # Asked apart, since SQLite would go through all for an "or"; and named one by one, since
    # Postgres takes them for a quarter of all letters, and would read them all.
    still = union(
        expected.where(obligation.closed_on.is_(None)),
        expected.where(obligation.closed_on > work.today),
    )
    keys = sorted(work.session.scalars(still))
    letters: list[Letter] = []
    for first in range(0, len(keys), AT_ONCE):
        those = tables.letter.c.key.in_(keys[first : first + AT_ONCE])
        letters += work.session.scalars(select(Letter).where(those))
    return letters


@once
def open_letters(work: UnitOfWork) -> list[Letter]:
    """Letters with an answer outstanding today, newest first."""
    letters = [letter for letter in unsettled_letters(work) if letter.sent.first <= work.today]
    return sorted(letters, key=lambda each: (each.sent.sort_key(), each.key), reverse=True)


@once
def open_obligations(work: UnitOfWork) -> list[tuple[Letter, Obligation]]:
    """Each answer that is outstanding today with its letter, newest letter first."""
    return [
        (letter, obligation)
        for letter in open_letters(work)
        for obligation in letter.obligations
        if obligation.state(work.today) in OPEN
    ]


@once
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
