"""Who takes over from whom: recorded by a person, and taken back where nobody did after all.

A register has its own rule for the same (`council.succeed`): its rows are checked together.
"""

from datetime import date

from ..domain.errors import DomainError
from ..domain.organisations import Organisation
from ..domain.past import happened
from ..store.unit_of_work import UnitOfWork
from .council import stay, succeed


class TakesOverItself(DomainError):
    """{organisation} cannot take over from itself: choose another organisation."""


class TakenOverAlready(DomainError):
    """{successor} took over from {organisation} on {since}: take that back first if it is wrong."""


class TookOverFromIt(DomainError):
    """{organisation} is itself who took over from {successor}: one of them must be the last."""


class TakesOverLater(DomainError):
    """Nobody has taken over on {on}, which has not come yet: register it once it has."""


class TakenOverByNobody(DomainError):
    """Nobody is registered as having taken over from {organisation}."""


def take_over(work: UnitOfWork, *, organisation: str, successor: str, on: date) -> Organisation:
    """From the day `on`, in Oslo, the successor answers for the organisation.

    Both are locked, so that no two people can make each of them the other's successor. Raises
    Unknown, TakesOverItself, TakenOverAlready, TookOverFromIt and TakesOverLater.
    """
    if organisation == successor:
        raise TakesOverItself(organisation=organisation)
    both = {each: work.get(Organisation, each) for each in sorted((organisation, successor))}
    work.forget("organisations", "succession")
    found = both[organisation]
    if found.successor is not None:
        raise TakenOverAlready(
            successor=found.successor, organisation=organisation, since=found.succeeded_on
        )
    if successor in work.succession.line(organisation):
        raise TookOverFromIt(organisation=organisation, successor=successor)
    happened(on, work.today, TakesOverLater)
    succeed(work, organisation=organisation, successor=successor, on=on)
    return found


def take_back(work: UnitOfWork, *, organisation: str) -> Organisation:
    """Nobody took over after all. Raises Unknown and TakenOverByNobody."""
    found = work.get(Organisation, organisation)
    if found.successor is None:
        raise TakenOverByNobody(organisation=organisation)
    stay(work, organisation=organisation)
    return found
