"""The report as JSON, for scripts: dates in ISO, imprecise ones in EDTF, words in English.

Only what it covers is said in the reader's language.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..wording.language import Language
from .both_directions import BothDirections, what_it_covers
from .open_answers import OpenAnswer
from .owed_by_us import Owed
from .unanswered import DepartmentTotal
from .unanswered_change import ChangedRow

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
    "working_days_open",
)
"""The fields of a row, in the order that CSV has them too."""


def unanswered_json(report: BothDirections, lang: Language) -> str:
    """The report as one JSON object, the same bytes for the same facts, with a final newline."""
    return "".join(unanswered_json_parts(report, lang))


def unanswered_json_parts(report: BothDirections, lang: Language) -> Iterator[str]:
    """The same row by row, so that very many rows never stand in memory at once."""
    found, changed = report.unanswered, report.changed
    head = {
        "report": "unanswered",
        "as_of": found.as_of.isoformat(),
        "made_from": what_it_covers(lang),
        "changed_since": changed and changed.since.isoformat(),
    }
    lists = (
        ("rows", map(plain_row, found.rows)),
        ("departments", map(_plain_total, found.departments)),
        ("changes", map(_plain_change, changed.rows if changed else ())),
        ("owed_by_us", map(_plain_owed, report.owed)),
    )
    return json_parts(head, lists)


def json_parts(
    head: Mapping[str, Any], lists: Iterable[tuple[str, Iterable[Mapping[str, Any]]]]
) -> Iterator[str]:
    """One object with what stands in the head and then lists of objects, with a final newline."""
    yield _indented(head, "").removesuffix("\n}")
    for name, rows in lists:
        yield f",\n  {json.dumps(name)}: ["
        begun = False
        for row in rows:
            yield f"{',' if begun else ''}\n    {_indented(row, '    ')}"
            begun = True
        yield "\n  ]" if begun else "]"
    yield "\n}\n"


def _indented(part: Mapping[str, Any], indent: str) -> str:
    text = json.dumps(part, ensure_ascii=False, indent=2)
    return text.replace("\n", f"\n{indent}")


def plain_row(row: OpenAnswer) -> dict[str, str | int | None]:
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


def _plain_change(row: ChangedRow) -> dict[str, str | int | None]:
    return {
        "change": row.became,
        "letter": row.letter,
        "title": row.title,
        "department": row.department,
        "sent": row.sent.text,
        "days_then": row.then,
        "days_now": row.now,
    }


def _plain_owed(owed: Owed) -> dict[str, str | int | None]:
    return {
        "consultation": owed.consultation,
        "title": owed.title,
        "kind": owed.kind,
        "publisher": owed.publisher,
        "deadline": owed.deadline.text if owed.deadline else None,
        "days_late": owed.late,
    }
