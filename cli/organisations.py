"""`tilsvar organisation …`: departments and others, and in which language each is written to."""

from enum import StrEnum
from typing import Annotated

import typer

from .opening import NOBODY_NAMED, looking, recording
from .options import ORGANISATION, By

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
