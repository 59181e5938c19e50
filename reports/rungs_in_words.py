"""A rung of a ladder in words, with its side of the date: "10 virkedager etter"."""

from ..domain.ladders import WAKE
from ..domain.sentences import N_
from ..wording.history import rung_in_words
from ..wording.language import Language

_SIDES = {
    "end0": N_("on the last day"),
    "end-": N_("{span} before the end"),
    "end": N_("{span} after the end"),
    "-": N_("{span} before"),
    "+": N_("{span} after"),
}
"""What the name of a rung begins with; the first that fits."""


def rung_with_side(name: str, lang: Language) -> str:
    """What `-21d`, `0d` and `+10wd` mean; another name is given as it is."""
    if name.startswith(WAKE):
        return lang.text("when it is no longer put off")
    span = rung_in_words(name, lang)
    if span == name:
        return name
    for start, sentence in _SIDES.items():
        if name.startswith(start):
            return lang.text(sentence, span=span)
    return lang.text("on the day")
