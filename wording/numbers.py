"""Numbers as they stand in a sentence: in words up to twelve, above that in figures."""

from typing import Literal

from .language import Language

Gender = Literal["common", "feminine", "neuter"]

# The words are kept here and not in a catalogue, since the first depends on the noun's gender: én
# måned, éi veke, ett brev.
_ONE: dict[str, dict[Gender, str]] = {
    "nb": {"common": "én", "feminine": "én", "neuter": "ett"},
    "nn": {"common": "éin", "feminine": "éi", "neuter": "eitt"},
    "en": {"common": "one", "feminine": "one", "neuter": "one"},
}
_NORWEGIAN = (
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "sju",
    "åtte",
    "ni",
    "ti",
    "elleve",
    "tolv",
)
_ENGLISH = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_NONE = {"nb": "ingen", "nn": "ingen", "en": "no"}
_FROM_TWO = {"nb": _NORWEGIAN, "nn": _NORWEGIAN, "en": _ENGLISH}


def counted(n: int, lang: Language, gender: Gender = "common") -> str:
    """The number before a noun of that gender: "tre", "ett", "13"; none is "ingen"."""
    if n == 1:
        return _ONE[lang.code][gender]
    if n == 0:
        return _NONE[lang.code]
    words = _FROM_TWO[lang.code]
    return words[n - 2] if 0 <= n - 2 < len(words) else str(n)


def grouped(n: int, lang: Language) -> str:
    """A large number in groups of three figures: "5 000" with a no-break space, "5,000"."""
    return f"{n:,}" if lang.code == "en" else f"{n:,}".replace(",", "\u00a0")


def capitalised(sentence: str) -> str:
    """The sentence with a capital at its start and the rest as it was."""
    return sentence[:1].upper() + sentence[1:]
