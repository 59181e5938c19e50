"""Text made alike for searching; a database's own lower() leaves Ø as it is."""

import unicodedata


def folded(text: str) -> str:
    """Without differences of case and of how letters are composed; æ, ø and å stay themselves."""
    return unicodedata.normalize("NFC", text).casefold()
