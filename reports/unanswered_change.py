"""What has become of the unanswered letters since the list of them was last frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..domain.dates import Edtf
from ..domain.kinds import ReplyKind
from ..domain.letters import Letter
from ..domain.sentences import N_
from ..domain.snapshots import UNANSWERED
from ..store.report_tables import snapshot_before
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import day_in_full
from ..wording.language import Language
from ..wording.periods import days
from .documents.document import Column, Linked, Section, Table, Value
from .naming import Naming
from .unanswered import Unanswered


class Became(StrEnum):
    """What has happened to one answer since."""

    NEW = "new"
    ANSWERED = "answered"
    CLOSED = "closed"
    OPEN = "open"


SAID: Mapping[Became, str] = {
    Became.NEW: N_("New on the list"),
    Became.ANSWERED: N_("Answered"),
    Became.CLOSED: N_("Off the list without an answer"),
    Became.OPEN: N_("Still unanswered"),
}


@dataclass(frozen=True)
class ChangedRow:
    """One answer that stands on one of the lists; `then` and `now` are days since the sending."""

    became: Became
    letter: str
    title: str
    department: str
    sent: Edtf
    then: int | None
    now: int | None


@dataclass(frozen=True)
class Change:
    """`since` is the day as of which the list was frozen, `snapshot` the key of that list."""

    since: date
    as_of: date
    snapshot: str
    rows: tuple[ChangedRow, ...]

    def of(self, became: Became) -> tuple[ChangedRow, ...]:
        return tuple(row for row in self.rows if row.became is became)

    @property
    def older(self) -> int:
        """By how many calendar days every letter that is still unanswered is older."""
        return (self.as_of - self.since).days


def change(work: UnitOfWork, found: Unanswered) -> Change | None:
    """Against the last list that was frozen as of an earlier day; None where there is none.

    What is new stands first, then what was answered, then what is still open, as in the lists.
    """
    before = snapshot_before(work.session, UNANSWERED, found.as_of)
    if before is None:
        return None
    then = {(row["letter"], row["addressed_to"]): row for row in before.rows}
    now = {(row.letter, row.addressed_to) for row in found.rows}
    rows = [
        ChangedRow(
            Became.OPEN if earlier else Became.NEW,
            row.letter,
            row.title,
            row.department,
            row.sent,
            earlier["days_open"] if earlier else None,
            row.days_open,
        )
        for row in found.rows
        for earlier in (then.get((row.letter, row.addressed_to)),)
    ]
    work.bring(Letter, [letter for letter, who in then if (letter, who) not in now])
    rows += [
        ChangedRow(
            _became(work, letter, who, found.as_of),
            letter,
            row["title"],
            row["department"],
            Edtf(row["sent"]),
            row["days_open"],
            None,
        )
        for (letter, who), row in then.items()
        if (letter, who) not in now
    ]
    order = list(Became)
    rows.sort(key=lambda row: order.index(row.became))
    return Change(before.as_of, found.as_of, before.key, tuple(rows))


def _became(work: UnitOfWork, key: str, recipient: str, as_of: date) -> Became:
    """A final reply is an answer; a sign-off, or a letter that was withdrawn, is none."""
    letter = work.look(Letter, key)
    for each in letter.obligations if letter and not letter.withdrawn else ():
        if each.recipient == recipient and any(
            reply.kind is ReplyKind.FINAL and reply.counts(as_of) for reply in each.replies
        ):
            return Became.ANSWERED
    return Became.CLOSED


def in_a_sentence(found: Change, lang: Language) -> str:
    """The numbers of it: "Siden listen per 31. desember 2022: 1 ny, 2 besvart …"."""
    counts = {became: len(found.of(became)) for became in Became}
    told = lang.text(
        "Since the list as of {day}: {new} new, {answered} answered, {closed} off the list without "
        "an answer, {still} still unanswered.",
        day=day_in_full(found.since, lang),
        new=counts[Became.NEW],
        answered=counts[Became.ANSWERED],
        closed=counts[Became.CLOSED],
        still=counts[Became.OPEN],
    )
    if not counts[Became.OPEN]:
        return told
    older = lang.text("Those are {days} older now.", days=days(found.older, lang))
    return f"{told} {older}"


def change_section(found: Change, naming: Naming, lang: Language) -> Section:
    """The same as a part of the report."""
    columns = (
        Column("change", lang.text("Since then"), width=4),
        Column("sent", lang.text("Sent"), Value.DATE, width=3),
        Column("title", lang.text("Letter"), width=6),
        Column("department", lang.text("To"), width=3),
        Column("days_then", lang.text("Days then"), Value.NUMBER),
        Column("days_now", lang.text("Days now"), Value.NUMBER),
    )
    rows = [
        (
            lang.text(SAID[row.became]),
            row.sent,
            Linked(row.title, f"/letters/{row.letter}"),
            naming.label(row.department),
            row.then,
            row.now,
        )
        for row in found.rows
    ]
    empty = lang.text("Nothing stood on the list then, and nothing does now.")
    table = Table("changes", "", columns, rows, empty)
    return Section(lang.text("What has changed"), (in_a_sentence(found, lang),), (table,))
