"""The handover: everything of one caseworker, for when somebody leaves or is away for long."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..domain.communications import ActivityStatus
from ..domain.errors import DomainError
from ..domain.kinds import ConsultationStatus, OpEdStatus
from ..domain.measures import MeasureStatus
from ..domain.obligations import ObligationState
from ..domain.people import Person
from ..domain.sentences import N_
from ..domain.stages import Stage
from ..domain.stakeholders import StakeholderRole
from ..domain.words import STAGES, STAKEHOLDER_ROLES
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from .asked import Asked
from .documents.document import Cell, Coded, Column, Document, Linked, Section, Table, Value
from .handing_over import InHand, Sort, in_hand
from .named_in import SpeaksOn, named_in
from .naming import Naming


class WhoseWork(DomainError):
    """A handover is about one person: name whose work is to be handed over."""


@dataclass(frozen=True)
class Words:
    """What a sort is called, what its day is, who else it is about; and whether it has states.

    Those without words for a day have none. `states` is what their column is called.
    """

    title: str
    day: str
    who: str = ""
    state: bool = False
    states: str = N_("Status")


WORDS: Mapping[Sort, Words] = {
    Sort.LETTERS: Words(N_("Letters awaiting an answer"), N_("Answer due"), N_("To"), state=True),
    Sort.FOLLOW_UPS: Words(N_("Drafts of follow-ups"), N_("Drafted"), N_("To")),
    Sort.CONSULTATIONS: Words(N_("Consultations"), N_("Deadline"), N_("From"), state=True),
    Sort.DEADLINES: Words(N_("Deadlines"), N_("Deadline")),
    Sort.OP_EDS: Words(N_("Op-eds in work"), N_("Last worked on"), N_("Outlet"), state=True),
    Sort.THEMES: Words(N_("Themes"), N_("Last worked on"), N_("Area"), state=True),
    Sort.MEASURES: Words(N_("Measures to follow up"), N_("Follow up"), N_("Owner"), state=True),
    Sort.ACTIVITIES: Words(N_("Communication activities"), N_("When"), N_("Area"), state=True),
    Sort.PROMISES: Words(N_("Promises"), N_("By when"), N_("From")),
    Sort.PUT_OFF: Words(N_("Put off by them"), N_("Until")),
    Sort.STAKEHOLDERS: Words(
        N_("Stakeholders that they know"),
        N_("Last heard from"),
        N_("Stakeholder"),
        state=True,
        states=N_("Role"),
    ),
    Sort.SPEAKING: Words(N_("Spokesperson on"), "", state=True, states=N_("Sort")),
    Sort.REPORTS: Words(N_("Reports that are sent to them by name"), N_("Next time")),
    Sort.REMINDERS: Words(N_("Reminders that name them"), ""),
}
# Words of different types are equal as text, so that each type has a table of its own.
STATES: Mapping[type[StrEnum], Mapping[Any, str]] = {
    ObligationState: {
        ObligationState.AWAITING: N_("before the due date"),
        ObligationState.OVERDUE: N_("past the due date"),
        ObligationState.INTERIM: N_("interim reply, not final"),
    },
    ConsultationStatus: {
        ConsultationStatus.ANNOUNCED: N_("announced"),
        ConsultationStatus.DRAFTING: N_("being drafted"),
        ConsultationStatus.CIRCULATED: N_("with the members"),
    },
    OpEdStatus: {
        OpEdStatus.IDEA: N_("an idea"),
        OpEdStatus.DRAFT: N_("a draft"),
        OpEdStatus.CIRCULATED: N_("with the members"),
        OpEdStatus.APPROVED: N_("approved"),
        OpEdStatus.SUBMITTED: N_("sent to an outlet"),
        OpEdStatus.REJECTED: N_("not taken by the outlet"),
    },
    MeasureStatus: {
        MeasureStatus.PLANNED: N_("to be done"),
        MeasureStatus.UNDER_WAY: N_("under way"),
    },
    ActivityStatus: {
        ActivityStatus.SUGGESTED: N_("suggested"),
        ActivityStatus.PLANNED: N_("planned"),
    },
    Stage: STAGES,
    StakeholderRole: STAKEHOLDER_ROLES,
    SpeaksOn: {
        SpeaksOn.EVERYTHING: N_("everything"),
        SpeaksOn.AREA: N_("an area"),
        SpeaksOn.THEME: N_("a theme"),
    },
}


def handover_report(work: UnitOfWork, asked: Asked, lang: Language) -> Document:
    """As things stand today: how many of each, then each of them, the nearest day first.

    Raises WhoseWork without a person, and Unknown for a key that is nobody's.
    """
    if not asked.person:
        raise WhoseWork
    person, naming = work.view(Person, asked.person), Naming(work)
    found = in_hand(work, person.key) | named_in(work, person, lang)
    nobodys = in_hand(work, None)
    return Document(
        "handover",
        lang.text("Handover: {name}", name=person.name),
        work.today,
        lang,
        (
            Section(lang.text("In all"), (), (_counts(found, lang),)),
            *(
                Section(lang.text(WORDS[sort].title), (), (_table(sort, those, naming, lang),))
                for sort, those in found.items()
                if those
            ),
            *_nobodys(nobodys, lang),
        ),
        made_from=lang.text(
            "Everything that is open today and has this person as the one responsible; the drafts "
            "of follow-ups about their letters, and what they have put off; whom they know, what "
            "they speak on, and the reports and reminders that name them. Meetings belong to the "
            "whole secretariat and are left out."
        ),
        wide=True,
    )


def _counts(found: Mapping[Sort, Sequence[InHand]], lang: Language) -> Table:
    columns = (
        Column("sort", lang.text("What"), width=6),
        Column("number", lang.text("How many"), Value.NUMBER),
    )
    rows: list[Sequence[Cell]] = [
        (Coded(lang.text(WORDS[sort].title), sort.value), len(those))
        for sort, those in found.items()
        if those
    ]
    return Table("counts", "", columns, rows, lang.text("Nothing is to be handed over."))


def _nobodys(found: Mapping[Sort, Sequence[InHand]], lang: Language) -> Iterator[Section]:
    """What nobody is responsible for: who leaves may have had it in hand all the same."""
    columns = (
        Column("sort", lang.text("What"), width=3, once=True),
        Column("day", lang.text("Date"), Value.DATE),
        Column("title", lang.text("Title"), width=6),
    )
    rows: list[Sequence[Cell]] = [
        (
            Coded(lang.text(WORDS[sort].title), sort.value),
            each.on,
            Linked(each.title, each.path, each.key),
        )
        for sort, those in found.items()
        for each in those
    ]
    if rows:
        said = lang.text(
            "The whole secretariat shares these. Say who takes over what this person has had."
        )
        table = Table("nobodys", "", columns, rows, "")
        yield Section(lang.text("Open, and nobody is responsible"), (said,), (table,))


def _table(sort: Sort, those: Sequence[InHand], naming: Naming, lang: Language) -> Table:
    words = WORDS[sort]
    columns = [
        *([Column("day", lang.text(words.day), Value.DATE)] if words.day else []),
        Column("title", lang.text("Title"), width=6),
        *([Column("who", lang.text(words.who), width=3)] if words.who else []),
        *([Column("state", lang.text(words.states), width=3)] if words.state else []),
    ]
    rows: list[Sequence[Cell]] = [
        (
            *([each.on] if words.day else []),
            Linked(each.title, each.path, each.key),
            *([_who(each.who, naming, lang)] if words.who else []),
            *([_state(each.state, lang)] if words.state else []),
        )
        for each in those
    ]
    return Table(sort.value, "", tuple(columns), rows, "")


def _who(key: str | None, naming: Naming, lang: Language) -> Coded:
    if key in naming.areas:
        return Coded(naming.area(key, lang), key or "")
    return naming.coded(key or "")


def _state(state: StrEnum | None, lang: Language) -> Coded:
    return Coded(lang.text(STATES[type(state)][state]), state.value) if state else Coded("", "")
