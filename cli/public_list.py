"""`tilsvar public …`: what the council says in public, on its own website."""

from enum import StrEnum
from typing import Annotated

import typer

from ..domain.kinds import Kind
from .opening import NOBODY_NAMED, looking, recording
from .options import By, Output
from .output import deliver

group = typer.Typer(
    help="The letters and op-eds that the council shows to everybody.", no_args_is_help=True
)


class Sort(StrEnum):
    """What can stand on the list."""

    LETTER = Kind.LETTER.value
    OP_ED = Kind.OP_ED.value


class Form(StrEnum):
    """How the list is written."""

    TEXT = "text"
    HTML = "html"
    ATOM = "atom"
    JSON = "json"


What = Annotated[Sort, typer.Argument(metavar="KIND", help="What it is: letter or op_ed.")]
ThingKey = Annotated[str, typer.Argument(metavar="KEY", help="Its key.")]


@group.command(
    "show", epilog="Example: tilsvar public show letter L2022-06 --address https://raadet.example/1"
)
def show(
    *,
    kind: What,
    key: ThingKey,
    address: Annotated[
        str, typer.Option("--address", help="Where the council shows the thing itself.")
    ] = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Put a letter or a printed op-ed on the list; what is there gets that address."""
    with recording(by) as work:
        from ..commands.public_list import show_publicly

        show_publicly(work, kind=Kind(kind), key=key, address=address)
    typer.echo(f"{key} is on the public list.")


@group.command(epilog="Example: tilsvar public hide letter L2022-06")
def hide(*, kind: What, key: ThingKey, by: By = NOBODY_NAMED) -> None:
    """Take a letter or an op-ed off the list."""
    with recording(by) as work:
        from ..commands.public_list import show_no_more

        show_no_more(work, kind=Kind(kind), key=key)
    typer.echo(f"{key} is not on the public list.")


@group.command("list", epilog="Example: tilsvar public list --format html -o uttalelser.html")
def list_(
    written: Annotated[Form, typer.Option("--format", help="How it is written.")] = Form.TEXT,
    output: Output = None,
) -> None:
    """What stands on the list, the newest first."""
    with looking() as (app, work):
        from ..reports.columns import aligned
        from ..reports.public_list import public_list
        from ..reports.render_public_list import Publisher, atom, fragment, json_feed

        found = public_list(work, app.lang)
        if written is Form.TEXT:
            rows = [["DATE", "TITLE", "WHAT", "ADDRESS"]]
            rows += [[each.when, each.title, each.detail, each.address] for each in found.entries]
            content: str | bytes = "\n".join(aligned(rows, indent="")) + "\n"
        else:
            forms = {Form.HTML: fragment, Form.ATOM: atom, Form.JSON: json_feed}
            address = f"{app.settings.base_url.rstrip('/')}/public/statements.{written.value}"
            publisher = Publisher(app.settings.council, app.office.zone, address)
            content = forms[written](found, publisher)
    deliver(content, output)
