"""`tilsvar report …`: the questions that the council asks of its own papers."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from .opening import looking, names
from .options import DAY, Output, one_day
from .output import deliver

group = typer.Typer(help="Reports, as text, JSON or CSV.", no_args_is_help=True)


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    CSV = "csv"


@group.callback()
def reports() -> None:
    """Reports, as text, JSON or CSV."""


@group.command(
    epilog="Example: tilsvar report unanswered --as-of 2023-02-03 --format csv -o ubesvarte.csv"
)
def unanswered(
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            parser=one_day,
            metavar=DAY,
            help="Seen at the end of that day; today where it is left out.",
        ),
    ] = None,
    written: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.TEXT,
    output: Output = None,
) -> None:
    """Who has not answered: every open answer, by department."""
    with looking() as (app, work):
        from ..reports.render_csv import unanswered_csv
        from ..reports.render_json import unanswered_json
        from ..reports.render_text import unanswered_text
        from ..reports.unanswered import unanswered as ask

        report = ask(work, as_of or work.today)
        match written:
            case Format.TEXT:
                content = unanswered_text(report, app.lang, names(work))
            case Format.JSON:
                content = unanswered_json(report)
            case Format.CSV:
                content = unanswered_csv(report)
    deliver(content, output)
