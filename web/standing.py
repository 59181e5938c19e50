"""How a thing stands, wherever it is listed or shown: a tag, and what comes after it.

Colours carry meaning and never alone.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Standing:
    """`name` is the word that filters use, `tag` what stands on the tag, `after` beside it."""

    name: str
    color: str
    tag: str
    after: str = ""
