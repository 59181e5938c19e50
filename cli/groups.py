"""`tilsvar group …`: people and organisations that are invited together."""

from typing import Annotated

import typer

from .opening import NOBODY_NAMED, looking, recording
from .options import By

group = typer.Typer(help="Groups that are invited together.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the group.")]


@group.command("set", epilog="Example: tilsvar group set 'Arbeidsgruppe helsedata' M01 M07 HDIR")
def set_(
    name: Name,
    members: Annotated[
        list[str], typer.Argument(metavar="KEY...", help="People and organisations, by the key.")
    ],
    by: By = NOBODY_NAMED,
) -> None:
    """Say who is in a group, whoever was in it before."""
    with recording(by) as work:
        from ..commands.participant_groups import set_group

        found = set_group(work, name=name, members=members)
    typer.echo(f"{found.key}: {', '.join(found.members)}.")


@group.command("list", epilog="Example: tilsvar group list")
def list_() -> None:
    """Every group and who is in it, one a line."""
    with looking() as (_, work):
        from ..commands.participant_groups import groups

        for each in groups(work):
            typer.echo(f"{each.key}: {', '.join(each.members)}")


@group.command(epilog="Example: tilsvar group remove 'Arbeidsgruppe helsedata'")
def remove(name: Name, by: By = NOBODY_NAMED) -> None:
    """Remove a group; whoever was invited with it stays invited."""
    with recording(by) as work:
        from ..commands.participant_groups import remove_group

        remove_group(work, name=name)
    typer.echo(f"The group {name.strip()} is removed.")
