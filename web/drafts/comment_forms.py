"""The forms of comments: what a member answers about a draft, and what becomes of it."""

from typing import Literal

from ...commands.circulations import with_the_members
from ...commands.comments import comment_of
from ...domain.circulations import Circulation, WithTheMembers, key_of
from ...domain.comments import Comment, Verdict
from ...domain.consultations import Consultation
from ...domain.errors import TilsvarError
from ...domain.op_eds import OpEd
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ..deeds.acting import ChangedMeanwhile
from ..forms import Form, Text, field


class Commented(Form):
    """`act` is the button that was pressed, `to` the page on which to land."""

    text: Text = field(N_("Comments"), default="")
    act: Literal["say", "none", "withdraw", "again"] = field(N_("Answer"), default="say")
    made_from: str = ""
    to: Literal["", "mine"] = ""


class Judged(Form):
    verdict: Literal["taken", "not_taken", "open"] = field(N_("What became of them?"))
    why: str = field(N_("Why (optional)"), default="", max_length=300)
    made_from: str = ""


class TextChanged(TilsvarError):
    """The draft has got another text meanwhile. What you wrote stands here: look, and send it again."""  # noqa: E501 - the docstring is the message


class WrittenAfterAll(TilsvarError):
    """You have written something. Send it, or empty the field first."""


VERDICTS = {
    Verdict.TAKEN: N_("Taken into the text"),
    Verdict.NOT_TAKEN: N_("Not taken in"),
    Verdict.OPEN: N_("Not gone through yet"),
}


def own_comment(
    work: UnitOfWork, thing: OpEd | Consultation, who: str
) -> tuple[WithTheMembers | None, Comment | None]:
    """How the draft lies with the members, and what that person has answered about it."""
    draft = with_the_members(work, thing)
    return draft, comment_of(work, draft, who) if draft is not None else None


def stamp_of_draft(work: UnitOfWork, draft: WithTheMembers | None, own: Comment | None) -> str:
    """What the form carries: which text was read, and what its reader had answered."""
    if draft is None:
        return ""
    found = work.look(Circulation, key_of(draft.kind, draft.thing))
    texts = len(found.texts) if found is not None else 0
    return f"{draft.edition}.{texts}-{stamp_of_comment(own)}"


def stamp_of_comment(found: Comment | None) -> str:
    if found is None:
        return "0"
    return f"{len(found.wordings)}.{found.verdict.value}.{int(found.withdrawn)}"


def require_same_draft(made_from: str, now: str) -> None:
    """Raises TextChanged or ChangedMeanwhile where the form was made from something else."""
    was, so = made_from.partition("-"), now.partition("-")
    if was[0] != so[0]:
        raise TextChanged
    # A verdict of the secretariat is no conflict with what somebody writes.
    if _without_verdict(was[2]) != _without_verdict(so[2]):
        raise ChangedMeanwhile


def _without_verdict(stamp: str) -> list[str]:
    return [part for part in stamp.split(".") if part not in set(Verdict)]
