"""What the forms about a letter hold: the letter itself, what came back, and what was decided."""

import json
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from ...domain.dates import read_date
from ...domain.errors import TilsvarError
from ...domain.kinds import LetterKind, SignOffCode
from ...domain.sentences import N_
from ..deeds.deed import Chosen, MaybeWhen
from ..forms import OURS, Day, Form, Line, Text, When, field, reading
from ..requests.uploads import WithFiles

RECIPIENTS = 100
"""The most recipients that one form takes."""


class NoRecipientChosen(TilsvarError):
    """Choose at least one recipient."""


class NotWhatWasSo(TilsvarError):
    """That cannot be undone from here any more."""


def _day_or_none(text: str) -> date | None:
    return read_date(text).day if text.strip() else None


MaybeDay = Annotated[date | None, reading(_day_or_none)]
"""One day as people write it, which may be left out."""

Keys = Annotated[list[Line], Field(max_length=RECIPIENTS)]


def _somebody(chosen: list[str], info: ValidationInfo) -> list[str]:
    if not chosen and not info.data.get("other"):
        raise PydanticCustomError(OURS, "{error}", {"error": NoRecipientChosen()})
    return chosen


Recipients = Annotated[Keys, AfterValidator(_somebody)]


class LetterFacts(Form):
    """What a letter is registered with, and what can be put right about it.

    `other` are recipients as somebody typed them, `to` those that were ticked.
    """

    other: Annotated[str, StringConstraints(max_length=2_000)] = field(
        N_("Other recipients"), default=""
    )
    to: Recipients = field(N_("To"), default=[], validate_default=True)
    title: Line = field(N_("Title"))
    sent: When = field(N_("Sent"))
    kind: LetterKind = field(N_("Type"), default=LetterKind.LETTER)
    answer: Literal["", "yes", "no"] = field(N_("Is an answer expected"), default="")
    area: Chosen = field(N_("Area"), default=None)
    responsible: Chosen = field(N_("Responsible"), default=None)
    outcome: Text = field(N_("Note"), default="")
    source: Text = field(N_("Source"), default="")


class NewLetter(LetterFacts, WithFiles):
    due: MaybeDay = field(N_("Answer due"), default=None)
    consultation: Chosen = field(N_("Answers the consultation"), default=None)
    follows_up: Chosen = field(N_("Follows up the letter"), default=None)


class Answered(WithFiles):
    sender: Line = field(N_("From"))
    received: When = field(N_("Received"))
    code: SignOffCode = field(N_("Code"), default=SignOffCode.UNSPECIFIED)
    summary: Text = field(N_("In short"), default="")
    source: Text = field(N_("Source"), default="")


class Interim(WithFiles):
    sender: Line = field(N_("From"))
    kind: Literal["interim", "acknowledgement"] = field(N_("Type"), default="interim")
    received: When = field(N_("Received"))
    promised: MaybeWhen = field(N_("Promised an answer"), default=None)
    summary: Text = field(N_("In short"), default="")
    source: Text = field(N_("Source"), default="")


class SignedOff(Form):
    recipient: Line = field(N_("The answer from"))
    code: SignOffCode = field(N_("Code"))
    on: When = field(N_("Signed off"))
    note: Text = field(N_("Note"), default="")


class Moved(Form):
    recipients: Annotated[Keys, Field(min_length=1)] = field(
        N_("The answer from"), default=[], validate_default=True
    )
    due: Day = field(N_("New date"))
    why: Line = field(N_("Why"))


def _dates(text: str) -> dict[str, date | None]:
    try:
        read: Any = json.loads(text)
        return {
            str(key): date.fromisoformat(day) if day else None for key, day in dict(read).items()
        }
    except (ValueError, TypeError) as error:
        raise NotWhatWasSo from error


class MovedBack(Form):
    """The dates that had been set by hand, by recipient; None is the date of the rule."""

    was: Annotated[dict[str, date | None], reading(_dates)] = field("")


class TakenBack(Form):
    """The undo of what was registered a moment ago."""

    sender: Line = field("")


class Withdrawn(Form):
    sender: Line = field(N_("From"))
    why: Line = field(N_("Why"))


class LetterWithdrawn(Form):
    why: Line = field(N_("Why"))
