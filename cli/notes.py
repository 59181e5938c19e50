"""`tilsvar note …`: notes of conversations with others."""

from typing import Annotated

import typer

from .opening import NOBODY_NAMED, recording
from .options import ORGANISATION, By, Key, On, Why

group = typer.Typer(help="Notes of conversations.", no_args_is_help=True)

NoteKey = Annotated[str, typer.Argument(metavar="NOTE", help="The note's key.")]
Theme = Annotated[str | None, typer.Option("--theme", help="The theme it was about, by its key.")]


@group.command(epilog="Example: tilsvar note take KD --text 'De vil se et regnestykke'")
def take(
    *,
    organisation: Annotated[str, typer.Argument(metavar=ORGANISATION, help="With whom.")],
    text: Annotated[str, typer.Option("--text", help="What was said.")],
    on: On = None,
    who: Annotated[
        str | None, typer.Option("--who", metavar="PERSON", help="Who of us was there.")
    ] = None,
    theme: Theme = None,
    key: Key = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Write down what was said in a conversation."""
    with recording(by) as work:
        from ..commands.notes import take_note

        note = take_note(
            work, organisation=organisation, text=text, on=on, who=who, theme=theme, key=key
        )
    typer.echo(f"{note.key} is noted: {organisation}, {note.on}.")


@group.command(epilog="Example: tilsvar note withdraw N2023-01 --why 'Feil aktør'")
def withdraw(*, note: NoteKey, why: Why = "", by: By = NOBODY_NAMED) -> None:
    """A note was written by mistake; it stands on no timeline any more."""
    with recording(by) as work:
        from ..commands.notes import withdraw_note

        withdraw_note(work, note=note, why=why)
    typer.echo(f"{note} is withdrawn.")


@group.command(epilog="Example: tilsvar note restore N2023-01")
def restore(*, note: NoteKey, by: By = NOBODY_NAMED) -> None:
    """A note that was withdrawn stands after all."""
    with recording(by) as work:
        from ..commands.notes import restore_note

        restore_note(work, note=note)
    typer.echo(f"{note} stands.")
