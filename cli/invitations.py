"""`tilsvar meeting invite|uninvite|resend …`: who is invited to a meeting, and what they say."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

from ..domain.kinds import Role
from .meetings import Meeting
from .opening import NOBODY_NAMED, looking, recording
from .options import By

if TYPE_CHECKING:
    from ..domain.invitations import Invitation
    from ..domain.meetings import Meeting as Known


class Shared(TypedDict):
    """What all invitations of one command have in common."""

    meeting: str
    required: bool
    language: str


WHO = "PERSON|ORGANISATION|ADDRESS"
Who = Annotated[str, typer.Argument(metavar=WHO, help="A key, or an e-mail address.")]


def add_to(group: typer.Typer) -> None:
    """Add the commands to those about meetings."""
    for name, (command, example) in COMMANDS.items():
        group.command(name, epilog=f"Example: tilsvar meeting {name} {example}")(command)


def invite(
    *,
    meeting: Meeting,
    who: Annotated[
        list[str] | None, typer.Argument(metavar=WHO, help="Keys or e-mail addresses.")
    ] = None,
    council: Annotated[
        bool, typer.Option("--council", help="Members, leader and secretariat of that day.")
    ] = False,
    observers: Annotated[
        bool, typer.Option("--observers", help="With --council: the observers too.")
    ] = False,
    role: Annotated[
        list[Role] | None, typer.Option("--role", help="Everybody in that role on that day.")
    ] = None,
    organisation: Annotated[
        list[str] | None,
        typer.Option("--organisation", metavar="KEY", help="Its people here; else itself."),
    ] = None,
    group: Annotated[
        list[str] | None,
        typer.Option("--group", metavar="NAME", help="A group, as `tilsvar group list` shows."),
    ] = None,
    name: Annotated[str, typer.Option("--name", help="The name of a single address.")] = "",
    optional: Annotated[
        bool, typer.Option("--optional", help="They may come, but need not.")
    ] = False,
    language: Annotated[
        str, typer.Option("--language", help="What the mail is written in: nb, nn or en.")
    ] = "nb",
    by: By = NOBODY_NAMED,
) -> None:
    """Invite to a meeting by mail, in a way that calendars understand."""
    together = bool(council or role or organisation or group)
    if bool(who) == together:
        raise typer.BadParameter(
            "name somebody to invite, or --council, --role, --organisation, --group",
            param_hint="WHO",
        )
    if name and len(who or ()) != 1:
        raise typer.BadParameter("a name belongs to one address", param_hint="--name")
    with recording(by) as work:
        from ..commands.invitations import invite as invite_one
        from ..commands.invitations import invite_council
        from ..commands.participants import invite_group, invite_organisation, invite_role
        from ..notifications.mailbox import checked_address
        from ..wording.language import language as known_language

        code = known_language(language).code
        shared: Shared = {"meeting": meeting, "required": not optional, "language": code}
        found = [
            invite_one(
                work, who=checked_address(each) if "@" in each else each, name=name, **shared
            )
            for each in who or ()
        ]
        if council:
            found += invite_council(work, meeting=meeting, observers=observers, language=code)
        for each_role in role or ():
            found += invite_role(work, role=each_role, **shared)
        for key in organisation or ():
            found += invite_organisation(work, organisation=key, **shared)
        for each_group in group or ():
            found += invite_group(work, name=each_group, **shared)
    for each in found:
        typer.echo(f"{each.who} is invited to {meeting}.")
    if not found:
        typer.echo(f"Everybody is invited to {meeting} already.")


def uninvite(meeting: Meeting, who: Who, by: By = NOBODY_NAMED) -> None:
    """Withdraw an invitation; their calendar drops the meeting, nobody else hears of it."""
    with recording(by) as work:
        from ..commands.invitations import uninvite as uninvite_one

        found = uninvite_one(work, meeting=meeting, who=who)
    typer.echo(f"{found.who} is not invited to {meeting} any more.")


def resend(meeting: Meeting, who: Who, by: By = NOBODY_NAMED) -> None:
    """Send the last mail about the meeting once more, to the address that is registered now."""
    with recording(by) as work:
        from ..commands.invitations import repeat_invitation

        found = repeat_invitation(work, meeting=meeting, who=who)
    typer.echo(f"{found.who} gets the invitation to {meeting} once more.")


def list_(meeting: Meeting) -> None:
    """Who is invited and what they answered, one a line."""
    with looking() as (_, work):
        from ..commands.invitations import invitations_of
        from ..domain.meetings import Meeting as Known

        found = work.get(Known, meeting)
        for each in invitations_of(work, meeting):
            typer.echo(_line(each, found))


def accept_proposal(meeting: Meeting, who: Who, by: By = NOBODY_NAMED) -> None:
    """Move the meeting to the time that they proposed; everybody invited is asked anew."""
    with recording(by) as work:
        from ..commands.invitations import accept_proposal as accept

        time = accept(work, meeting=meeting, who=who).time
    typer.echo(f"{meeting} is moved to {time.on}.")


def decline_proposal(
    meeting: Meeting,
    who: Who,
    why: Annotated[str, typer.Option("--why", help="The reason, for whoever proposed it.")] = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Leave the meeting where it is, and tell so whoever proposed another time."""
    with recording(by) as work:
        from ..commands.invitations import decline_proposal as decline

        found = decline(work, meeting=meeting, who=who, why=why)
    typer.echo(f"{found.who} is told that {meeting} stays where it is.")


def _line(invitation: "Invitation", meeting: "Known") -> str:
    answer = invitation.answer_to(meeting).value.lower()
    state = "withdrawn" if invitation.withdrawn else answer
    parts = [f"{invitation.who}  {invitation.name} <{invitation.address}>: {state}"]
    if invitation.delegated_to:
        parts.append(f"sends {invitation.delegated_to}")
    if invitation.proposal:
        time = invitation.proposal.time
        parts.append(f"proposes {time.start.isoformat() if time.start else time.on}")
    if invitation.comment:
        parts.append("“" + " ".join(invitation.comment.split()) + "”")
    return ", ".join(parts)


COMMANDS: dict[str, tuple[Callable[..., None], str]] = {
    "invite": (invite, "M2023-01 HOD kari@example.no"),
    "uninvite": (uninvite, "M2023-01 HOD"),
    "resend": (resend, "M2023-01 HOD"),
    "invitations": (list_, "M2023-01"),
    "accept-proposal": (accept_proposal, "M2023-01 HOD"),
    "decline-proposal": (decline_proposal, "M2023-01 HOD --why 'Rommet er opptatt'"),
}
