"""`tilsvar answer-rule …`, `morning`: how long answers may take, and when reminders go out."""

from datetime import time
from typing import Annotated

import typer

from ..domain.due_dates import Period
from ..domain.kinds import LetterKind
from .opening import NOBODY_NAMED, looking, recording
from .options import By, an_hour, said_by_typer

group = typer.Typer(help="How long answers to letters may take.", no_args_is_help=True)


@group.command("list", epilog="Example: tilsvar answer-rule list")
def rules() -> None:
    """The rule of each kind of letter, and what they rest on."""
    with looking() as (_, work):
        from ..wording.language import language
        from ..wording.periods import period

        for kind, length in work.rules.answer_periods.items():
            asked = "expected" if work.rules.expects_answer[kind] else "only where chosen"
            typer.echo(f"{kind}: {period(length, language('en'))}, {asked}")
        typer.echo(work.rules.legal_basis or "The council's own rule.")


@group.command("set", epilog="Example: tilsvar answer-rule set memo --period '10 working days'")
def change(
    kind: Annotated[LetterKind, typer.Argument(metavar="KIND", help="The kind of letter.")],
    *,
    period: Annotated[
        Period | None,
        typer.Option(
            "--period",
            parser=said_by_typer(Period.parse),
            metavar="PERIOD",
            help="Such as '1 month', '2 weeks', '14 calendar days' or '10 working days'.",
        ),
    ] = None,
    expected: Annotated[
        bool | None,
        typer.Option("--expected/--not-expected", help="Whether an answer is, unless chosen."),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Change the rule of one kind; answers that are still expected are worked out again."""
    with recording(by) as work:
        from ..commands.rules import change_answer_rule

        change_answer_rule(work, kind=kind, period=period, expected=expected)
    rules()


@group.command(epilog="Example: tilsvar answer-rule basis 'Utredningsinstruksen punkt 3-3'")
def basis(
    text: Annotated[
        str, typer.Argument(metavar="BASIS", help="Empty ('') for the council's own rule.")
    ],
    by: By = NOBODY_NAMED,
) -> None:
    """Say what the periods rest on, as it stands wherever a date is explained."""
    with recording(by) as work:
        from ..commands.rules import change_legal_basis

        change_legal_basis(work, basis=text)
    rules()


def add_to(app: typer.Typer) -> None:
    """Add the command that stands at the top."""
    app.command(epilog="Example: tilsvar morning 08:00")(morning)


def morning(
    hour: Annotated[
        time | None, typer.Argument(parser=an_hour, metavar="HH:MM", help="The hour in Oslo.")
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Choose the hour at which reminders go out; without one, show it."""
    if hour is not None:
        with recording(by) as work:
            from ..commands.rules import change_morning

            change_morning(work, hour=hour)
    with looking() as (_, work):
        typer.echo(f"Reminders go out at {work.rules.morning.isoformat('minutes')}.")
