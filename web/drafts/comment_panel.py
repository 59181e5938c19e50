"""A draft that lies with the members, on its thing's page: the text, one's own answer, all answers.

Members read their own; whoever is responsible, the secretariat and the leader read them all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from starlette.requests import Request

from ...commands.circulations import Circulated
from ...commands.comments import asked, comments_on
from ...domain.circulations import Circulation, WithTheMembers, key_of
from ...domain.comments import Comment, Verdict
from ...domain.kinds import ConsultationStatus, Kind, OpEdStatus
from ...domain.op_eds import OpEd
from ...store.clock import local_day
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, with_weekday
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ...wording.periods import working_days
from ..access import sends
from ..forms import Filled, blank
from ..links import address
from ..names import Names
from ..rules import OFFICE
from ..signing_in.sessions import SignedIn
from .comment_forms import VERDICTS, Commented, own_comment, stamp_of_comment, stamp_of_draft

NOT_OUT = (OpEdStatus.IDEA, OpEdStatus.DRAFT)
NOT_YET = (ConsultationStatus.ANNOUNCED, ConsultationStatus.DRAFTING)

COLOURS = {Verdict.TAKEN: "success", Verdict.NOT_TAKEN: "neutral"}


@dataclass(frozen=True)
class Said:
    """One comment as it is read. `judge` is where its verdict is sent, empty where it may not be.

    `verdict` is empty while nobody has gone through it.
    """

    who: str
    paragraphs: list[str]
    when: str
    late: bool
    verdict: str
    colour: str
    why: str
    judge: str
    made_from: str


@dataclass(frozen=True)
class Answers:
    """All that was said of one edition. `none` are the names of those who had no comments."""

    heading: str
    counted: str
    missing: list[str]
    comments: list[Said]
    none: list[str]


@dataclass(frozen=True)
class CommentPanel:
    """`form` is None where the reader cannot answer now, `stands` why, if they have answered.

    `answers` are all editions, the newest first, for those who read them all. `keys` are the
    comments of which the history may tell this reader.
    """

    paragraphs: list[str]
    due: str
    action: str
    form: Filled[Commented] | None
    made_from: str
    own: Said | None
    answered: bool
    stands: str
    answers: list[Answers]
    desk: bool
    keys: list[str]


def comment_panel(
    request: Request,
    reader: SignedIn,
    thing: Circulated,
    work: UnitOfWork,
    *,
    names: Names,
    lang: Language,
    form: Filled[Commented] | None = None,
) -> CommentPanel | None:
    """None where it is not with the members and nobody has said anything about it.

    `form` is what was sent and is not in order.
    """
    kind = Kind.OP_ED if isinstance(thing, OpEd) else Kind.CONSULTATION
    draft, own = own_comment(work, thing, reader.key)
    every = [each for each in comments_on(work, kind, thing.key) if each.wordings]
    desk = reader.role in (OFFICE or ()) or thing.responsible == reader.key
    seen = every if desk else [each for each in every if each.by == reader.key]
    if draft is None and not seen and form is None:
        return None
    told = _Telling(request, reader, work, names, lang)
    action = f"{address(thing)}/comment"
    may = sends(request, reader.role, action) and draft is not None
    open_ = may and (own is None or own.may_change(draft, work.today))
    mine = own or next((each for each in reversed(seen) if each.by == reader.key), None)
    text = own.text if own is not None and own.stands else ""
    return CommentPanel(
        paragraphs=_text(work, kind, thing, desk=desk),
        due=due_line(draft.comments_by, work, lang) if draft else "",
        action=action,
        form=form or (blank(Commented, lang, text=text) if open_ else None),
        made_from=stamp_of_draft(work, draft, own),
        own=told.said(mine) if mine is not None and mine.stands else None,
        answered=own is not None and own.stands,
        stands=_stands(draft, own, lang) if may and not open_ else "",
        answers=_answers(told, thing, draft, every) if desk else [],
        desk=desk,
        keys=[each.key for each in seen],
    )


@dataclass(frozen=True)
class _Telling:
    """Puts comments into words for one reader."""

    request: Request
    reader: SignedIn
    work: UnitOfWork
    names: Names
    lang: Language

    def name(self, comment: Comment) -> str:
        return self.names.people.get(comment.by, comment.by)

    def said(self, comment: Comment) -> Said:
        day = local_day(comment.at, self.work.office.zone)
        judge = f"/comments/{quote(comment.key, safe='')}"
        may = comment.stands and sends(self.request, self.reader.role, judge)
        judged = comment.verdict is not Verdict.OPEN
        return Said(
            who=self.name(comment),
            paragraphs=paragraphs(comment.text),
            when=day_in_full(day, self.lang),
            late=comment.late,
            verdict=self.lang.text(VERDICTS[comment.verdict]) if judged else "",
            colour=COLOURS.get(comment.verdict, ""),
            why=comment.why,
            judge=judge if may else "",
            made_from=stamp_of_comment(comment),
        )


def paragraphs(text: str) -> list[str]:
    """The text in its paragraphs; single ends of lines stay within them."""
    plain = text.replace("\r\n", "\n").strip()
    return [each.strip("\n") for each in plain.split("\n\n") if each.strip()]


def due_line(day: date | None, work: UnitOfWork, lang: Language) -> str:
    """The last day for comments, as seen from today: "Merknadsfrist fredag 10. februar …"."""
    if day is None:
        return lang.text("No last day for comments")
    if day == work.today:
        return lang.text("Comments are due today")
    if day < work.today:
        return lang.text("Comments were due {day}", day=with_weekday(day, lang))
    left = work.calendar.count(work.today, day)
    if not left:
        return lang.text("Comments by {day}", day=with_weekday(day, lang))
    return lang.text(
        "Comments by {day}, in {days}",
        day=with_weekday(day, lang),
        days=working_days(left, lang),
    )


def _text(work: UnitOfWork, kind: Kind, thing: Circulated, *, desk: bool) -> list[str]:
    """What there is to read; a draft that was called back is for the desk alone."""
    called_back = thing.status in (*NOT_OUT, *NOT_YET)
    found = work.look(Circulation, key_of(kind, thing.key))
    return paragraphs(found.text) if found is not None and (desk or not called_back) else []


def _stands(draft: WithTheMembers | None, own: Comment | None, lang: Language) -> str:
    """Why an answer cannot be changed any more."""
    if draft is None or own is None or draft.comments_by is None:
        return ""
    return lang.text(
        "The last day for comments was {day}, and what you answered stands. "
        "Write to the secretariat if something must be changed.",
        day=day_in_full(draft.comments_by, lang),
    )


def _answers(
    told: _Telling, thing: Circulated, draft: WithTheMembers | None, every: Sequence[Comment]
) -> list[Answers]:
    editions = {each.edition for each in every} | ({draft.edition} if draft else set())
    newest = max(editions, default=1)
    return [
        _answers_about(
            told, thing, edition == newest, [each for each in every if each.edition == edition]
        )
        for edition in sorted(editions, reverse=True)
    ]


def _answers_about(
    told: _Telling, thing: Circulated, newest: bool, found: Iterable[Comment]
) -> Answers:
    lang, standing = told.lang, [each for each in found if each.stands]
    heading = lang.text("Comments") if newest else lang.text("Comments on an earlier draft")
    by = {each.by for each in standing}
    people = asked(told.work, thing, told.work.today) if newest else []
    missing = [each.name for each in people if each.key not in by]
    answered = len(people) - len(missing)
    so_far = lang.text(
        "{count} of {all} members have answered.",
        count=capitalised(counted(answered, lang, "neuter")),
        all=len(people),
    )
    return Answers(
        heading,
        so_far if people else "",
        missing,
        [told.said(each) for each in standing if each.text],
        [told.name(each) for each in standing if not each.text],
    )
