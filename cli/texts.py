"""`tilsvar text …`: the words of the council's letters, its own or the usual ones."""

from typing import Annotated

import typer

from ..domain.letter_texts import LetterText
from .follow_ups import Written, read_text
from .opening import NOBODY_NAMED, looking, recording
from .options import By

group = typer.Typer(help="The words of the council's letters.", no_args_is_help=True)

Name = Annotated[LetterText, typer.Argument(metavar="TEXT", help="As `text list` shows it.")]
Language = Annotated[Written, typer.Option("--language", help="In bokmål or nynorsk.")]


@group.command("list", epilog="Example: tilsvar text list")
def texts() -> None:
    """Every text: its name, its language, whether it is the council's own."""
    with looking() as (_, work):
        from ..commands.letter_texts import text_in_force
        from ..reports.columns import aligned

        rows = [["TEXT", "LANGUAGE", "OWN"]]
        for name in LetterText:
            for each in Written:
                own = text_in_force(work, name, each.value) is not None
                rows.append([name.value, each.value, "yes" if own else "no"])
    typer.echo("\n".join(aligned(rows, indent="")))


@group.command(epilog="Example: tilsvar text show second --language nn")
def show(name: Name, language: Language = Written.BOKMAAL) -> None:
    """The text in force, with the names in brackets that are filled in."""
    with looking() as (_, work):
        from ..commands.letter_texts import text_in_force
        from ..notifications.letter_words import usual_text

        text = text_in_force(work, name, language.value)
        typer.echo((text or usual_text(name, language.value)).rstrip("\n"))


@group.command("set", epilog="Example: tilsvar text set second --language nn --text purring.txt")
def change(
    *,
    name: Name,
    text: Annotated[
        str,
        typer.Option(
            "--text", metavar="FILE", help="The new text, its title on the first line; - reads it."
        ),
    ],
    language: Language = Written.BOKMAAL,
    by: By = NOBODY_NAMED,
) -> None:
    """Write letters so from now on; drafts that there are stay as they are."""
    written = read_text(text)
    with recording(by) as work:
        from ..commands.letter_texts import change_text

        change_text(work, name=name.value, written=language.value, text=written)
    typer.echo(f"{name.value} in {language.value} is the council's own text.")


@group.command(epilog="Example: tilsvar text back second --language nn")
def back(name: Name, language: Language = Written.BOKMAAL, by: By = NOBODY_NAMED) -> None:
    """Use the usual text again; the council's own is kept."""
    with recording(by) as work:
        from ..commands.letter_texts import change_text

        change_text(work, name=name.value, written=language.value, text=None)
    typer.echo(f"{name.value} in {language.value} is the usual text.")
