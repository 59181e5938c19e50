"""What needs a person about drafts: comments that came in and that nobody has gone through."""

from sqlalchemy import select

from ...commands.circulations import THINGS, with_the_members
from ...commands.comments import asked, comments_on
from ...domain.comments import Comment, Verdict
from ...domain.consultations import Consultation
from ...domain.op_eds import OpEd
from ...store import comment_tables
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ..links import address
from .need_lines import Item, Need, need


def comments_to_go_through(work: UnitOfWork, lang: Language) -> Need | None:
    """The drafts whose last day for comments is over, or about which everybody has answered."""
    comment = comment_tables.comment.c
    waiting = select(comment.kind, comment.thing).where(
        comment.verdict == Verdict.OPEN, comment.withdrawn.is_(False)
    )
    items = []
    for kind, key in sorted({(row.kind, row.thing) for row in work.session.execute(waiting)}):
        thing: OpEd | Consultation | None = work.look(THINGS[kind], key)
        item = _item(work, thing, lang) if thing is not None else None
        if item is not None:
            items.append(item)
    n = len(items)
    sentence = lang.plural(
        "Comments on {count} draft wait to be gone through.",
        "Comments on {count} drafts wait to be gone through.",
        n,
        count=counted(n, lang, "neuter"),
    )
    action = lang.text("Read the comments")
    return need("comments", items, sentence, action, lang)


def _item(work: UnitOfWork, thing: OpEd | Consultation, lang: Language) -> Item | None:
    draft = with_the_members(work, thing)
    if draft is None:
        return None
    every: list[Comment] = [
        each for each in comments_on(work, draft.kind, thing.key, draft.edition) if each.stands
    ]
    waiting = sum(each.waits for each in every)
    by = {each.by for each in every}
    missing = [each for each in asked(work, thing, work.today) if each.key not in by]
    if not waiting or (missing and not draft.is_late(work.today)):
        return None
    detail = lang.plural(
        "{count} comment has not been gone through",
        "{count} comments have not been gone through",
        waiting,
        count=capitalised(counted(waiting, lang, "common")),
    )
    return Item(thing.title, address(thing), detail, thing.title)
