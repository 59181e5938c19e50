"""Ladders as the secretariat writes them: `-21d, -14d, 0d at once; +30wd to responsible leader`.

Rungs are separated by commas or semicolons. Each is a number of days (`d` calendar, `wd` working;
`end` before it counts from the end of an imprecise date), then optionally `to` and who, and
optionally `at once` or `calendar`; else it is collected in the digest.
"""

import re

from .errors import DomainError
from .ladders import OWNER, Channel, Rung

MOST = 3650

_RUNG = re.compile(
    r"(?P<end>end)?(?P<days>[+-]?\d{1,4})(?P<unit>wd|d)"
    r"(?:\s+to\s+(?P<to>[\w .-]+?))?"
    r"(?:\s+(?P<channel>at once|digest|calendar))?"
)


class NotARung(DomainError):
    """{text} is no rung: write -14d, +10wd to leader, 0d at once or end+1wd."""


class RungTwice(DomainError):
    """The rung {rung} stands twice: give each day once, with everybody who hears of it."""


def read_rungs(text: str) -> tuple[Rung, ...]:
    """Read a ladder's rungs; raises NotARung and RungTwice. An empty text is a silent ladder."""
    rungs = tuple(_read(part) for part in re.split(r"[,;]", text) if part.strip())
    names = [each.name for each in rungs]
    for name in names:
        if names.count(name) > 1:
            raise RungTwice(rung=name)
    return rungs


def _read(text: str) -> Rung:
    found = _RUNG.fullmatch(" ".join(text.split()))
    if not found or abs(int(found["days"])) > MOST:
        raise NotARung(text=text.strip())
    return Rung(
        days=int(found["days"]),
        working=found["unit"] == "wd",
        to=tuple(found["to"].split()) if found["to"] else OWNER,
        channel=Channel(found["channel"] or Channel.DIGEST),
        from_end=found["end"] is not None,
    )


def write_rungs(rungs: tuple[Rung, ...]) -> str:
    """The rungs as `read_rungs` reads them."""
    return ", ".join(_write(each) for each in rungs)


def _write(rung: Rung) -> str:
    to = f" to {' '.join(rung.to)}" if rung.to != OWNER else ""
    channel = f" {rung.channel.value}" if rung.channel is not Channel.DIGEST else ""
    return f"{rung.name}{to}{channel}"
