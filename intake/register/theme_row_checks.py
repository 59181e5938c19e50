"""What must hold within one row about a theme or of the communications plan: nothing half said."""

from collections.abc import Iterator

from ...domain.communications import ActivityStatus
from ...domain.measures import MeasureStatus
from ...domain.promises import PromiseStatus
from .communication_rows import ActivityRow, SpeakerRow
from .refusal import RowError
from .rows import Row
from .theme_rows import MeasureRow, PromiseRow, StakeholderRow


def check_theme_row(row: Row) -> Iterator[RowError]:
    """Everything that is wrong with the row by itself."""
    match row:
        case StakeholderRow():
            yield from _stance(row)
        case MeasureRow():
            yield from _measure(row)
        case PromiseRow():
            yield from _promise(row)
        case ActivityRow():
            yield from _activity(row)
        case SpeakerRow() if row.theme and row.area:
            yield row.wrong("area", f"stands beside the theme {row.theme}. Make it two rows.")


def _stance(row: StakeholderRow) -> Iterator[RowError]:
    if row.stance and not row.as_of:
        yield row.wrong("as_of", f"the date of {row.stance} is missing. Write it as 2021-08.")
    if row.as_of and not row.stance:
        problem = f"where it stood {row.as_of} is missing. Write unknown if nobody knows."
        yield row.wrong("stance", problem)
    if row.evidence and not row.stance:
        yield row.wrong("evidence", "is evidence of no stance. Write the stance, or delete it.")


def _measure(row: MeasureRow) -> Iterator[RowError]:
    if row.done_on and row.status is not MeasureStatus.DONE:
        yield row.wrong("done_on", "says that it is done. Write done as its status, or delete it.")
    if row.status is MeasureStatus.DONE and not row.done_on:
        yield row.wrong("done_on", "the day on which it was done is missing. Write it as 2021-08.")
    if row.status is MeasureStatus.DROPPED and not row.why:
        yield row.wrong("why", "the reason for dropping it is missing. Write it.")
    if row.why and row.status is not MeasureStatus.DROPPED:
        yield row.wrong("why", "says why it was dropped. Write dropped as its status.")


def _promise(row: PromiseRow) -> Iterator[RowError]:
    if row.by_when and row.by_when.last < row.given.first:
        yield row.wrong("by_when", f"is before it was given ({row.given}). Correct one of them.")
    if row.kept_on and row.status is not PromiseStatus.KEPT:
        yield row.wrong("kept_on", "says that it was kept. Write kept as its status.")
    if row.status is PromiseStatus.KEPT and not row.kept_on:
        yield row.wrong("kept_on", "the day on which it was kept is missing. Write it as 2021-08.")
    if row.kept_on and row.kept_on.last < row.given.first:
        yield row.wrong("kept_on", f"is before it was given ({row.given}). Correct one of them.")


def _activity(row: ActivityRow) -> Iterator[RowError]:
    done = row.status is ActivityStatus.DONE
    if done or row.status is ActivityStatus.PLANNED:
        for column in ("channel", "target_groups", "wanted_effect"):
            if not row.cells[column]:
                yield row.wrong(column, f"the cell is empty, but what is {row.status} needs it.")
    if done and not row.done_on:
        yield row.wrong("done_on", "the day on which it was done is missing. Write it as 2021-08.")
    if row.done_on and not done:
        yield row.wrong("done_on", "says that it is done. Write done as its status, or delete it.")
    if row.status is ActivityStatus.DROPPED and not row.why_not:
        yield row.wrong("why_not", "the reason for dropping it is missing. Write it.")
    if row.why_not and row.status is not ActivityStatus.DROPPED:
        yield row.wrong("why_not", "says why it was dropped. Write dropped as its status.")
