"""A plan in words: the steps towards a consultation's deadline, each with its day and reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..commands.planning import propose, steps_of
from ..domain.backwards import APPROVAL_BEFORE, COMMENTS_BEFORE, Plan, Planned
from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.kinds import DeadlineStatus, Step
from ..domain.meeting_cycle import PAPERS_BEFORE, papers_due
from ..domain.meetings import Meeting
from ..domain.working_days import WorkingCalendar
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import day_in_full, edtf, with_weekday
from ..wording.language import Language
from ..wording.periods import days, working_days
from ..wording.plans import step_name
from .columns import aligned


@dataclass(frozen=True)
class ShownPlan:
    """A plan with what is needed to show it: the consultation, meetings' titles, adopted steps."""

    key: str
    title: str
    plan: Plan
    meetings: Mapping[str, str]
    adopted: Mapping[Step, Deadline]


def shown_plan(work: UnitOfWork, consultation: str) -> ShownPlan:
    """The plan of that consultation as of today. Raises NothingToPlanFrom and Unknown."""
    plan = propose(work, consultation)
    title = work.get(Consultation, consultation).title
    meetings = {each.key: each.title for each in work.all(Meeting)}
    return ShownPlan(consultation, title, plan, meetings, steps_of(work, consultation))


def plan_text(shown: ShownPlan, calendar: WorkingCalendar, lang: Language) -> str:
    """The heading, what to know first, and one line a step."""
    plan = shown.plan
    rows = [
        (step_name(each.step, lang), _when(each, shown, lang), _state(each, shown, lang))
        for each in plan.steps
    ]
    heading = f"{shown.key}: {' '.join(shown.title.split())}"
    notes = [f"  {note}" for note in notes_on(shown, calendar, lang)]
    if plan.short:
        short = lang.text(
            "The time is shorter than six weeks. Three months are normal, and "
            "--request-more-time drafts a letter that asks for more."
        )
        notes.append(f"  {short}")
    return "\n".join([heading, *notes, *aligned(rows)]) + "\n"


def _state(step: Planned, shown: ShownPlan, lang: Language) -> str:
    """The deadline that the step has become, and its own day where that is another one."""
    deadline = shown.adopted.get(step.step)
    if deadline is None:
        return ""
    if deadline.status is DeadlineStatus.MET:
        return lang.text("{key}, met", key=deadline.key)
    if deadline.status is DeadlineStatus.CANCELLED:
        return lang.text("{key}, cancelled", key=deadline.key)
    if deadline.due != Edtf.on(step.day):
        return lang.text("{key}, set to {day}", key=deadline.key, day=edtf(deadline.due, lang))
    return deadline.key


def _when(step: Planned, shown: ShownPlan, lang: Language) -> str:
    day = with_weekday(step.day, lang)
    return f"{day} ({reason_for(step, shown, lang)})"


def reason_for(step: Planned, shown: ShownPlan, lang: Language) -> str:
    """Why the step is on its day: "5 virkedager før fristen"."""
    plan, meetings = shown.plan, shown.meetings
    match step.step:
        case Step.PAPERS:
            return lang.text("{span} before the meeting", span=days(PAPERS_BEFORE.days, lang))
        case Step.MEETING:
            title = meetings.get(step.meeting or "", step.meeting or "")
            return lang.text("{meeting}, the last that can adopt the response", meeting=title)
        case Step.COMMENTS:
            span = working_days(COMMENTS_BEFORE, lang)
            return lang.text("{span} before the deadline", span=span)
        case Step.APPROVAL:
            span = working_days(APPROVAL_BEFORE, lang)
            return lang.text("{span} before the deadline", span=span)
    if plan.deadline.imprecise:
        return lang.text(
            "the deadline may be as early as this: {date}", date=edtf(plan.deadline, lang)
        )
    return lang.text("the deadline is {date}", date=edtf(plan.deadline, lang))


def notes_on(shown: ShownPlan, calendar: WorkingCalendar, lang: Language) -> list[str]:
    """What a person should know before the steps."""
    plan, meetings, notes = shown.plan, shown.meetings, []
    if plan.past and shown.adopted:
        notes.append(lang.text("The deadline has passed."))
    elif plan.past:
        notes.append(lang.text("The deadline has passed. This is how it would have been planned."))
    if plan.meeting is None:
        notes.append(lang.text("No council meeting can be reached before the deadline."))
    if plan.too_close is not None:
        notes.append(
            lang.text(
                "{meeting} on {day} is too close: its papers were to go out by {papers}.",
                meeting=meetings.get(plan.too_close.key, plan.too_close.key),
                day=day_in_full(plan.too_close.day, lang),
                papers=day_in_full(papers_due(plan.too_close.day, calendar), lang),
            )
        )
    return notes
