"""Which letters are asked about again: in follow-ups that were sent, and in drafts that wait.

Mostly there are few of both, so that all of them come in one query, once for all that a mail tells.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, literal, select, union_all

from ..commands.follow_ups import drafts
from ..domain.follow_ups import FollowUp
from ..store import tables
from ..store.unit_of_work import UnitOfWork

SENT, DRAFTED = "sent", "drafted"

# Written once: to build a statement takes longer than to run it.
_ASKING = union_all(
    select(literal(SENT).label("how"), tables.letter.c.follows_up.label("letters")).where(
        tables.FOLLOWING_UP
    ),
    select(literal(DRAFTED), tables.follow_up.c.letters).where(tables.DRAFTED),
)


@dataclass
class AskedAgain:
    """What asks again about the letters that one mail is about, read when it is first wanted.

    `anything` says whether there is any follow-up at all.
    """

    work: UnitOfWork
    anything: bool
    _asking: list[Row[Any]] | None = field(default=None, init=False)

    def sent_about(self, letter: str) -> int:
        """How many letters ask again about that one."""
        return sum(each.how == SENT and letter in each.letters for each in self._all())

    def drafts_about(self, letters: Collection[str]) -> list[FollowUp]:
        """The drafts that ask about some of these letters, by key."""
        wanted = set(letters)
        if not any(
            each.how == DRAFTED and wanted.intersection(each.letters) for each in self._all()
        ):
            return []
        return [each for each in drafts(self.work) if wanted.intersection(each.letters)]

    def _all(self) -> list[Row[Any]]:
        if not self.anything:
            return []
        if self._asking is None:
            self._asking = list(self.work.session.execute(_ASKING))
        return self._asking
