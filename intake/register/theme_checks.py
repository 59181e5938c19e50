"""What must hold between the rows about one stakeholder: one role, and what goes with it."""

from collections.abc import Iterable, Iterator

from .refusal import RowError
from .theme_rows import StakeholderRow

SAID_ONCE = ("role", "responsibility", "influence", "interest", "known_by")
"""What further rows about a stakeholder repeat, or leave empty."""

OFF_THE_LIST = ("removed", "why")
"""What they repeat in the same way of one that has no stake any more."""


def check_themes(stakeholders: Iterable[StakeholderRow]) -> Iterator[RowError]:
    """Everything that is wrong between these rows, among those that can be read by themselves."""
    said: dict[tuple[str, str, str], StakeholderRow] = {}
    rows = list(stakeholders)
    for row in rows:
        for column in (*SAID_ONCE, *OFF_THE_LIST):
            if not row.cells[column]:
                continue
            first = said.setdefault((*row.pair, column), row)
            if first.cells[column] != row.cells[column]:
                problem = (
                    f"is something else than line {first.line} says of {row.organisation}. Write "
                    "the same, or leave it empty here."
                )
                yield row.wrong(column, problem)
    for row in first_rows(rows):
        if (*row.pair, "role") not in said:
            yield row.wrong("role", "the role is missing. Write owner, interested or society.")
        reason = said.get((*row.pair, "why"))
        if reason and (*row.pair, "removed") not in said:
            problem = "is why it was taken off the list, but nothing says that it was."
            yield reason.wrong("why", f"{problem} Write yes in removed.")


def first_rows(rows: Iterable[StakeholderRow]) -> Iterable[StakeholderRow]:
    """The first row of each stakeholder."""
    found: dict[tuple[str, str], StakeholderRow] = {}
    for row in rows:
        found.setdefault(row.pair, row)
    return found.values()
