"""`tilsvar theme form …`: the qualification form of a theme, read, filled in and taken back."""

from pathlib import Path
from typing import Annotated

import typer

from ..domain.qualification import FormField
from .follow_ups import read_text
from .opening import NOBODY_NAMED, looking, recording
from .options import By
from .output import deliver
from .themes import ThemeKey

Number = Annotated[
    int | None, typer.Option("--version", min=1, max=999_999_999, help="An earlier version.")
]


def add_to(group: typer.Typer) -> None:
    """Add the commands to those of themes."""
    group.command("form", epilog="Example: tilsvar theme form T-KOMMUNELOFT --word skjema.docx")(
        form
    )
    group.command(
        "fill-in",
        epilog="Example: tilsvar theme fill-in T-KOMMUNELOFT background --text bakgrunn.txt",
    )(fill_in)
    group.command("form-back", epilog="Example: tilsvar theme form-back T-KOMMUNELOFT 1")(form_back)


def form(
    theme: ThemeKey,
    version: Number = None,
    word: Annotated[
        Path | None, typer.Option("--word", metavar="FILE", help="Write it as a Word file instead.")
    ] = None,
) -> None:
    """The qualification form as it stands, with the stakeholders of the register."""
    with looking() as (app, work):
        from ..reports.qualification import form_sheet
        from ..reports.render_qualification import as_text, as_word
        from ..wording.language import language

        sheet = form_sheet(work, theme, version)
        lang = language(app.office.language)
        content = as_word(sheet, lang) if word else f"{as_text(sheet, lang)}\n"
    deliver(content, word)


def fill_in(
    theme: ThemeKey,
    question: Annotated[FormField, typer.Argument(metavar="QUESTION", help="Which answer.")],
    text: Annotated[
        str, typer.Option("--text", metavar="FILE", help="The new answer; - reads it.")
    ],
    by: By = NOBODY_NAMED,
) -> None:
    """Answer one question anew; the others stay, and so do all earlier versions."""
    answer = read_text(text)
    with recording(by) as work:
        from ..commands.qualification import revise_form

        found = revise_form(work, theme=theme, answers={question: answer})
    typer.echo(f"The form of {theme} stands in version {found.number}.")


def form_back(
    theme: ThemeKey,
    version: Annotated[
        int, typer.Argument(metavar="VERSION", min=1, max=999_999_999, help="Which version.")
    ],
    by: By = NOBODY_NAMED,
) -> None:
    """Let an earlier version of the form stand again, as a new one."""
    with recording(by) as work:
        from ..commands.qualification import take_back_form

        found = take_back_form(work, theme=theme, number=version)
    typer.echo(f"The form of {theme} stands in version {found.number}, as in version {version}.")
