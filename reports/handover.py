"""The handover: everything of one caseworker, for when somebody leaves or is away for long."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..domain.communications import ActivityStatus
from ..domain.kinds import ConsultationStatus, OpEdStatus
from ..domain.measures import MeasureStatus
from ..domain.obligations import ObligationState
from ..domain.people import Person
from ..domain.sentences import N_
from ..domain.stages import Stage
from ..domain.words import STAGES
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from .asked import Asked
from .documents.document import Cell, Column, Document, Linked, Section, Table, Value
from .handing_over import InHand, Sort, in_hand
from .naming import Naming


@dataclass(frozen=True)
class Words:
    """What a sort is called, what its day is, who else it is about; and whether it has states."""

    title: str
    day: str
    who: str = ""
    state: bool = False


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
}


def handover_report(work: UnitOfWork, asked: Asked, lang: Language) -> Document:
    """As things stand today: how many of each, then each of them, the nearest day first.

    Raises Unknown for a key that is nobody's. Without a person it asks for one.
    """
    title = lang.text("Handover")
    if not asked.person:
        lead = lang.text("Choose whose work is to be handed over.")
        return Document("handover", title, work.today, lang, (), lead=(lead,))
    person, naming = work.view(Person, asked.person), Naming(work)
    found, nobodys = in_hand(work, person.key), in_hand(work, None)
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
            "of follow-ups about their letters, and what they have put off. Meetings belong to the "
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
        (lang.text(WORDS[sort].title), len(those)) for sort, those in found.items() if those
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
        (lang.text(WORDS[sort].title), each.on, Linked(each.title, each.path))
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
        Column("day", lang.text(words.day), Value.DATE),
        Column("title", lang.text("Title"), width=6),
        *([Column("who", lang.text(words.who), width=3)] if words.who else []),
        *([Column("state", lang.text("Status"), width=3)] if words.state else []),
    ]
    rows: list[Sequence[Cell]] = [
        (
            each.on,
            Linked(each.title, each.path),
            *([_who(each.who, naming, lang)] if words.who else []),
            *([_state(each.state, lang)] if words.state else []),
        )
        for each in those
    ]
    return Table(sort.value, "", tuple(columns), rows, "")


def _who(key: str | None, naming: Naming, lang: Language) -> str:
    if key is None:
        return ""
    return naming.area(key, lang) if key in naming.areas else naming.label(key)


def _state(state: StrEnum | None, lang: Language) -> str:
    return lang.text(STATES[type(state)][state]) if state else ""
