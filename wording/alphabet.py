"""The order of the Norwegian alphabet, in which æ, ø and å come last."""

import unicodedata

_LAST = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}


def alphabetical(name: str) -> str:
    """A key to sort names by: without case, and with other accents as their plain letters."""
    composed = unicodedata.normalize("NFC", name).casefold()
    return "".join(_LAST.get(sign) or unicodedata.normalize("NFD", sign)[0] for sign in composed)
