"""What the council says in public: the marked letters and op-eds, for its own website.

Only what a person has marked is read here, and of that only what everybody may see: titles, dates,
to whom it went, and where it was printed. The three forms of the list are made from this alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from sqlalchemy import func, select

from ..domain.dates import Edtf
from ..domain.events import (
    LetterCorrected,
    LetterRestored,
    LetterWithdrawn,
    OpEdCorrected,
    OpEdPublished,
    OpEdTouched,
)
from ..domain.kinds import Kind, LetterKind
from ..domain.letters import Letter
from ..domain.op_eds import OpEd
from ..domain.public_list import (
    LINKED,
    PUT_ON,
    TAKEN_OFF,
    PublicMark,
    Statement,
    public_key,
    said_on,
)
from ..store import flow, point_tables, tables
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import edtf
from ..wording.language import Language
from ..wording.lists import joined
from .naming import Naming

CLASSES: Mapping[Kind, type[Letter | OpEd]] = {Kind.LETTER: Letter, Kind.OP_ED: OpEd}
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a list changed on which nothing has ever stood."""


@dataclass(frozen=True)
class PublicEntry:
    """One line of the list. `detail` says what it is and to whom, `when` its date in words.

    `updated` is the moment, in UTC, of the last change to it; `address` is where the council shows
    it, or nothing. `sort` is a stable English word: letter, memo, submission, consultation_response
    or op_ed.
    """

    uid: str
    sort: str
    title: str
    detail: str
    on: Edtf
    when: str
    address: str
    updated: datetime

    @property
    def year(self) -> int:
        return self.on.last.year


@dataclass(frozen=True)
class PublicList:
    """The newest first. `updated` is the moment of the last change, of what has left it too."""

    lang: Language
    entries: tuple[PublicEntry, ...]
    updated: datetime

    @property
    def years(self) -> list[tuple[int, list[PublicEntry]]]:
        """The entries by year, the latest year first."""
        by_year = groupby(self.entries, key=lambda each: each.year)
        return [(year, list(those)) for year, those in by_year]


def public_list(work: UnitOfWork, lang: Language) -> PublicList:
    """What stands on the list now, in that language."""
    marks = list(work.session.scalars(select(PublicMark).order_by(point_tables.public_mark.c.key)))
    changed = _changes(work, marks)
    shown = [each for each in marks if each.shown]
    for kind, cls in CLASSES.items():
        work.bring(cls, [each.thing for each in shown if each.kind is kind])
    naming, responses = Naming(work), _responses(work, shown)
    entries = []
    for mark in shown:
        thing: Statement = work.view(CLASSES[mark.kind], mark.thing)
        on = said_on(thing)
        if on is not None:
            sort, detail = _told(thing, responses, naming, lang)
            at = changed.get(mark.key, NEVER)
            when = edtf(on, lang)
            entries.append(
                PublicEntry(mark.uid, sort, thing.title, detail, on, when, mark.address, at)
            )
    entries.sort(key=lambda each: (each.title, each.uid))
    entries.sort(key=lambda each: (each.year, each.on.sort_key()), reverse=True)
    return PublicList(lang, tuple(entries), max(changed.values(), default=NEVER))


def _changes(work: UnitOfWork, marks: Iterable[PublicMark]) -> dict[str, datetime]:
    """When something last happened to each thing that was ever marked, by the key of its mark.

    An answer that came to a letter is nothing that the list tells, so it is no change here.
    """
    event, found = flow.event.c, {}
    for kind in CLASSES:
        keys = [each.thing for each in marks if each.kind is kind]
        query = (
            select(event.subject, func.max(event.at))
            .where(event.about == kind.value, event.subject.in_(keys), event.name.in_(TELLING))
            .group_by(event.subject)
        )
        for subject, at in work.session.execute(query):
            found[public_key(kind, subject)] = at
    return found


TELLING = tuple(
    each.__name__
    for each in (
        *(*PUT_ON.values(), *LINKED.values(), *TAKEN_OFF.values()),
        *(LetterCorrected, LetterWithdrawn, LetterRestored),
        *(OpEdCorrected, OpEdPublished, OpEdTouched),
    )
)
"""The events after which the list may say something else."""


def _responses(work: UnitOfWork, shown: Iterable[PublicMark]) -> set[str]:
    """The letters among them with which the council answered a consultation."""
    keys = [each.thing for each in shown if each.kind is Kind.LETTER]
    submission = tables.consultation.c.submission
    return set(work.session.scalars(select(submission).where(submission.in_(keys))))


def _told(
    thing: Statement, responses: Iterable[str], naming: Naming, lang: Language
) -> tuple[str, str]:
    """Its sort, and what is said of it beside its title."""
    if isinstance(thing, OpEd):
        if not thing.outlet:
            return "op_ed", lang.text("Op-ed")
        return "op_ed", lang.text("Op-ed in {outlet}", outlet=naming.title(thing.outlet))
    to = joined([naming.title(each) for each in thing.recipients], lang)
    if thing.key in responses:
        said = lang.text("Response to a consultation, to {recipients}", recipients=to)
        return "consultation_response", said
    match thing.kind:
        case LetterKind.MEMO:
            return "memo", lang.text("Memo to {recipients}", recipients=to)
        case LetterKind.SUBMISSION:
            return "submission", lang.text("Submission to {recipients}", recipients=to)
    return "letter", lang.text("Letter to {recipients}", recipients=to)
