"""`tilsvar follow-up …`: drafts that ask for outstanding answers, and what a person decides."""

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .opening import NOBODY_NAMED, looking, recording
from .options import DAY, By, Why, one_day
from .output import deliver

if TYPE_CHECKING:
    from ..domain.follow_ups import FollowUp

group = typer.Typer(
    help="Follow-ups: drafted by the system, sent by nobody but you.", no_args_is_help=True
)

Key = Annotated[str, typer.Argument(metavar="FOLLOW-UP", help="Its key, such as F2022-01.")]


class Written(StrEnum):
    """The two written standards of Norwegian."""

    BOKMAAL = "nb"
    NYNORSK = "nn"


@group.command("list", epilog="Example: tilsvar follow-up list --all")
def list_(
    *,
    every: Annotated[
        bool, typer.Option("--all", help="Those that are decided or have lapsed, too.")
    ] = False,
) -> None:
    """The drafts that wait for a decision, one a line."""
    with looking() as (_, work):
        from ..commands.follow_ups import all_follow_ups

        for each in all_follow_ups(work, waiting=not every):
            typer.echo(_line(each))


@group.command(epilog="Example: tilsvar follow-up show F2022-01 --word purring.docx")
def show(
    follow_up: Key,
    word: Annotated[
        Path | None, typer.Option("--word", metavar="FILE", help="Write it as a Word file instead.")
    ] = None,
) -> None:
    """What it says, to be read before it is approved."""
    with looking() as (_, work):
        from ..domain.follow_ups import FollowUp
        from ..notifications.attached_drafts import as_word

        found = work.get(FollowUp, follow_up)
        content = as_word(found).content if word else f"{_line(found)}\n\n{found.text}"
    deliver(content, word)


@group.command(
    epilog="Example: tilsvar follow-up edit F2022-01 --text purring.txt\n\n"
    "Example: tilsvar follow-up edit F2022-01 --language nn"
)
def edit(
    *,
    follow_up: Key,
    text: Annotated[
        str | None,
        typer.Option(
            "--text", metavar="FILE", help="The new text, its title on the first line; - reads it."
        ),
    ] = None,
    language: Annotated[
        Written | None,
        typer.Option("--language", help="Write it anew in bokmål or nynorsk, from the template."),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put another text in the place of the draft's, or have it written in the other language."""
    if (text is None) == (language is None):
        raise typer.BadParameter("name either --text or --language", param_hint="--text")
    with recording(by) as work:
        from ..commands.follow_ups import rewrite_follow_up, write_anew
        from ..notifications.follow_up_text import FollowUpWords

        if language is not None:
            write_anew(work, follow_up=follow_up, words=FollowUpWords(), language=language.value)
        else:
            rewrite_follow_up(work, follow_up=follow_up, text=read_text(str(text)))
    typer.echo(f"{follow_up} has a new text.")


@group.command(epilog="Example: tilsvar follow-up approve F2022-01 --by SEK1")
def approve(
    follow_up: Key,
    on: Annotated[
        date | None,
        typer.Option(
            "--on", parser=one_day, metavar=DAY, help="When it is sent; today where left out."
        ),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Register it as a letter that you send; its answer is due by the council's own rule."""
    with recording(by) as work:
        from ..commands.follow_ups import approve_follow_up
        from ..notifications.follow_up_text import FollowUpWords

        letter = approve_follow_up(work, follow_up=follow_up, words=FollowUpWords(), on=on)
        to, due = letter.recipients[0], letter.obligations[0].due()
    typer.echo(f"{follow_up} is {letter.key} to {to}, sent {letter.sent}: the answer is due {due}.")


@group.command(epilog="Example: tilsvar follow-up reject F2022-01 --why 'Møte er avtalt'")
def reject(follow_up: Key, why: Why = "", by: By = NOBODY_NAMED) -> None:
    """Decide that it does not go out."""
    with recording(by) as work:
        from ..commands.follow_ups import reject_follow_up

        reject_follow_up(work, follow_up=follow_up, why=why)
    typer.echo(f"{follow_up} is rejected.")


@group.command("not-sent", epilog="Example: tilsvar follow-up not-sent F2022-01")
def not_sent(follow_up: Key, why: Why = "", by: By = NOBODY_NAMED) -> None:
    """It was approved by mistake: its letter is withdrawn, and the draft waits again."""
    with recording(by) as work:
        from ..commands.follow_ups import withdraw_approval
        from ..notifications.follow_up_text import FollowUpWords

        withdraw_approval(work, follow_up=follow_up, words=FollowUpWords(), why=why)
    typer.echo(f"{follow_up} waits for a decision again.")


def _line(follow_up: "FollowUp") -> str:
    asks = ", ".join(follow_up.letters) or "nothing any more"
    sent = f" as {follow_up.sent_as}" if follow_up.sent_as else ""
    return (
        f"{follow_up.key}  no. {follow_up.number} to {follow_up.department} about {asks}: "
        f"{follow_up.status.value}{sent}"
    )


def read_text(path: str) -> str:
    """What the file holds; - is standard input."""
    return sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
