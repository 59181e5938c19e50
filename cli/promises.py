"""`tilsvar promise …`: what others have promised, and what came of it."""

from typing import Annotated

import typer

from ..domain.dates import Edtf
from .notes import Theme
from .opening import NOBODY_NAMED, looking, recording
from .options import DATE, ORGANISATION, By, Key, On, Responsible, Why, dated

group = typer.Typer(help="Promises of others.", no_args_is_help=True)

PromiseKey = Annotated[str, typer.Argument(metavar="PROMISE", help="The promise's key.")]
ByWhen = Annotated[
    Edtf | None,
    typer.Option("--by-when", parser=dated, metavar=DATE, help="When it is to be kept by."),
]


@group.command(
    epilog="Example: tilsvar promise give HOD --what 'En plan' --by-when 2023-05 --responsible SEK1"
)
def give(
    *,
    organisation: Annotated[str, typer.Argument(metavar=ORGANISATION, help="Who promised it.")],
    what: Annotated[str, typer.Option("--what", help="What was promised.")],
    on: On = None,
    by_when: ByWhen = None,
    theme: Theme = None,
    said_in: Annotated[
        str, typer.Option("--said-in", help="Where: meeting:M2022-08 or letter:L2020-02.")
    ] = "",
    responsible: Responsible = None,
    key: Key = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Register what somebody promised the council."""
    with recording(by) as work:
        from ..commands.promises import give_promise

        promise = give_promise(
            work,
            organisation=organisation,
            what=what,
            given=on,
            by_when=by_when,
            theme=theme,
            said_in=said_in,
            responsible=responsible or "",
            key=key,
        )
    until = f", to be kept by {promise.by_when}" if promise.by_when else ""
    typer.echo(f"{promise.key} is registered: {organisation}, {promise.given}{until}.")


@group.command("list", epilog="Example: tilsvar promise list HOD")
def list_(
    organisation: Annotated[str, typer.Argument(metavar=ORGANISATION, help="Whose promises.")],
) -> None:
    """What an organisation, or one that it took over from, has promised; open ones first."""
    with looking() as (_, work):
        from ..commands.promises import promises_of
        from ..domain.organisations import Organisation
        from ..reports.columns import aligned

        line = work.succession.line(work.known(Organisation, organisation))
        rows = [["KEY", "STATUS", "GIVEN", "BY", "WHAT"]]
        rows += [
            [each.key, each.status.value, f"{each.given}", f"{each.by_when or ''}", each.title]
            for each in promises_of(work, line=line)
        ]
    typer.echo("\n".join(aligned(rows, indent="")))


@group.command(epilog="Example: tilsvar promise keep P2023-01")
def keep(*, promise: PromiseKey, on: On = None, by: By = NOBODY_NAMED) -> None:
    """A promise was kept."""
    with recording(by) as work:
        from ..commands.promises import keep_promise

        found = keep_promise(work, promise=promise, on=on)
    typer.echo(f"{promise} was kept {found.kept_on}.")


@group.command(epilog="Example: tilsvar promise drop P2023-01 --why 'Ikke lenger aktuelt'")
def drop(*, promise: PromiseKey, why: Why = "", by: By = NOBODY_NAMED) -> None:
    """Nobody waits for a promise any more."""
    with recording(by) as work:
        from ..commands.promises import drop_promise

        drop_promise(work, promise=promise, why=why)
    typer.echo(f"{promise} is dropped.")


@group.command(epilog="Example: tilsvar promise reopen P2023-01")
def reopen(*, promise: PromiseKey, by: By = NOBODY_NAMED) -> None:
    """A promise is waited for again."""
    with recording(by) as work:
        from ..commands.promises import reopen_promise

        reopen_promise(work, promise=promise)
    typer.echo(f"{promise} is open.")


@group.command(epilog="Example: tilsvar promise move P2023-01 --by-when 2023-06")
def move(*, promise: PromiseKey, by_when: ByWhen = None, by: By = NOBODY_NAMED) -> None:
    """A promise is to be kept by another day; left out, no day is known any more."""
    with recording(by) as work:
        from ..commands.promises import move_promise

        move_promise(work, promise=promise, by_when=by_when)
    typer.echo(f"{promise} is to be kept by {by_when}." if by_when else f"{promise} has no day.")


@group.command(epilog="Example: tilsvar promise withdraw P2023-01 --why 'Registrert to ganger'")
def withdraw(*, promise: PromiseKey, why: Why = "", by: By = NOBODY_NAMED) -> None:
    """A promise was registered by mistake; it stands on no timeline any more."""
    with recording(by) as work:
        from ..commands.promises import withdraw_promise

        withdraw_promise(work, promise=promise, why=why)
    typer.echo(f"{promise} is withdrawn.")


@group.command(epilog="Example: tilsvar promise restore P2023-01")
def restore(*, promise: PromiseKey, by: By = NOBODY_NAMED) -> None:
    """A promise that was withdrawn stands after all."""
    with recording(by) as work:
        from ..commands.promises import restore_promise

        restore_promise(work, promise=promise)
    typer.echo(f"{promise} stands.")
