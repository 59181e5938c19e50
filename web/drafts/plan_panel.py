"""The panel beside a consultation: the council's own steps towards its deadline.

The plan is worked out anew each time; a step that is adopted is a deadline with a page of its own.
"""

from dataclasses import dataclass, field
from datetime import date

from ...commands.planning import steps_of
from ...domain.backwards import Planned
from ...domain.consultations import Consultation
from ...domain.dates import Edtf
from ...domain.deadlines import Deadline
from ...domain.kinds import DeadlineStatus, Kind
from ...reports.render_plan import ShownPlan, notes_on, reason_for, shown_plan
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf, with_weekday
from ...wording.language import Language
from ...wording.plans import step_name
from ..links import address, address_of


@dataclass(frozen=True)
class PlanStep:
    """One step. `state` says what became of it as a deadline, empty where it is none.

    `style` is now, ahead, or empty for what is done or whose day has passed.
    """

    name: str
    href: str | None
    when: str
    why: str
    state: str
    style: str


@dataclass(frozen=True)
class PlanPanel:
    """`notes` are what to know before the steps, `standing` how much of it is adopted.

    `adopt` is where it is adopted by sending, empty where it is, or where nothing is left to plan.
    """

    notes: list[str]
    steps: list[PlanStep] = field(default_factory=list)
    standing: str = ""
    adopt: str = ""


def plan_panel(found: Consultation, work: UnitOfWork, lang: Language) -> PlanPanel | None:
    """The plan as of today; None where the consultation is closed and was never planned for."""
    there = steps_of(work, found.key)
    if not found.open and not there:
        return None
    if found.deadline is None:
        return PlanPanel([lang.text("Nothing can be planned before the deadline is known.")])
    shown = shown_plan(work, found.key)
    notes = notes_on(shown, work.calendar, lang)
    if shown.plan.short:
        notes.append(lang.text("The time is shorter than six weeks. Three months are normal."))
    steps = [_step(each, shown, work.today, lang) for each in shown.plan.steps]
    ahead = found.open and not there and not shown.plan.past
    adopt = f"{address(found)}/plan" if ahead else ""
    return PlanPanel(notes, steps, _standing(shown, lang), adopt)


def _step(step: Planned, shown: ShownPlan, today: date, lang: Language) -> PlanStep:
    deadline = shown.adopted.get(step.step)
    href = address(deadline) if deadline is not None else None
    if href is None and step.meeting in shown.meetings:
        href = address_of(Kind.MEETING, step.meeting or "")
    style = "now" if step.day == today else "ahead" if step.day > today else ""
    if deadline is not None and deadline.status is DeadlineStatus.MET:
        style = ""
    return PlanStep(
        step_name(step.step, lang),
        href,
        with_weekday(step.day, lang),
        reason_for(step, shown, lang),
        _state(deadline, step, lang) if deadline is not None else "",
        style,
    )


def _state(deadline: Deadline, step: Planned, lang: Language) -> str:
    match deadline.status:
        case DeadlineStatus.MET:
            return lang.text("Done")
        case DeadlineStatus.CANCELLED:
            return lang.text("No longer a deadline")
    if deadline.due != Edtf.on(step.day):
        return lang.text("Adopted, set to {day}", day=edtf(deadline.due, lang))
    return lang.text("Adopted")


def _standing(shown: ShownPlan, lang: Language) -> str:
    if shown.adopted:
        return lang.text("Adopted steps are deadlines and follow the plan when dates move.")
    if shown.plan.past:
        return lang.text("No step was adopted.")
    return lang.text("This is a proposal. No step is adopted yet.")
