"""A rung of a ladder in words, with its side of the date: "10 virkedager etter"."""

from ..domain.ladders import WAKE
from ..wording.history import rung_in_words
from ..wording.language import Language


def rung_with_side(name: str, lang: Language) -> str:
    """What `-21d`, `0d` and `+10wd` mean; another name is given as it is."""
    if name.startswith(WAKE):
        return lang.text("when it is no longer put off")
    span = rung_in_words(name, lang)
    if span == name:
        return name
    if name.startswith("end"):
        return lang.text("{span} after the end", span=span)
    if name.startswith("-"):
        return lang.text("{span} before", span=span)
    return lang.text("{span} after", span=span) if name.startswith("+") else lang.text("on the day")
