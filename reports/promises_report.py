"""What became of the points that letters raised, and of what others promised the council.

A point is as it was last seen by the day, a promise as it stood at the end of it. What an interim
reply promised is a promise too: the answer itself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from ..domain.dates import Edtf
from ..domain.events import PromiseDropped
from ..domain.kinds import Kind, ReplyKind
from ..domain.letters import Letter
from ..domain.meetings import Meeting
from ..domain.obligations import Obligation
from ..domain.points import Judgement, Point, Uptake
from ..domain.promises import Promise, PromiseStatus
from ..domain.sentences import N_
from ..domain.words import UPTAKES
from ..store import flow, point_tables
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from ..wording.numbers import capitalised
from . import happenings
from .asked import Asked
from .documents.document import Cell, Coded, Column, Document, Linked, Section, Table, Value
from .naming import Naming

KEPT, DROPPED, PASSED, WAITING = (
    N_("Kept"),
    N_("Dropped"),
    N_("Not kept in time"),
    N_("Not kept yet"),
)
CODES = {KEPT: "kept", DROPPED: "dropped", PASSED: "passed", WAITING: "waiting"}
"""How a program reads them."""


def promises_report(work: UnitOfWork, asked: Asked, lang: Language) -> Document:
    """Points of the letters sent in the period, and promises that were given in it."""
    naming, raised = Naming(work), list(_raised(work, asked))
    counts = (_counts(raised, lang),) if raised else ()
    return Document(
        "promises",
        lang.text("Promises and uptake"),
        asked.as_of,
        lang,
        (
            Section(
                lang.text("Points raised in letters"),
                (),
                (*counts, _points(raised, lang)),
            ),
            Section(
                lang.text("What others have promised"),
                (),
                (_promises(_promised(work, asked, naming, lang), lang),),
            ),
        ),
        period=asked.period,
        made_from=lang.text(
            "Made from the points registered with each letter and what was last said of them, from "
            "the promises registered, and from the dates that interim replies gave. What was "
            "withdrawn is left out."
        ),
        wide=True,
    )


@dataclass(frozen=True)
class Raised:
    """A point with its letter, and what was known of it on the day."""

    letter: Letter
    point: Point
    judged: Judgement | None

    @property
    def uptake(self) -> Uptake:
        return self.judged.uptake if self.judged else Uptake.UNKNOWN


def _raised(work: UnitOfWork, asked: Asked) -> Iterator[Raised]:
    """By letter, the first sent first, and then in the order of the letter."""
    query = select(Point).where(~point_tables.point.c.withdrawn)
    points = list(work.session.scalars(query))
    work.bring(Letter, [each.letter for each in points])
    every = [(work.view(Letter, each.letter), each) for each in points]
    every.sort(key=lambda pair: (pair[0].sent.sort_key(), pair[0].key, pair[1].number))
    for letter, point in every:
        if not letter.withdrawn and asked.covers(letter.sent):
            yield Raised(letter, point, point.judged(asked.as_of))


def _counts(raised: Iterable[Raised], lang: Language) -> Table:
    found = Counter(each.uptake for each in raised)
    columns = (
        Column("uptake", lang.text("What has become of them"), width=5),
        Column("points", lang.text("Points"), Value.NUMBER),
    )
    rows = [(_uptake(each, lang), found[each]) for each in Uptake]
    return Table("uptake", "", columns, rows, lang.text("No points are registered."))


def _points(raised: Iterable[Raised], lang: Language) -> Table:
    columns = (
        Column("sent", lang.text("Sent"), Value.DATE, width=3),
        Column("letter", lang.text("Letter"), width=4),
        Column("point", lang.text("Point"), width=5),
        Column("uptake", lang.text("Status")),
        Column("where", lang.text("Where it is seen"), width=4, spare=True),
        Column("seen", lang.text("Seen"), Value.DATE, width=3, spare=True),
    )
    rows = [
        (
            each.letter.sent,
            Linked(each.letter.title, f"/letters/{each.letter.key}"),
            Linked(each.point.text, f"/points/{each.point.key}"),
            _uptake(each.uptake, lang),
            each.judged.where if each.judged else "",
            each.judged.on if each.judged else None,
        )
        for each in raised
    ]
    title = lang.text("Point by point") if rows else ""
    return Table("points", title, columns, rows, lang.text("No points are registered."))


def _uptake(uptake: Uptake, lang: Language) -> Coded:
    return Coded(capitalised(lang.text(UPTAKES[uptake])), uptake.value)


@dataclass(frozen=True)
class Promised:
    """One promise as it stood: `state` is an English sentence that is translated."""

    given: Edtf
    key: str
    who: Coded
    what: Linked
    by_when: Edtf | None
    state: str
    kept: Edtf | None
    where: str


def _promised(work: UnitOfWork, asked: Asked, naming: Naming, lang: Language) -> list[Promised]:
    """Those that were registered and those of interim replies, the first given first."""
    found = [
        *_registered(work, asked, naming, lang),
        *_in_replies(work, asked, naming, lang),
    ]
    return sorted(found, key=lambda each: (each.given.sort_key(), each.key))


def _registered(
    work: UnitOfWork, asked: Asked, naming: Naming, lang: Language
) -> Iterator[Promised]:
    dropped = _dropped(work)
    for each in work.all(Promise):
        if each.withdrawn or not asked.covers(each.given):
            continue
        state, kept = _state(each.by_when, asked.as_of), None
        if each.status is PromiseStatus.DROPPED and dropped.get(each.key, date.min) <= asked.as_of:
            state = DROPPED
        elif each.kept_on is not None and each.kept_on.last <= asked.as_of:
            state, kept = KEPT, each.kept_on
        yield Promised(
            each.given,
            each.key,
            Coded(naming.title(each.organisation), each.organisation),
            Linked(each.what, f"/promises/{each.key}"),
            each.by_when,
            state,
            kept,
            _said_in(each.said_in, work, lang),
        )


def _dropped(work: UnitOfWork) -> dict[str, date]:
    """The day in Oslo on which each promise was last given up."""
    event = flow.event.c
    query = (
        select(event.subject, func.max(event.at))
        .where(event.about == Kind.PROMISE.value, event.name == PromiseDropped.__name__)
        .group_by(event.subject)
    )
    zone = work.office.zone
    return {key: local_day(at, zone) for key, at in work.session.execute(query)}


def _in_replies(
    work: UnitOfWork, asked: Asked, naming: Naming, lang: Language
) -> Iterator[Promised]:
    """The answers that interim replies promised by a date."""
    for came in happenings.came_in(work, asked):
        promised = came.reply.promised
        obligation = next(one for one in came.letter.obligations if came.reply in one.replies)
        if promised is None:
            continue
        answer = _answer(obligation, asked.as_of)
        state = _state(promised, asked.as_of)
        if answer is not None:
            state = KEPT
        elif obligation.closed(asked.as_of):
            state = DROPPED
        who = came.reply.answered_by or obligation.recipient
        yield Promised(
            came.on,
            came.letter.key,
            Coded(naming.title(who), who),
            Linked(
                lang.text("An answer to “{title}”", title=came.letter.title),
                f"/letters/{came.letter.key}",
            ),
            promised,
            state,
            answer,
            lang.text("Interim reply"),
        )


def _answer(obligation: Obligation, as_of: date) -> Edtf | None:
    """When the answer came, if it had by the day; what was signed off has none."""
    came = [
        each.received
        for each in obligation.replies
        if each.kind is ReplyKind.FINAL and each.counts(as_of)
    ]
    return min(came, key=Edtf.sort_key, default=None)


def _state(by_when: Edtf | None, as_of: date) -> str:
    """How it stands while it is not kept: its time counts from the last day of its date."""
    return PASSED if by_when is not None and by_when.last < as_of else WAITING


def _said_in(said_in: str, work: UnitOfWork, lang: Language) -> str:
    kind, _, key = said_in.partition(":")
    match kind:
        case Kind.MEETING:
            meeting = work.look(Meeting, key)
            return meeting.title if meeting else ""
        case Kind.LETTER:
            letter = work.look(Letter, key)
            return lang.text("The answer to “{title}”", title=letter.title) if letter else ""
    return ""


def _promises(found: Iterable[Promised], lang: Language) -> Table:
    columns = (
        Column("given", lang.text("Given"), Value.DATE, width=3),
        Column("organisation", lang.text("By"), width=3),
        Column("promise", lang.text("Promise"), width=5),
        Column("by_when", lang.text("To be kept"), Value.DATE, width=3),
        Column("state", lang.text("Status")),
        Column("kept", lang.text("Kept"), Value.DATE, width=3, spare=True),
        Column("said_in", lang.text("Said in"), width=3, spare=True),
    )
    rows: list[Sequence[Cell]] = [
        (
            each.given,
            each.who,
            each.what,
            each.by_when,
            Coded(lang.text(each.state), CODES[each.state]),
            each.kept,
            each.where,
        )
        for each in found
    ]
    return Table("promises", "", columns, rows, lang.text("Nobody has promised anything."))
