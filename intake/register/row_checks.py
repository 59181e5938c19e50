"""What must hold within one row: its dates in their order, nothing half said."""

from collections.abc import Iterator

from ...domain.kinds import OpEdStatus, ReplyKind
from .point_rows import JudgementRow, PointRow, check_judgement, check_point
from .public_rows import PublicRow, check_public
from .refusal import RowError
from .rows import AreaRow, MeetingRow, OpEdRow, OrganisationRow, PersonRow, ReplyRow, Row
from .theme_row_checks import check_theme_row


def check_row(row: Row) -> Iterator[RowError]:
    """Everything that is wrong with the row by itself."""
    match row:
        case OrganisationRow():
            yield from _organisation(row)
        case AreaRow() if row.from_ and row.to and row.to.last < row.from_.first:
            yield row.wrong("to", f"is before the area began ({row.from_}). Correct one of them.")
        case PersonRow() if row.from_ and row.to and row.to < row.from_:
            yield row.wrong("to", f"is before the person began ({row.from_}). Correct one of them.")
        case ReplyRow():
            yield from _reply(row)
        case MeetingRow():
            yield from _meeting(row)
        case OpEdRow() if row.comments_by and row.status is not OpEdStatus.CIRCULATED:
            problem = (
                f"is a day for comments, but it is {row.status}. Write circulated, or delete it."
            )
            yield row.wrong("comments_by", problem)
        case PointRow():
            yield from check_point(row)
        case JudgementRow():
            yield from check_judgement(row)
        case PublicRow():
            yield from check_public(row)
        case _:
            yield from check_theme_row(row)


def _organisation(row: OrganisationRow) -> Iterator[RowError]:
    if row.successor and not row.from_:
        problem = f"the day on which {row.successor} took over is missing. Write it as 2022-01-01."
        yield row.wrong("from", problem)


def _reply(row: ReplyRow) -> Iterator[RowError]:
    if row.promised and row.kind is not ReplyKind.INTERIM:
        problem = (
            f"is promised, but the reply is {row.kind}. Only an interim reply promises a date."
        )
        yield row.wrong("promised", problem)
    if row.sign_off and row.kind is not ReplyKind.FINAL:
        problem = f"signs off a reply that is {row.kind}. Only a final reply is signed off."
        yield row.wrong("sign_off", problem)


def _meeting(row: MeetingRow) -> Iterator[RowError]:
    if row.moved_from and not row.moved_on:
        problem = f"the day on which the move from {row.moved_from} was known is missing. Write it."
        yield row.wrong("moved_on", problem)
    if row.moved_on and not row.moved_from:
        yield row.wrong(
            "moved_from", "the day that the meeting was moved from is missing. Write it."
        )
    start, end = row.start, row.end
    if end is None:
        return
    if (start.clock is None) != (end.clock is None):
        problem = f"and the start ({start}) need an hour both, or neither. Write 2023-02-03T10:00."
        yield row.wrong("end", problem)
    elif start.clock is None or end.clock is None:
        if end.on.last < start.on.first:
            yield row.wrong("end", f"is before the start ({start}). Correct one of them.")
    elif (end.on.day, end.clock) <= (start.on.day, start.clock):
        yield row.wrong("end", f"is not after the start ({start}). Correct one of them.")
