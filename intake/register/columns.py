"""What a sheet is made of: its columns as data, and a short word for each sort of column."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from keyword import iskeyword


class Value(Enum):
    """What sort of thing a cell holds."""

    KEY = auto()
    REFERENCE = auto()
    REFERENCES = auto()
    DATE = auto()
    DAY = auto()
    WALL_TIME = auto()
    YES_NO = auto()
    CHOICE = auto()
    EMAIL = auto()
    LINE = auto()
    TEXT = auto()
    NUMBER = auto()
    THING = auto()


@dataclass(frozen=True)
class Column:
    """A column: its name, what its cells hold, and whether one may be empty.

    `sheets` are those whose keys a reference may name, `choices` the words a choice may be, and
    `default` is what an empty cell says.
    """

    name: str
    value: Value
    required: bool = False
    sheets: tuple[str, ...] = ()
    choices: tuple[StrEnum, ...] = ()
    default: StrEnum | bool | None = None

    @property
    def field(self) -> str:
        """The name in Python: `from` is a word of the language's own."""
        return f"{self.name}_" if iskeyword(self.name) else self.name


@dataclass(frozen=True)
class Sheet:
    """A sheet; `key` is the column that names its rows.

    Where no single column does, `told_by` are those that do together. Where rows may be `alike` in
    them all the same, such rows are numbered. `in_order` says that the order of the rows tells
    something too.
    """

    name: str
    columns: tuple[Column, ...]
    key: str | None = None
    told_by: tuple[str, ...] = ()
    alike: bool = False
    in_order: bool = False

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def key(name: str) -> Column:
    return Column(name, Value.KEY, required=True)


def words(name: str) -> Column:
    return Column(name, Value.LINE, required=True)


def line(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Value.LINE) for name in names)


def text(name: str, *, required: bool = False) -> Column:
    return Column(name, Value.TEXT, required)


def date(name: str, *, required: bool = False) -> Column:
    return Column(name, Value.DATE, required)


def choice(name: str, among: Iterable[StrEnum], *, required: bool = True) -> Column:
    return Column(name, Value.CHOICE, required, choices=tuple(among))


def choice_or(name: str, default: StrEnum) -> Column:
    """A choice among the words that `default` is one of, which an empty cell says."""
    return Column(name, Value.CHOICE, choices=tuple(type(default)), default=default)


def yes_no(name: str, *, default: bool | None = None) -> Column:
    return Column(name, Value.YES_NO, default=default)


def number(name: str) -> Column:
    return Column(name, Value.NUMBER)


def thing(name: str, *sheets: str, required: bool = False) -> Column:
    """A letter, a meeting… by its sort and its key: letter:L2020-02."""
    return Column(name, Value.THING, required, sheets)


def one(name: str, *sheets: str, required: bool = False) -> Column:
    return Column(name, Value.REFERENCE, required, sheets)


def many(name: str, *sheets: str, required: bool = False) -> Column:
    return Column(name, Value.REFERENCES, required, sheets)
