"""`tilsvar import`, `export`, `replay` and `demo`: a whole register at once."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .opening import looking, opened
from .options import DAY, one_day
from .progress import progress_bar

if TYPE_CHECKING:
    from ..workers.replay_output import Month

DEMO = Path("var/demo")


def add_to(app: typer.Typer) -> None:
    app.command("import", epilog="Example: tilsvar import examples/helseomsorg21 --dry-run")(
        import_
    )
    app.command("export", epilog="Example: tilsvar export var/register --sheets themes,letters")(
        export
    )
    app.command(
        epilog="Example: tilsvar replay --register examples/helseomsorg21 --until 2023-02-03"
        " --out var/replay"
    )(replay)
    app.command(epilog="Example: tilsvar demo")(demo)


def import_(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A folder of CSV files, or one .xlsx workbook.")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Check all of it and change nothing.")
    ] = False,
) -> None:
    """Read a register into the system, all of it or nothing."""
    with opened() as app, progress_bar() as progress:
        from ..intake.apply import import_register

        result = import_register(app.office, path, dry_run=dry_run, progress=progress)
    done = "would be" if dry_run else "are"
    typer.echo(
        f"{result.new} rows {done} new, {result.corrected} {done} corrected,"
        f" {result.unchanged} {done} unchanged."
    )
    for note in result.notes:
        typer.echo(f"Note: {note}")
    for gone in result.vanished:
        typer.echo(f"Note: {gone} is no longer in the register; it stays as it was.")


def export(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="A folder for CSV files, or a new .xlsx workbook."),
    ],
    sheets: Annotated[
        str, typer.Option("--sheets", metavar="A,B", help="Only these sheets, if any are named.")
    ] = "",
) -> None:
    """Write the register as it stands now, so that it can be imported again."""
    from ..intake.export import register_now
    from ..intake.register.sheets import named_sheets
    from ..intake.register.writing import write_register

    wanted = named_sheets(sheets)
    with looking() as (_, work):
        rows = register_now(work, wanted)
    if not wanted:
        rows = {sheet: found for sheet, found in rows.items() if found}
    write_register(path, rows)
    number = sum(len(found) for found in rows.values())
    typer.echo(f"{number} rows of {len(rows)} sheets are in {path}.")


def replay(
    register: Annotated[Path, typer.Option("--register", metavar="DIR", help="The register.")],
    until: Annotated[
        date, typer.Option("--until", parser=one_day, metavar=DAY, help="Its last day.")
    ],
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="For mails, events, calendar and report.")
    ],
    since: Annotated[
        date | None,
        typer.Option(
            "--from", parser=one_day, metavar=DAY, help="What is older is loaded silently."
        ),
    ] = None,
) -> None:
    """Live through a register day by day: which reminders would have gone out."""
    from ..intake.register.reader import read_register
    from ..settings import load_settings
    from ..workers.replay import replay as live_through

    settings = load_settings()
    with progress_bar() as progress:
        read = read_register(register, progress=progress)
        summary = live_through(
            read,
            until=until,
            out=out,
            settings=settings,
            since=since,
            progress=lambda done, total: progress("replaying", done, total),
        )
    for note in read.notes:
        typer.echo(f"Note: {note}")
    typer.echo(_by_month(summary.months))
    typer.echo(_assumed(summary.assumed))
    typer.echo(f"Mails, events, calendar and report are in {out}.")


def demo() -> None:
    """Replay the example register to 3 February 2023 and show what came of it.

    Rebuilds its own database in var/demo and touches no other.
    """
    from ..settings import load_settings
    from ..workers.demo import UNTIL, run_demo

    settings = load_settings()
    with progress_bar() as progress:
        summary = run_demo(DEMO, settings, lambda done, total: progress("replaying", done, total))
    typer.echo(_by_month(summary.months))
    typer.echo(_assumed(summary.assumed))
    typer.echo("")
    typer.echo(_unanswered(UNTIL))
    typer.echo(_where(DEMO, UNTIL))


def _assumed(days: int) -> str:
    return f"{days} facts have no exact day in the register and entered on an assumed one."


def _by_month(months: Sequence["Month"]) -> str:
    from ..reports.columns import aligned

    rows = [["MONTH", "LETTERS SENT", "ANSWERS", "REMINDERS"]]
    rows += [[m.name, str(m.letters), str(m.answers), str(m.reminders)] for m in months]
    sums = [sum(m.letters for m in months), sum(m.answers for m in months)]
    rows.append(["in all", *map(str, sums), str(sum(m.reminders for m in months))])
    return "\n".join(aligned(rows, indent="", right=frozenset({1, 2, 3})))


def _unanswered(day: date) -> str:
    from ..bootstrap import bootstrap
    from ..reports.render_text import unanswered_text
    from ..reports.unanswered import unanswered
    from ..settings import load_settings
    from .opening import names

    own = load_settings().model_copy(
        update={"database_url": f"sqlite:///{DEMO / 'replay.db'}", "redis_url": None}
    )
    app = bootstrap(own)
    try:
        with app.office.reading() as work:
            return unanswered_text(unanswered(work, day), app.lang, names(work))
    finally:
        app.close()


def _where(folder: Path, day: date) -> str:
    return (
        f"Mails:    {folder / 'mails'} (one .eml each)\n"
        f"Calendar: {folder / 'council.ics'}\n"
        f"Events:   {folder / 'events.jsonl'}\n"
        f"Report:   {folder / 'unanswered.json'}\n"
        "\n"
        "Open the web application on http://localhost:8000 with `make serve`, or with\n"
        f"  TILSVAR_DATABASE_URL=sqlite:///{folder / 'replay.db'}"
        f" TILSVAR_NOW={day}T12:00:00+01:00 TILSVAR_MAIL_URL=file:{folder / 'outbox'}"
        " tilsvar serve --sign-in-links"
    )
