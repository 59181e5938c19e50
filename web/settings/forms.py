"""The forms of the settings: closed days, pauses, areas, the quorum."""

import re
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import StringConstraints

from ...domain.errors import TilsvarError
from ...domain.sentences import N_
from ..forms import Day, Form, Line, MaybeDay, field, reading

FURTHEST = timedelta(days=2 * 366)
SHARES = {"half": 0.5, "more_than_half": 0.51, "two_thirds": 0.667}
"""The shares by name. More than half is 51 of 100, which is that for every council up to 100."""

_MEMBERS = re.compile(r"[1-9][0-9]{0,2}")


class TooFarAhead(TilsvarError):
    """{day} is more than two years ahead: check the year."""


class OverAlready(TilsvarError):
    """{day} has passed already: check the date."""


class NotANumberOfMembers(TilsvarError):
    """Write how many members, a whole number from 1."""


Short = Annotated[str, StringConstraints(max_length=200)]
"""A few words, which may be left out."""


class CloseDays(Form):
    first: Day = field(N_("First day"))
    last: MaybeDay = field(N_("Last day"), default=None)
    why: Annotated[str, StringConstraints(min_length=1, max_length=100)] = field(N_("What for"))


class PauseForm(Form):
    first: Day = field(N_("First day"))
    last: Day = field(N_("Last day"))
    why: Short = field(N_("What for"), default="")


class AreaForm(Form):
    name: Line = field(N_("Name"))
    plan: Short = field(N_("Plan of action"), default="")


class TargetGroupForm(Form):
    name: Line = field(N_("Name"))


def _members(text: str) -> int:
    """Raises NotANumberOfMembers. Empty is 0."""
    if text.strip() and not _MEMBERS.fullmatch(text.strip()):
        raise NotANumberOfMembers
    return int(text.strip() or 0)


class QuorumForm(Form):
    """`number` is asked for where the rule is a number."""

    rule: Literal["half", "more_than_half", "two_thirds", "number"] = field(
        N_("When it can decide")
    )
    number: Annotated[int, reading(_members)] = field(N_("Number of members"), default=0)


def require_near(first: date, last: date, today: date) -> None:
    """Raises OverAlready for days that are all over, TooFarAhead where it must be a slip."""
    if last < today:
        raise OverAlready(day=last)
    if max(first, last) > today + FURTHEST:
        raise TooFarAhead(day=max(first, last))
