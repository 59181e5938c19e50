"""`tilsvar contact …`: whom to turn to at an organisation, and forgetting them."""

from typing import Annotated

import typer

from ..domain.errors import TilsvarError
from .opening import NOBODY_NAMED, looking, recording
from .options import ORGANISATION, By, Key


class NotSure(TilsvarError):
    """Nothing is erased: it cannot be undone. Add --yes to erase {contact} for good."""


group = typer.Typer(help="Whom to turn to at an organisation.", no_args_is_help=True)

Who = Annotated[str, typer.Argument(metavar=ORGANISATION, help="Its key, such as HOD.")]
ContactKey = Annotated[str, typer.Argument(metavar="CONTACT", help="The contact's key.")]


@group.command("list", epilog="Example: tilsvar contact list HOD")
def list_(organisation: Who) -> None:
    """The contacts at an organisation: function, name, address, and why each is kept."""
    with looking() as (_, work):
        from ..commands.contacts import contacts_of
        from ..domain.organisations import Organisation
        from ..reports.columns import aligned

        line = work.succession.line(work.known(Organisation, organisation))
        rows = [["KEY", "FUNCTION", "NAME", "E-MAIL", "PURPOSE"]]
        rows += [
            [each.key, each.function, each.name, each.email, each.purpose]
            for each in contacts_of(work, line)
        ]
    typer.echo("\n".join(aligned(rows, indent="")))


@group.command(
    epilog="Example: tilsvar contact add HOD --function Postmottak --purpose 'alle brev'"
)
def add(
    *,
    organisation: Who,
    function: Annotated[str, typer.Option("--function", help="What they do there.")],
    purpose: Annotated[str, typer.Option("--purpose", help="Why it is kept.")],
    name: Annotated[str, typer.Option("--name", help="Only where a person is needed.")] = "",
    email: Annotated[str, typer.Option("--email", help="The address.")] = "",
    themes: Annotated[
        list[str] | None, typer.Option("--theme", help="For this theme. Repeat it for each.")
    ] = None,
    key: Key = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Register a function, with a person only where that is needed."""
    with recording(by) as work:
        from ..commands.contacts import add_contact

        found = add_contact(
            work,
            organisation=organisation,
            function=function,
            purpose=purpose,
            name=name,
            email=email,
            themes=themes or (),
            key=key,
        )
    typer.echo(f"{found.key} is registered at {organisation}.")


@group.command(epilog="Example: tilsvar contact erase HOD-01 --yes")
def erase(
    *,
    contact: ContactKey,
    yes: Annotated[bool, typer.Option("--yes", help="You are sure.")] = False,
    by: By = NOBODY_NAMED,
) -> None:
    """Forget who a contact was, wherever that is kept. It cannot be undone."""
    if not yes:
        raise NotSure(contact=contact)
    with recording(by) as work:
        from ..commands.contacts import erase_contact

        found = erase_contact(work, contact=contact)
    typer.echo(f"{found.key} is erased; that there was a contact at {found.organisation} stays.")
