"""`tilsvar point …`: what letters asked for, and what became of it."""

from typing import Annotated

import typer

from ..domain.points import Uptake
from .opening import NOBODY_NAMED, looking, recording
from .options import By, Key, On, Why

group = typer.Typer(help="Points raised in letters.", no_args_is_help=True)

PointKey = Annotated[str, typer.Argument(metavar="POINT", help="The point's key.")]


@group.command("raise", epilog="Example: tilsvar point raise L2022-06 --text 'En nasjonal plan'")
def raise_(
    *,
    letter: Annotated[str, typer.Argument(metavar="LETTER", help="The letter's key.")],
    text: Annotated[str, typer.Option("--text", help="What the letter asks for or says.")],
    key: Key = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Register a point that a letter raised."""
    with recording(by) as work:
        from ..commands.points import raise_point

        point = raise_point(work, letter=letter, text=text, key=key)
    typer.echo(f"{point.key} is registered as point {point.number} of {letter}.")


@group.command(
    epilog="Example: tilsvar point judge L2022-06-01 partly --where 'Meld. St. 5 (2022), side 12'"
)
def judge(
    *,
    point: PointKey,
    uptake: Annotated[Uptake, typer.Argument(metavar="UPTAKE", help="What has become of it.")],
    where: Annotated[str, typer.Option("--where", help="A document and page, an address.")] = "",
    on: On = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Say what has become of a point, and where that is seen."""
    with recording(by) as work:
        from ..commands.points import judge_point

        found = judge_point(work, point=point, uptake=uptake, where=where, on=on)
    typer.echo(f"{found.key}: {uptake.value}.")


@group.command("list", epilog="Example: tilsvar point list L2022-06")
def list_(
    letter: Annotated[str, typer.Argument(metavar="LETTER", help="The letter's key.")],
) -> None:
    """The points of a letter, and what has become of each."""
    with looking() as (_, work):
        from ..commands.points import points_of
        from ..domain.letters import Letter
        from ..reports.columns import aligned

        rows = [["KEY", "UPTAKE", "WHERE", "POINT"]]
        for each in points_of(work, work.known(Letter, letter)):
            judged = each.judged()
            rows.append([each.key, each.uptake.value, judged.where if judged else "", each.title])
    typer.echo("\n".join(aligned(rows, indent="")))


@group.command(epilog="Example: tilsvar point unjudge L2022-06-01")
def unjudge(*, point: PointKey, by: By = NOBODY_NAMED) -> None:
    """What was said last of a point was wrong: what was said before counts again."""
    with recording(by) as work:
        from ..commands.points import withdraw_judgement

        found = withdraw_judgement(work, point=point)
    typer.echo(f"{point}: {found.uptake.value}.")


@group.command(epilog="Example: tilsvar point withdraw L2022-06-01 --why 'Registrert to ganger'")
def withdraw(*, point: PointKey, why: Why = "", by: By = NOBODY_NAMED) -> None:
    """A point was registered by mistake; it stands in no report any more."""
    with recording(by) as work:
        from ..commands.points import withdraw_point

        withdraw_point(work, point=point, why=why)
    typer.echo(f"{point} is withdrawn.")


@group.command(epilog="Example: tilsvar point restore L2022-06-01")
def restore(*, point: PointKey, by: By = NOBODY_NAMED) -> None:
    """A point that was withdrawn stands after all."""
    with recording(by) as work:
        from ..commands.points import restore_point

        restore_point(work, point=point)
    typer.echo(f"{point} stands.")
