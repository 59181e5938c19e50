"""`tilsvar letter …`: facts about the letters that the council sent."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..domain.dates import Edtf
from ..domain.kinds import LetterKind, SignOffCode
from .opening import NOBODY_NAMED, recording
from .options import (
    DATE,
    DAY,
    ORGANISATION,
    Area,
    By,
    Key,
    On,
    Responsible,
    Source,
    Why,
    dated,
    one_day,
)

if TYPE_CHECKING:
    from ..domain.obligations import Obligation

group = typer.Typer(help="Letters, memos and submissions that were sent.", no_args_is_help=True)

Letter = Annotated[
    str, typer.Argument(metavar="LETTER", help="The letter's key, such as L2022-06.")
]
Recipient = Annotated[
    str,
    typer.Option(
        "--from", metavar=ORGANISATION, help="Who owes the answer, or who took over from them."
    ),
]


@group.command(
    epilog="Example: tilsvar letter sent --title 'Innspill om helsenæring' --to HOD --to NFD"
    " --on 2023-02-03"
)
def sent(
    *,
    title: Annotated[str, typer.Option("--title", help="What the letter is about.")],
    to: Annotated[list[str], typer.Option("--to", metavar=ORGANISATION, help="A recipient's key.")],
    on: On = None,
    key: Key = None,
    kind: Annotated[LetterKind, typer.Option("--kind", help="Its kind.")] = LetterKind.LETTER,
    answer: Annotated[
        bool | None,
        typer.Option("--answer/--no-answer", help="Whether an answer is expected; else by kind."),
    ] = None,
    follows_up: Annotated[
        list[str] | None,
        typer.Option("--follows-up", metavar="LETTER", help="A letter that it asks about again."),
    ] = None,
    area: Area = None,
    responsible: Responsible = None,
    outcome: Annotated[str, typer.Option("--outcome", help="What came of it.")] = "",
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Register a letter as sent; each recipient owes an answer by the council's own rule."""
    with recording(by) as work:
        from ..commands.letters import send_letter

        letter = send_letter(
            work,
            title=title,
            sent=on or Edtf.on(work.today),
            recipients=to,
            key=key,
            kind=kind,
            expects_answer=answer,
            area=area,
            responsible=responsible,
            follows_up=tuple(follows_up or ()),
            outcome=outcome,
            source=source,
        )
        told = [f"{each.recipient} {_due(each)}" for each in letter.obligations]
    typer.echo(f"{letter.key} sent {letter.sent}: {', '.join(told)}.")


@group.command(epilog="Example: tilsvar letter correct L2022-06 --on 2022-10-04")
def correct(
    *,
    letter: Letter,
    title: Annotated[str | None, typer.Option("--title", help="The right title.")] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar=ORGANISATION, help="The right recipients, all of them."),
    ] = None,
    on: Annotated[
        Edtf | None,
        typer.Option("--on", parser=dated, metavar=DATE, help="The right date of sending."),
    ] = None,
    area: Area = None,
    responsible: Responsible = None,
    outcome: Annotated[str | None, typer.Option("--outcome", help="What came of it.")] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put right what was registered; open answers are worked out again from a new date."""
    with recording(by) as work:
        from ..commands.corrections import correct_letter
        from ..domain.letters import Letter as Sent

        found = work.get(Sent, letter)
        given: dict[str, Any] = {
            "title": title,
            "area": area,
            "responsible": responsible,
            "outcome": outcome,
        }
        correct_letter(
            work,
            letter=letter,
            sent=on or found.sent,
            recipients=to or found.recipients,
            expects_answer=any(each.expected for each in found.obligations),
            kind=found.kind,
            **{name: value for name, value in given.items() if value is not None},
        )
    typer.echo(f"{letter} is corrected.")


@group.command(epilog="Example: tilsvar letter withdraw L2022-06 --why 'Registrert to ganger'")
def withdraw(letter: Letter, why: Why, by: By = NOBODY_NAMED) -> None:
    """Take back a letter that was registered by mistake; nobody is expected to answer it."""
    with recording(by) as work:
        from ..commands.withdrawing_letters import withdraw_letter

        withdraw_letter(work, letter=letter, why=why)
    typer.echo(f"{letter} is withdrawn.")


@group.command(epilog="Example: tilsvar letter restore L2022-06")
def restore(letter: Letter, by: By = NOBODY_NAMED) -> None:
    """Make a withdrawn letter valid again; its answers are due as before."""
    with recording(by) as work:
        from ..commands.withdrawing_letters import restore_letter

        restore_letter(work, letter=letter)
    typer.echo(f"{letter} is valid again.")


@group.command(epilog="Example: tilsvar letter sign-off L2021-02 --from HOD --code TE")
def sign_off(
    *,
    letter: Letter,
    sender: Recipient,
    code: Annotated[SignOffCode, typer.Option("--code", help="How it was closed, by Noark 5.")],
    on: On = None,
    note: Annotated[str, typer.Option("--note", help="A note for the history.")] = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Close an expected answer without a reply."""
    with recording(by) as work:
        from ..commands.letters import sign_off as close

        closed = close(
            work,
            letter=letter,
            recipient=sender,
            code=code,
            on=on or Edtf.on(work.today),
            note=note,
        )
    typer.echo(f"{closed.key} is signed off with {code.value}.")


@group.command(
    epilog="Example: tilsvar letter withdraw-sign-off L2021-02 --from HOD --why 'Feil brev'"
)
def withdraw_sign_off(letter: Letter, sender: Recipient, why: Why, by: By = NOBODY_NAMED) -> None:
    """Take back a sign-off that was wrong; the answer is expected again."""
    with recording(by) as work:
        from ..commands.letters import withdraw_sign_off as reopen

        reopen(work, letter=letter, recipient=sender, why=why)
    typer.echo(f"The sign-off of {sender}'s answer to {letter} is withdrawn.")


@group.command(
    epilog="Example: tilsvar letter move-due L2022-06 --from NFD --to 2023-03-01 --why 'Avtalt'"
)
def move_due(
    *,
    letter: Letter,
    sender: Recipient,
    to: Annotated[date, typer.Option("--to", parser=one_day, metavar=DAY, help="The new day.")],
    why: Why,
    by: By = NOBODY_NAMED,
) -> None:
    """Set another day for one recipient's answer; its reminders start anew."""
    with recording(by) as work:
        from ..commands.letters import move_answer_due

        move_answer_due(work, letter=letter, recipient=sender, day=to, why=why)
    typer.echo(f"{sender}'s answer to {letter} is due {to}.")


def _due(obligation: "Obligation") -> str:
    due = obligation.due()
    return f"answers by {due}" if due else "need not answer"
