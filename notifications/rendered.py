"""What a mail says, ready to be put in an envelope."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rendered:
    """A subject of one line, the same message as text and HTML, and its language (nb, nn, en)."""

    subject: str
    text: str
    html: str
    language: str
