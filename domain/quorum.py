"""Whether the council can decide: how many of its seats are taken on the day of a meeting.

Every member, the leader among them, has one seat. A deputy takes the seat of the member whose
deputy they are while that member is not there, and never more than this one.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

FINEST_SHARE = 100
"""Shares are meant as simple fractions: 0.667 is two thirds, 0.5 a half."""


@dataclass(frozen=True)
class Quorum:
    """`members` of that day, how many seats are taken, and how many of those by `deputies`.

    `share` is the part of the members that a decision needs, from 0 to 1; where `number` is not 0,
    it needs so many of them, whatever their part.
    """

    members: int
    taken: int
    deputies: int
    share: float
    number: int = 0

    @property
    def needed(self) -> int:
        """How many have to be there: the number, else the share of the members; at least one."""
        if self.number:
            return self.number
        share = Fraction(self.share).limit_denominator(FINEST_SHARE)
        return max(1, ceil(share * self.members))

    @property
    def reached(self) -> bool:
        return self.taken >= self.needed


def meeting_for(
    members: Collection[str], there: Collection[str], deputy_for: Mapping[str, str]
) -> dict[str, str]:
    """Which deputy takes whose seat: members by deputy, one deputy for each member not there.

    `deputy_for` gives the member of every deputy. Of several deputies the first by key takes it.
    """
    seats: dict[str, str] = {}
    for deputy in sorted(set(there) & deputy_for.keys()):
        member = deputy_for[deputy]
        if member in members and member not in there and member not in seats.values():
            seats[deputy] = member
    return seats


def quorum(
    members: Collection[str],
    there: Collection[str],
    deputy_for: Mapping[str, str],
    share: float,
    number: int = 0,
) -> Quorum:
    """Count the seats that are taken by those who are there."""
    deputies = meeting_for(members, there, deputy_for)
    own = set(members) & set(there)
    return Quorum(len(set(members)), len(own) + len(deputies), len(deputies), share, number)
