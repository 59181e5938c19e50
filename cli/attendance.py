"""`tilsvar meeting attendance`: who comes or was there, and whether the council can decide."""

from enum import StrEnum
from typing import Annotated

import typer

from .meetings import Meeting
from .opening import NOBODY_NAMED, looking, recording
from .options import By, Output
from .output import deliver

WHO = "Was there: a key or an address, several with commas or by repeating."


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    MINUTES = "minutes"


def add_to(group: typer.Typer) -> None:
    """Add the command to those about meetings."""
    group.command(epilog="Example: tilsvar meeting attendance M2023-01 --absent M05 --by SEK1")(
        attendance
    )


def attendance(
    *,
    meeting: Meeting,
    present: Annotated[list[str] | None, typer.Option("--present", metavar="WHO", help=WHO)] = None,
    absent: Annotated[
        list[str] | None, typer.Option("--absent", metavar="WHO", help="Was not; the same.")
    ] = None,
    written: Annotated[
        Format, typer.Option("--format", help="How it is written; minutes: their list alone.")
    ] = Format.TEXT,
    language: Annotated[
        str | None, typer.Option("--language", help="nb, nn or en; else as the settings say.")
    ] = None,
    output: Output = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Show who comes, or record who was there, which the same command corrects.

    Who is not named stays as recorded, else as they answered. Where only absent ones are named,
    those who had not answered count as present, deputies aside.
    """
    from ..wording.language import language as known_language

    chosen = known_language(language) if language else None
    if present or absent:
        with recording(by) as work:
            from ..commands.attendance import record_attendance

            record_attendance(work, meeting=meeting, present=_each(present), absent=_each(absent))
    with looking() as (app, work):
        from ..reports.attendance import attendance as listed_now
        from ..reports.minutes_list import minutes_text
        from ..reports.render_attendance import attendance_json, attendance_text

        lang = chosen or app.lang
        listed = listed_now(work, meeting)
        match written:
            case Format.TEXT:
                content = attendance_text(listed, lang)
            case Format.JSON:
                content = attendance_json(listed)
            case Format.MINUTES:
                content = minutes_text(listed, lang)
    deliver(content, output)


def _each(named: list[str] | None) -> list[str]:
    return [who.strip() for some in named or () for who in some.split(",") if who.strip()]
