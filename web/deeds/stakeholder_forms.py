"""What is asked about a stakeholder: who it is, where it stands, and whom to turn to there."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from ...domain.sentences import N_
from ..forms import Form, Line, MaybeAddress, When, field
from .deed import Chosen

Short = Annotated[str, StringConstraints(max_length=300)]
"""One line, which may be empty."""
Names = Annotated[str, StringConstraints(max_length=2_000)]
Stands = Literal["supports", "partly", "neutral", "opposed", "unknown"]
HowMuch = Literal["", "low", "medium", "high"]


class Part(Form):
    """What is registered of any stakeholder."""

    role: Literal["owner", "interested", "society"] = field(N_("Role"))
    responsibility: Short = field(N_("Responsibility"), default="")
    source: Short = field(N_("Source"), default="")


class Named(Part):
    departments: list[str] = field(N_("Departments"), default=[])
    others: Names = field(N_("Other organisations"), default="")

    @property
    def nobody(self) -> bool:
        return not self.departments and not self.others.strip()

    @property
    def who(self) -> str:
        """All of them, as they can be typed in one line."""
        return ";".join([*self.departments, self.others])


class Unnamed(Form):
    who: Line = field(N_("Organisations"))


class Corrected(Part):
    responsibility: Names = field(N_("Responsibility"), default="")
    source: Names = field(N_("Source"), default="")
    influence: HowMuch = field(N_("Influence"), default="")
    interest: HowMuch = field(N_("Interest"), default="")
    known_by: list[str] = field(N_("Who of the council knows them"), default=[])


class StanceTold(Form):
    stance: Stands = field(N_("Stance"))
    as_of: When = field(N_("As of"))
    evidence: Chosen = field(N_("From this answer"), default=None)
    source: Short = field(N_("Source"), default="")

    @property
    def which(self) -> str:
        """Names this stance among those of one stakeholder."""
        return f"{self.stance}:{self.as_of}"


class StanceOfTheme(StanceTold):
    """Asked where nobody knows yet which theme it is about, or that they have a stake in it."""

    theme: Line = field(N_("Theme"))
    organisation: Line = field(N_("Organisation"))
    role: Literal["", "owner", "interested", "society"] = field(N_("Role"), default="")


class Which(Form):
    which: Line = field(N_("Stance"), pattern=r"^[a-z]+:\S+$")


class TakenBack(Which):
    why: Short = field(N_("Why"), default="")


class Off(Form):
    why: Line = field(N_("Why"))


class Contact(Form):
    function: Line = field(N_("Function"))
    purpose: Line = field(N_("Why it is kept"))
    name: Short = field(N_("Name"), default="")
    email: MaybeAddress = field(N_("E-mail"), default="")
    themes: list[str] = field(N_("Themes"), default=[])


class Erased(Form):
    sure: list[str] = field(N_("Are you sure?"), default=[])
