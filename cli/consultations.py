"""`tilsvar consultation …`: public calls with a deadline that others set."""

from typing import Annotated

import typer

from ..domain.dates import Edtf
from ..domain.kinds import ConsultationKind
from .opening import NOBODY_NAMED, recording
from .options import DATE, ORGANISATION, Area, By, Key, On, Responsible, Source, dated

group = typer.Typer(help="Consultations and other public calls.", no_args_is_help=True)

Consultation = Annotated[
    str, typer.Argument(metavar="CONSULTATION", help="The consultation's key.")
]
Deadline = Annotated[
    Edtf, typer.Option("--deadline", parser=dated, metavar=DATE, help="Until when to respond.")
]


@group.command(
    epilog="Example: tilsvar consultation published --title 'Ny helselov' --publisher HOD"
    " --deadline 2023-05-02"
)
def published(
    *,
    title: Annotated[str, typer.Option("--title", help="What it is about.")],
    publisher: Annotated[
        str, typer.Option("--publisher", metavar=ORGANISATION, help="Who asks, by the key.")
    ],
    deadline: Annotated[
        Edtf | None,
        typer.Option("--deadline", parser=dated, metavar=DATE, help="Until when to respond."),
    ] = None,
    on: Annotated[
        Edtf | None,
        typer.Option("--on", parser=dated, metavar=DATE, help="When it was published, if known."),
    ] = None,
    kind: Annotated[
        ConsultationKind, typer.Option("--kind", help="Its kind.")
    ] = ConsultationKind.CONSULTATION,
    key: Key = None,
    area: Area = None,
    responsible: Responsible = None,
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Register a consultation, a call for input or a parliamentary hearing."""
    with recording(by) as work:
        from ..commands.consultations import publish_consultation

        found = publish_consultation(
            work,
            title=title,
            publisher=publisher,
            key=key,
            kind=kind,
            published=on,
            deadline=deadline,
            area=area,
            responsible=responsible,
            source=source,
        )
    until = f"the deadline is {found.deadline}" if found.deadline else "the deadline is not known"
    typer.echo(f"{found.key} published by {found.publisher}; {until}.")


@group.command(epilog="Example: tilsvar consultation moved C2023-03 --deadline 2023-06-01")
def moved(consultation: Consultation, deadline: Deadline, by: By = NOBODY_NAMED) -> None:
    """Record that the publisher has moved the deadline; reminders start anew."""
    with recording(by) as work:
        from ..commands.consultations import move_consultation

        move_consultation(work, consultation=consultation, deadline=deadline)
    typer.echo(f"The deadline of {consultation} is {deadline}.")


@group.command(
    epilog="Example: tilsvar consultation submitted C2023-03 --letter L2023-01 --on 2023-02-03"
)
def submitted(
    *,
    consultation: Consultation,
    letter: Annotated[
        str | None, typer.Option("--letter", help="The response, by the key of its letter.")
    ] = None,
    on: On = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Record the council's response, on the date of its letter unless another is given."""
    with recording(by) as work:
        from ..commands.consultations import submit_consultation
        from ..domain.consultations import Consultation as Call

        when = on if on or letter else Edtf.on(work.today)
        submit_consultation(work, consultation=consultation, letter=letter, on=when)
        found = work.get(Call, consultation)
    late = ", after the deadline" if found.late else ""
    typer.echo(f"{consultation} submitted {found.submitted}{late}.")


@group.command(epilog="Example: tilsvar consultation declined C2023-03")
def declined(consultation: Consultation, by: By = NOBODY_NAMED) -> None:
    """Record that the council will not respond."""
    with recording(by) as work:
        from ..commands.consultations import decline_consultation

        decline_consultation(work, consultation=consultation)
    typer.echo(f"{consultation} is declined.")
