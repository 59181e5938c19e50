"""What is asked about a theme: what it is, and what was decided."""

from typing import Literal

from ...domain.sentences import N_
from ..forms import Form, Line, Text, field
from .deed import Chosen, MaybeWhen


class ThemeFacts(Form):
    title: Line = field(N_("Title"))
    goal: Text = field(N_("Goal"), default="")
    area: Chosen = field(N_("Area"), default=None)
    plan: Text = field(N_("Plan of action"), default="", max_length=300)
    responsible: Chosen = field(N_("Responsible"), default=None)
    source: Text = field(N_("Source"), default="")


class NewTheme(ThemeFacts):
    stage: Literal["idea", ""] = field(N_("Stage"), default="idea")


class CorrectedTheme(ThemeFacts):
    stage: Literal["", "idea", "analysis", "verification", "implementation", "follow_up"] = field(
        N_("Stage when it was registered"), default=""
    )


class Decided(Form):
    point: Literal["BP1", "BP2", "BP3", "BP4"] = field(N_("Decision point"))
    outcome: Literal["onward", "wait", "stop"] = field(N_("What was decided"))
    by: Chosen = field(N_("Who decided"), default=None)
    meeting: Chosen = field(N_("Council meeting"), default=None)
    case: Text = field(N_("Case number"), default="", max_length=20)
    on: MaybeWhen = field(N_("When"), default=None)
    note: Text = field(N_("Note"), default="")


class DecisionTakenBack(Form):
    point: Literal["BP1", "BP2", "BP3", "BP4"] = field(N_("Decision point"))
    why: Line = field(N_("Why"))


class DecisionUndone(Form):
    point: Literal["BP1", "BP2", "BP3", "BP4"] = field(N_("Decision point"))


class Because(Form):
    why: Line = field(N_("Why"))


class PlannedMeasure(Form):
    title: Line = field(N_("What is to be done"))
    owner: Chosen = field(N_("Owner"), default=None)
    responsible: Chosen = field(N_("Responsible"), default=None)
    follow_up: MaybeWhen = field(N_("To be followed up"), default=None)
    note: Text = field(N_("Note"), default="")
    source: Text = field(N_("Source"), default="")
