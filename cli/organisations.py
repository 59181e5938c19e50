"""`tilsvar organisation …`: departments and others, who took over, and the language of letters."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from .opening import NOBODY_NAMED, looking, recording
from .options import DAY, ORGANISATION, By, one_day

group = typer.Typer(help="Departments and other organisations.", no_args_is_help=True)


class Written(StrEnum):
    """The two written standards of Norwegian, or whichever the council itself uses."""

    BOKMAAL = "nb"
    NYNORSK = "nn"
    COUNCIL = "council"


@group.command("list", epilog="Example: tilsvar organisation list")
def list_() -> None:
    """Every organisation: its name, who took it over, and the language of letters to it."""
    with looking() as (_, work):
        from ..domain.organisations import Organisation
        from ..reports.columns import aligned

        rows = [["KEY", "KIND", "LANGUAGE", "NOW", "NAME"]]
        rows += [
            [each.key, each.kind, each.language or "council", each.successor or "", each.name]
            for each in work.all(Organisation)
        ]
    typer.echo("\n".join(aligned(rows, indent="")))


@group.command(epilog="Example: tilsvar organisation correct KD --language nn")
def correct(
    key: Annotated[str, typer.Argument(metavar=ORGANISATION, help="Its key, such as HOD.")],
    language: Annotated[
        Written, typer.Option("--language", help="In which language it is written to.")
    ],
    by: By = NOBODY_NAMED,
) -> None:
    """Put right what no register knows: the language of the letters that are drafted to it.

    Drafts that wait already stay as they are: `tilsvar follow-up edit` writes one anew.
    """
    chosen = "" if language is Written.COUNCIL else language.value
    with recording(by) as work:
        from ..commands.council import write_to
        from ..commands.follow_ups import language_of

        write_to(work, organisation=key, language=chosen)
        written = language_of(work, key)
    typer.echo(f"{key} is written to in {written}.")


@group.command(
    epilog="Example: tilsvar organisation register NYTT 'Det nye direktoratet' --kind directorate"
)
def register(
    key: Annotated[str, typer.Argument(metavar="KEY", help="A short name, such as HOD.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name in full.")],
    kind: Annotated[str, typer.Option("--kind", help="Such as ministry or directorate.")],
    email: Annotated[str, typer.Option("--email", help="Where letters to it are sent.")] = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Register an organisation, such as one into which others merge."""
    with recording(by) as work:
        from ..commands.council import register_organisation

        register_organisation(work, key=key, name=name, kind=kind, email=email)
    typer.echo(f"{key} is registered: {name}.")


@group.command(
    epilog="Example: tilsvar organisation succeeded-by EHELSE HDIR --on 2023-01-01",
)
def succeeded_by(
    organisation: Annotated[str, typer.Argument(metavar=ORGANISATION, help="Who was taken over.")],
    successor: Annotated[str, typer.Argument(metavar="SUCCESSOR", help="Who took over.")],
    on: Annotated[
        date, typer.Option("--on", parser=one_day, metavar=DAY, help="Its successor's first day.")
    ],
    by: By = NOBODY_NAMED,
) -> None:
    """Record that another took over, renamed or merged: it answers for both from that day."""
    with recording(by) as work:
        from ..commands.taking_over import take_over

        take_over(work, organisation=organisation, successor=successor, on=on)
    typer.echo(f"{successor} answers for {organisation} from {on}.")


@group.command(epilog="Example: tilsvar organisation not-succeeded EHELSE")
def not_succeeded(
    organisation: Annotated[str, typer.Argument(metavar=ORGANISATION, help="Who was taken over.")],
    by: By = NOBODY_NAMED,
) -> None:
    """Take back that another took over: it was recorded by mistake."""
    with recording(by) as work:
        from ..commands.taking_over import take_back

        take_back(work, organisation=organisation)
    typer.echo(f"{organisation} answers for itself.")
