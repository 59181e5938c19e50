"""`tilsvar measure …`: the measures of a theme, planned, followed up and closed."""

from typing import Annotated

import typer

from ..domain.dates import Edtf
from .opening import NOBODY_NAMED, recording
from .options import DATE, ORGANISATION, By, On, Responsible, Source, dated

group = typer.Typer(help="Measures of the themes.", no_args_is_help=True)

MeasureKey = Annotated[str, typer.Argument(metavar="MEASURE", help="The measure's key.")]
FollowUp = Annotated[
    Edtf | None,
    typer.Option("--follow-up", parser=dated, metavar=DATE, help="When it is followed up."),
]


@group.command(
    epilog="Example: tilsvar measure plan T-HELSEDATA --title 'Et felles register' --owner HOD"
)
def plan(
    *,
    theme: Annotated[str, typer.Argument(metavar="THEME", help="The theme's key.")],
    title: Annotated[str, typer.Option("--title", help="What is to be done.")],
    owner: Annotated[
        str | None, typer.Option("--owner", metavar=ORGANISATION, help="Who is to do it.")
    ] = None,
    responsible: Responsible = None,
    follow_up: FollowUp = None,
    note: Annotated[str, typer.Option("--note", help="What else there is to say.")] = "",
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Plan a measure of a theme."""
    with recording(by) as work:
        from ..commands.measures import plan_measure

        found = plan_measure(
            work,
            theme=theme,
            title=title,
            owner=owner,
            responsible=responsible,
            follow_up=follow_up,
            note=note,
            source=source,
        )
    typer.echo(f"{found.key} is planned; follow-up: {found.follow_up or 'none'}.")


@group.command(
    "follow-up", epilog="Example: tilsvar measure follow-up T-HELSEDATA-01 --again 2023-05-16"
)
def follow_up(
    *,
    measure: MeasureKey,
    again: Annotated[
        Edtf | None,
        typer.Option("--again", parser=dated, metavar=DATE, help="When to look at it next."),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", help="How far it has come, in place of the old note.")
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Somebody has looked at how far it has come; left without a date it is not asked of again."""
    with recording(by) as work:
        from ..commands.measures import follow_up_measure

        found = follow_up_measure(work, measure=measure, again=again, note=note)
    typer.echo(f"{measure} is followed up; next: {found.follow_up or 'none'}.")


@group.command(epilog="Example: tilsvar measure done T-HELSEDATA-01 --on 2023-02-01")
def done(*, measure: MeasureKey, on: On = None, by: By = NOBODY_NAMED) -> None:
    """It is carried out."""
    with recording(by) as work:
        from ..commands.measures import finish_measure

        found = finish_measure(work, measure=measure, on=on)
    typer.echo(f"{measure} is carried out: {found.done_on}.")


@group.command(epilog="Example: tilsvar measure drop T-HELSEDATA-01 --why 'Andre gjør det'")
def drop(
    *,
    measure: MeasureKey,
    why: Annotated[str, typer.Option("--why", help="The reason, for the history.")],
    by: By = NOBODY_NAMED,
) -> None:
    """It will not be carried out."""
    with recording(by) as work:
        from ..commands.measures import drop_measure

        drop_measure(work, measure=measure, why=why)
    typer.echo(f"{measure} is dropped.")


@group.command(epilog="Example: tilsvar measure reopen T-HELSEDATA-01")
def reopen(measure: MeasureKey, by: By = NOBODY_NAMED) -> None:
    """It was closed by mistake, or too early."""
    with recording(by) as work:
        from ..commands.measures import reopen_measure

        reopen_measure(work, measure=measure)
    typer.echo(f"{measure} is open again.")
