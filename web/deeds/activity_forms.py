"""What is asked about an activity: what is planned says what the council wants of it."""

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from ...domain.communications import ChannelNeeded, TargetGroupNeeded, WantedEffectNeeded
from ...domain.errors import TilsvarError
from ...domain.sentences import N_
from ..forms import LONGEST_TEXT, OURS, Form, Line, Text, field, reading
from .deed import Chosen, MaybeWhen


def _needed(value: str, missing: type[TilsvarError]) -> str:
    if not value.strip():
        raise missing
    return value


def _chosen(value: object) -> object:
    """At least one of them; otherwise the council's own rule is what the person reads."""
    if not (isinstance(value, list) and any(isinstance(each, str) and each for each in value)):
        raise PydanticCustomError(OURS, "{error}", {"error": TargetGroupNeeded()})
    return value


AChannel = Annotated[str, reading(lambda text: _needed(text, ChannelNeeded))]
Groups = Annotated[list[str], BeforeValidator(_chosen)]
Effect = Annotated[str, reading(lambda text: _needed(text, WantedEffectNeeded))]


class PlannedActivity(Form):
    title: Line = field(N_("Title"))
    channel: AChannel = field(N_("Channel"), default="", validate_default=True)
    target_groups: Groups = field(N_("Target groups"), default=[], validate_default=True)
    wanted_effect: Effect = field(
        N_("What should they know or do differently?"),
        default="",
        validate_default=True,
        max_length=LONGEST_TEXT,
    )
    message: Text = field(N_("Message"), default="")
    when: MaybeWhen = field(N_("When"), default=None)
    responsible: Chosen = field(N_("Responsible"), default=None)
    theme: Chosen = field(N_("Theme"), default=None)
    area: Chosen = field(N_("Area"), default=None)
    op_ed: Chosen = field(N_("Op-ed"), default=None)


class NewActivity(PlannedActivity):
    about: str = field(N_("What it comes from"), default="", max_length=165)


class MovedActivity(Form):
    when: MaybeWhen = field(N_("When"), default=None)


class FinishedActivity(Form):
    on: MaybeWhen = field(N_("Done on"), default=None)
    outcome: Text = field(N_("How did it go?"), default="")


class Outcome(Form):
    outcome: Text = field(N_("How did it go?"), default="")


class DroppedActivity(Form):
    why: Line = field(N_("Why not?"))
