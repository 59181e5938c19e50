"""`tilsvar calendar …` and `tilsvar feed …`: the calendar as a file, and as subscriptions."""

from typing import Annotated

import typer

from ..domain.errors import TilsvarError
from .opening import NOBODY_NAMED, looking, opened, recording
from .options import By, Output
from .output import deliver

group = typer.Typer(help="The calendar as a file.", no_args_is_help=True)
feeds = typer.Typer(help="Addresses that calendars subscribe to.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="The calendar's name, such as council.")]


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
    name: Name,
    member: Annotated[
        str | None, typer.Option("--member", metavar="EMAIL", help="Whose subscription it is.")
    ] = None,
    kinds: Annotated[
        str, typer.Option("--kinds", help="Only these, by commas: council,dialogue,deadline …")
    ] = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Hand out a subscription and print its address, which is never shown again."""
    with recording(by) as work:
        from ..commands.feeds import create_feed

        person = None
        if member is not None:
            found = [one for one in work.people if one.email.casefold() == member.casefold()]
            if not found:
                raise NobodyToSubscribe(email=member)
            person = found[0].key
        wanted = [kind.strip() for kind in kinds.split(",") if kind.strip()]
        token = create_feed(work, name=name, person=person, kinds=wanted)
    with opened() as app:
        typer.echo(f"{app.settings.base_url.rstrip('/')}/feeds/{token}/{name}.ics")


@feeds.command("list", epilog="Example: tilsvar feed list")
def list_() -> None:
    """Every subscription by its number: whose, what, and when it was last fetched."""
    with looking() as (app, work):
        from ..commands.feeds import list_feeds
        from ..reports.columns import aligned

        rows = [["NUMBER", "NAME", "PERSON", "KINDS", "LAST FETCHED", "STATE"]]
        for row in list_feeds(work):
            fetched = row.fetched_at and row.fetched_at.astimezone(app.office.zone)
            rows.append(
                [
                    str(row.id),
                    row.name,
                    row.person or "",
                    ",".join(row.kinds) or "all",
                    f"{fetched:%Y-%m-%d %H:%M}" if fetched else "never",
                    "revoked" if row.revoked else "open",
                ]
            )
    typer.echo("\n".join(aligned(rows, indent="")))


@feeds.command(epilog="Example: tilsvar feed revoke 3")
def revoke(
    number: Annotated[int, typer.Argument(help="The number that `tilsvar feed list` shows.")],
    by: By = NOBODY_NAMED,
) -> None:
    """Take an address back for good."""
    with recording(by) as work:
        from ..commands.feeds import revoke_feed

        revoke_feed(work, feed=number)
    typer.echo(f"Feed {number} is revoked.")
