"""Where a long content line may be broken so that every calendar program puts it together again."""

import re

_LONGEST = 75  # octets, RFC 5545 section 3.1
_UNIT = re.compile(rb"[\\^][\x21-\x7e]|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*", re.DOTALL)
"""What stays together: an escape (with a caret in parameters, RFC 6868), or one character."""


def mended(data: bytes) -> bytes:
    r"""The same content lines, none broken inside an escape such as `\n`, where Google gives up.

    icalendar 7.3 takes care of that too, but where an escaped backslash ends the line it keeps the
    first half of it (`\\` is two characters) and moves the second.
    """
    if b"\\\r\n " not in data:
        return data
    return b"\r\n".join(map(_folded, data.replace(b"\r\n ", b"").split(b"\r\n")))


def _folded(line: bytes) -> bytes:
    if len(line) <= _LONGEST:
        return line
    lines, current = [], b""
    for unit in _UNIT.findall(line):
        if len(current) + len(unit) > _LONGEST:
            lines.append(current)
            current = b" "
        current += unit
    return b"\r\n".join([*lines, current])
