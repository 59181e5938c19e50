"""The letters whose words the council may choose itself, and what it may put into them.

A text is plain: its first line is the title, and a name in brackets, `[tema]`, stands for what the
letter is about. The texts are Norwegian, in both written standards, and so are the names.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from .errors import DomainError
from .sentences import N_

LONGEST = 10_000
"""How many characters a text may have."""

WRITTEN = ("nb", "nn")
"""The two written standards of Norwegian."""

_BRACKETS = re.compile(r"\[([^\[\]\n]*)\]|[\[\]]")
_SEVERAL_LINES = re.compile(r"\n{3,}")


class LetterText(StrEnum):
    """Each letter by its name, as it is stored and stands in an address."""

    FIRST = "first"
    SECOND = "second"
    LEADER = "leader"
    MORE_TIME = "more-time"


_ASKED = {
    "tema": N_("The title of the letter, or how many letters are unanswered"),
    "henvisning": N_(
        "What is asked about: the letter, its date and earlier follow-ups, or a list of letters"
    ),
    "svar": N_("“svar”, or “endelig svar” where an interim reply has come"),
}

PLACEHOLDERS: Mapping[LetterText, Mapping[str, str]] = {
    LetterText.FIRST: _ASKED,
    LetterText.SECOND: _ASKED,
    LetterText.LEADER: _ASKED,
    LetterText.MORE_TIME: {
        "mottaker": N_("Who published the consultation"),
        "tittel": N_("The title of the consultation"),
        "saken": N_("“høringen”, or “invitasjonen til å gi innspill”"),
        "kunngjort": N_("The day of publication"),
        "frist": N_("The deadline as it is"),
        "ønsket frist": N_("The deadline that the council asks for"),
        "rådet": N_("The name of the council"),
        "rådsmøtet": N_("Which meeting of the council can treat it, or that none can"),
        "instruksen": N_("What the instruction on consultations says, empty for other calls"),
    },
}
"""What each text may hold, by name, and what is put in its place."""


class NoText(DomainError):
    """Write a text, its title on the first line."""


class TooLong(DomainError):
    """The text has {length} characters. It may have at most {longest}."""


class UnknownPlaceholder(DomainError):
    """Line {line}: nothing is called {name}. Use one of {known}."""


class LooseBracket(DomainError):
    """Line {line}: “{bracket}” stands alone. A name stands between two of them, on one line."""


def check_text(name: LetterText, text: str) -> None:
    """Raises NoText, TooLong, UnknownPlaceholder, LooseBracket: the first fault from the top."""
    if not text.strip():
        raise NoText
    if len(text) > LONGEST:
        raise TooLong(length=len(text), longest=LONGEST)
    known = PLACEHOLDERS[name]
    for found in _BRACKETS.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if found[1] is None:
            raise LooseBracket(line=line, bracket=found[0])
        if found[1].strip() not in known:
            bracketed = ", ".join(f"[{each}]" for each in known)
            raise UnknownPlaceholder(line=line, name=found[0], known=bracketed)


def fill(name: LetterText, text: str, values: Mapping[str, str]) -> str:
    """The text with the values in place: paragraphs with one empty line between them.

    What a value holds is not looked into, so that a title may have brackets. Raises as check_text.
    """
    check_text(name, text)
    filled = _BRACKETS.sub(lambda found: values[found[1].strip()], text)
    return _SEVERAL_LINES.sub("\n\n", filled.strip()) + "\n"
