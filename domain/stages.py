"""The council's own way of working: five stages of a theme, four decision points between them.

From the council's process of 3 June 2020: Idé –BP1– Analyse –BP2– Verifisering –BP3– Gjennomføring
–BP4– Oppfølging.
"""

from enum import StrEnum


class Stage(StrEnum):
    IDEA = "idea"
    ANALYSIS = "analysis"
    VERIFICATION = "verification"
    IMPLEMENTATION = "implementation"
    FOLLOW_UP = "follow_up"

    @property
    def place(self) -> int:
        """Where it stands among the stages, 0 for the first."""
        return list(Stage).index(self)

    @property
    def next_point(self) -> "DecisionPoint | None":
        """The decision that leads out of it; nothing leads out of the last."""
        return next((each for each in DecisionPoint if each.leads_from is self), None)


class DecisionPoint(StrEnum):
    """A beslutningspunkt: the decision that leads from one stage to the next."""

    BP1 = "BP1"
    BP2 = "BP2"
    BP3 = "BP3"
    BP4 = "BP4"

    @property
    def place(self) -> int:
        return list(DecisionPoint).index(self)

    @property
    def leads_from(self) -> Stage:
        return list(Stage)[self.place]

    @property
    def leads_to(self) -> Stage:
        return list(Stage)[self.place + 1]


class Outcome(StrEnum):
    """What was decided: the theme goes on to the next stage, waits where it is, or stops."""

    ONWARD = "onward"
    WAIT = "wait"
    STOP = "stop"
