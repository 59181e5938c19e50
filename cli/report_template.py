"""`tilsvar report-template …`: what reports in Word are filled into."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .opening import NOBODY_NAMED, looking, recording
from .options import By, Output
from .output import deliver

if TYPE_CHECKING:
    from ..domain.report_templates import SoundTemplate

group = typer.Typer(help="What reports in Word are filled into.", no_args_is_help=True)


@group.command(epilog="Example: tilsvar report-template show -o mal.docx")
def show(output: Output = None) -> None:
    """The template that is used now, to be changed in Word."""
    with looking() as (app, work):
        from ..reports.documents.word_template import built_in
        from ..store.report_templates import template_in_force

        own = template_in_force(work.session)
        content = own.content if own else built_in(app.lang.code, wide=False)
    deliver(content, output)


@group.command("set", epilog="Example: tilsvar report-template set mal.docx --by SEK1")
def change(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", exists=True, dir_okay=False, help="A .docx with the marks in it."
        ),
    ],
    by: By = NOBODY_NAMED,
) -> None:
    """Fill reports into that template from now on; it is tried out first."""
    from ..reports.documents.template_check import sound_template

    template = sound_template(file.name, file.read_bytes())
    _choose(template, by)
    typer.echo(f"Reports in Word follow {template.name}.")


@group.command(epilog="Example: tilsvar report-template back")
def back(by: By = NOBODY_NAMED) -> None:
    """Use the built-in template again; the council's own is kept."""
    _choose(None, by)
    typer.echo("Reports in Word follow the built-in template.")


def _choose(template: "SoundTemplate | None", by: str) -> None:
    with recording(by) as work:
        from ..commands.report_templates import choose_report_template

        choose_report_template(work, template=template)
