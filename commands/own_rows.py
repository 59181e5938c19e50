"""What is done with an organisation's part in a theme, whether or not it has a row of its own.

Whoever continues one other's row puts that one right. Whoever continues several gets a row of its
own first, which begins as they stand together: what is said of it then holds for all of them.
"""

from typing import Any

from ..domain.parties import Party
from ..domain.stakeholders import Stakeholder, key_of
from ..store.unit_of_work import UnitOfWork, Unknown
from .stakeholders import correct_stakeholder, party_in, remove_stakeholder


def party_of(work: UnitOfWork, stakeholder: str) -> Party:
    """The party of which that is a row, or whose row it would be. Raises Unknown."""
    theme, _, organisation = stakeholder.partition("/")
    found = party_in(work, theme, organisation)
    if found is None:
        raise Unknown(what="stakeholder", key=stakeholder)
    return found


def own_row(work: UnitOfWork, party: Party, successor: str) -> Stakeholder:
    """A row for that successor, which begins as the party stands."""
    found = Stakeholder.of(
        party.theme,
        successor,
        party.role,
        responsibility=party.responsibility,
        influence=party.influence,
        interest=party.interest,
        known_by=party.known_by,
        source=party.source,
    )
    work.add(found)
    return found


def correct_party(work: UnitOfWork, *, stakeholder: str, **values: Any) -> Stakeholder:
    """Put right what is said of the organisation of today. Raises Unknown.

    Who knows it is said of all its rows: whoever is left out knows none of them any more.
    """
    party = party_of(work, stakeholder)
    key = _row(work, party)
    if "known_by" in values:
        for each in party.rows:
            still = tuple(who for who in each.known_by if who in values["known_by"])
            if each.key != key and still != each.known_by:
                correct_stakeholder(work, stakeholder=each.key, known_by=still)
    return correct_stakeholder(work, stakeholder=key, **values)


def remove_party(work: UnitOfWork, *, stakeholder: str, why: str = "") -> Stakeholder:
    """It has no stake any more, or never had. Raises Unknown and OffTheList."""
    return remove_stakeholder(work, stakeholder=_row(work, party_of(work, stakeholder)), why=why)


def _row(work: UnitOfWork, party: Party) -> str:
    """The key of the row that says what holds for the whole party."""
    if party.removed or party.has_own or len(party.rows) == 1:
        return party.own.key
    own_row(work, party, party.organisation)
    return key_of(party.theme, party.organisation)
