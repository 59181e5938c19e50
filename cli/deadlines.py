"""`tilsvar deadline …`: dates to be met, the council's own and those of others."""

from typing import Annotated

import typer

from ..domain.dates import Edtf
from ..domain.kinds import DeadlineKind
from .opening import NOBODY_NAMED, recording
from .options import DATE, By, Key, On, Responsible, Source, dated

group = typer.Typer(help="Deadlines, exact or imprecise.", no_args_is_help=True)

Deadline = Annotated[str, typer.Argument(metavar="DEADLINE", help="The deadline's key.")]
Due = Annotated[
    Edtf,
    typer.Option("--due", parser=dated, metavar=DATE, help="2023-05-02, mai 2023, våren 2023 …"),
]


@group.command(
    "set",
    epilog="Example: tilsvar deadline set --title 'Stortingsmelding om helse' --due 'våren 2023'"
    " --kind external_publication",
)
def set_(
    *,
    title: Annotated[str, typer.Option("--title", help="What is to be done or published.")],
    due: Due,
    kind: Annotated[
        DeadlineKind, typer.Option("--kind", help="Whose deadline it is.")
    ] = DeadlineKind.INTERNAL,
    consultation: Annotated[
        str | None, typer.Option("--consultation", help="The consultation that it belongs to.")
    ] = None,
    key: Key = None,
    responsible: Responsible = None,
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Set a date to be met, or to be known of."""
    with recording(by) as work:
        from ..commands.deadlines import set_deadline

        deadline = set_deadline(
            work,
            title=title,
            due=due,
            key=key,
            kind=kind,
            consultation=consultation,
            responsible=responsible,
            source=source,
        )
    typer.echo(f"{deadline.key} is set to {deadline.due}.")


@group.command(epilog="Example: tilsvar deadline move D2023-01 --due 2023-06-01")
def move(deadline: Deadline, due: Due, by: By = NOBODY_NAMED) -> None:
    """Move a deadline; its reminders start anew."""
    with recording(by) as work:
        from ..commands.deadlines import move_deadline

        move_deadline(work, deadline=deadline, due=due)
    typer.echo(f"{deadline} is moved to {due}.")


@group.command(epilog="Example: tilsvar deadline met D2023-01 --on 2023-02-01")
def met(deadline: Deadline, on: On = None, by: By = NOBODY_NAMED) -> None:
    """Record that it has been done, or has been published."""
    with recording(by) as work:
        from ..commands.deadlines import meet_deadline

        meet_deadline(work, deadline=deadline, on=on)
    typer.echo(f"{deadline} is met.")


@group.command(epilog="Example: tilsvar deadline cancel D2023-01")
def cancel(deadline: Deadline, by: By = NOBODY_NAMED) -> None:
    """Cancel a deadline; nobody is reminded of it any more."""
    with recording(by) as work:
        from ..commands.deadlines import cancel_deadline

        cancel_deadline(work, deadline=deadline)
    typer.echo(f"{deadline} is cancelled.")
