"""What is said after somebody has answered about a draft, and after an answer was judged."""

from starlette.requests import Request

from ...commands.circulations import THINGS
from ...domain.comments import Comment, Verdict
from ...domain.consultations import Consultation
from ...domain.kinds import Kind
from ...domain.op_eds import OpEd
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..access import sends
from ..concerns import concerns
from ..drafts.comment_forms import own_comment, stamp_of_comment, stamp_of_draft
from ..links import address
from ..names import Names
from ..rules import SAFE_METHODS
from ..signing_in.sessions import SignedIn
from .done import Done, Undoing

ANSWERED = "commented"
JUDGED_ONE = "comment-judged"
"""How addresses name what was done."""

JUDGED = {
    Verdict.TAKEN: N_("The comments of {who} are recorded as taken into the text."),
    Verdict.NOT_TAKEN: N_("The comments of {who} are recorded as not taken in."),
    Verdict.OPEN: N_("The comments of {who} are to be gone through again."),
}


def commented(
    request: Request, reader: SignedIn, work: UnitOfWork, lang: Language, *, to: str = ""
) -> Done | None:
    """The sentence, made of what is so now; `to` names the page on which the undo lands."""
    asked = request.query_params
    what, about = asked.get("done", ""), asked.get("about", "")
    if request.method not in SAFE_METHODS or what not in (ANSWERED, JUDGED_ONE):
        return None
    if what == JUDGED_ONE:
        return _judged(request, reader, work, lang, about)
    kind, _, key = about.partition("/")
    cls = THINGS.get(Kind(kind)) if kind in THINGS else None
    thing: OpEd | Consultation | None = work.look(cls, key) if cls is not None else None
    if thing is None or not concerns(reader, thing):
        return None
    return _answered(reader, work, lang, thing, to)


def _answered(
    reader: SignedIn, work: UnitOfWork, lang: Language, thing: OpEd | Consultation, to: str
) -> Done | None:
    draft, own = own_comment(work, thing, reader.key)
    if draft is None or own is None:
        return None
    said, act = _said(own, thing.title, lang)
    fields = (("act", act), ("made_from", stamp_of_draft(work, draft, own)), ("to", to))
    undo = Undoing(f"{address(thing)}/comment", fields)
    return Done(said, undo=undo if own.may_change(draft, work.today) else None)


def _said(own: Comment, title: str, lang: Language) -> tuple[str, str]:
    """The sentence, and the act that takes it back."""
    if own.withdrawn:
        return lang.text("Your answer about {title} is withdrawn.", title=title), "again"
    if own.text:
        said = lang.text("Your comments on {title} are sent to the secretariat.", title=title)
    else:
        said = lang.text("You have answered that you have no comments on {title}.", title=title)
    return said, "withdraw"


def _judged(
    request: Request, reader: SignedIn, work: UnitOfWork, lang: Language, about: str
) -> Done | None:
    found, path = work.look(Comment, about), f"/comments/{about}"
    if found is None or not found.stands or not sends(request, reader.role, path):
        return None
    who = Names(work).people.get(found.by, found.by)
    said = lang.text(JUDGED[found.verdict], who=who)
    if found.verdict is Verdict.OPEN:
        return Done(said)
    fields = (("verdict", Verdict.OPEN.value), ("made_from", stamp_of_comment(found)))
    return Done(said, undo=Undoing(path, fields))
