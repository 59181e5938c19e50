"""What is asked about outlets, coverage and spokespersons."""

import re
from typing import Annotated, Literal

from ...domain.errors import TilsvarError
from ...domain.sentences import N_
from ..deeds.deed import Chosen
from ..forms import Form, Line, Text, When, field, reading

_FIGURES = re.compile(r"[0-9]{1,7}")
_BETWEEN = re.compile(r"(?<=[0-9])[\s.\u00a0\u202f](?=[0-9]{3}\b)")


class NotANumber(TilsvarError):
    """“{text}” is no whole number. Write it in figures, such as 5000."""


def read_number(text: str) -> int | None:
    """A whole number as people write it: 5000, 5 000, 5.000; empty is none. Raises NotANumber."""
    typed = text.strip()
    if not typed:
        return None
    figures = _BETWEEN.sub("", typed)
    if not _FIGURES.fullmatch(figures):
        raise NotANumber(text=typed)
    return int(figures)


Number = Annotated[int | None, reading(read_number)]
"""A whole number in figures, or none."""

SortName = Literal["coverage", "reader_comment", "interview", "answer"]


class Takes(Form):
    """What an outlet takes."""

    longest: Number = field(N_("Longest text, in characters with spaces"), default=None)
    lead_days: Number = field(N_("How many days before the wanted day"), default=None)
    submit_to: Text = field(N_("Where texts are submitted"), default="")
    note: Text = field(N_("Note"), default="")


class NewOutlet(Takes):
    name: Line = field(N_("Name"))
    key: Line = field(N_("Key"), max_length=40)


class Told(Form):
    """What was said about the council's work."""

    title: Line = field(N_("Title"))
    sort: SortName = field(N_("What it is"), default="coverage")
    outlet: Chosen = field(N_("Outlet"), default=None)
    on: When = field(N_("Day"))
    url: Text = field(N_("Web address"), default="")
    note: Text = field(N_("What it says"), default="")
    op_ed: Chosen = field(N_("About the op-ed"), default=None)
    theme: Chosen = field(N_("About the theme"), default=None)
    letter: Chosen = field(N_("About the letter"), default=None)
    speaker: Chosen = field(N_("Who spoke for the council"), default=None)


class Named(Form):
    """Somebody may speak for the council: on a theme, on an area, or on everything."""

    person: Line = field(N_("Who"))
    area: Chosen = field(N_("Area"), default=None)
    theme: Chosen = field(N_("Theme"), default=None)
