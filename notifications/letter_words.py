"""The words of a letter: the council's own where it has chosen any that work, else the usual ones.

A letter must never fail because of its words. So a text that cannot be filled is passed over, and
the page of the texts says so (`commands.letter_texts.unusable_texts`).
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ..commands.letter_texts import text_in_force
from ..domain.errors import DomainError
from ..domain.letter_texts import LetterText, fill
from ..store.unit_of_work import UnitOfWork
from .templates import environment

FILES: Mapping[LetterText, str] = {
    LetterText.FIRST: "follow_up_letters/first",
    LetterText.SECOND: "follow_up_letters/second",
    LetterText.LEADER: "follow_up_letters/leader",
    LetterText.MORE_TIME: "more_time/letter",
}


@cache
def usual_text(name: LetterText, written: str) -> str:
    """The text that comes with the program, in nb or nn."""
    path = Path(__file__).parent / f"{FILES[name]}.{written}.txt"
    return path.read_text("utf-8")


def written_letter(
    work: UnitOfWork, name: LetterText, written: str, values: Mapping[str, str]
) -> str:
    """The letter with those values in the places of their names."""
    usual = usual_text(name, written)
    try:
        return fill(name, text_in_force(work, name, written) or usual, values)
    except DomainError:
        return fill(name, usual, values)


def part(file: str, name: str, *facts: object) -> str:
    """What that part of a template says about the facts, without space around it."""
    code = file.split(".")[1]
    macro = getattr(environment(code).get_template(f"{file}.txt.j2").module, name)
    return str(macro(*facts)).strip()
