"""How each kind of thing is said in one line among what a search finds."""

from collections.abc import Callable, Mapping
from typing import Any

from ...domain.attachments import Attachment
from ...domain.comments import Comment
from ...domain.communications import Activity
from ...domain.consultations import Consultation
from ...domain.contacts import ContactFunction
from ...domain.deadlines import Deadline
from ...domain.entity import Entity
from ...domain.follow_ups import FollowUp
from ...domain.kinds import Kind
from ...domain.letters import Letter
from ...domain.measures import Measure
from ...domain.media import Coverage
from ...domain.meetings import Meeting
from ...domain.notes import Note
from ...domain.op_eds import OpEd
from ...domain.organisations import Organisation
from ...domain.people import Person
from ...domain.points import Point
from ...domain.promises import Promise
from ...domain.themes import Theme
from ...domain.words import UPTAKES
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf_short
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised
from ..media.coverage_lines import coverage_detail
from ..names import Names
from ..themes.decisions import stage_word
from ..themes.measures import MEASURE_STATES
from ..things.organisation_kinds import kind_of
from ..words import kind_word, state_word
from .parts_of_things import thing_of


class HitLines:
    """Says them in one language; names are read once."""

    def __init__(self, work: UnitOfWork, lang: Language) -> None:
        self._names, self._lang, self._work = Names(work), lang, work
        self._told: Mapping[Kind, Callable[[Any], tuple[str, ...]]] = {
            Kind.LETTER: self._letter,
            Kind.CONSULTATION: self._consultation,
            Kind.OP_ED: self._op_ed,
            Kind.MEETING: self._meeting,
            Kind.DEADLINE: self._deadline,
            Kind.ORGANISATION: self._organisation,
            Kind.PERSON: self._person,
            Kind.FOLLOW_UP: self._follow_up,
            Kind.THEME: self._theme,
            Kind.MEASURE: self._measure,
            Kind.NOTE: self._note,
            Kind.PROMISE: self._promise,
            Kind.POINT: self._point,
            Kind.ACTIVITY: self._activity,
            Kind.ATTACHMENT: self._thing,
            Kind.COVERAGE: self._coverage,
            Kind.CONTACT: self._contact,
            Kind.COMMENT: self._thing,
        }

    def title(self, found: Entity) -> str:
        if isinstance(found, FollowUp):
            return self._lang.text(
                "Follow-up no. {number} to {who}",
                number=found.number,
                who=self._names.label(found.department),
            )
        if isinstance(found, Comment):
            return self._lang.text("Comments of {who}", who=self._names.people.get(found.by, ""))
        if isinstance(found, ContactFunction):
            return found.function or found.key
        said = getattr(found, "title", "") or getattr(found, "name", "")
        return " ".join(said.split()) or found.key

    def detail(self, kind: Kind, found: Entity) -> str:
        """What tells it from others with the same title: its key, its date, whom it is with."""
        return " · ".join(filter(None, self._told[kind](found)))

    def _letter(self, found: Letter) -> tuple[str, ...]:
        sent = self._lang.text("sent {when}", when=edtf_short(found.sent, self._lang))
        to = [self._names.label(each) for each in found.recipients]
        return found.key, sent, joined(to, self._lang)

    def _consultation(self, found: Consultation) -> tuple[str, ...]:
        due = found.deadline
        deadline = self._lang.text("due {when}", when=edtf_short(due, self._lang)) if due else ""
        state = state_word(found.status, self._lang)
        return found.key, self._names.label(found.publisher), deadline, state

    def _op_ed(self, found: OpEd) -> tuple[str, ...]:
        outlet = self._names.label(found.outlet) if found.outlet else ""
        when = edtf_short(found.published, self._lang) if found.published else ""
        return found.key, outlet, state_word(found.status, self._lang), when

    def _meeting(self, found: Meeting) -> tuple[str, ...]:
        on = edtf_short(found.time.on, self._lang)
        return found.key, kind_word(found.kind, self._lang), on, found.place

    def _deadline(self, found: Deadline) -> tuple[str, ...]:
        on = edtf_short(found.due, self._lang)
        return found.key, kind_word(found.kind, self._lang), on

    def _organisation(self, found: Organisation) -> tuple[str, ...]:
        now = self._names.successor(found.key)
        successor = self._lang.text("now {successor}", successor=now) if now else ""
        return found.key, kind_of(found.kind, self._lang), successor

    def _person(self, found: Person) -> tuple[str, ...]:
        where = self._names.title(found.organisation) if found.organisation else ""
        return capitalised(state_word(found.role, self._lang)), where

    def _follow_up(self, found: FollowUp) -> tuple[str, ...]:
        letters = joined(found.letters, self._lang)
        return found.key, letters, state_word(found.status, self._lang)

    def _theme(self, found: Theme) -> tuple[str, ...]:
        return found.key, stage_word(found.stage, self._lang), found.plan

    def _measure(self, found: Measure) -> tuple[str, ...]:
        owner = self._names.label(found.owner) if found.owner else ""
        return found.key, owner, self._lang.text(MEASURE_STATES[found.status])

    def _note(self, found: Note) -> tuple[str, ...]:
        return found.key, self._names.label(found.organisation), edtf_short(found.on, self._lang)

    def _promise(self, found: Promise) -> tuple[str, ...]:
        given = edtf_short(found.given, self._lang)
        return found.key, self._names.label(found.organisation), given

    def _point(self, found: Point) -> tuple[str, ...]:
        return found.key, found.letter, self._lang.text(UPTAKES[found.uptake])

    def _coverage(self, found: Coverage) -> tuple[str, ...]:
        on = edtf_short(found.on, self._lang)
        return found.key, on, coverage_detail(found, self._names, self._lang)

    def _activity(self, found: Activity) -> tuple[str, ...]:
        when = edtf_short(found.when, self._lang) if found.when else ""
        return found.key, when

    def _contact(self, found: ContactFunction) -> tuple[str, ...]:
        return self._names.label(found.organisation), found.name, found.purpose

    def _thing(self, found: Attachment | Comment) -> tuple[str, ...]:
        thing = thing_of(found, self._work)
        return thing.key, self.title(thing)
