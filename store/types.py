"""Column types that turn the domain's values into what both databases store."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import DateTime, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from ..domain.dates import Edtf, aware
from ..domain.due_dates import DueDate, DueRule, Period
from ..domain.working_days import DayOff, DayOffKind

E = TypeVar("E", bound=StrEnum)


class UtcMoment(TypeDecorator[datetime]):
    """A moment in UTC: SQLite drops the zone and Postgres answers in its own, both are mended."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else aware(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class EdtfText(TypeDecorator[Edtf]):
    """A date with its precision, stored as it is written (EDTF)."""

    impl = String(13)
    cache_ok = True

    def process_bind_param(self, value: Edtf | None, dialect: Dialect) -> str | None:
        return None if value is None else value.text

    def process_result_value(self, value: str | None, dialect: Dialect) -> Edtf | None:
        return None if value is None else Edtf(value)


class Word(TypeDecorator[E]):
    """An enumerated word, stored as its text."""

    impl = String(30)
    cache_ok = True

    def __init__(self, enum: type[E]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return None if value is None else self.enum(value)


class JsonText(TypeDecorator[Any]):
    """A small document as JSON text, the same bytes for the same content."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


class KeysText(TypeDecorator[tuple[str, ...]]):
    """Several keys in their order, separated by semicolons."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        return ";".join(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        return tuple(value.split(";")) if value else ()


class DueDateJson(TypeDecorator[DueDate]):
    """A due date with everything that explains it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: DueDate | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return json.dumps(
            {
                "rule": value.rule.name,
                "period": value.rule.period.text,
                "legal_basis": value.rule.legal_basis,
                "counted_from": value.counted_from.text,
                "period_end": value.period_end.isoformat(),
                "skipped": [[s.day.isoformat(), s.kind.value, s.name] for s in value.skipped],
                "day": value.day.isoformat(),
            },
            ensure_ascii=False,
        )

    def process_result_value(self, value: str | None, dialect: Dialect) -> DueDate | None:
        return None if value is None else _due_date(value)


@lru_cache(maxsize=4096)
def _due_date(text: str) -> DueDate:
    """The due date that was written so; the recipients of a letter mostly share one."""
    read: dict[str, Any] = json.loads(text)
    day: Callable[[str], date] = date.fromisoformat
    return DueDate(
        rule=DueRule(read["rule"], Period.parse(read["period"]), read["legal_basis"]),
        counted_from=Edtf(read["counted_from"]),
        period_end=day(read["period_end"]),
        skipped=tuple(
            DayOff(day(when), DayOffKind(kind), name) for when, kind, name in read["skipped"]
        ),
        day=day(read["day"]),
    )
