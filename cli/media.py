"""`tilsvar media …`: what outlets take, what was said about our work, and who speaks for us."""

from typing import Annotated

import typer

from ..domain.media import CoverageSort
from .opening import NOBODY_NAMED, looking, recording
from .options import ORGANISATION, Area, By, Key, On, Why

group = typer.Typer(help="Outlets, coverage and spokespersons.", no_args_is_help=True)

Outlet = Annotated[str, typer.Argument(metavar=ORGANISATION, help="The outlet's key, such as DM.")]
CoverageKey = Annotated[str, typer.Argument(metavar="COVERAGE", help="The coverage's key.")]
Person = Annotated[str, typer.Argument(metavar="PERSON", help="The person's key.")]
Theme = Annotated[str | None, typer.Option("--theme", help="A theme, by its key.")]


@group.command(epilog="Example: tilsvar media describe DM --longest 5000 --lead-days 7")
def describe(
    *,
    outlet: Outlet,
    longest: Annotated[
        int | None, typer.Option("--longest", help="Characters with spaces; left out: unknown.")
    ] = None,
    lead_days: Annotated[
        int | None, typer.Option("--lead-days", help="Days before the wanted day.")
    ] = None,
    submit_to: Annotated[str, typer.Option("--submit-to", help="Where texts are sent.")] = "",
    note: Annotated[str, typer.Option("--note", help="What else one should know.")] = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Say what an outlet takes."""
    with recording(by) as work:
        from ..commands.media import describe_outlet

        found = describe_outlet(
            work,
            outlet=outlet,
            longest=longest,
            lead_days=lead_days,
            submit_to=submit_to,
            note=note,
        )
    length = "any length" if found.longest is None else f"up to {found.longest} characters"
    early = "" if found.lead_days is None else f", {found.lead_days} days before"
    typer.echo(f"{found.key} takes {length}{early}.")


@group.command(
    epilog="Example: tilsvar media coverage --title 'Kommentar fra leser' --sort reader_comment "
    "--outlet DM --on 2021-02-18 --op-ed O2021-01"
)
def coverage(
    *,
    title: Annotated[str, typer.Option("--title", help="What it was called there.")],
    sort: Annotated[CoverageSort, typer.Option("--sort", help="What it is.")] = (
        CoverageSort.COVERAGE
    ),
    on: On = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar=ORGANISATION, help="Where, by its key.")
    ] = None,
    url: Annotated[str, typer.Option("--url", help="Its web address.")] = "",
    op_ed: Annotated[str | None, typer.Option("--op-ed", help="The op-ed it is about.")] = None,
    theme: Theme = None,
    letter: Annotated[str | None, typer.Option("--letter", help="The letter it is about.")] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", help="Who spoke for the council, by the key.")
    ] = None,
    note: Annotated[str, typer.Option("--note", help="What it says.")] = "",
    key: Key = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Record what was said about the council's work."""
    with recording(by) as work:
        from ..commands.media import record_coverage

        found = record_coverage(
            work,
            title=title,
            on=on,
            key=key,
            sort=sort,
            outlet=outlet,
            url=url,
            op_ed=op_ed,
            theme=theme,
            letter=letter,
            speaker=speaker,
            note=note,
        )
    where = f" in {found.outlet}" if found.outlet else ""
    typer.echo(f"{found.key}: {found.title}{where}, {found.on}.")


@group.command(epilog="Example: tilsvar media withdraw MO2021-01 --why 'Registrert to ganger'")
def withdraw(*, coverage: CoverageKey, why: Why = "", by: By = NOBODY_NAMED) -> None:
    """Withdraw coverage that was recorded by mistake."""
    with recording(by) as work:
        from ..commands.media import withdraw_coverage

        withdraw_coverage(work, coverage=coverage, why=why)
    typer.echo(f"{coverage} is withdrawn.")


@group.command(epilog="Example: tilsvar media restore MO2021-01")
def restore(*, coverage: CoverageKey, by: By = NOBODY_NAMED) -> None:
    """Let coverage count again that was withdrawn."""
    with recording(by) as work:
        from ..commands.media import restore_coverage

        restore_coverage(work, coverage=coverage)
    typer.echo(f"{coverage} counts again.")


@group.command(epilog="Example: tilsvar media speaker LEDER --area KOMMUNELOFT")
def speaker(
    *,
    person: Person,
    theme: Theme = None,
    area: Area = None,
    ends: Annotated[bool, typer.Option("--end", help="They do so no longer.")] = False,
    by: By = NOBODY_NAMED,
) -> None:
    """Say who speaks for the council, on a theme, on an area, or on everything."""
    with recording(by) as work:
        from ..commands.media import name_speaker, unname_speaker

        change = unname_speaker if ends else name_speaker
        change(work, person=person, theme=theme, area=area)
    what = theme or area or "everything"
    typer.echo(f"{person} {'no longer speaks' if ends else 'speaks'} for the council on {what}.")


@group.command("list", epilog="Example: tilsvar media list")
def list_() -> None:
    """Every outlet with what it takes, one a line."""
    with looking() as (_, work):
        from ..domain.media import MEDIA
        from ..domain.media import Outlet as Found
        from ..domain.organisations import Organisation
        from ..reports.columns import aligned

        described = {each.key: each for each in work.all(Found)}
        rows = [["KEY", "CHARACTERS", "DAYS BEFORE", "NAME"]]
        for each in work.all(Organisation):
            if each.kind == MEDIA or each.key in described:
                takes = described.get(each.key, Found(each.key))
                rows.append([each.key, _known(takes.longest), _known(takes.lead_days), each.name])
    typer.echo("\n".join(aligned(rows, indent="")))


def _known(number: int | None) -> str:
    return "" if number is None else str(number)
