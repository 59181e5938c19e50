"""Content lines (RFC 5545 section 3.1) as clients write them, read with patience and in one pass.

icalendar refuses an attendee with an unquoted `;` in its name, and then the answer is lost. So the
lines are split here: no recursion, no look-back, however long or deeply nested the text is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from ..domain.errors import TilsvarError

DEEPEST = 16
"""An alarm in an event in a calendar makes three levels; nobody needs as many as this."""

LONGEST_ADDRESS = 254

_NAME = re.compile(r"[A-Za-z0-9-]+")
_ESCAPED = re.compile(r"\\([\\;,:nN\"])")
_ADDRESS = re.compile(r"[^@\s:\x00-\x1f\x7f]+@[^@\s:\x00-\x1f\x7f]+")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ADDRESSES = frozenset({"ATTENDEE", "ORGANIZER"})


class BadCalendar(TilsvarError):
    """The calendar cannot be read: {reason}."""


@dataclass(frozen=True)
class Line:
    """One property: names are in upper case, parameters without quotes, `value` as it came."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as TEXT (RFC 5545 section 3.3.11)."""
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)

    @property
    def address(self) -> str:
        """The value as an e-mail address in lower case, or "" where it is none.

        Apple names some people by a path on its server and puts the address into EMAIL (RFC 7986).
        """
        return as_address(self.value) or as_address(self.parameters.get("EMAIL", ""))


@dataclass
class Component:
    """The properties of one component, without those of the components in it."""

    lines: list[Line] = field(default_factory=list)

    def all(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.name == name]

    def value(self, name: str) -> str:
        """The first value of that name that says anything, or ""."""
        return next((line.value for line in self.lines if line.name == name and line.value), "")


@dataclass
class CalendarText:
    """One VCALENDAR: its own properties, its events, and its time zones as they came."""

    own: Component = field(default_factory=Component)
    events: list[Component] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)


def as_address(value: str) -> str:
    """The address in `mailto:kari@example.org`, also without `mailto:`, in brackets or encoded."""
    scheme, colon, rest = value.strip().strip('"').partition(":")
    bare = unquote(rest if colon and scheme.strip().lower() == "mailto" else value)
    bare = bare.strip().strip('<>"').lower()
    return bare if len(bare) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(bare) else ""


def read_calendar(content: bytes, charset: str) -> CalendarText:
    """The first VCALENDAR of the bytes; raises `BadCalendar` where it is none or not whole."""
    reader = _Reader()
    for raw in _unfolded(content, charset):
        line = _line(raw)
        if line is not None and reader.takes_last(line, raw):
            return reader.found
    raise BadCalendar(reason="it breaks off" if reader.path else "there is no calendar in it")


class _Reader:
    """Sorts lines into components; `path` is what is open, the calendar first."""

    def __init__(self) -> None:
        self.found = CalendarText()
        self.path: list[str] = []
        self._zone: list[str] = []

    def takes_last(self, line: Line, raw: str) -> bool:
        """Take the next line; True when the calendar is whole."""
        if line.name == "BEGIN":
            self._open(line.value.upper())
        if self.path[1:2] == ["VTIMEZONE"]:
            self._zone.append(raw)
        if line.name == "END":
            self._close(line.value.upper())
            return not self.path
        if self.path == ["VCALENDAR"]:
            self.found.own.lines.append(line)
        elif self.path == ["VCALENDAR", "VEVENT"] and line.name != "BEGIN":
            self.found.events[-1].lines.append(line)
        return False

    def _open(self, name: str) -> None:
        self.path.append(name)
        if self.path[0] != "VCALENDAR":
            raise BadCalendar(reason="it does not begin as a calendar")
        if len(self.path) > DEEPEST:
            raise BadCalendar(reason="it is nested more deeply than any calendar needs")
        if self.path == ["VCALENDAR", "VEVENT"]:
            self.found.events.append(Component())

    def _close(self, name: str) -> None:
        if not self.path or self.path.pop() != name:
            raise BadCalendar(reason="a part of it ends that has not begun")
        if self._zone and self.path == ["VCALENDAR"]:
            self.found.zones.append("\r\n".join([*self._zone, ""]))
            self._zone = []


def _unfolded(content: bytes, charset: str) -> Iterator[str]:
    # Folds are undone before decoding, since some clients fold inside a character.
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    whole = re.sub(rb"\n[ \t]", b"", lines)
    text = _NOT_TEXT.sub("", _decoded(whole, charset))
    return (line for line in text.split("\n") if line.strip())


def _decoded(content: bytes, charset: str) -> str:
    for each in ("utf-8-sig", charset):
        try:
            return content.decode(each or "ascii")
        except (ValueError, LookupError):
            continue
    return content.decode("latin-1")


def _line(raw: str) -> Line | None:
    """The line in its parts; None where it is no property at all."""
    named = _NAME.match(raw)
    if named is None:
        return None
    name, rest = named[0].upper(), raw[named.end() :]
    # In a name that is not quoted as it should be, a colon or a quote may stand alone; but only
    # the address itself follows `:mailto:`.
    at = rest.lower().rfind(":mailto:") if name in _ADDRESSES else -1
    if at < 0:
        at = next(_outside_quotes(rest, ":"), -1)
    if at < 0:
        return None
    return Line(name, _parameters(rest[:at]), rest[at + 1 :].strip())


def _parameters(text: str) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    pieces: list[str] = []
    begin = 0
    for end in (*_outside_quotes(text, ";"), len(text)):
        piece, begin = text[begin:end], end + 1
        name, equals, value = piece.partition("=")
        if equals and _NAME.fullmatch(name.strip()):
            pieces = found.setdefault(name.strip().upper(), [])
            pieces.append(value)
        else:
            # A `;` inside an unquoted value: what follows belongs to it.
            pieces.append(piece)
    return {name: _unquoted(";".join(values)) for name, values in found.items()}


def _unquoted(value: str) -> str:
    value = value.strip()
    # Several quoted values can stand side by side, as in DELEGATED-TO="mailto:a","mailto:b".
    if re.fullmatch('"[^"]*"', value):
        value = value[1:-1]
    # RFC 6868: what cannot stand in a parameter otherwise.
    return re.sub(r"\^([n'^])", lambda found: {"n": "\n", "'": '"', "^": "^"}[found[1]], value)


def _outside_quotes(text: str, wanted: str) -> Iterator[int]:
    """Where the character stands; a quote that is never closed quotes nothing."""
    quotes_hold, quoted = text.count('"') % 2 == 0, False
    for found in re.finditer(f'["{wanted}]', text):
        if found[0] == wanted and not quoted:
            yield found.start()
        elif found[0] == '"':
            quoted = quotes_hold and not quoted
