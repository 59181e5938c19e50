"""Text that people wrote, in the form that iCalendar can carry."""

import re

from icalendar import vText

_NEW_LINES = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """The text with line feeds as its only breaks and without control characters.

    RFC 5545 section 3.1 knows no control characters in a value, and icalendar lets them through.
    """
    return _NOT_TEXT.sub("", _NEW_LINES.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """The cleaned text on one line, for titles and places: clients show only one."""
    return re.sub(r"[ \t]*\n[ \t\n]*", " ", clean(text))


def address(url: str) -> str:
    """The cleaned address, without white space: a URI has none, and icalendar refuses a break."""
    return re.sub(r"\s", "", clean(url))


class Text(vText):
    r"""A TEXT value, escaped as RFC 5545 section 3.3.11 says.

    icalendar 7.3 first reads the two characters `\N` as a line break, which turns C:\Notater into
    two lines, and it writes NAME and X-WR-CALNAME unescaped unless they come as a TEXT value.
    """

    def to_ical(self) -> bytes:
        text = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return text.replace("\n", "\\n").encode()
