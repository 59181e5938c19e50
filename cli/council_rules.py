"""`tilsvar closed-day …`, `area …`, `quorum`: what the council has decided for itself."""

from datetime import date
from typing import Annotated

import typer

from .opening import NOBODY_NAMED, looking, recording
from .options import DAY, By, one_day

closed_day = typer.Typer(
    help="Days besides public holidays on which the council does not work.", no_args_is_help=True
)
area = typer.Typer(help="The areas of the plan of action.", no_args_is_help=True)

First = Annotated[date, typer.Argument(parser=one_day, metavar=DAY, help="The first day.")]
Last = Annotated[
    date | None,
    typer.Argument(parser=one_day, metavar=DAY, help="The last day; none: only the first."),
]
AreaKey = Annotated[
    str, typer.Argument(metavar="AREA", help="The area's key, as `area list` shows it.")
]


@closed_day.command("list", epilog="Example: tilsvar closed-day list")
def closed_days() -> None:
    """Every closed day, days in a row on one line."""
    with looking() as (_, work):
        from ..commands.closed_days import closed_days

        for each in closed_days(work):
            typer.echo(f"{each.first} to {each.last}: {each.why}")


@closed_day.command(epilog="Example: tilsvar closed-day add 2023-04-03 2023-04-05 --why Påske")
def add(
    first: First,
    last: Last = None,
    *,
    why: Annotated[str, typer.Option("--why", help="What the days are called.")],
    by: By = NOBODY_NAMED,
) -> None:
    """Close the council on those days; what is open is worked out again."""
    with recording(by) as work:
        from ..commands.closed_days import close

        close(work, first=first, last=last or first, why=why)
    typer.echo(f"The council is closed from {first} to {last or first}.")


@closed_day.command(epilog="Example: tilsvar closed-day remove 2023-04-03 2023-04-05")
def remove(first: First, last: Last = None, by: By = NOBODY_NAMED) -> None:
    """The council works on those days after all."""
    with recording(by) as work:
        from ..commands.closed_days import open_again

        open_again(work, first=first, last=last or first)
    typer.echo(f"The council is not closed from {first} to {last or first}.")


@area.command("list", epilog="Example: tilsvar area list")
def areas() -> None:
    """Every area: its key, whether it is used, its name."""
    with looking() as (_, work):
        from ..domain.areas import Area
        from ..reports.columns import aligned

        rows = [["KEY", "USED", "NAME"]]
        rows += [
            [each.key, "yes" if each.used_on(work.today) else "no", each.name]
            for each in work.all(Area)
        ]
    typer.echo("\n".join(aligned(rows, indent="")))


@area.command("add", epilog="Example: tilsvar area add Helsedata --plan 'Handlingsplan 2024'")
def add_area(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")],
    *,
    plan: Annotated[str, typer.Option("--plan", help="The plan of action.")] = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Add an area to choose."""
    with recording(by) as work:
        from ..commands import areas

        found = areas.add_area(work, name=name, plan=plan)
    typer.echo(f"{found.key}: {found.name}")


@area.command(epilog="Example: tilsvar area rename VERDISKAPING 'Verdiskaping og næring'")
def rename(
    key: AreaKey,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called now.")],
    by: By = NOBODY_NAMED,
) -> None:
    """Call an area something else; what belongs to it stays."""
    with recording(by) as work:
        from ..commands.areas import name_area

        name_area(work, area=key, name=name)
    typer.echo(f"{key}: {name}")


@area.command(epilog="Example: tilsvar area retire VERDISKAPING")
def retire(key: AreaKey, by: By = NOBODY_NAMED) -> None:
    """From today nothing new belongs to the area."""
    with recording(by) as work:
        from ..commands.areas import retire_area

        retire_area(work, area=key)
    typer.echo(f"{key} is not used any more.")


@area.command("take-up", epilog="Example: tilsvar area take-up VERDISKAPING")
def take_up(key: AreaKey, by: By = NOBODY_NAMED) -> None:
    """Use an area again."""
    with recording(by) as work:
        from ..commands.areas import take_up_area

        take_up_area(work, area=key)
    typer.echo(f"{key} is used again.")


def add_to(app: typer.Typer) -> None:
    """Add the command that stands at the top."""
    app.command(epilog="Example: tilsvar quorum --share 0.667")(quorum)


def quorum(
    *,
    share: Annotated[
        float | None,
        typer.Option("--share", min=0.01, max=1, help="A part of the members: 0.5, 0.667."),
    ] = None,
    number: Annotated[
        int | None, typer.Option("--number", min=1, help="So many members instead.")
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Say when the council can decide; without an option, show it."""
    if share is not None or number is not None:
        with recording(by) as work:
            from ..commands.rules import choose_quorum

            choose_quorum(work, share=share or 0.0, number=number or 0)
    with looking() as (_, work):
        from ..commands.rules import seats
        from ..domain.quorum import Quorum

        rules = work.rules
        members = seats(work)
        found = Quorum(members, 0, 0, rules.quorum, rules.quorum_number)
        typer.echo(f"The council can decide when {found.needed} of {members} members are there.")
