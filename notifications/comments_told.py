"""What is told of members' comments on a draft, and who need not be asked for theirs any more."""

from ..commands.circulations import THINGS, with_the_members
from ..commands.comments import answered_by, asked, comments_on
from ..domain.circulations import Circulation
from ..domain.consultations import Consultation
from ..domain.deadlines import Deadline
from ..domain.kinds import Kind
from ..domain.op_eds import OpEd
from ..domain.people import Person
from . import contexts
from .desk import Desk
from .rendered import Rendered
from .transport import Unbuildable

FOLDERS = {Kind.OP_ED: "op-eds", Kind.CONSULTATION: "consultations"}


def comments_waiting(desk: Desk) -> contexts.CommentsMail | None:
    """The comments that nobody has gone through yet; None where there are none any more."""
    found, work = desk.thing(Circulation), desk.work
    thing: OpEd | Consultation = work.view(THINGS[found.kind], found.thing)
    every = comments_on(work, found.kind, found.thing, found.edition)
    waiting = [each for each in every if each.waits]
    if not waiting or with_the_members(work, thing) is None:
        return None
    answered = {each.by for each in every if each.stands}
    people = {person.key for person in asked(work, thing, desk.today)}
    return contexts.CommentsMail(
        **desk.reader(thing.responsible),
        title=thing.title,
        url=f"{desk.base_url}/{FOLDERS[found.kind]}/{found.thing}",
        people=tuple(work.view(Person, each.by).name for each in waiting),
        answered=len(answered & people),
        asked=len(people),
    )


def only_in_digests(mail: contexts.CommentsMail, _code: str) -> Rendered:
    """Raises Unbuildable: comments are a line of a digest and never a mail of their own."""
    raise Unbuildable(reason=f"comments on {mail.title} are told in digests only")


def asks_no_more(desk: Desk, thing: OpEd | Deadline) -> bool:
    """Whether its reader is asked for comments, and has answered meanwhile."""
    role = desk.reader(thing.responsible)["role"]
    if role is not contexts.Recipient.MEMBER:
        return False
    return desk.telling.person in answered_by(desk.work, thing)
