"""What a department has not answered in time, and how often it has been asked again."""

from sqlalchemy import select

from ..domain.letters import Letter
from ..domain.obligations import Obligation
from ..store import tables
from ..store.pauses import load_snooze
from ..store.unit_of_work import UnitOfWork
from .threads import following


def departments_of(work: UnitOfWork, department: str) -> list[str]:
    """The keys of the organisations for which it answers today, its own among them."""
    on = work.succession.on
    return [key for key in work.organisations if on(key, work.today) == department]


def overdue_letters(work: UnitOfWork, department: str) -> tuple[str, ...]:
    """The letters whose answer is overdue and that nobody waits for a follow-up to, oldest first.

    A follow-up stands for the letters that it asks about: once it is overdue itself, they are here.
    """
    found = {key: work.look(Letter, key) for key in _overdue_keys(work, department)}
    letters = [each for each in found.values() if each is not None]
    keys = {each.key for each in letters}
    wanted = [
        each
        for each in letters
        if not keys.intersection(each.follows_up) and _nobody_asks(work, each, department, keys)
    ]
    wanted.sort(key=lambda each: (each.sent.sort_key(), each.key))
    return tuple(each.key for each in wanted)


def _overdue_keys(work: UnitOfWork, department: str) -> list[str]:
    obligation = tables.obligation.c
    query = select(obligation.letter_key).where(
        obligation.expected,
        obligation.closed_on.is_(None),
        obligation.due_on < work.today,
        obligation.recipient.in_(departments_of(work, department)),
    )
    work.session.flush()
    return sorted(set(work.session.scalars(query)))


def _nobody_asks(work: UnitOfWork, letter: Letter, department: str, overdue: set[str]) -> bool:
    """Whether some answer of the department is in no follow-up, or in one that is overdue too."""
    return any(
        each.asked_again_in is None or each.asked_again_in in overdue
        for each in _owed(work, letter, department)
    )


def put_off(work: UnitOfWork, letter: str, department: str) -> bool:
    """Whether somebody has put off all that the department still owes on the letter.

    Where a follow-up stands for the letter, it is the follow-up that is put off or not.
    """
    spoken_for: list[Obligation] = []
    for each in _owed(work, work.look(Letter, letter), department):
        again = work.look(Letter, each.asked_again_in) if each.asked_again_in else None
        spoken_for += [each] if again is None else _owed(work, again, department)
    snoozes = [load_snooze(work.session, each.key) for each in spoken_for]
    return bool(snoozes) and all(each is not None and each.holds(work.today) for each in snoozes)


def _owed(work: UnitOfWork, letter: Letter | None, department: str) -> list[Obligation]:
    """The answers to the letter that the department still owes."""
    return [
        each
        for each in (letter.obligations if letter else ())
        if each.open and work.succession.on(each.recipient, work.today) == department
    ]


def sent_about(work: UnitOfWork, letter: str, department: str) -> list[Letter]:
    """The follow-ups about the letter that went to the department, in the order of sending."""
    work.session.flush()
    ours = set(departments_of(work, department))
    letters = [work.look(Letter, key) for key in following(work, letter)]
    found = [each for each in letters if each is not None and ours.intersection(each.recipients)]
    return sorted(found, key=lambda each: (each.sent.sort_key(), each.key))
