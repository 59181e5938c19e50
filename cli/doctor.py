"""`tilsvar doctor`: each setting, where it came from, and whether it works."""

import typer

from .complaints import FAILED


def add_to(app: typer.Typer) -> None:
    app.command(epilog="Example: tilsvar doctor")(doctor)


def doctor() -> None:
    """Show each setting, its source, and whether it works; fails where one does not."""
    from ..reports.columns import aligned
    from ..settings import PREFIX, load_settings, sources
    from .checks import findings

    settings, where = load_settings(), sources()
    found = findings(settings)
    rows = [
        [
            "ok" if each.works else "FAILS",
            f"{PREFIX}{each.name.upper()}" if each.name in where else each.name,
            each.value,
            where.get(each.name, ""),
            each.note,
        ]
        for each in found
    ]
    typer.echo("\n".join(aligned(rows, indent="")))
    failing = [row[1] for row in rows if row[0] != "ok"]
    if failing:
        typer.echo(f"{', '.join(failing)}: see above what to put right.", err=True)
        raise typer.Exit(FAILED)
