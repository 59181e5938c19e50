"""`tilsvar report freeze` and `frozen`: the unanswered letters as they were on a day, for good."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ..domain.errors import TilsvarError
from .opening import NOBODY_NAMED, key_of, looking, opened
from .options import DAY, By, Output, one_day
from .output import deliver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..domain.snapshots import Snapshot


class NoSuchList(TilsvarError):
    """There is no frozen list {key}. See `tilsvar report frozen`."""


class NoSuchFile(TilsvarError):
    """The list {key} has no file of the format {ending}: it has {endings}."""


class File(StrEnum):
    """What is kept of each list; PDF only where the machine could make it."""

    WORD = "docx"
    PDF = "pdf"
    JSON = "json"


def add_to(group: typer.Typer) -> None:
    """Put these commands beside the reports."""
    group.command(
        epilog="Example: tilsvar report freeze --as-of 2022-12-31 --note 'Til Riksrevisjonen'"
    )(freeze)
    group.command(epilog="Example: tilsvar report frozen 2022-12-31 --as docx -o restanser.docx")(
        frozen
    )


def freeze(
    *,
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            parser=one_day,
            metavar=DAY,
            help="As it stood at the end of that day; today where it is left out.",
        ),
    ] = None,
    note: Annotated[str, typer.Option("--note", help="Why it is frozen; stands in it.")] = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Keep the list of unanswered letters as it stood on a day; it is never changed."""
    with opened() as app:
        from ..reports.freezing import freeze_by_hand

        who = key_of(app, by)
        with app.office.reading() as work:
            day = as_of or work.today
        made = freeze_by_hand(
            app.office,
            app.settings.council,
            app.settings.base_url,
            as_of=day,
            note=note,
            by=who,
        )
    typer.echo(f"{made.key} is frozen: {len(made.rows)} unanswered.")


def frozen(
    key: Annotated[
        str | None, typer.Argument(metavar="LIST", help="Its key; without one, all are shown.")
    ] = None,
    kind: Annotated[File, typer.Option("--as", help="Which of its files.")] = File.JSON,
    output: Output = None,
) -> None:
    """The frozen lists, or one of them as it was written."""
    with looking() as (_, work):
        from ..domain.snapshots import UNANSWERED
        from ..store.report_tables import file_of, list_snapshots, snapshot_of

        if key is None:
            content: str | bytes = _listed(list_snapshots(work.session, UNANSWERED))
        else:
            found, file = snapshot_of(work.session, key), file_of(work.session, key, kind)
            if found is None:
                raise NoSuchList(key=key)
            if file is None:
                raise NoSuchFile(key=key, ending=kind.value, endings=", ".join(sorted(found.files)))
            content = file.content
    deliver(content, output)


def _listed(found: "Sequence[Snapshot]") -> str:
    from ..reports.columns import aligned

    rows = [["LIST", "AS OF", "UNANSWERED", "FILES", "NOTE"]]
    rows += [
        [
            each.key,
            each.as_of.isoformat(),
            str(len(each.rows)),
            " ".join(sorted(each.files)),
            each.note,
        ]
        for each in found
    ]
    return "\n".join(aligned(rows, indent="")) + "\n"
