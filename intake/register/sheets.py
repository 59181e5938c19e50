"""The sheets of a register and their columns, as data: what may stand where."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from keyword import iskeyword

from ...domain.kinds import (
    ConsultationKind,
    ConsultationStatus,
    DeadlineKind,
    LetterKind,
    MeetingKind,
    MeetingStatus,
    OpEdStatus,
    ReplyKind,
    Role,
    SignOffCode,
)


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


@dataclass(frozen=True)
class Column:
    """A column: its name, what its cells hold, and whether one may be empty.

    `sheets` are those whose keys a reference may name, `choices` the words a choice may be.
    """

    name: str
    value: Value
    required: bool = False
    sheets: tuple[str, ...] = ()
    choices: tuple[StrEnum, ...] = ()

    @property
    def field(self) -> str:
        """The name in Python: `from` is a word of the language's own."""
        return f"{self.name}_" if iskeyword(self.name) else self.name


@dataclass(frozen=True)
class Sheet:
    """A sheet; `key` is the column that names its rows. A kept sheet is stored as it is."""

    name: str
    columns: tuple[Column, ...]
    key: str | None = None
    kept: bool = False

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def _key(name: str) -> Column:
    return Column(name, Value.KEY, required=True)


def _words(name: str) -> Column:
    return Column(name, Value.LINE, required=True)


def _line(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Value.LINE) for name in names)


def _text(name: str) -> Column:
    return Column(name, Value.TEXT)


def _date(name: str, *, required: bool = False) -> Column:
    return Column(name, Value.DATE, required)


def _choice(name: str, words: Iterable[StrEnum], *, required: bool = True) -> Column:
    return Column(name, Value.CHOICE, required, choices=tuple(words))


def _one(name: str, *sheets: str, required: bool = False) -> Column:
    return Column(name, Value.REFERENCE, required, sheets)


def _many(name: str, *sheets: str, required: bool = False) -> Column:
    return Column(name, Value.REFERENCES, required, sheets)


_AREA = _one("area", "areas")
_RESPONSIBLE = _one("responsible", "people")
_KNOWN = _date("known")
_SOURCE = Column("source", Value.LINE)
# A reply without a code stays unspecified, so that nobody has to write the word.
_SIGN_OFF_CODES = tuple(code for code in SignOffCode if code is not SignOffCode.UNSPECIFIED)

_ALL = (
    Sheet(
        "organisations",
        (
            _key("key"),
            _words("name"),
            _key("kind"),
            _one("successor", "organisations"),
            _date("from"),
            Column("email", Value.EMAIL),
            _text("note"),
        ),
        key="key",
    ),
    Sheet(
        "areas",
        (_key("key"), _words("name"), *_line("plan"), _date("from"), _date("to")),
        key="key",
    ),
    Sheet(
        "people",
        (
            _key("key"),
            _words("name"),
            Column("email", Value.EMAIL),
            _choice("role", Role),
            _one("organisation", "organisations"),
            _one("deputy_for", "people"),
            Column("from", Value.DAY),
            Column("to", Value.DAY),
        ),
        key="key",
    ),
    Sheet(
        "letters",
        (
            _key("id"),
            _choice("kind", LetterKind),
            _words("title"),
            _AREA,
            _date("sent", required=True),
            _many("recipients", "organisations", required=True),
            Column("reply_expected", Value.YES_NO),
            _RESPONSIBLE,
            _one("follows_up", "letters"),
            _text("outcome"),
            _SOURCE,
        ),
        key="id",
    ),
    Sheet(
        "replies",
        (
            _one("letter", "letters", required=True),
            _one("from", "organisations", required=True),
            _date("received", required=True),
            _choice("kind", ReplyKind),
            _choice("sign_off", _SIGN_OFF_CODES, required=False),
            _date("promised"),
            _text("summary"),
            _SOURCE,
        ),
    ),
    Sheet(
        "consultations",
        (
            _key("id"),
            _words("title"),
            _one("publisher", "organisations", required=True),
            _choice("kind", ConsultationKind),
            _date("published"),
            _date("deadline"),
            _choice("status", ConsultationStatus),
            _one("submission", "letters"),
            _AREA,
            _RESPONSIBLE,
            _KNOWN,
            _SOURCE,
        ),
        key="id",
    ),
    Sheet(
        "opeds",
        (
            _key("id"),
            _words("title"),
            _AREA,
            _choice("status", OpEdStatus),
            _one("outlet", "organisations"),
            _date("published"),
            _many("cosigners", "organisations", "people"),
            _text("reaction"),
            _RESPONSIBLE,
            _KNOWN,
            _SOURCE,
        ),
        key="id",
    ),
    Sheet(
        "meetings",
        (
            _key("id"),
            _choice("kind", MeetingKind),
            _words("title"),
            Column("start", Value.WALL_TIME, required=True),
            Column("end", Value.WALL_TIME),
            *_line("place"),
            _many("participants", "organisations", "people"),
            _choice("status", MeetingStatus),
            Column("moved_from", Value.WALL_TIME),
            _date("moved_on"),
            _KNOWN,
            _SOURCE,
        ),
        key="id",
    ),
    Sheet(
        "deadlines",
        (
            _key("id"),
            _words("title"),
            _date("due", required=True),
            _one("consultation", "consultations"),
            _choice("kind", DeadlineKind),
            _RESPONSIBLE,
            _KNOWN,
            _SOURCE,
        ),
        key="id",
    ),
    Sheet(
        "themes",
        (_key("key"), _words("title"), *_line("area", "stage", "plan"), _text("goal"), _SOURCE),
        key="key",
        kept=True,
    ),
    Sheet(
        "stakeholders",
        (
            _key("theme"),
            _key("organisation"),
            *_line("role"),
            _text("responsibility"),
            *_line("stance", "as_of"),
            _SOURCE,
        ),
        kept=True,
    ),
    Sheet(
        "target_groups",
        (_key("key"), _words("name"), _SOURCE),
        key="key",
        kept=True,
    ),
)

SHEETS = {sheet.name: sheet for sheet in _ALL}
