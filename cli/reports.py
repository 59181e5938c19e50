"""`tilsvar report …`: the questions that the council asks of its own papers."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .opening import looking
from .options import DAY, Output, one_day
from .output import deliver

if TYPE_CHECKING:
    from ..bootstrap import App
    from ..reports.asked import Asked
    from ..store.unit_of_work import UnitOfWork

group = typer.Typer(
    help="Reports, as text, JSON, CSV, Excel, Word, HTML or PDF.", no_args_is_help=True
)


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    EXCEL = "xlsx"
    WORD = "docx"
    HTML = "html"
    PDF = "pdf"


AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=one_day,
        metavar=DAY,
        help="Seen at the end of that day; today where it is left out.",
    ),
]
First = Annotated[
    date | None,
    typer.Option("--from", parser=one_day, metavar=DAY, help="The first day of the period."),
]
Last = Annotated[
    date | None,
    typer.Option("--to", parser=one_day, metavar=DAY, help="The last day of the period."),
]
Written = Annotated[Format, typer.Option("--format", help="How it is written.")]


@group.callback()
def reports() -> None:
    """Reports, as text, JSON, CSV, Excel, Word, HTML or PDF."""


@group.command(
    epilog="Example: tilsvar report unanswered --as-of 2023-02-03 --format csv -o ubesvarte.csv"
)
def unanswered(as_of: AsOf = None, written: Written = Format.TEXT, output: Output = None) -> None:
    """Who has not answered: every open answer, by department."""
    with looking() as (app, work):
        from ..reports.both_directions import both_directions
        from ..reports.documents.formats import gathered
        from ..reports.render_both import both_in_text
        from ..reports.render_csv import unanswered_csv_lines
        from ..reports.render_json import unanswered_json_parts
        from ..reports.unanswered import unanswered as ask

        match written:
            case Format.TEXT:
                report = both_directions(work, as_of or work.today)
                content: str | Iterable[bytes] = both_in_text(report, work, app.lang)
            case Format.JSON:
                parts = unanswered_json_parts(both_directions(work, as_of or work.today), app.lang)
                content = gathered(map(str.encode, parts))
            case Format.CSV:
                lines = unanswered_csv_lines(ask(work, as_of or work.today))
                content = gathered(map(str.encode, lines))
            case _:
                asked = _asked(as_of or work.today, None, None)
                content = _made(app, work, "unanswered", asked, written)
    deliver(content, output)


def _of_a_period(name: str, sentence: str, example: str) -> None:
    """A command for a report that can be asked about any period; `example` are its options."""

    @group.command(name, help=sentence, epilog=f"Example: tilsvar report {name} {example}")
    def report(
        as_of: AsOf = None,
        first: First = None,
        last: Last = None,
        written: Written = Format.TEXT,
        output: Output = None,
    ) -> None:
        _deliver(name, as_of, (first, last), written, output)


_of_a_period(
    "response-times",
    "How long answers take, by department, area and year; open letters count as open.",
    "--from 2020-01-01 --to 2022-12-31",
)
_of_a_period(
    "activities",
    "What the council has done and is doing, by area; this year and the last by default.",
    "--as-of 2021-09-01 --format docx -o aktiviteter.docx",
)
_of_a_period(
    "annual",
    "The lists of the annual report; by default those of the last full year.",
    "--from 2022-01-01 --to 2022-12-31 --format docx -o lister.docx",
)
_of_a_period(
    "promises",
    "What became of the points raised in letters, and of what others have promised.",
    "--as-of 2023-02-03 --format docx -o lofter.docx",
)


@group.command(
    "since-last-meeting", epilog="Example: tilsvar report since-last-meeting --as-of 2023-02-03"
)
def since_last_meeting(
    as_of: AsOf = None, written: Written = Format.TEXT, output: Output = None
) -> None:
    """What has happened since the last council meeting before that day."""
    _deliver("since-last-meeting", as_of, (None, None), written, output)


@group.command(epilog="Example: tilsvar report handover SEK1 --format docx -o overlevering.docx")
def handover(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Their key.")],
    written: Written = Format.TEXT,
    output: Output = None,
) -> None:
    """Everything that one person has in hand today, for whoever takes it over."""
    with looking() as (app, work):
        from ..reports.asked import Asked

        asked = Asked(work.today, person=person)
        content = _made(app, work, "handover", asked, written)
    deliver(content, output)


def _deliver(
    name: str,
    as_of: date | None,
    period: tuple[date | None, date | None],
    written: Format,
    output: Path | None,
) -> None:
    with looking() as (app, work):
        content = _made(app, work, name, _asked(as_of or work.today, *period), written)
    deliver(content, output)


def _asked(as_of: date, first: date | None, last: date | None) -> "Asked":
    from ..reports.asked import Asked

    return Asked(as_of, first, last)


def _made(
    app: "App", work: "UnitOfWork", name: str, asked: "Asked", written: Format
) -> Iterable[bytes]:
    from ..reports.catalogue import made, report_named
    from ..reports.documents.formats import FORMATS, house_of

    document = made(work, report_named(name), asked, app.lang)
    house = house_of(work, app.settings.council, app.settings.base_url)
    return FORMATS["txt" if written is Format.TEXT else written.value].pieces(document, house)
