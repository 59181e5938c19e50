"""`tilsvar stakeholder …`: who has a stake in a theme, and where they stand."""

from typing import Annotated

import typer

from ..domain.stakeholders import Level, StakeholderRole, StanceValue
from .opening import NOBODY_NAMED, looking, recording
from .options import DATE, ORGANISATION, By, Source, dated

group = typer.Typer(help="Who has a stake in a theme.", no_args_is_help=True)

ThemeKey = Annotated[str, typer.Argument(metavar="THEME", help="The theme's key.")]
Who = Annotated[str, typer.Argument(metavar=ORGANISATION, help="Its key, such as HOD.")]
Why = Annotated[str, typer.Option("--why", help="Why, for the history.")]
Responsibility = Annotated[str, typer.Option("--responsibility", help="What it answers for.")]


@group.command("list", epilog="Example: tilsvar stakeholder list T-KOMMUNELOFT")
def list_(theme: ThemeKey) -> None:
    """The stakeholders of a theme by who answers today, with their stance."""
    with looking() as (_, work):
        from ..commands.stakeholders import stakeholders_of
        from ..domain.themes import Theme
        from ..reports.columns import aligned

        work.known(Theme, theme)
        rows = [["KEY", "ROLE", "STANCE", "AS OF", "CONTINUED FROM", "RESPONSIBILITY"]]
        rows += [
            [
                each.organisation,
                "off the list" if each.removed else each.role,
                each.stance.stance if each.stance else "",
                str(each.stance.as_of) if each.stance else "",
                ", ".join(each.continued_from),
                each.responsibility,
            ]
            for each in stakeholders_of(work, theme)
        ]
    typer.echo("\n".join(aligned(rows, indent="")))


@group.command(epilog="Example: tilsvar stakeholder add T-HELSEDATA HOD EHELSE --role owner")
def add(
    *,
    theme: ThemeKey,
    organisations: Annotated[
        list[str], typer.Argument(metavar=f"{ORGANISATION}...", help="Their keys.")
    ],
    role: Annotated[StakeholderRole, typer.Option("--role", help="To whom the council speaks.")],
    responsibility: Responsibility = "",
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Put organisations on the theme's list of stakeholders."""
    with recording(by) as work:
        from ..commands.stakeholders import name_stakeholders

        name_stakeholders(
            work,
            theme=theme,
            organisations=organisations,
            role=role,
            responsibility=responsibility,
            source=source,
        )
    typer.echo(f"{', '.join(organisations)}: on the list of {theme} as {role.value}.")


@group.command(
    epilog="Example: tilsvar stakeholder correct T-HELSEDATA HOD --influence high --interest low"
)
def correct(
    *,
    theme: ThemeKey,
    organisation: Who,
    role: Annotated[StakeholderRole | None, typer.Option("--role", help="Another role.")] = None,
    responsibility: Annotated[
        str | None, typer.Option("--responsibility", help="What it answers for.")
    ] = None,
    influence: Annotated[Level | None, typer.Option("--influence", help="On the theme.")] = None,
    interest: Annotated[Level | None, typer.Option("--interest", help="In the theme.")] = None,
    known_by: Annotated[
        list[str] | None,
        typer.Option("--known-by", metavar="PERSON", help="Who knows them. Repeat it for each."),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put right what is registered of a stakeholder; what is left out stays."""
    told = {
        "role": role,
        "responsibility": responsibility,
        "influence": influence,
        "interest": interest,
        "known_by": tuple(known_by) if known_by else None,
    }
    with recording(by) as work:
        from ..commands.own_rows import correct_party
        from ..domain.stakeholders import key_of

        values = {name: value for name, value in told.items() if value is not None}
        found = correct_party(work, stakeholder=key_of(theme, organisation), **values)
    typer.echo(f"{found.key} is corrected.")


@group.command(
    epilog="Example: tilsvar stakeholder stance T-KOMMUNELOFT HOD supports --as-of 2023-01-20"
)
def stance(
    *,
    theme: ThemeKey,
    organisation: Who,
    value: Annotated[StanceValue, typer.Argument(metavar="STANCE", help="Where it stands.")],
    as_of: Annotated[
        str,
        typer.Option("--as-of", metavar=DATE, help="When they said so; today if it is left out."),
    ] = "",
    answer: Annotated[
        str, typer.Option("--answer-to", metavar="LETTER", help="The letter that they answered so.")
    ] = "",
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Record where a stakeholder stands; one that was taken over is recorded as its successor."""
    with recording(by) as work:
        from ..commands.stances import record_stance
        from ..domain.dates import Edtf

        found = record_stance(
            work,
            theme=theme,
            organisation=organisation,
            stance=value,
            as_of=dated(as_of) if as_of else Edtf.on(work.today),
            source=source,
            evidence=f"letter:{answer}" if answer else "",
        )
        said = found.stances[-1]
    typer.echo(f"{found.key}: {said.stance} as of {said.as_of}, stance no. {said.number}.")


@group.command(
    epilog="Example: tilsvar stakeholder withdraw-stance T-KOMMUNELOFT HOD 1 --why 'Feil tema'"
)
def withdraw_stance(
    *,
    theme: ThemeKey,
    organisation: Who,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="Which of its stances, by number.")
    ],
    why: Why = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Take back a stance that was recorded by mistake."""
    with recording(by) as work:
        from ..commands.stances import withdraw_stance as withdraw
        from ..domain.stakeholders import key_of

        found = withdraw(work, stakeholder=key_of(theme, organisation), number=number, why=why)
    now = found.stance
    stands = f"now {now.stance} as of {now.as_of}" if now else "no stance stands"
    typer.echo(f"{found.key}: stance no. {number} is withdrawn; {stands}.")


@group.command(
    "restore-stance", epilog="Example: tilsvar stakeholder restore-stance T-KOMMUNELOFT HOD 1"
)
def restore_stance(
    *,
    theme: ThemeKey,
    organisation: Who,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="Which of its stances, by number.")
    ],
    by: By = NOBODY_NAMED,
) -> None:
    """A stance that was withdrawn stands after all."""
    with recording(by) as work:
        from ..commands.stances import restore_stance as restore_it
        from ..domain.stakeholders import key_of

        found = restore_it(work, stakeholder=key_of(theme, organisation), number=number)
        said = found.stance_number(number)
    typer.echo(f"{found.key}: stance no. {number} stands: {said.stance} as of {said.as_of}.")


@group.command(
    epilog="Example: tilsvar stakeholder remove T-HELSEDATA HOD --why 'Har ingen rolle her'"
)
def remove(*, theme: ThemeKey, organisation: Who, why: Why = "", by: By = NOBODY_NAMED) -> None:
    """Take an organisation off the list; what was known of it is kept."""
    with recording(by) as work:
        from ..commands.own_rows import remove_party
        from ..domain.stakeholders import key_of

        found = remove_party(work, stakeholder=key_of(theme, organisation), why=why)
    typer.echo(f"{found.key} is off the list.")


@group.command(epilog="Example: tilsvar stakeholder restore T-HELSEDATA HOD")
def restore(*, theme: ThemeKey, organisation: Who, by: By = NOBODY_NAMED) -> None:
    """Put an organisation back on the list."""
    with recording(by) as work:
        from ..commands.own_rows import party_of
        from ..commands.stakeholders import restore_stakeholder
        from ..domain.stakeholders import key_of

        row = party_of(work, key_of(theme, organisation)).own.key
        found = restore_stakeholder(work, stakeholder=row)
    typer.echo(f"{found.key} is on the list again.")
