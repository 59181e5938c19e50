"""`tilsvar theme …`: themes from the idea to following up, and what the council decided."""

from typing import Annotated

import typer

from ..domain.stages import DecisionPoint, Outcome, Stage
from .opening import NOBODY_NAMED, looking, recording
from .options import Area, By, Key, On, Responsible, Source

group = typer.Typer(help="Themes of the council.", no_args_is_help=True)

ThemeKey = Annotated[str, typer.Argument(metavar="THEME", help="The theme's key.")]
Point = Annotated[DecisionPoint, typer.Argument(metavar="POINT", help="The decision point.")]


@group.command("list", epilog="Example: tilsvar theme list")
def list_() -> None:
    """Every theme: its stage, since when nothing has happened in it, and its title."""
    with looking() as (_, work):
        from ..domain.themes import Theme
        from ..reports.columns import aligned

        rows = [["KEY", "STAGE", "TOUCHED", "PLAN", "TITLE"]]
        rows += [
            [
                each.key,
                "set aside" if each.set_aside else each.stage or "not known",
                each.touched.isoformat(),
                each.plan,
                each.title,
            ]
            for each in work.all(Theme)
        ]
    typer.echo("\n".join(aligned(rows, indent="")))


@group.command(epilog="Example: tilsvar theme register --title 'Psykisk helse' --area FOLKEHELSE")
def register(
    *,
    title: Annotated[str, typer.Option("--title", help="What the theme is called.")],
    stage: Annotated[Stage, typer.Option("--stage", help="Where it stands.")] = Stage.IDEA,
    unknown_stage: Annotated[
        bool, typer.Option("--stage-not-known", help="Nobody knows where it stands.")
    ] = False,
    key: Key = None,
    area: Area = None,
    plan: Annotated[str, typer.Option("--plan", help="The plan of action it is on.")] = "",
    goal: Annotated[str, typer.Option("--goal", help="What the council wants to achieve.")] = "",
    responsible: Responsible = None,
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """A theme enters, as an idea where nothing else is said."""
    with recording(by) as work:
        from ..commands.themes import register_theme

        found = register_theme(
            work,
            title=title,
            key=key,
            area=area,
            stage=None if unknown_stage else stage,
            plan=plan,
            goal=goal,
            responsible=responsible,
            source=source,
        )
    typer.echo(f"{found.key} is registered; stage: {found.stage or 'not known'}.")


@group.command(
    epilog="Example: tilsvar theme decide T-HELSEDATA BP1 --meeting M2023-01 --case 7/1/2023"
)
def decide(
    *,
    theme: ThemeKey,
    point: Point,
    outcome: Annotated[
        Outcome, typer.Option("--outcome", help="Onward, wait, or stop and set aside.")
    ] = Outcome.ONWARD,
    meeting: Annotated[
        str | None, typer.Option("--meeting", metavar="MEETING", help="The council meeting.")
    ] = None,
    case: Annotated[
        str, typer.Option("--case", help="The number of the case there, as 7/1/2023.")
    ] = "",
    person: Annotated[
        str, typer.Option("--decided-by", metavar="PERSON", help="If one person decided.")
    ] = "",
    on: On = None,
    note: Annotated[str, typer.Option("--note", help="What else was said.")] = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Record a decision of the council, or of a person; its date is the meeting's."""
    with recording(by) as work:
        from ..commands.themes import decide as record_decision

        found = record_decision(
            work,
            theme=theme,
            point=point,
            outcome=outcome,
            meeting=meeting,
            case=case,
            by=person,
            on=on,
            note=note,
        )
    aside = "; the theme is set aside" if found.set_aside else ""
    typer.echo(f"{point.value} of {theme} is recorded; stage: {found.stage or 'not known'}{aside}.")


@group.command(
    "withdraw-decision",
    epilog="Example: tilsvar theme withdraw-decision T-HELSEDATA BP1 --why 'Feil tema'",
)
def withdraw_decision(
    *,
    theme: ThemeKey,
    point: Point,
    why: Annotated[str, typer.Option("--why", help="The reason, for the history.")],
    by: By = NOBODY_NAMED,
) -> None:
    """A decision was recorded wrongly: the theme stands where the others say."""
    with recording(by) as work:
        from ..commands.themes import withdraw_decision as withdraw

        found = withdraw(work, theme=theme, point=point, why=why)
    typer.echo(f"{point.value} of {theme} is withdrawn; stage: {found.stage or 'not known'}.")


@group.command(
    "set-aside",
    epilog="Example: tilsvar theme set-aside T-HELSEDATA --why 'Venter på stortingsmeldingen'",
)
def set_aside(
    *,
    theme: ThemeKey,
    why: Annotated[str, typer.Option("--why", help="The reason, for the history.")],
    by: By = NOBODY_NAMED,
) -> None:
    """The council does not work with it for now: nobody is reminded of it."""
    with recording(by) as work:
        from ..commands.themes import set_theme_aside

        set_theme_aside(work, theme=theme, why=why)
    typer.echo(f"{theme} is set aside.")


@group.command("take-up", epilog="Example: tilsvar theme take-up T-HELSEDATA")
def take_up(theme: ThemeKey, by: By = NOBODY_NAMED) -> None:
    """The council works with it again."""
    with recording(by) as work:
        from ..commands.themes import take_up_theme

        take_up_theme(work, theme=theme)
    typer.echo(f"{theme} is taken up again.")
