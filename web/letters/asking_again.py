"""For whom a follow-up may be drafted now, by hand, from the page of a letter."""

from ...commands.overdue import overdue_letters, put_off
from ...domain.follow_ups import FollowUp
from ...domain.letters import Letter
from ...domain.obligations import ObligationState
from ...store.unit_of_work import UnitOfWork


def to_ask_again(letter: Letter, drafts: list[FollowUp], work: UnitOfWork) -> frozenset[str]:
    """The recipients whose answer is overdue, and that no draft or follow-up asks by now.

    `drafts` are those about the letter. What is put off is not asked for.
    """
    on, today = work.succession.on, work.today
    asked = {on(each.department, today) for each in drafts}
    late = [
        each
        for each in letter.obligations
        if each.state(today) is ObligationState.OVERDUE and on(each.recipient, today) not in asked
    ]
    return frozenset(each.recipient for each in late if _left(letter, each.recipient, work))


def _left(letter: Letter, recipient: str, work: UnitOfWork) -> bool:
    department = work.succession.on(recipient, work.today)
    overdue = overdue_letters(work, department)
    return letter.key in overdue and not put_off(work, letter.key, department)
