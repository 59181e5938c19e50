"""`tilsvar theme invite` and `tilsvar theme add-guests`: whom of a theme to ask to a meeting."""

from enum import StrEnum
from typing import Annotated

import typer

from .opening import NOBODY_NAMED, looking, recording
from .options import By, Output
from .output import deliver

Theme = Annotated[str, typer.Argument(metavar="THEME", help="The theme's key.")]


class Format(StrEnum):
    TEXT = "text"
    CSV = "csv"


def add_to(group: typer.Typer) -> None:
    """Add the commands to those about themes."""
    group.command(epilog="Example: tilsvar theme invite T-KOMMUNELOFT --format csv -o gjester.csv")(
        invite
    )
    group.command(
        "add-guests", epilog="Example: tilsvar theme add-guests T-KOMMUNELOFT M2023-02 KS"
    )(add_guests)


def invite(
    theme: Theme,
    written: Annotated[
        Format, typer.Option("--format", help="csv: a row for each address, for a mail merge.")
    ] = Format.TEXT,
    owners: Annotated[bool, typer.Option("--owners", help="Only the theme's owners.")] = False,
    output: Output = None,
) -> None:
    """Show whom to invite to a dialogue meeting on a theme, and who came last time."""
    with looking() as (app, work):
        from ..domain.themes import Theme as Found
        from ..reports.invitation_list import invitation_list
        from ..reports.render_invitation_list import invitation_csv, invitation_text

        found = invitation_list(work, work.known(Found, theme))
        only = {each.organisation for each in found.guests if each.proposed or not owners}
        make = invitation_csv if written is Format.CSV else invitation_text
        content = make(found, only, app.lang)
    deliver(content, output)


def add_guests(
    theme: Theme,
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="The meeting's key.")],
    organisations: Annotated[list[str], typer.Argument(metavar="KEY...", help="Whom to add.")],
    by: By = NOBODY_NAMED,
) -> None:
    """Let stakeholders take part in a meeting to come, which then belongs to the theme."""
    with recording(by) as work:
        from ..commands.inviting import add_guests as add

        added = add(work, theme=theme, meeting=meeting, organisations=organisations)
    who = ", ".join(added.organisations) or "Nobody new"
    typer.echo(f"{who} added to {meeting}, which belongs to {theme}. Nobody is written to by this.")
