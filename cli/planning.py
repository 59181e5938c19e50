"""`tilsvar plan`: the council's own steps towards a consultation's deadline, counted backwards."""

from enum import StrEnum
from typing import Annotated

import typer

from .opening import NOBODY_NAMED, looking, recording
from .options import By
from .output import deliver


class Written(StrEnum):
    NB = "nb"
    NN = "nn"


def add_to(app: typer.Typer) -> None:
    app.command(epilog="Example: tilsvar plan C2023-03 --adopt")(plan)


def plan(
    *,
    consultation: Annotated[
        str, typer.Argument(metavar="CONSULTATION", help="The consultation's key.")
    ],
    adopt: Annotated[
        bool, typer.Option("--adopt", help="Make deadlines of the steps; they follow the plan.")
    ] = False,
    request_more_time: Annotated[
        bool,
        typer.Option("--request-more-time", help="Draft a letter that asks for more time."),
    ] = False,
    language: Annotated[
        Written | None,
        typer.Option("--language", help="The language of that letter; else the publisher's."),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Plan backwards: papers, meeting, comments, approval, submission, each with its reason."""
    if adopt:
        with recording(by) as work:
            from ..commands.planning import adopt as take_on

            take_on(work, consultation=consultation)
    with looking() as (app, work):
        from ..reports.render_plan import plan_text, shown_plan

        shown = shown_plan(work, consultation)
        content = plan_text(shown, work.calendar, app.lang)
        if request_more_time:
            from ..commands.follow_ups import language_of
            from ..domain.consultations import Consultation
            from ..notifications.asking_for_time import more_time_letter

            found = work.view(Consultation, consultation)
            content = more_time_letter(
                work,
                found,
                shown.plan,
                council=app.settings.council,
                code=language.value if language else language_of(work, found.publisher),
            )
    deliver(content, None)
