"""`tilsvar calendar …` and `tilsvar feed …`: the calendar as a file, and as subscriptions."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..domain.errors import TilsvarError
from .opening import NOBODY_NAMED, looking, opened, recording
from .options import Area, By, Output
from .output import deliver

if TYPE_CHECKING:
    from sqlalchemy import Row

group = typer.Typer(help="The calendar as a file.", no_args_is_help=True)
feeds = typer.Typer(help="Addresses that calendars subscribe to.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The calendar's name, such as council.")]


class NobodyToSubscribe(TilsvarError):
    """Nobody here has the address {email}. See `tilsvar user list`."""


@group.callback()
def calendars() -> None:
    """The calendar as a file."""


@group.command(epilog="Example: tilsvar calendar export council -o council.ics")
def export(name: Name, output: Output = None) -> None:
    """Write a calendar as iCalendar, the same bytes that its feed serves."""
    with looking() as (app, work):
        from ..calendar.feeds import export as calendar_of

        content = calendar_of(work, name, app.lang, app.settings.base_url.rstrip("/"))
    deliver(content, output)


@feeds.command(epilog="Example: tilsvar feed create council --kinds council,dialogue")
def create(
    *,
    name: Name,
    member: Annotated[
        str | None, typer.Option("--member", metavar="EMAIL", help="Whose subscription it is.")
    ] = None,
    kinds: Annotated[
        str, typer.Option("--kinds", help="Only these, by commas: council,dialogue,deadline …")
    ] = "",
    area: Area = None,
    alarms: Annotated[
        bool, typer.Option("--alarms", help="Let the reader's calendar remind of each entry.")
    ] = False,
    without_invited: Annotated[
        bool,
        typer.Option("--without-invited", help="Leave out what the member has an invitation to."),
    ] = False,
    by: By = NOBODY_NAMED,
) -> None:
    """Hand out a subscription and print its address, which is never shown again.

    With --member it is that person's own calendar: council meetings, those to which they are
    invited, and the dates for which they are responsible. NAME is the last part of the address.
    """
    with recording(by) as work:
        from ..commands.feeds import create_feed

        person = None
        if member is not None:
            found = [one for one in work.people if one.email.casefold() == member.casefold()]
            if not found:
                raise NobodyToSubscribe(email=member)
            person = found[0].key
        wanted = [kind.strip() for kind in kinds.split(",") if kind.strip()]
        token = create_feed(
            work,
            name=name,
            person=person,
            kinds=wanted,
            area=area,
            alarms=alarms,
            invited=not without_invited,
        )
    with opened() as app:
        here = f"{app.settings.base_url.rstrip('/')}/feeds/{token}/"
    typer.echo(f"{here}{name}.ics")
    # Beside the result, so that a script gets the address alone.
    typer.echo(f"How to subscribe is told at {here}", err=True)


@feeds.command("list", epilog="Example: tilsvar feed list")
def list_() -> None:
    """Every subscription by its number: whose, what, and when and by what it was last fetched."""
    with looking() as (app, work):
        from ..commands.feeds import list_feeds
        from ..reports.columns import aligned

        rows = [["NUMBER", "NAME", "PERSON", "HOLDS", "LAST FETCHED", "BY", "STATE"]]
        for row in list_feeds(work):
            fetched = row.fetched_at and row.fetched_at.astimezone(app.office.zone)
            rows.append(
                [
                    str(row.id),
                    row.name,
                    row.person or "",
                    _holds(row),
                    f"{fetched:%Y-%m-%d %H:%M}" if fetched else "never",
                    _client(row.fetched_by) if fetched else "",
                    "revoked" if row.revoked else "open",
                ]
            )
    typer.echo("\n".join(aligned(rows, indent="")))


def _holds(row: "Row[Any]") -> str:
    """What was chosen when it was made: "council,deadline; HELSEDATA; alarms"."""
    parts = [
        ",".join(row.kinds) or "all",
        row.area or "",
        "alarms" if row.alarms else "",
        "" if row.invited else "without invited",
    ]
    return "; ".join(filter(None, parts))


def _client(agent: str | None) -> str:
    from ..calendar.clients import client_name
    from ..wording.language import language

    return client_name(agent or "", language("en"))


@feeds.command(epilog="Example: tilsvar feed revoke 1")
def revoke(
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="The number that `tilsvar feed list` shows.")
    ],
    by: By = NOBODY_NAMED,
) -> None:
    """Take an address back for good."""
    with recording(by) as work:
        from ..commands.feeds import revoke_feed

        revoke_feed(work, feed=number)
    typer.echo(f"Feed {number} is revoked.")
