"""`tilsvar reply …`: what came back."""

from typing import Annotated

import typer

from ..domain.dates import Edtf
from ..domain.kinds import ReplyKind, SignOffCode
from .opening import NOBODY_NAMED, recording
from .options import DATE, ORGANISATION, By, On, Source, Why, dated

group = typer.Typer(help="Replies that came back.", no_args_is_help=True)

Letter = Annotated[
    str, typer.Argument(metavar="LETTER", help="The letter that was answered, such as L2022-06.")
]
Sender = Annotated[
    str,
    typer.Option(
        "--from", metavar=ORGANISATION, help="Who answered: a recipient, or who took over from it."
    ),
]


@group.command(
    epilog="Example: tilsvar reply received L2022-06 --from NFD --on 2023-02-02 --kind interim"
    " --promised 'våren 2023'"
)
def received(
    *,
    letter: Letter,
    sender: Sender,
    on: On = None,
    kind: Annotated[
        ReplyKind, typer.Option("--kind", help="Only a final reply closes the matter.")
    ] = ReplyKind.FINAL,
    promised: Annotated[
        Edtf | None,
        typer.Option(
            "--promised", parser=dated, metavar=DATE, help="When an interim reply promises more."
        ),
    ] = None,
    code: Annotated[
        SignOffCode | None, typer.Option("--code", help="How it closes the matter, by Noark 5.")
    ] = None,
    summary: Annotated[str, typer.Option("--summary", help="What it says.")] = "",
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Record a reply; an interim one leaves the answer open and may promise a date."""
    if promised is not None and kind is not ReplyKind.INTERIM:
        raise typer.BadParameter(
            "only an interim reply can promise a date", param_hint="--promised"
        )
    if code is not None and kind is not ReplyKind.FINAL:
        raise typer.BadParameter("only a final reply closes the matter", param_hint="--code")
    with recording(by) as work:
        from ..commands.letters import receive_reply

        obligation = receive_reply(
            work,
            letter=letter,
            sender=sender,
            received=on or Edtf.on(work.today),
            kind=kind,
            promised=promised,
            sign_off=code,
            summary=summary,
            source=source,
        )
        due = obligation.due()
    closed = "is closed" if not obligation.open else f"stays open, due {due}"
    typer.echo(f"{obligation.key}: {kind.value} reply from {sender} recorded; it {closed}.")


@group.command(
    epilog="Example: tilsvar reply withdraw L2022-06 --from NFD --why 'Gjaldt et annet brev'"
)
def withdraw(letter: Letter, sender: Sender, why: Why, by: By = NOBODY_NAMED) -> None:
    """Take back the newest reply, which was recorded by mistake; the history keeps both."""
    with recording(by) as work:
        from ..commands.letters import withdraw_reply

        withdraw_reply(work, letter=letter, sender=sender, why=why)
    typer.echo(f"The newest reply from {sender} on {letter} is withdrawn.")
