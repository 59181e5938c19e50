"""`tilsvar op-ed …`: op-eds from the first idea to the newspaper."""

from typing import Annotated

import typer

from ..domain.kinds import OpEdStatus
from .opening import NOBODY_NAMED, recording
from .options import ORGANISATION, Area, By, Key, On, Responsible, Source

group = typer.Typer(help="Op-eds.", no_args_is_help=True)


@group.command(epilog="Example: tilsvar op-ed start --title 'Helsedata for alle' --status draft")
def start(
    *,
    title: Annotated[str, typer.Option("--title", help="The working title.")],
    status: Annotated[
        OpEdStatus, typer.Option("--status", help="How far it has come.")
    ] = OpEdStatus.IDEA,
    on: On = None,
    key: Key = None,
    area: Area = None,
    responsible: Responsible = None,
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Begin an op-ed, as an idea or a draft."""
    with recording(by) as work:
        from ..commands.op_eds import start_op_ed

        op_ed = start_op_ed(
            work,
            title=title,
            key=key,
            status=status,
            on=on.day if on else None,
            area=area,
            responsible=responsible,
            source=source,
        )
    typer.echo(f"{op_ed.key} started as {op_ed.status.value}.")


@group.command(
    epilog="Example: tilsvar op-ed update O2023-01 --status published --outlet DM --on 2023-02-01"
)
def update(
    *,
    op_ed: Annotated[str, typer.Argument(help="The op-ed's key.")],
    status: Annotated[
        OpEdStatus | None,
        typer.Option("--status", help="How far it has come; left out, it was worked on."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar=ORGANISATION, help="The paper, by its key.")
    ] = None,
    on: On = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Say how far an op-ed has come, or that somebody has worked on it."""
    with recording(by) as work:
        from ..commands.op_eds import update_op_ed

        found = update_op_ed(work, op_ed=op_ed, status=status, outlet=outlet, on=on)
    where = f" in {found.outlet}" if found.outlet else ""
    typer.echo(f"{found.key} is {found.status.value}{where}; last touched {found.touched}.")
