"""When a row with a date ahead became known, where it does not say so itself."""

from datetime import date, timedelta

from ..domain.dates import Edtf, Precision
from ..domain.ladders import DEFAULTS
from ..domain.working_days import WorkingCalendar
from .fact import BEGINNING


def known_or_assumed(known: Edtf | None, due: Edtf | None, ladder: str) -> tuple[date, bool]:
    """The day on which a row with a date ahead was known, and whether that is an assumption."""
    if known is not None:
        return known.last, False
    if due is None:
        return BEGINNING, True
    exact = due.precision in (Precision.DAY, Precision.NO_LATER_THAN)
    rungs = DEFAULTS[ladder if exact else "imprecise"].days(due, WorkingCalendar())
    return min(day for _, day in rungs) - timedelta(days=1), True
