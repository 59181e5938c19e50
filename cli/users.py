"""`tilsvar user …`: the people of the council."""

import unicodedata
from datetime import time
from typing import TYPE_CHECKING, Annotated

import typer

from ..domain.errors import TilsvarError
from ..domain.kinds import Role
from .opening import NOBODY_NAMED, looking, recording
from .options import By, Key, On

if TYPE_CHECKING:
    from ..store.unit_of_work import UnitOfWork

group = typer.Typer(help="The people of the council.", no_args_is_help=True)

Email = Annotated[str, typer.Argument(help="The e-mail address.")]


def _hour(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text} is no hour: write it as 08:15") from error


class HereAlready(TilsvarError):
    """{email} is the address of {key} already. Disable that one first, or give another address."""


@group.command(epilog="Example: tilsvar user add kari@ho21.example --role member")
def add(
    *,
    email: Email,
    role: Annotated[Role, typer.Option("--role", help="The role that the person takes up.")],
    name: Annotated[str | None, typer.Option("--name", help="The name; else the address.")] = None,
    since: On = None,
    key: Key = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Someone takes up a role, today unless another day is given."""
    with recording(by) as work:
        from ..commands.council import register_person
        from ..notifications.mailbox import checked_address

        address, first = checked_address(email), since.day if since else work.today
        for other in work.people:
            if other.email.casefold() == address.casefold() and other.active_on(first):
                raise HereAlready(email=email, key=other.key)
        person = register_person(
            work,
            key=key or _free_key(work, address),
            name=name or address.partition("@")[0],
            email=address,
            role=role,
            since=first,
        )
    typer.echo(f"{person.key} is {role.value} from {first}.")


@group.command("list", epilog="Example: tilsvar user list")
def list_() -> None:
    """Everybody, with role and days; those who have left stand too."""
    with looking() as (_, work):
        from ..reports.columns import aligned

        rows = [["KEY", "ROLE", "NAME", "ADDRESS", "FROM", "TO"]]
        rows += [
            [
                each.key,
                each.role.value,
                each.name,
                each.email,
                str(each.since or ""),
                str(each.until or ""),
            ]
            for each in work.people
        ]
    typer.echo("\n".join(aligned(rows, indent="")))


@group.command(epilog="Example: tilsvar user disable kari@ho21.example --on 2023-06-30")
def disable(email: Email, on: On = None, by: By = NOBODY_NAMED) -> None:
    """The person's role ends, today unless another day is given; the history stands."""
    with recording(by) as work:
        from ..commands.council import disable_person

        person = disable_person(work, email=email, on=on.day if on else None)
    typer.echo(f"{person.key} is disabled from {person.until}.")


@group.command(epilog="Example: tilsvar user digest kari@ho21.example --weekly --at 08:15")
def digest(
    *,
    email: Email,
    at: Annotated[
        time | None,
        typer.Option(
            "--at", parser=_hour, metavar="HH:MM", help="The hour in Oslo; else the council's own."
        ),
    ] = None,
    weekly: Annotated[
        bool,
        typer.Option("--weekly/--daily", help="The first working day of a week, or each."),
    ] = False,
    by: By = NOBODY_NAMED,
) -> None:
    """When somebody gets the reminders that are collected; what is urgent still comes at once."""
    with recording(by) as work:
        from ..commands.council import choose_digest
        from ..domain.digests import DigestWish, Rhythm

        wish = DigestWish(Rhythm.WEEKLY if weekly else Rhythm.DAILY, at)
        person = choose_digest(work, email=email, wish=wish)
        hour = (at or work.rules.morning).isoformat("minutes")
    typer.echo(f"{person.key} gets the {wish.rhythm.value} digest at {hour}.")


def _free_key(work: "UnitOfWork", email: str) -> str:
    """KARI.NORDMANN@… becomes KARINORDMANN, or KARINORDMANN2 where that is taken."""
    plain = unicodedata.normalize("NFKD", email.partition("@")[0].upper())
    stem = "".join(sign for sign in plain if sign.isascii() and sign.isalnum())[:40] or "USER"
    taken, number = {each.key for each in work.people}, 1
    while (key := f"{stem}{number if number > 1 else ''}") in taken:
        number += 1
    return key
