"""`tilsvar due` and `tilsvar explain`: what goes out when, and how a date was worked out."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from .opening import looking, names
from .options import DAY, one_day
from .output import deliver


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def add_to(app: typer.Typer) -> None:
    app.command(epilog="Example: tilsvar due --on 2023-02-17 --format json")(due)
    app.command(epilog="Example: tilsvar explain L2020-02/HOD")(explain)


def due(
    on: Annotated[
        date | None,
        typer.Option("--on", parser=one_day, metavar=DAY, help="Today where it is left out."),
    ] = None,
    written: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.TEXT,
) -> None:
    """What would be sent on a day, to whom and why; a past day is read from the ledger.

    Sends nothing.
    """
    with looking() as (app, work):
        from ..reports.foresight import due_on
        from ..reports.render_foresight import foresight_json, foresight_text
        from ..reports.reports_of_day import reports_of_day, reports_text

        foresight = due_on(work, on or work.today)
        if written is Format.JSON:
            content = foresight_json(foresight, app.lang)
        else:
            reports = reports_text(reports_of_day(work, foresight.on), app.lang)
            content = foresight_text(foresight, app.lang) + reports
    deliver(content, None)


def explain(
    key: Annotated[
        str,
        typer.Argument(
            metavar="KEY",
            help="A letter, one answer to it, a consultation, deadline, op-ed, meeting, follow-up.",
        ),
    ],
) -> None:
    """How a due date came about: rule, inputs, skipped days, who changed it, who is reminded.

    Of a follow-up: why it was drafted, about what, when it may go out, and who decided.
    """
    with looking() as (app, work):
        from ..reports.explained_follow_up import explain_follow_up
        from ..reports.explanation import explain as ask
        from ..reports.render_explained_follow_up import follow_up_text
        from ..reports.render_explanation import explanation_text

        known, zone = names(work), app.office.zone
        if follow_up := explain_follow_up(work, key):
            content = follow_up_text(follow_up, app.lang, known, zone)
        else:
            content = explanation_text(ask(work, key), app.lang, known, zone)
    deliver(content, None)
