"""`tilsvar meeting series`: the year's council meetings in one go."""

from pathlib import Path
from typing import Annotated

import typer

from .opening import NOBODY_NAMED, recording
from .options import By, Source

DATE_AND_HOURS = "DATE[THH:MM[-HH:MM]]"


def add_to(group: typer.Typer) -> None:
    """Add the command to those about meetings."""
    group.command(
        epilog="Example: tilsvar meeting series --date 2023-03-10T10:00-15:00 --date 2023-06-02"
    )(series)


def series(
    *,
    date: Annotated[
        list[str] | None,
        typer.Option("--date", metavar=DATE_AND_HOURS, help="A day, with its hours in Oslo."),
    ] = None,
    from_file: Annotated[
        Path | None,
        typer.Option("--from-file", metavar="FILE", help="Such dates, one a line; # comments."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="What stands before the number; else Rådsmøte.")
    ] = None,
    place: Annotated[str, typer.Option("--place", help="Where they are.")] = "",
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Register several council meetings, numbered on through the year; all of them, or none."""
    with recording(by) as work:
        from ..commands.series import TITLE, schedule_series
        from ..intake.meeting_dates import dates_in_file, read_meeting_dates

        texts = [*(date or ()), *(dates_in_file(from_file) if from_file else ())]
        made = schedule_series(
            work,
            times=read_meeting_dates(texts, work.office.zone),
            title=title or TITLE,
            place=place,
            source=source,
        )
    for each in made:
        typer.echo(f"{each.key} is {each.title} on {each.time.on}.")
