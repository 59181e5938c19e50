"""Text as the index of the search holds it: folded words, and marks for the things it names."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 60  # characters of one word; what is longer is an address of a page, or a mistake
MOST = 20_000  # words of one thing

_WORD = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
_KIN = str.maketrans({"ä": "æ", "ö": "ø", "đ": "d", "ŋ": "n", "ð": "d", "ł": "l"})
_OWN = "æøåäö"


def words_of(text: str) -> list[str]:
    """The words in their order, without differences of case and accents.

    Æ, ø and å are letters of their own, as are the Swedish ones that stand for them.
    """
    return [word[:LONGEST] for word in _WORD.findall(_folded(text))]


def _folded(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold()
    return "".join(each if each in _OWN else _bare(each) for each in composed).translate(_KIN)


def _bare(letter: str) -> str:
    if letter.isascii():
        return letter
    parts = unicodedata.normalize("NFD", letter)
    return "".join(each for each in parts if not unicodedata.combining(each))


def indexed(text: str) -> list[str]:
    """Each word once, and again without æ, ø and å for those whose keyboard has none."""
    found = dict.fromkeys(words_of(text))
    plain = (word.translate(_PLAIN) for word in found)
    return list(found | dict.fromkeys(plain))[:MOST]


def mark(key: str) -> str:
    """What stands in the index for a person, an organisation or an area that a thing names.

    Whoever is called something else tomorrow is found by that name, and nothing is written anew.
    No word that is typed begins with an underscore.
    """
    return "_k_" + "_".join(words_of(key))


def marks(keys: Iterable[str | None]) -> list[str]:
    return [mark(each) for each in dict.fromkeys(keys) if each]
