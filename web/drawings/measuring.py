"""How much room words take in a drawing, whose own unit is a pixel of a narrow phone.

The browser's font is not known here, so letters are taken for wider than they mostly are.
"""

WIDTH = 360
"""Of every drawing, in its own units; it is scaled to the room that the page has."""

SIZE = 15
"""Of the letters. `.drawing` in the style sheet says the same."""

LINE = 21
"""From one line of words to the next."""

_WIDE, _CAPITAL, _NARROW, _OTHER = 0.95, 0.74, 0.34, 0.62  # of the size of the letters

LAST_OF_LATIN = "\u024f"
"""The end of Latin Extended-B."""


def width_of(text: str) -> int:
    """The room that the text takes, in whole units."""
    return -int(-sum(_width(each) for each in text) * SIZE // 1)


def _width(letter: str) -> float:
    if letter in "MWmwÆæŒœ@%—":
        return _WIDE
    if letter in " .,:;!'’|/iljItf()-–·":
        return _NARROW
    # What is beyond the Latin letters may be as wide as it is high.
    if letter > LAST_OF_LATIN:
        return 1.2
    return _CAPITAL if letter.isupper() else _OTHER


def fitted(text: str, room: int) -> str:
    """The text, cut with an ellipsis where it takes more than that room."""
    if width_of(text) <= room:
        return text
    while text and width_of(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


LINES = 3
"""Into how many lines a word is broken at most."""


def broken(text: str, room: int) -> tuple[str, ...]:
    """The text in one line, or broken into several where it is too long; the last is fitted."""
    pieces: list[str] = []
    while width_of(text) > room and len(pieces) < LINES - 1:
        ends = range(len(text) - 1, 0, -1)
        end = next(end for end in ends if width_of(f"{text[:end]}-") <= room)
        pieces.append(f"{text[:end]}-")
        text = text[end:]
    return (*pieces, fitted(text, room))
