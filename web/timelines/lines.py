"""The lines of a timeline as a page shows them, with only the things read that stand on it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import select

from ...domain.belonging import Why
from ...domain.consultations import Consultation
from ...domain.entity import Entity
from ...domain.happenings import DUE, KEPT, REPLY, SENT, THINGS
from ...domain.kinds import Kind, MeetingStatus, OpEdStatus, ReplyKind
from ...domain.letters import Letter
from ...domain.media import Coverage
from ...domain.meetings import Meeting
from ...domain.notes import Note
from ...domain.op_eds import OpEd
from ...domain.promises import Promise
from ...domain.sentences import N_
from ...domain.words import COVERAGE_SORTS
from ...store.belonging_tables import belonging_by_hand
from ...store.timelines import Entry
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import when
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised, counted
from ..letters.related import point
from ..links import address_of
from ..names import Names
from ..today.timeline import Point
from ..words import OP_ED_STATES, kind_word

REPLIES = {
    ReplyKind.FINAL: N_("Answer to {title}"),
    ReplyKind.INTERIM: N_("Interim reply to {title}"),
    ReplyKind.ACKNOWLEDGEMENT: N_("Acknowledgement of {title}"),
}
AHEAD = "loose"
"""How a line is drawn that has not taken place."""
NAMED = 4
"""How many are named before the others are only counted."""


@dataclass(frozen=True)
class Line:
    """A point, why it belongs to the theme, and the thing that can be taken out of it."""

    point: Point
    why: str
    kind: str
    key: str
    whole: bool


@dataclass(frozen=True)
class Year:
    """What happened in a year, newest first; of an imprecise date, the year in which it ends."""

    heading: str
    lines: tuple[Line, ...]


class TimelineLines:
    """Says what entries tell, in one language.

    On the timeline `of` an organisation it is not named itself, where nobody else is.
    """

    def __init__(
        self, work: UnitOfWork, names: Names, lang: Language, *, of: str = "", theme: str = ""
    ) -> None:
        self._work, self._names, self._lang = work, names, lang
        self._of, self._theme = of, theme
        self._brought: set[tuple[Kind, str]] = set()
        self._told: Mapping[Kind, Callable[[Any, Entry], tuple[str, str]]] = {
            Kind.LETTER: self._letter,
            Kind.MEETING: self._meeting,
            Kind.OP_ED: self._op_ed,
            Kind.CONSULTATION: self._consultation,
            Kind.NOTE: self._note,
            Kind.PROMISE: self._promise,
            Kind.COVERAGE: self._coverage,
        }

    def years(self, entries: Sequence[Entry]) -> list[Year]:
        """The lines under their years, as they stand."""
        lines = self.lines(entries)
        by_year = groupby(zip(entries, lines, strict=True), key=lambda each: each[0].last.year)
        return [Year(str(year), tuple(line for _, line in those)) for year, those in by_year]

    def lines(self, entries: Sequence[Entry]) -> list[Line]:
        """One line an entry."""
        self.bring(entries)
        return [self._line(each) for each in entries]

    def point(self, entry: Entry) -> Point:
        """The entry alone."""
        return self.lines([entry])[0].point

    def bring(self, entries: Iterable[Entry]) -> None:
        """Read at once what these are about, as far as it was not read for others."""
        keys: dict[Kind, set[str]] = {}
        for each in entries:
            if (each.kind, each.key) not in self._brought:
                keys.setdefault(each.kind, set()).add(each.key)
        for kind, those in keys.items():
            self._work.bring(THINGS[kind][0], those)
            self._brought.update((kind, key) for key in those)

    def _line(self, entry: Entry) -> Line:
        cls: type[Entity] = THINGS[entry.kind][0]
        found: Any = self._work.view(cls, entry.key)
        title, detail = self._told[entry.kind](found, entry)
        href = address_of(entry.kind, entry.key) or ""
        shown = point(entry.on, title, href, detail, work=self._work, lang=self._lang)
        if entry.planned and entry.last >= self._work.today and not shown.style:
            shown = replace(shown, style=AHEAD)
        whole = entry.part == SENT
        return Line(shown, self._why(entry) if whole else "", entry.kind.value, entry.key, whole)

    def _why(self, entry: Entry) -> str:
        match entry.why:
            case Why.AREA:
                return self._lang.text("by its area")
            case Why.TITLE:
                return self._lang.text("its title names the theme")
            case Why.HAND:
                by = self._added_by.get((entry.kind, entry.key), "")
                return self._lang.text("added by {who}", who=self._names.people.get(by, by))
        return ""

    @cached_property
    def _added_by(self) -> dict[tuple[Kind, str], str]:
        hand = belonging_by_hand.c
        query = select(hand.kind, hand.key, hand.by).where(hand.theme == self._theme)
        return {(row.kind, row.key): row.by for row in self._work.session.execute(query)}

    def _letter(self, letter: Letter, entry: Entry) -> tuple[str, str]:
        if entry.part.startswith(REPLY):
            return self._reply(letter, entry)
        said = kind_word(letter.kind, self._lang)
        if letter.withdrawn:
            said = self._lang.text("{kind}, withdrawn", kind=said)
        return letter.title, self._with(said, letter.recipients)

    def _reply(self, letter: Letter, entry: Entry) -> tuple[str, str]:
        recipient, _, number = entry.part.removeprefix(REPLY).rpartition("/")
        asked = next(each for each in letter.obligations if each.recipient == recipient)
        reply = asked.replies[int(number)]
        title = self._lang.text(REPLIES[reply.kind], title=letter.title)
        return title, _together(self._who((reply.answered_by or recipient,)), reply.summary)

    def _meeting(self, meeting: Meeting, _entry: Entry) -> tuple[str, str]:
        said = kind_word(meeting.kind, self._lang)
        if meeting.status is MeetingStatus.CANCELLED:
            said = self._lang.text("{kind}, called off", kind=said)
        return meeting.title, self._with(said, meeting.participants)

    def _op_ed(self, op_ed: OpEd, _entry: Entry) -> tuple[str, str]:
        said = self._lang.text("Op-ed")
        if op_ed.status is not OpEdStatus.PUBLISHED:
            said = f"{said}, {self._lang.text(OP_ED_STATES[op_ed.status])}"
        outlet = (op_ed.outlet,) if op_ed.outlet else ()
        return op_ed.title, self._with(said, (*outlet, *op_ed.cosigners))

    def _consultation(self, call: Consultation, _entry: Entry) -> tuple[str, str]:
        said = kind_word(call.kind, self._lang)
        if call.deadline is not None:
            said = self._lang.text("{kind}, deadline", kind=said)
        return call.title, self._with(said, (call.publisher,))

    def _note(self, note: Note, _entry: Entry) -> tuple[str, str]:
        said = self._lang.text("Note of a conversation")
        who = self._names.people.get(note.by, note.by)
        return note.title, _together(self._with(said, (note.organisation,)), who)

    def _promise(self, promise: Promise, entry: Entry) -> tuple[str, str]:
        whose = (promise.organisation,)
        if entry.part == DUE:
            said = self._lang.text("Promise to be kept")
            if entry.last < self._work.today:
                said = self._lang.text("Promise that was to be kept")
            return promise.title, self._with(said, whose)
        if entry.part == KEPT:
            return promise.title, self._with(self._lang.text("Promise kept"), whose)
        by_when = promise.by_when
        said = (
            self._lang.text("to be kept {when}", when=when(by_when, self._lang)) if by_when else ""
        )
        return promise.title, _together(self._with(self._lang.text("Promise"), whose), said)

    def _coverage(self, coverage: Coverage, _entry: Entry) -> tuple[str, str]:
        said = capitalised(self._lang.text(COVERAGE_SORTS[coverage.sort]))
        outlet = (coverage.outlet,) if coverage.outlet else ()
        return coverage.title, self._with(said, outlet)

    def _with(self, said: str, keys: Sequence[str]) -> str:
        """What it is and whom it concerns."""
        if tuple(keys) == (self._of,):
            return said
        return _together(said, self._who(keys))

    def _who(self, keys: Sequence[str]) -> str:
        labels = [self._names.label(key) for key in keys]
        labels = [self._names.people.get(label, label) for label in labels]
        if len(labels) > NAMED + 1:
            others = self._lang.text("{n} others", n=counted(len(labels) - NAMED, self._lang))
            labels = [*labels[:NAMED], others]
        return joined(labels, self._lang)


def _together(*said: str) -> str:
    return " · ".join(filter(None, said))
