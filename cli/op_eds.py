"""`tilsvar op-ed …`: op-eds from the first idea to the newspaper."""

from datetime import date
from typing import Annotated

import typer

from ..domain.kinds import OpEdStatus
from .opening import NOBODY_NAMED, recording
from .options import DAY, ORGANISATION, Area, By, Key, On, Responsible, Source, one_day

group = typer.Typer(help="Op-eds.", no_args_is_help=True)

OpEdKey = Annotated[str, typer.Argument(metavar="OP_ED", help="The op-ed's key.")]
Signers = Annotated[
    list[str] | None,
    typer.Option("--with", metavar=ORGANISATION, help="Who signs it too. Repeat it for each."),
]


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
    cosigners: Signers = None,
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Begin an op-ed, as an idea or a draft."""
    with recording(by) as work:
        from ..commands.op_eds import cosign_op_ed, start_op_ed

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
        cosign_op_ed(work, op_ed=op_ed.key, organisations=cosigners or ())
    typer.echo(f"{op_ed.key} started as {op_ed.status.value}.")


@group.command(
    epilog="Example: tilsvar op-ed update O2023-01 --status published --outlet DM --on 2023-02-01"
)
def update(
    *,
    op_ed: OpEdKey,
    status: Annotated[
        OpEdStatus | None,
        typer.Option("--status", help="How far it has come; left out, it was worked on."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar=ORGANISATION, help="The paper, by its key.")
    ] = None,
    comments_by: Annotated[
        date | None,
        typer.Option(
            "--comments-by",
            parser=one_day,
            metavar=DAY,
            help="The members' last day, with status circulated; again to move it.",
        ),
    ] = None,
    on: On = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Say how far an op-ed has come, or that somebody has worked on it."""
    with recording(by) as work:
        from ..commands.op_eds import update_op_ed

        found = update_op_ed(
            work, op_ed=op_ed, status=status, outlet=outlet, on=on, comments_by=comments_by
        )
    where = f" in {found.outlet}" if found.outlet else ""
    until = f"; comments by {found.comments_due}" if found.comments_due else ""
    typer.echo(f"{found.key} is {found.status.value}{where}; last touched {found.touched}{until}.")


@group.command(
    epilog="Example: tilsvar op-ed reaction O2021-01 --text 'Svar fra rådsleder i samme avis'"
)
def reaction(
    *,
    op_ed: OpEdKey,
    text: Annotated[str, typer.Option("--text", help="Who said what, and where.")],
    on: On = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Record a reaction to an op-ed."""
    with recording(by) as work:
        from ..commands.op_eds import react_to_op_ed

        found = react_to_op_ed(work, op_ed=op_ed, reaction=text, on=on.day if on else None)
    typer.echo(f"{found.key} had a reaction: {' '.join(text.split())}")


@group.command(epilog="Example: tilsvar op-ed cosign O2022-02 --with LMI --with UIO")
def cosign(*, op_ed: OpEdKey, cosigners: Signers = None, by: By = NOBODY_NAMED) -> None:
    """Say who signs an op-ed together with the council."""
    with recording(by) as work:
        from ..commands.op_eds import cosign_op_ed

        found = cosign_op_ed(work, op_ed=op_ed, organisations=cosigners or ())
    who = ", ".join(found.cosigners) or "nobody else"
    typer.echo(f"{found.key} is signed by the council and {who}.")
