"""`tilsvar attachment …`: files of letters, answers, consultations, op-eds and meetings."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..domain.attachments import Use
from .opening import NOBODY_NAMED, looking, opened, recording
from .options import ORGANISATION, By, Why

if TYPE_CHECKING:
    from ..domain.attachments import Attachment

group = typer.Typer(help="Files that belong to something.", no_args_is_help=True)

Thing = Annotated[
    str,
    typer.Argument(metavar="KEY", help="A letter, consultation, op-ed or meeting, by its key."),
]
AttachmentKey = Annotated[
    str, typer.Argument(metavar="ATTACHMENT", help="Its key, such as L2022-06-01.")
]


@group.command(
    epilog="Example: tilsvar attachment add L2022-06 svar.pdf --as reply --from NFD --by SEK1"
)
def add(
    *,
    thing: Thing,
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="PDF, .docx or .odt.")],
    use: Annotated[Use, typer.Option("--as", help="What the files are to the thing.")] = Use.OTHER,
    party: Annotated[
        str | None,
        typer.Option("--from", metavar=ORGANISATION, help="Whose answer it is, with --as reply."),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Attach files; all of them, or none where one cannot be kept."""
    from ..commands.attachments import attach, kind_of
    from ..commands.file_formats import examined
    from ..commands.groups import holder_of
    from ..settings import load_settings

    limit = load_settings().largest_file * 1_000_000
    with ExitStack() as stack:
        files = [
            examined(path.name, stack.enter_context(path.open("rb")), limit=limit) for path in paths
        ]
        work = stack.enter_context(recording(by))
        kind = kind_of(holder_of(work, thing))
        made = attach(work, kind=kind, holder=thing, files=files, use=use, party=party)
    for each in made:
        typer.echo(f"{each.key} is “{each.name}”, attached to {thing}.")


@group.command("list", epilog="Example: tilsvar attachment list L2022-06")
def list_(thing: Thing) -> None:
    """The files of something, one a line; those that were withdrawn too."""
    with looking() as (_, work):
        from ..commands.attachments import attachments_of, kind_of
        from ..commands.groups import holder_of

        for each in attachments_of(work, kind_of(holder_of(work, thing)), thing):
            typer.echo(_line(each))


@group.command(epilog="Example: tilsvar attachment save L2022-06-01 -o kopi.pdf")
def save(
    attachment: AttachmentKey,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Its own name where it is left out."),
    ] = None,
) -> None:
    """Write a file to the disk; one that is there is not replaced."""
    with opened() as app:
        from ..commands.attachments import content_of
        from ..domain.attachments import Attachment

        with app.office.reading() as work:
            found = work.view(Attachment, attachment)
        path = output or Path(found.name)
        with path.open("xb") as file:
            file.writelines(content_of(app.office, found.key))
    typer.echo(f"{found.key} is saved as {path}.")


@group.command(
    epilog="Example: tilsvar attachment withdraw L2022-06-01 --why 'Feil brev' --by SEK1"
)
def withdraw(attachment: AttachmentKey, why: Why = "", by: By = NOBODY_NAMED) -> None:
    """Take a file out of the list; nothing is deleted."""
    with recording(by) as work:
        from ..commands.attachments import withdraw_attachment

        found = withdraw_attachment(work, attachment=attachment, why=why)
    typer.echo(f"{found.key}, “{found.name}”, is withdrawn.")


@group.command(epilog="Example: tilsvar attachment restore L2022-06-01 --by SEK1")
def restore(attachment: AttachmentKey, by: By = NOBODY_NAMED) -> None:
    """Attach a withdrawn file again."""
    with recording(by) as work:
        from ..commands.attachments import restore_attachment

        found = restore_attachment(work, attachment=attachment)
    typer.echo(f"{found.key}, “{found.name}”, is attached again.")


def _line(found: "Attachment") -> str:
    whose = f" from {found.party}" if found.party else ""
    state = "" if found.stands else f", withdrawn{f': {found.why}' if found.why else ''}"
    return f"{found.key}  {found.name}  {found.use.value}{whose}, {found.size} bytes{state}"
