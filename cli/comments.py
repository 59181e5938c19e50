"""`tilsvar comment …`: drafts go to the members, who comment on them."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..domain.comments import Verdict
from ..domain.errors import TilsvarError
from ..domain.kinds import Kind
from .opening import NOBODY_NAMED, looking, recording
from .options import DAY, By, Why, one_day

if TYPE_CHECKING:
    from ..domain.comments import Comment
    from ..store.unit_of_work import UnitOfWork

group = typer.Typer(help="Comments of the members on drafts.", no_args_is_help=True)


class NotUtf8(TilsvarError):
    """{path} is not text in UTF-8. Save it so and try again."""


class NoDraft(TilsvarError):
    """There is no op-ed or consultation {key}. Check the key."""


Thing = Annotated[
    str, typer.Argument(metavar="DRAFT", help="The key of the op-ed or the consultation.")
]
Who = Annotated[str, typer.Option("--who", metavar="PERSON", help="Who answered: the key.")]


@group.command(
    epilog="Example: tilsvar comment ask O2021-04 --until 2023-02-10 --text-file utkast.txt"
)
def ask(
    *,
    thing: Thing,
    until: Annotated[
        date,
        typer.Option("--until", parser=one_day, metavar=DAY, help="The last day for comments."),
    ],
    text_file: Annotated[
        Path | None,
        typer.Option(
            "--text-file",
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="The text to read, in UTF-8.",
        ),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Send a draft to the members for their comments."""
    with recording(by) as work:
        from ..commands.circulations import circulate

        text = _text(text_file) if text_file else ""
        kind = _kind(work, thing)
        found = circulate(work, kind=kind, key=thing, comments_by=until, text=text)
        edition = found.edition
    again = " They are asked anew." if edition > 1 else ""
    typer.echo(f"{thing} is with the members until {until}.{again}")


@group.command(epilog="Example: tilsvar comment give O2021-04 --who M01 --text 'Kort ned'")
def give(
    *,
    thing: Thing,
    who: Who,
    text: Annotated[
        str | None, typer.Option("--text", help="The comments; left out, there are none.")
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Record what somebody answered about a draft, in place of what they answered before."""
    with recording(by) as work:
        from ..commands.comments import comment_on, have_no_comments

        kind = _kind(work, thing)
        if text is None:
            found = have_no_comments(work, kind=kind, key=thing, who=who)
        else:
            found = comment_on(work, kind=kind, key=thing, who=who, text=text)
        said = _said(found)
    typer.echo(said)


@group.command(epilog="Example: tilsvar comment withdraw O2021-04 --who M01")
def withdraw(*, thing: Thing, who: Who, by: By = NOBODY_NAMED) -> None:
    """Take back what somebody answered about a draft."""
    with recording(by) as work:
        from ..commands.comments import withdraw_comment

        found = withdraw_comment(work, kind=_kind(work, thing), key=thing, who=who)
        said = f"{found.key} is withdrawn." if found else f"{who} has said nothing of {thing}."
    typer.echo(said)


@group.command(epilog="Example: tilsvar comment judge K2023-01 --as taken")
def judge(
    *,
    comment: Annotated[str, typer.Argument(metavar="COMMENT", help="The comment's key.")],
    verdict: Annotated[Verdict, typer.Option("--as", help="What became of it.")],
    why: Why = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Say whether a comment was taken into the text."""
    with recording(by) as work:
        from ..commands.comments import judge_comment

        said = _said(judge_comment(work, comment=comment, verdict=verdict, why=why))
    typer.echo(said)


@group.command("list", epilog="Example: tilsvar comment list O2021-04")
def list_(*, thing: Thing) -> None:
    """What everybody has answered about a draft."""
    with looking() as (_, work):
        from ..commands.comments import comments_on

        lines = [_said(each) for each in comments_on(work, _kind(work, thing), thing)]
    typer.echo("\n".join(lines) or f"Nobody has answered about {thing}.")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise NotUtf8(path=path) from error


def _kind(work: "UnitOfWork", thing: str) -> Kind:
    """Which of the two it is; raises NoDraft where it is neither."""
    from ..domain.consultations import Consultation
    from ..domain.op_eds import OpEd

    if work.look(OpEd, thing) is not None:
        return Kind.OP_ED
    if work.look(Consultation, thing) is not None:
        return Kind.CONSULTATION
    raise NoDraft(key=thing)


def _said(found: "Comment") -> str:
    marks = [
        "late" if found.late else "",
        "withdrawn" if found.withdrawn else "",
        "" if found.verdict is Verdict.OPEN else found.verdict.value.replace("_", " "),
    ]
    told = ", ".join(filter(None, marks))
    text = " ".join(found.text.split()) or "no comments"
    return f"{found.key} {found.by}{f' ({told})' if told else ''}: {text}"
