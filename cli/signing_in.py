"""`tilsvar user link`, `oidc`, `sessions` and `revoke`: how people get in, and are shown out."""

from typing import TYPE_CHECKING, Annotated

import typer

from .opening import NOBODY_NAMED, looking, opened, recording
from .options import By
from .users import Email

if TYPE_CHECKING:
    from ..bootstrap import App
    from ..domain.people import Person
    from ..store.unit_of_work import UnitOfWork


def add_to(users: typer.Typer) -> None:
    users.command(epilog="Example: tilsvar user link medlem01@ho21.example")(link)
    users.command(
        epilog="Example: tilsvar user oidc medlem01@ho21.example"
        " --tenant 3fa85f64-5717-4562-b3fc-2c963f66afa6"
    )(oidc)
    users.command(epilog="Example: tilsvar user sessions medlem01@ho21.example")(sessions)
    users.command(epilog="Example: tilsvar user revoke medlem01@ho21.example")(revoke)


def link(email: Email, by: By = NOBODY_NAMED) -> None:
    """Print a link that signs somebody in once, within an hour, in any browser.

    For the first administrator, and for whoever gets no mail. Hand it over as you would a key.
    """
    with recording(by) as work:
        from ..commands.signing_in import hand_out_link

        token = hand_out_link(work, email=email)
    with opened() as app:
        typer.echo(f"{app.settings.base_url.rstrip('/')}/sign-in/link/{token}")


def oidc(
    *,
    email: Email,
    tenant: Annotated[
        str, typer.Option("--tenant", help="The tenant of Entra ID; elsewhere the issuer.")
    ],
    subject: Annotated[
        str | None,
        typer.Option(
            "--object",
            help="The person's object id there; elsewhere the subject. Where it is left out, the"
            " first account of the tenant with this address, verified, becomes theirs.",
        ),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Let somebody sign in with their account at work (OpenID Connect)."""
    with recording(by) as work:
        from ..commands.accounts import allow_account

        person = _person(work, email)
        allow_account(work, person=person.key, tenant=tenant, subject=subject)
    if subject is None:
        typer.echo(f"{person.key} is linked at the first sign-in from {tenant}.")
    else:
        typer.echo(f"{person.key} is {subject} of {tenant}.")


def sessions(email: Email) -> None:
    """Where somebody is signed in, by number."""
    with looking() as (app, work):
        from ..commands.signing_in import sessions_of
        from ..reports.columns import aligned

        rows = [["NUMBER", "BROWSER", "SIGNED IN", "LAST SEEN", "UNTIL"]]
        for each in sessions_of(work, _person(work, email).key):
            moments = (each.created, each.last_seen, each.expires)
            local = [f"{one.astimezone(app.office.zone):%Y-%m-%d %H:%M}" for one in moments]
            rows.append([str(each.id), each.browser or "unknown", *local])
    typer.echo("\n".join(aligned(rows, indent="")))


def revoke(
    email: Email,
    session: Annotated[
        int | None,
        typer.Option("--session", help="Only this one, as `tilsvar user sessions` numbers it."),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Sign somebody out everywhere, or of one session; whoever has a role can sign in again."""
    with recording(by) as work:
        from ..commands.accounts import show_out

        person = _person(work, email)
        number = show_out(work, person=person.key, number=session)
    typer.echo(f"{person.key} is signed out of {number} session{'' if number == 1 else 's'}.")


def print_links(app: "App", base_url: str) -> None:
    """Links for one of the secretariat, the leader and one member, each for one time."""
    from datetime import timedelta

    from ..commands.signing_in import hand_out_link
    from ..domain.kinds import Role
    from ..domain.people import holding
    from ..reports.columns import aligned

    hours = 12
    rows = []
    with app.office.work(by=NOBODY_NAMED) as work:
        for role in (Role.SECRETARIAT, Role.LEADER, Role.MEMBER):
            # The last of the secretariat's keys is a person, the first its shared mailbox.
            for person in holding(role, work.people, work.today)[-1:]:
                token = hand_out_link(work, email=person.email, lasts=timedelta(hours=hours))
                rows.append([role.value, person.name, f"{base_url}/sign-in/link/{token}"])
        work.commit()
    if rows:
        typer.echo(f"Sign in, each link once, within {hours} hours:")
        typer.echo("\n".join(aligned(rows, indent="  ")))


def _person(work: "UnitOfWork", email: str) -> "Person":
    from ..commands.council import person_at

    for person in work.people:
        if email.casefold() == person.key.casefold():
            return person
    return person_at(work, email)
