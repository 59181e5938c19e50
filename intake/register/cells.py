"""One cell: from the text that stands in it to the value that its column holds."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from ...domain.dates import Edtf, ImpossibleDate, read_date
from ...domain.errors import DomainError
from ...domain.kinds import Kind
from .columns import Column, Value
from .refusal import Hints, listed
from .wall_time import WallTime, read_wall_time

Found = TypeVar("Found")

_KEY = re.compile(r"[\w.-]{1,64}")
_EMAIL = re.compile(r"[^@\s,;:<>()\[\]\"\\]+@[^@\s,;:<>()\[\]\"\\]+\.[^@\s,;:<>()\[\]\"\\.]+")
_YES_NO = {"yes": True, "ja": True, "no": False, "nei": False}
_EXCEL_ERRORS = frozenset(
    ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
)
_NUMBER = re.compile(r"[0-9]{1,9}")
_SINGLE: Mapping[Value, object] = {
    Value.LINE: "",
    Value.TEXT: "",
    Value.EMAIL: "",
    Value.THING: "",
    Value.REFERENCES: (),
}
THINGS: Mapping[str, str] = {
    Kind.LETTER: "letters",
    Kind.MEETING: "meetings",
    Kind.OP_ED: "opeds",
    Kind.CONSULTATION: "consultations",
    Kind.NOTE: "notes",
    Kind.PROMISE: "promises",
    Kind.COVERAGE: "coverage",
}
"""In which sheet each sort of thing stands that is named by sort and key."""
WRITE_A_DATE = "Write 2021-02-28, 2021-02, 2021-21 (spring), 2021 or ../2021-02-28."


class CellRefused(ValueError):
    """A cell that cannot be read; the message goes on from the value, up to the full stop."""

    def __init__(self, problem: str, value: str | None = None) -> None:
        """Take what is wrong; `value` is the part of the cell that is, None for all of it."""
        super().__init__(problem)
        self.problem = problem
        self.value = value


@dataclass(frozen=True)
class Surroundings:
    """What a cell may refer to: the keys by sheet, of the register and of the system."""

    keys: Mapping[str, Collection[str]]
    hints: Hints = field(default_factory=Hints)


def read_cell(column: Column, text: str, around: Surroundings) -> Any:
    """The value of a cell of that column: of the type that the row's field has.

    An empty optional cell is None, or an empty text or tuple. Raises CellRefused.
    """
    tidy = tidied(text, lines=column.value is Value.TEXT)
    if tidy in _EXCEL_ERRORS:
        raise CellRefused("is an error of the spreadsheet. Correct the formula, or delete it.")
    value = _READERS[column.value](tidy, column, around) if tidy else None
    if value is None or value == ():
        if column.required:
            raise CellRefused("the cell is empty, but every row needs it.", value="")
        return _SINGLE.get(column.value, column.default)
    return value


def written(value: object) -> str:
    """The normalised text of a value: what `read_cell` would read as the same value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ";".join(value) if isinstance(value, tuple) else str(value)


def tidied(text: str, *, lines: bool = False) -> str:
    """The text with single spaces, and its line breaks kept if `lines`; raises CellRefused."""
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", text)
        if lines and len(parts := text.splitlines()) > 1:
            return "\n".join(tidied(part) for part in parts).strip("\n")
    text = " ".join(text.split())
    if not text.isprintable():
        for character in text:
            if unicodedata.category(character) in ("Cc", "Cs"):
                raise CellRefused(
                    f"holds a character that cannot be shown (U+{ord(character):04X}). Delete it."
                )
    return text


def _key(text: str, _: Column, __: Surroundings) -> str:
    if not _KEY.fullmatch(text):
        raise CellRefused(
            "is not a key. Write letters, digits, hyphens, underscores and full stops only, "
            "64 at most."
        )
    return text


def _reference(text: str, column: Column, around: Surroundings) -> str:
    if any(text in around.keys[sheet] for sheet in column.sheets):
        return text
    sheets = listed(column.sheets)
    advice = around.hints.nearest(text, *(around.keys[sheet] for sheet in column.sheets))
    advice = advice or f" Add it to {sheets}, or correct it."
    raise CellRefused(f"is not a key in {sheets}.{advice}", text)


def _references(text: str, column: Column, around: Surroundings) -> tuple[str, ...]:
    keys = tuple(
        _reference(part, column, around) for each in text.split(";") if (part := each.strip())
    )
    if len(set(keys)) < len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise CellRefused("stands twice in the list. Write it once.", twice)
    return keys


def _thing(text: str, column: Column, around: Surroundings) -> str:
    sort, _, key = (part.strip() for part in text.partition(":"))
    sorts = [each for each, sheet in THINGS.items() if sheet in column.sheets]
    if sort.casefold() not in sorts or not key:
        raise CellRefused(
            f"does not say what it is. Write {listed([f'{each}:KEY' for each in sorts])}."
        )
    sheet = THINGS[sort.casefold()]
    if key not in around.keys[sheet]:
        advice = around.hints.nearest(key, around.keys[sheet])
        advice = advice or f" Add it to {sheet}, or correct it."
        raise CellRefused(f"is not a key in {sheet}.{advice}", key)
    return f"{sort.casefold()}:{key}"


def _number(text: str, _: Column, __: Surroundings) -> int:
    digits = text.replace(" ", "")
    if not _NUMBER.fullmatch(digits):
        raise CellRefused("is not a whole number. Write it with digits only, as in 5000.")
    return int(digits)


def _date(text: str, _: Column, __: Surroundings) -> Edtf:
    return _dated(text, _cached_date)


def _day(text: str, _: Column, __: Surroundings) -> date:
    found = _dated(text, _cached_date)
    if not found.is_day:
        raise CellRefused("is not one day, but a day is needed here. Write it as 2021-02-28.")
    return found.day


def _wall_time(text: str, _: Column, __: Surroundings) -> WallTime:
    return _dated(text, read_wall_time)


_cached_date = lru_cache(maxsize=4_096)(read_date)


def _dated(text: str, reading: Callable[[str], Found]) -> Found:
    try:
        return reading(text)
    except DomainError as error:
        # The sentence begins with the text it is about, which the error of the row names already.
        about = error.facts.get("text")
        sentence = str(error).removeprefix(f"“{about}” ").removeprefix(f"{about} ")
        if isinstance(error, ImpossibleDate):
            sentence = f"{sentence} {WRITE_A_DATE}"
        raise CellRefused(sentence) from None


def _yes_no(text: str, _: Column, __: Surroundings) -> bool:
    if (answer := _YES_NO.get(text.casefold())) is None:
        raise CellRefused("is neither yes nor no. Write yes or no.")
    return answer


def _choice(text: str, column: Column, around: Surroundings) -> str:
    folded = text.casefold()
    for choice in column.choices:
        if choice.casefold() == folded:
            return choice
    advice = around.hints.nearest(text, column.choices)
    raise CellRefused(f"is not known here. Write {listed(column.choices)}.{advice}")


def _email(text: str, _: Column, __: Surroundings) -> str:
    if not _EMAIL.fullmatch(text):
        raise CellRefused("is not an e-mail address. Write one address, as in post@hod.example.")
    return text


def _text(text: str, _: Column, __: Surroundings) -> str:
    return text


_READERS: Mapping[Value, Callable[[str, Column, Surroundings], Any]] = {
    Value.KEY: _key,
    Value.REFERENCE: _reference,
    Value.REFERENCES: _references,
    Value.DATE: _date,
    Value.DAY: _day,
    Value.WALL_TIME: _wall_time,
    Value.YES_NO: _yes_no,
    Value.CHOICE: _choice,
    Value.EMAIL: _email,
    Value.LINE: _text,
    Value.TEXT: _text,
    Value.NUMBER: _number,
    Value.THING: _thing,
}
