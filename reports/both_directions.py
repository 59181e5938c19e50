"""All that the report of open answers says: who owes us one, what has changed, what we owe others.

Every format is made of this: the page, the files and the lists that are frozen.
"""

from dataclasses import dataclass
from datetime import date

from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from .owed_by_us import Owed, owed_by_us
from .unanswered import Unanswered, unanswered
from .unanswered_change import Change, change


@dataclass(frozen=True)
class BothDirections:
    """`changed` is None where no list was frozen as of an earlier day."""

    unanswered: Unanswered
    changed: Change | None
    owed: tuple[Owed, ...]


def both_directions(work: UnitOfWork, as_of: date) -> BothDirections:
    """As of the end of that day in Oslo."""
    found = unanswered(work, as_of)
    return BothDirections(found, change(work, found), tuple(owed_by_us(work, as_of)))


def what_it_covers(lang: Language) -> str:
    """What the report rests on, in sentences."""
    return lang.text(
        "This covers letters and memos to which the council expects an answer; submissions to "
        "consultations are left out. The time for an answer is the council's own rule, not a "
        "requirement of law. Days and working days are counted since sending. A letter to a "
        "department that has been renamed stands under its successor."
    )
