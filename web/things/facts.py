"""What is known of a consultation, a deadline, an op-ed or a meeting, as labels and values."""

from dataclasses import dataclass, field

from sqlalchemy import select

from ...domain.consultations import Consultation
from ...domain.dates import Edtf
from ...domain.deadlines import Deadline
from ...domain.kinds import Step
from ...domain.letters import Letter
from ...domain.meetings import Meeting
from ...domain.op_eds import OpEd, Submission
from ...store import tables
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf, with_weekday
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.plans import step_name
from ..drafts.plan_panel import PlanPanel, plan_panel
from ..facts import Fact, known
from ..letters.related import point
from ..links import address
from ..meetings.steps import meeting_steps
from ..meetings.times import day_and_hours
from ..names import Names
from ..today.timeline import Point
from ..words import (
    CONSULTATION_STATES,
    DEADLINE_STATES,
    MEETING_STATES,
    OP_ED_STATES,
    SUBMISSION_OUTCOMES,
    kind_word,
)


@dataclass(frozen=True)
class Told:
    """`kind` is what the thing is called, `related` what the register connects it with.

    `plan` stands beside a consultation.
    """

    kind: str
    facts: list[Fact]
    related: list[Point] = field(default_factory=list)
    plan: PlanPanel | None = None


def consultation_facts(found: Consultation, work: UnitOfWork, names: Names, lang: Language) -> Told:
    submitted = _date(found.submitted, lang)
    if submitted and found.late:
        submitted = lang.text("{when}, after the deadline", when=submitted)
    facts = known(
        Fact(lang.text("From"), names.title(found.publisher)),
        Fact(lang.text("Published"), _date(found.published, lang)),
        Fact(lang.text("Deadline"), _date(found.deadline, lang) or lang.text("not known")),
        Fact(lang.text("Status"), lang.text(CONSULTATION_STATES[found.status])),
        _letter(lang.text("The council's response"), found.submission, work),
        Fact(lang.text("Submitted"), submitted),
        *_common(found, names, lang),
    )
    query = select(Deadline).where(tables.deadline.c.consultation == found.key)
    dates = sorted(work.session.scalars(query), key=lambda each: each.due.sort_key())
    related = [
        point(each.due, each.title, address(each), _sort(each, lang), work=work, lang=lang)
        for each in dates
    ]
    return Told(kind_word(found.kind, lang), facts, related, plan_panel(found, work, lang))


def deadline_facts(found: Deadline, work: UnitOfWork, names: Names, lang: Language) -> Told:
    label = lang.text("Deadline") if found.ours else lang.text("Expected")
    facts = [
        Fact(label, _date(found.due, lang)),
        Fact(lang.text("Status"), lang.text(DEADLINE_STATES[found.status])),
        Fact(lang.text("Done"), _date(found.met_on, lang)),
    ]
    consultation = work.find(Consultation, found.consultation) if found.consultation else None
    if consultation is not None:
        label = kind_word(consultation.kind, lang)
        facts.append(Fact(label, consultation.title, address(consultation)))
    return Told(kind_word(found.kind, lang), known(*facts, *_common(found, names, lang)))


def _sort(deadline: Deadline, lang: Language) -> str:
    """What sort of deadline it is: a step of the plan by its name."""
    return step_name(deadline.step, lang) if deadline.step else kind_word(deadline.kind, lang)


def op_ed_facts(found: OpEd, _work: UnitOfWork, names: Names, lang: Language) -> Told:
    cosigners = joined([names.title(key) for key in found.cosigners], lang)
    facts = known(
        Fact(lang.text("Status"), lang.text(OP_ED_STATES[found.status])),
        Fact(lang.text("Last worked on"), day_in_full(found.touched, lang)),
        Fact(
            lang.text("Comments by"),
            with_weekday(found.comments_by, lang) if found.comments_by else "",
        ),
        Fact(
            lang.text("Submitted"),
            "; ".join(_attempt(each, names, lang) for each in found.submissions),
        ),
        Fact(lang.text("Outlet"), names.title(found.outlet) if found.outlet else ""),
        Fact(lang.text("Published"), _date(found.published, lang)),
        Fact(lang.text("Co-signers"), cosigners),
        Fact(lang.text("Reactions"), found.reaction),
        *_common(found, names, lang),
    )
    return Told(lang.text("Op-ed"), facts)


def _attempt(submission: Submission, names: Names, lang: Language) -> str:
    """One outlet's turn: "Bergens Tidende 21. januar 2021 (ikke tatt inn)"."""
    return lang.text(
        "{outlet} {day} ({outcome})",
        outlet=names.title(submission.outlet) if submission.outlet else lang.text("an outlet"),
        day=day_in_full(submission.sent, lang),
        outcome=lang.text(SUBMISSION_OUTCOMES[submission.outcome]),
    )


def meeting_facts(found: Meeting, work: UnitOfWork, names: Names, lang: Language) -> Told:
    participants = joined([names.title(key) for key in found.participants], lang)
    facts = known(
        Fact(lang.text("Time"), day_and_hours(found.time, work.office.zone, lang)),
        Fact(lang.text("Place"), found.place),
        Fact(lang.text("Take part from afar"), found.join_url, found.join_url),
        Fact(lang.text("With"), participants),
        Fact(lang.text("Agenda"), found.agenda),
        Fact(lang.text("The papers are at"), found.papers_url, found.papers_url),
        Fact(lang.text("Status"), lang.text(MEETING_STATES[found.status])),
        *(
            Fact(each.name, each.detail)
            for each in meeting_steps(work, found, lang)
            if each.step is not Step.MEETING and (found.followed or each.done)
        ),
        Fact(lang.text("Area"), names.area(found.area)),
        Fact(lang.text("Source"), found.source),
    )
    return Told(kind_word(found.kind, lang), facts)


def _common(found: Consultation | Deadline | OpEd, names: Names, lang: Language) -> list[Fact]:
    responsible = found.responsible
    return [
        Fact(lang.text("Area"), names.area(getattr(found, "area", None))),
        Fact(
            lang.text("Responsible"),
            names.people.get(responsible, responsible) if responsible else "",
        ),
        Fact(lang.text("Source"), found.source),
    ]


def _letter(label: str, key: str | None, work: UnitOfWork) -> Fact:
    letter = work.find(Letter, key) if key else None
    return Fact(label, letter.title, address(letter)) if letter else Fact(label, "")


def _date(value: Edtf | None, lang: Language) -> str:
    if value is None:
        return ""
    return with_weekday(value.day, lang) if value.is_day else edtf(value, lang)
