"""`tilsvar inbox …`: answers and bounces that came by mail, and what a person has to decide."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .opening import NOBODY_NAMED, looking, opened, recording
from .options import By

if TYPE_CHECKING:
    from sqlalchemy import Row

group = typer.Typer(
    help="The inbox: answers to invitations, and mails that came back.", no_args_is_help=True
)

Number = Annotated[
    int, typer.Argument(metavar="NUMBER", help="The number that `tilsvar inbox list` shows.")
]


@group.command(epilog="Example: tilsvar inbox poll")
def poll() -> None:
    """Read what has come since the last time; what is no answer and no bounce stays untouched."""
    with opened() as app:
        found = app.poll_inbox()
    typer.echo(
        f"{found.looked_at} looked at: {found.recorded} recorded, {found.dropped} known or "
        f"overtaken, {found.doubtful} for a person to decide, {found.bounces} came back, "
        f"{found.unreadable} unreadable."
    )


@group.command("list", epilog="Example: tilsvar inbox list")
def list_() -> None:
    """What a person has to decide, one a line, and the addresses that take no mail."""
    with looking() as (_, work):
        from ..commands.bounces import marked_addresses
        from ..commands.invitation_answers import doubtful_answers

        for row in doubtful_answers(work):
            typer.echo(_line(row))
        for row in marked_addresses(work):
            typer.echo(f"{row.address} takes no mail ({row.code}).")


@group.command(epilog="Example: tilsvar inbox accept 3 --by SEK1")
def accept(number: Number, by: By = NOBODY_NAMED) -> None:
    """Let an answer count; who is not invited yet is invited, a deputy not needed is uninvited."""
    with recording(by) as work:
        from ..commands.invitation_answers import accept_doubtful

        told = accept_doubtful(work, number=number)
    typer.echo(told)


@group.command(epilog="Example: tilsvar inbox dismiss 3 --by SEK1")
def dismiss(number: Number, by: By = NOBODY_NAMED) -> None:
    """Let nothing follow from an answer; a deputy stays invited."""
    with recording(by) as work:
        from ..commands.invitation_answers import dismiss_doubtful

        dismiss_doubtful(work, number=number)
    typer.echo(f"{number} is dismissed.")


@group.command(epilog="Example: tilsvar inbox unmark kari@example.no")
def unmark(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="The e-mail address.")],
    by: By = NOBODY_NAMED,
) -> None:
    """Say that an address takes mail again."""
    with recording(by) as work:
        from ..commands.bounces import unmark_address

        was_marked = unmark_address(work, address=address)
    typer.echo(f"{address} {'is not marked any more' if was_marked else 'was not marked'}.")


WHY = {
    "unknown_meeting": "about a meeting that is not known here",
    "unknown_attendee": "is not invited",
    "wrong_sender": "did not write it themselves",
    "delegated": "sends somebody else",
    "one_of_series": "means one meeting of a series only",
    "deputy_accepted": "meets for somebody who comes after all",
}


def _line(row: "Row[Any]") -> str:
    said = row.answer
    meeting = f"{row.meeting}: " if row.meeting else ""
    what = said.get("partstat", said["asks"]).lower()
    other = said.get("delegated_to") or said.get("sender", "")
    return f"{row.id}  {meeting}{said['attendee']} {WHY[row.why]} ({what}, {other})"
