"""The report as JSON, for scripts: dates in ISO, imprecise ones in EDTF, words in English."""

import json
from typing import Any

from .unanswered import DepartmentTotal, Unanswered, UnansweredRow

COLUMNS = (
    "letter",
    "title",
    "kind",
    "department",
    "addressed_to",
    "sent",
    "due",
    "promised",
    "state",
    "days_open",
    "working_days_overdue",
    "follow_ups",
    "last_follow_up",
    "area",
)
"""The fields of a row, in the order that CSV has them too."""


def unanswered_json(report: Unanswered) -> str:
    """The report as one JSON object, the same bytes for the same facts, with a final newline."""
    document = {
        "as_of": report.as_of.isoformat(),
        "rows": [plain_row(row) for row in report.rows],
        "departments": [_plain_total(total) for total in report.departments],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def plain_row(row: UnansweredRow) -> dict[str, str | int | None]:
    """The row's fields by their names, as text and numbers."""
    values: dict[str, Any] = {
        "sent": row.sent.text,
        "due": row.due.isoformat() if row.due else None,
        "promised": row.promised.text if row.promised else None,
        "last_follow_up": row.last_follow_up.text if row.last_follow_up else None,
    }
    return {name: values.get(name, getattr(row, name)) for name in COLUMNS}


def _plain_total(total: DepartmentTotal) -> dict[str, str | int]:
    return {
        "department": total.department,
        "open": total.open,
        "overdue": total.overdue,
        "interim": total.interim,
        "oldest_sent": total.oldest_sent.text,
    }
