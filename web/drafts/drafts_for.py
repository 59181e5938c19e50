"""The drafts that lie with the members, as one of them sees them: what waits for them first."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from ...domain.comments import Comment
from ...domain.consultations import Consultation
from ...domain.kinds import ConsultationStatus, OpEdStatus
from ...domain.op_eds import OpEd
from ...store import tables
from ...store.clock import local_day
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ..concerns import concerns
from ..links import address
from ..signing_in.sessions import SignedIn
from .comment_forms import own_comment, stamp_of_draft
from .comment_panel import due_line


@dataclass(frozen=True)
class DraftForMember:
    """One draft. `answered` says what its reader has answered, empty while they have not.

    `action` is where an answer is sent, made from `made_from`.
    """

    title: str
    href: str
    due: str
    answered: str
    action: str
    made_from: str


def drafts_for(work: UnitOfWork, reader: SignedIn, lang: Language) -> list[DraftForMember]:
    """Those without an answer first, each by its last day."""
    op_eds = select(OpEd).where(tables.op_ed.c.status == OpEdStatus.CIRCULATED)
    responses = select(Consultation).where(
        tables.consultation.c.status == ConsultationStatus.CIRCULATED
    )
    things: list[OpEd | Consultation] = [
        *work.session.scalars(op_eds),
        *work.session.scalars(responses),
    ]
    rows = []
    for thing in things:
        draft, own = own_comment(work, thing, reader.key)
        if draft is None or not concerns(reader, thing):
            continue
        answered = _answered(own, work, lang) if own is not None and own.stands else ""
        row = DraftForMember(
            thing.title,
            address(thing),
            due_line(draft.comments_by, work, lang),
            answered,
            f"{address(thing)}/comment",
            stamp_of_draft(work, draft, own),
        )
        rows.append(((bool(answered), draft.comments_by or date.max, thing.key), row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _answered(own: Comment, work: UnitOfWork, lang: Language) -> str:
    day = day_in_full(local_day(own.at, work.office.zone), lang)
    if own.text:
        return lang.text("You sent comments on {day}", day=day)
    return lang.text("You answered on {day} that you have no comments", day=day)
