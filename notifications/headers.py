"""Header lines that are written once, since parsing and folding is what makes mail slow.

`EmailMessage` parses each value that it is given and folds it again when the message is flattened,
two thirds of the time that a reminder takes. A `WrittenHeader` is a value whose lines are decided.
"""

from datetime import datetime
from email.header import Header
from email.policy import Policy
from email.utils import format_datetime
from functools import lru_cache
from typing import Self
from zoneinfo import ZoneInfo

from ..domain.dates import aware
from .mailbox import Mailbox
from .one_line import is_one_line
from .transport import Unbuildable

OSLO = ZoneInfo("Europe/Oslo")
LINE = 76
SPECIALS = frozenset('()<>[]:;@\\,."')


class WrittenHeader(str):
    """A header's value for who reads the message object, with the lines that go on the wire."""

    __slots__ = ("lines", "name")

    name: str
    lines: tuple[str, ...]

    def __new__(cls, name: str, value: str, lines: tuple[str, ...]) -> Self:
        header = super().__new__(cls, value)
        header.name = name
        header.lines = lines
        return header

    def fold(self, *, policy: Policy) -> str:
        """The header as the generator of the library wants it, with the policy's line ends."""
        first, *rest = self.lines
        return policy.linesep.join([f"{self.name}: {first}", *rest, ""])


@lru_cache(256)
def plain(name: str, value: str) -> WrittenHeader:
    """A header of ours whose value is short ASCII, such as `Auto-Submitted: auto-generated`."""
    return WrittenHeader(name, value, (value,))


def with_boundary(subtype: str, boundary: str) -> WrittenHeader:
    """The Content-Type of a message in several parts."""
    value = f'multipart/{subtype}; boundary="{boundary}"'
    return WrittenHeader("Content-Type", value, (value,))


def unstructured(name: str, value: str) -> WrittenHeader:
    """A header of free text, such as the subject; raises `Unbuildable` unless it is one clean line.

    What is not short and plain goes as encoded words (RFC 2047) as a whole, so that no reader has
    to guess which spaces between words were meant.
    """
    if not is_one_line(value):
        raise Unbuildable(reason=f"the {name} must be one line of text, without control characters")
    if value.isascii() and "=?" not in value and len(name) + 2 + len(value) <= LINE:
        return WrittenHeader(name, value, (value,))
    return WrittenHeader(name, value, _encoded_words(name, value))


@lru_cache(2048)
def mailbox(name: str, box: Mailbox) -> WrittenHeader:
    """A From or To header with exactly one mailbox."""
    address = f"<{box.address}>"
    if not box.name:
        return WrittenHeader(name, box.address, (box.address,))
    shown = _quoted(box.name)
    value = f"{shown} {address}"
    if box.name.isascii() and "=?" not in box.name and len(name) + 2 + len(shown) <= LINE:
        lines: tuple[str, ...] = (shown,)
    else:
        lines = _encoded_words(name, box.name)
    *before, last = lines
    lead = len(name) + 2 if not before else 0
    if lead + len(last) + 1 + len(address) <= LINE:
        return WrittenHeader(name, value, (*before, f"{last} {address}"))
    return WrittenHeader(name, value, (*lines, f" {address}"))


def moment(name: str, at: datetime) -> WrittenHeader:
    """A Date header in Oslo's time of that day; a naive moment is refused (`NaiveMoment`)."""
    value = format_datetime(aware(at).astimezone(OSLO))
    return WrittenHeader(name, value, (value,))


def message_id(value: str) -> WrittenHeader:
    """The Message-ID as given, `<left@right>`; raises `Unbuildable` for anything else."""
    inside = value[1:-1]
    whole = value == f"<{inside}>" and inside.count("@") == 1 and value.isascii()
    if not whole or not value.isprintable() or set(inside) & set(" <>") or len(value) > LINE * 2:
        raise Unbuildable(reason="the Message-ID is not of the form <left@right>")
    return WrittenHeader("Message-ID", value, (value,))


def _quoted(name: str) -> str:
    if SPECIALS.isdisjoint(name):
        return name
    escaped = name.replace("\\", r"\\").replace('"', r"\"")
    return f'"{escaped}"'


def _encoded_words(name: str, value: str) -> tuple[str, ...]:
    encoded = Header(value, charset="utf-8", header_name=name, maxlinelen=LINE)
    return tuple(encoded.encode(linesep="\n").split("\n"))
