"""`tilsvar failure …`: what Tilsvar tried in vain and has left to a person."""

from typing import Annotated

import typer

from ..domain.errors import TilsvarError
from .opening import looking, opened

group = typer.Typer(
    help="What Tilsvar tried in vain: rings of its clock, deliveries, mails.", no_args_is_help=True
)


class NameOne(TilsvarError):
    """Name what to try again, or --all."""


@group.command("list", epilog="Example: tilsvar failure list")
def list_() -> None:
    """What has failed for good, one a line, with the fault."""
    with looking() as (_, work):
        from ..reports.columns import aligned
        from ..reports.failures import failures

        found = failures(work)
    rows = [
        [each.key, f"{each.at:%Y-%m-%d %H:%M}Z", each.about, each.what, each.error]
        for each in found
    ]
    if rows:
        typer.echo("\n".join(aligned([["KEY", "AT", "ABOUT", "WHAT", "FAULT"], *rows], indent="")))
    else:
        typer.echo("Nothing has failed.")


@group.command(
    epilog="Example: tilsvar failure retry rung:4711\n\nExample: tilsvar failure retry --all"
)
def retry(
    keys: Annotated[
        list[str] | None, typer.Argument(metavar="KEY…", help="As `failure list` names them.")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Everything that has failed.")] = False,
) -> None:
    """Try again what has failed, once its cause is gone; the workers take it within a minute."""
    if bool(keys) == every:
        raise NameOne
    with opened() as app:
        from ..reports.failures import failures
        from ..workers.trying_again import try_failed_again

        with app.office.reading() as work:
            chosen = [each.key for each in failures(work)] if every else keys or []
        for key in chosen:
            try_failed_again(app.office, key)
            typer.echo(f"{key} is tried again.")
