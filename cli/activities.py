"""`tilsvar activity …`, `target-group …`: the communications plan, and for whom it is."""

from typing import Annotated

import typer

from ..domain.communications import ActivityStatus, Channel
from ..domain.dates import Edtf
from .opening import NOBODY_NAMED, looking, recording
from .options import DATE, Area, By, Key, On, Responsible, Source, dated

group = typer.Typer(help="Activities of the communications plan.", no_args_is_help=True)
target_group = typer.Typer(help="Whom the council wants to reach.", no_args_is_help=True)

ActivityKey = Annotated[str, typer.Argument(metavar="ACTIVITY", help="The activity's key.")]
GroupKey = Annotated[
    str, typer.Argument(metavar="KEY", help="Its key, as `target-group list` shows it.")
]
Title = Annotated[str, typer.Option("--title", help="What it is about.")]
Theme = Annotated[str | None, typer.Option("--theme", help="A theme, by its key.")]
When = Annotated[
    Edtf | None,
    typer.Option("--when", parser=dated, metavar=DATE, help="None is set where it is left out."),
]


@group.command("list", epilog="Example: tilsvar activity list --status suggested")
def activities(
    *,
    status: Annotated[
        ActivityStatus | None, typer.Option("--status", help="Only those; else all.")
    ] = None,
) -> None:
    """The activities: key, status, when, for whom, title."""
    with looking() as (_, work):
        from ..domain.communications import Activity
        from ..reports.columns import aligned

        rows = [["KEY", "STATUS", "WHEN", "FOR", "TITLE"]]
        rows += [
            [
                each.key,
                each.status.value,
                each.took_place.text if each.took_place else "-",
                ", ".join(each.target_groups) or "-",
                each.title,
            ]
            for each in work.all(Activity)
            if status in (None, each.status)
        ]
    typer.echo("\n".join(aligned(rows, indent="")))


@group.command(epilog="Example: tilsvar activity suggest --title 'Innlegg om helsedata'")
def suggest(
    *,
    title: Title,
    key: Key = None,
    theme: Theme = None,
    area: Area = None,
    responsible: Responsible = None,
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Suggest something that the council should weigh."""
    with recording(by) as work:
        from ..commands.communications import suggest_activity

        found = suggest_activity(
            work,
            title=title,
            key=key,
            theme=theme,
            area=area,
            responsible=responsible,
            source=source,
        )
    typer.echo(f"{found.key} is suggested.")


@group.command(
    epilog="Example: tilsvar activity plan --title 'Del data' --channel post --for STORTINGET"
    " --effect 'Vil ha én inngang' --when 2023-05"
)
def plan(
    *,
    activity: Annotated[
        str | None, typer.Argument(metavar="ACTIVITY", help="A suggestion; none: a new one.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="What it is about.")] = None,
    channel: Annotated[
        Channel | None, typer.Option("--channel", help="Where the council is heard.")
    ] = None,
    groups: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="TARGET_GROUP", help="For whom. Repeat it for each."),
    ] = None,
    effect: Annotated[
        str, typer.Option("--effect", help="What they should know or do differently.")
    ] = "",
    message: Annotated[str, typer.Option("--message", help="The message.")] = "",
    when: When = None,
    theme: Theme = None,
    area: Area = None,
    responsible: Responsible = None,
    op_ed: Annotated[
        str | None, typer.Option("--op-ed", help="The op-ed that it is; none: a new idea.")
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Plan a suggestion, or something new."""
    with recording(by) as work:
        from ..commands.communications import plan_activity
        from ..domain.communications import Activity

        found = work.get(Activity, activity) if activity else None
        planned = plan_activity(
            work,
            activity=activity,
            title=title or (found.title if found else _needed()),
            channel=channel,
            target_groups=groups or (),
            wanted_effect=effect,
            message=message,
            when=when,
            theme=theme or (found.theme if found else None),
            area=area or (found.area if found else None),
            responsible=responsible or (found.responsible if found else None),
            op_ed=op_ed,
        )
    as_what = f" as {planned.op_ed}" if planned.op_ed else ""
    typer.echo(f"{planned.key} is planned{as_what}{_for(planned.when)}.")


def _needed() -> str:
    raise typer.BadParameter("say what it is about", param_hint="--title")


def _for(when: Edtf | None) -> str:
    return f" for {when.text}" if when else ""


@group.command(epilog="Example: tilsvar activity move A2023-01 --when 'våren 2023'")
def move(*, activity: ActivityKey, when: When = None, by: By = NOBODY_NAMED) -> None:
    """Move what is planned to another time, or to none yet."""
    with recording(by) as work:
        from ..commands.communications import move_activity

        found = move_activity(work, activity=activity, when=when)
    typer.echo(f"{found.key} is planned{_for(found.when)}.")


@group.command(epilog="Example: tilsvar activity done A2023-01 --outcome 'Fire oppslag'")
def done(
    *,
    activity: ActivityKey,
    on: On = None,
    outcome: Annotated[str, typer.Option("--outcome", help="How it went.")] = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Say that it was done, and how it went."""
    with recording(by) as work:
        from ..commands.communications import finish_activity

        found = finish_activity(work, activity=activity, on=on, outcome=outcome)
    typer.echo(f"{found.key} was done on {found.done_on}.")


@group.command(epilog="Example: tilsvar activity drop A2023-01 --why 'Allerede omtalt'")
def drop(
    *,
    activity: ActivityKey,
    why: Annotated[str, typer.Option("--why", help="Why it will not be done.")],
    by: By = NOBODY_NAMED,
) -> None:
    """Say that it will not be done, and why."""
    with recording(by) as work:
        from ..commands.communications import drop_activity

        found = drop_activity(work, activity=activity, why=why)
    typer.echo(f"{found.key} is dropped.")


@group.command(epilog="Example: tilsvar activity reopen A2023-01")
def reopen(*, activity: ActivityKey, by: By = NOBODY_NAMED) -> None:
    """Take up again what was done or dropped."""
    with recording(by) as work:
        from ..commands.communications import reopen_activity

        found = reopen_activity(work, activity=activity)
    typer.echo(f"{found.key} is {found.status.value}.")


@target_group.command("list", epilog="Example: tilsvar target-group list")
def target_groups() -> None:
    """Every target group: its key, whether it is used, its name."""
    with looking() as (_, work):
        from ..domain.target_groups import TargetGroup
        from ..reports.columns import aligned

        rows = [["KEY", "USED", "NAME"]]
        rows += [
            [each.key, "no" if each.retired else "yes", each.name] for each in work.all(TargetGroup)
        ]
    typer.echo("\n".join(aligned(rows, indent="")))


@target_group.command(epilog="Example: tilsvar target-group add Pasientorganisasjonene")
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")],
    by: By = NOBODY_NAMED,
) -> None:
    """Add a target group to choose."""
    with recording(by) as work:
        from ..commands.target_groups import add_target_group

        found = add_target_group(work, name=name)
    typer.echo(f"{found.key}: {found.name}")


@target_group.command(epilog="Example: tilsvar target-group rename PRIVAT Næringslivet")
def rename(
    key: GroupKey,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called now.")],
    by: By = NOBODY_NAMED,
) -> None:
    """Call a target group something else; what it was chosen for keeps it."""
    with recording(by) as work:
        from ..commands.target_groups import name_target_group

        name_target_group(work, target_group=key, name=name)
    typer.echo(f"{key}: {name}")


@target_group.command(epilog="Example: tilsvar target-group retire PRIVAT")
def retire(key: GroupKey, by: By = NOBODY_NAMED) -> None:
    """From today nothing new is planned for it."""
    with recording(by) as work:
        from ..commands.target_groups import retire_target_group

        retire_target_group(work, target_group=key)
    typer.echo(f"{key} is not used any more.")


@target_group.command("take-up", epilog="Example: tilsvar target-group take-up PRIVAT")
def take_up(key: GroupKey, by: By = NOBODY_NAMED) -> None:
    """Use a target group again."""
    with recording(by) as work:
        from ..commands.target_groups import take_up_target_group

        take_up_target_group(work, target_group=key)
    typer.echo(f"{key} is used again.")
