"""What the members say of a draft that lies with them, and what the secretariat makes of it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from ..domain.circulations import NotWithTheMembers, WithTheMembers
from ..domain.comments import Comment, NothingWritten, Verdict
from ..domain.consultations import Consultation
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.errors import DomainError
from ..domain.kinds import Kind, Role
from ..domain.ladders import Audience
from ..domain.op_eds import OpEd
from ..domain.people import Person
from ..store import comment_tables
from ..store.unit_of_work import UnitOfWork
from .circulations import THINGS, circulation, draft_of, with_the_members
from .keys import next_key

LONGEST = 50_000  # characters


class DoesNotComment(DomainError):
    """{who} does not comment on drafts: members, deputies, the leader and the secretariat do."""


class CommentTooLong(DomainError):
    """The comments have {length} characters. Send at most {most}, and the rest as a file."""


def comment_on(work: UnitOfWork, *, kind: Kind, key: str, who: str, text: str) -> Comment:
    """That person comments on the draft, or changes what they said.

    Raises NothingWritten, CommentTooLong, DoesNotComment, NotWithTheMembers and CommentsStand.
    """
    if not text.strip():
        raise NothingWritten
    if len(text) > LONGEST:
        raise CommentTooLong(length=len(text), most=LONGEST)
    return _answer(work, kind, key, who, text)


def have_no_comments(work: UnitOfWork, *, kind: Kind, key: str, who: str) -> Comment:
    """That person has read the draft and has nothing to say. Raises as `comment_on` does."""
    return _answer(work, kind, key, who, "")


def _answer(work: UnitOfWork, kind: Kind, key: str, who: str, text: str) -> Comment:
    person = work.view(Person, who)
    if person.role is Role.OBSERVER or not person.active_on(work.today):
        raise DoesNotComment(who=person.name)
    draft = _with_the_members(work, kind, key)
    # Taking the key first makes two clicks of the same button take turns.
    new = next_key(work, Comment, f"K{work.today.year}")
    found = comment_of(work, draft, who)
    if found is None:
        circulation(work, kind, key)
        found = Comment(new, kind, key, draft.edition, who)
        work.add(found)
    else:
        found = work.get(Comment, found.key)
    found.say(text, draft, work.now, work.today)
    return found


def withdraw_comment(work: UnitOfWork, *, kind: Kind, key: str, who: str) -> Comment | None:
    """That person takes back what they said, None where it was nothing.

    Raises NotWithTheMembers and CommentsStand.
    """
    draft, found = _own(work, kind, key, who)
    if found is not None:
        found.withdraw(draft, work.today)
    return found


def restore_comment(work: UnitOfWork, *, kind: Kind, key: str, who: str) -> Comment | None:
    """That person says again what they have taken back; returns and raises the same."""
    draft, found = _own(work, kind, key, who)
    if found is not None:
        found.say(found.text, draft, work.now, work.today)
    return found


def judge_comment(work: UnitOfWork, *, comment: str, verdict: Verdict, why: str = "") -> Comment:
    """Say whether it was taken into the text, and why if that helps. Raises NothingToJudge."""
    found = work.get(Comment, comment)
    found.judge(verdict, why)
    return found


def _with_the_members(work: UnitOfWork, kind: Kind, key: str) -> WithTheMembers:
    thing: OpEd | Consultation = work.get(THINGS[kind], key)
    draft = with_the_members(work, thing)
    if draft is None:
        raise NotWithTheMembers(thing=key)
    return draft


def _own(work: UnitOfWork, kind: Kind, key: str, who: str) -> tuple[WithTheMembers, Comment | None]:
    draft = _with_the_members(work, kind, key)
    found = comment_of(work, draft, who)
    return draft, work.get(Comment, found.key) if found is not None else None


def comment_of(work: UnitOfWork, draft: WithTheMembers, who: str) -> Comment | None:
    """What that person answered about this edition, also if it is withdrawn; for looking only."""
    found = comments_on(work, draft.kind, draft.thing, draft.edition)
    return next((each for each in found if each.by == who), None)


def comments_on(
    work: UnitOfWork, kind: Kind, key: str, edition: int | None = None
) -> Sequence[Comment]:
    """What everybody answered, by key: about one edition of the draft, or about all of them."""
    work.session.flush()
    comment = comment_tables.comment.c
    query = select(Comment).where(comment.kind == kind, comment.thing == key)
    if edition is not None:
        query = query.where(comment.edition == edition)
    return work.session.scalars(query.order_by(comment.key)).all()


def asked(work: UnitOfWork, thing: Entity, day: date) -> list[Person]:
    """The members who are asked, by key: all who are not away on that day in Oslo."""
    return work.roll.hears(Audience.MEMBERS, thing, day)


def hearing(work: UnitOfWork, who: str, entity: Entity, day: date) -> list[Person]:
    """Those to remind on that day; of the members only those who have not answered yet."""
    people = work.roll.hears(who, entity, day)
    if who != Audience.MEMBERS or not people:
        return people
    answered = answered_by(work, entity)
    return [each for each in people if each.key not in answered]


def answered_by(work: UnitOfWork, entity: Entity) -> frozenset[str]:
    """Whoever has answered about the draft that they are reminded of by an op-ed or a deadline."""
    thing = draft_of(work, entity) if isinstance(entity, Deadline) else entity
    if not isinstance(thing, OpEd | Consultation):
        return frozenset()
    draft = with_the_members(work, thing)
    if draft is None:
        return frozenset()
    found = comments_on(work, draft.kind, draft.thing, draft.edition)
    return frozenset(each.by for each in found if each.stands)
