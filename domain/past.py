"""What has happened has a day that has come: the rule for all such facts, and its refusal."""

from datetime import date
from typing import TypeVar

from .dates import Edtf
from .errors import DomainError

Day = TypeVar("Day", Edtf, date)


class StillAhead(DomainError):
    """{on} is still ahead. Give the day on which it happened."""


def happened(on: Day, today: date, error: type[DomainError] = StillAhead, **facts: object) -> Day:
    """The same date, where it has begun: of "spring 2023" it is enough that spring is here.

    Both are days in Oslo. Raises `error`, which may name `on`, `today` and the `facts`.
    """
    first = on.first if isinstance(on, Edtf) else on
    if first > today:
        raise error(on=on, today=today, **facts)
    return on
