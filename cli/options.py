"""The options that several commands share, and how dates and hours are read."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from ..domain.dates import Edtf, read_date
from ..domain.errors import TilsvarError

T = TypeVar("T")


def said_by_typer(read: Callable[[str], T]) -> Callable[[str], T]:
    """The same reading, whose refusal names the option too."""

    def read_option(text: str) -> T:
        try:
            return read(text)
        except TilsvarError as refusal:
            raise typer.BadParameter(str(refusal)) from refusal

    return read_option


dated = said_by_typer(read_date)
"""An exact or imprecise date, as people type it."""


@said_by_typer
def one_day(text: str) -> date:
    """One day: 2023-02-03 or 3.2.2023."""
    return read_date(text).day


def an_hour(text: str) -> time:
    """An hour on the council's wall, as 08:15."""
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text} is no hour: write it as 08:15") from error


DATE = "DATE"
DAY = "DAY"
ORGANISATION = "ORGANISATION"

On = Annotated[
    Edtf | None,
    typer.Option("--on", parser=dated, metavar=DATE, help="Today where it is left out."),
]
By = Annotated[
    str, typer.Option("--by", metavar="PERSON", help="Who records it: a person's key or address.")
]
Key = Annotated[str | None, typer.Option("--key", help="The next free key where it is left out.")]
Area = Annotated[str | None, typer.Option("--area", help="An area of the plan, by its key.")]
Responsible = Annotated[str | None, typer.Option("--responsible", help="A person, by the key.")]
Source = Annotated[str, typer.Option("--source", help="Where it is written, such as a case.")]
Why = Annotated[str, typer.Option("--why", help="The reason, for the history.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to standard output."),
]
