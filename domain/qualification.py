"""The qualification form of a theme: the council's own questions, and every version of its answers.

The questions and their order are those of the form in case 43/5/2021 (papers of 1 September 2021),
the four criteria those of the slides of 4 June 2020.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from .errors import DomainError

LONGEST = 10_000
"""How many characters one answer may have."""


class FormField(StrEnum):
    """One question of the form, in the order in which the form asks."""

    PROBLEM = "problem"
    CONTRIBUTION = "contribution"
    BACKGROUND = "background"
    GOAL = "goal"
    SUB_GOALS = "sub_goals"
    POSSIBLE_MEASURES = "possible_measures"
    CHOSEN_MEASURES = "chosen_measures"
    SIGNIFICANCE = "significance"
    SUITABILITY = "suitability"
    POTENTIAL = "potential"
    FEASIBILITY = "feasibility"
    ARGUMENTS = "arguments"
    DOCUMENTS = "documents"


CRITERIA = (
    FormField.SIGNIFICANCE,
    FormField.SUITABILITY,
    FormField.POTENTIAL,
    FormField.FEASIBILITY,
)
"""By what a theme is judged."""

LISTS = frozenset(
    {
        FormField.SUB_GOALS,
        FormField.POSSIBLE_MEASURES,
        FormField.CHOSEN_MEASURES,
        FormField.ARGUMENTS,
        FormField.DOCUMENTS,
    }
)
"""What is answered by a list, one entry a line."""

Answers = Mapping[FormField, str]
"""What stands in the form; a question without an answer is left out."""

_BULLETS = "•◦▪●·*-–—"


class AnswerTooLong(DomainError):
    """An answer has {length} characters. It may have at most {longest}."""


class NothingFilledIn(DomainError):
    """Fill in at least one of the questions."""


class NoSuchVersion(DomainError):
    """The qualification form of {theme} has no version {number}."""


class FormChangedMeanwhile(DomainError):
    """Somebody saved version {number} meanwhile. What you wrote is still here: look through what they changed, and save again."""  # noqa: E501 - the docstring is the message


@dataclass(frozen=True)
class FormVersion:
    """The form as somebody (`by`) left it at a moment (UTC); it is never changed afterwards.

    `number` counts from 1. `restores` is the earlier version that it takes back, if it does.
    """

    theme: str
    number: int
    at: datetime
    by: str
    answers: Answers = field(default_factory=dict)
    restores: int | None = None


def tidy(question: FormField, text: str) -> str:
    """What was typed, as the form keeps it: no space at ends of lines, nothing around it.

    In a list every line is an entry, without the bullet that a word processor puts before it.
    Raises AnswerTooLong.
    """
    if len(text) > LONGEST:
        raise AnswerTooLong(length=len(text), longest=LONGEST)
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    if question in LISTS:
        lines = [entry for entry in map(_without_bullet, lines) if entry]
    return "\n".join(lines).strip()


def _without_bullet(line: str) -> str:
    bare = line.strip()
    if len(bare) > 1 and bare[0] in _BULLETS and bare[1].isspace():
        return bare[1:].strip()
    return "" if bare in _BULLETS else bare


def entries(text: str) -> list[str]:
    """The entries of a list, or the paragraphs of a text."""
    return [line for line in (each.strip() for each in text.split("\n")) if line]


def put_in(before: Answers, typed: Mapping[FormField, str]) -> Answers:
    """The answers with those in place that were typed. Raises AnswerTooLong."""
    after = {**before, **{each: tidy(each, text) for each, text in typed.items()}}
    return {each: after[each] for each in FormField if after.get(each)}


def differing(before: Answers, after: Answers) -> tuple[FormField, ...]:
    """The questions that the two do not answer alike, in the form's order."""
    return tuple(each for each in FormField if before.get(each, "") != after.get(each, ""))
