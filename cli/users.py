"""`tilsvar user …`: the people of the council."""

from datetime import time
from typing import Annotated

import typer

from ..domain.errors import TilsvarError
from ..domain.kinds import Role
from .opening import NOBODY_NAMED, looking, recording
from .options import By, Key, On, an_hour

group = typer.Typer(help="The people of the council.", no_args_is_help=True)

Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The e-mail address.")]


class HereAlready(TilsvarError):
    """{email} is the address of {key} already. Disable that one first, or give another address."""


@group.command(
    epilog="Example: tilsvar user add kari@ho21.example --role deputy"
    " --deputy-for medlem01@ho21.example"
)
def add(
    *,
    email: Email,
    role: Annotated[Role, typer.Option("--role", help="The role that the person takes up.")],
    name: Annotated[str | None, typer.Option("--name", help="The name; else the address.")] = None,
    since: On = None,
    organisation: Annotated[
        str | None, typer.Option("--organisation", metavar="KEY", help="From where they come.")
    ] = None,
    deputy_for: Annotated[
        str | None,
        typer.Option("--deputy-for", metavar="EMAIL", help="The member for whom they meet."),
    ] = None,
    key: Key = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Someone takes up a role, today unless another day is given."""
    with recording(by) as work:
        from ..commands.council import person_at
        from ..commands.people import free_key, take_up_role
        from ..notifications.mailbox import checked_address

        address, first = checked_address(email), since.day if since else work.today
        for other in work.people:
            if other.email.casefold() == address.casefold() and other.active_on(first):
                raise HereAlready(email=email, key=other.key)
        person = take_up_role(
            work,
            key=key or free_key(work, address),
            name=name or address.partition("@")[0],
            email=address,
            role=role,
            since=first,
            organisation=organisation,
            deputy_for=person_at(work, deputy_for).key if deputy_for else None,
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


@group.command(epilog="Example: tilsvar user disable medlem01@ho21.example --on 2023-06-30")
def disable(email: Email, on: On = None, by: By = NOBODY_NAMED) -> None:
    """The person's role ends, today unless another day is given; the history stands."""
    with recording(by) as work:
        from ..commands.council import person_at
        from ..commands.people import end_role

        person = end_role(work, person=person_at(work, email).key, on=on.day if on else work.today)
    typer.echo(f"{person.key} is disabled from {person.until}.")


@group.command(epilog="Example: tilsvar user digest medlem01@ho21.example --weekly --at 08:15")
def digest(
    *,
    email: Email,
    at: Annotated[
        time | None,
        typer.Option(
            "--at",
            parser=an_hour,
            metavar="HH:MM",
            help="The hour in Oslo; else the council's own.",
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
