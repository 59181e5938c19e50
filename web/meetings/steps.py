"""What stands around a council meeting, as the front page and the meeting's own page show it."""

from dataclasses import dataclass
from datetime import date

from ...domain.dates import Edtf
from ...domain.kinds import Step
from ...domain.meeting_cycle import Stage, cycle, next_council_meeting
from ...domain.meetings import Meeting
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_and_month, edtf, weekday, with_weekday
from ...wording.language import Language
from ...wording.numbers import capitalised
from ...wording.plans import step_name
from ..today.open_things import council_meetings


@dataclass(frozen=True)
class StepLine:
    """`style` is now, ahead, or empty for what is done or whose day has passed."""

    step: Step
    name: str
    detail: str
    style: str
    done: bool


def meeting_steps(work: UnitOfWork, meeting: Meeting, lang: Language) -> list[StepLine]:
    """The five steps of a council meeting in their order; none where its day is not fixed."""
    following = next_council_meeting(meeting, council_meetings(work))
    return [
        StepLine(
            stage.step,
            step_name(stage.step, lang),
            capitalised(_detail(stage, following, work.today, lang)),
            _style(stage, work.today),
            stage.done,
        )
        for stage in cycle(meeting, following, work.calendar)
    ]


def _style(stage: Stage, today: date) -> str:
    if stage.due is not None and stage.due.is_day and stage.due.day == today and not stage.on:
        return "now"
    return "" if stage.done or (stage.due is not None and stage.due.last < today) else "ahead"


def _detail(stage: Stage, following: Meeting | None, today: date, lang: Language) -> str:
    if stage.on is not None:
        return lang.text("sent {when}", when=edtf(stage.on, lang))
    when = _near(stage.due, today, lang)
    match stage.step:
        case Step.PAPERS:
            said = lang.text("deadline {when}", when=when)
        case Step.MINUTES:
            said = lang.text("by {when}", when=when)
        case Step.APPROVAL:
            return _approval(stage, following, when, lang)
        case _:
            return when
    if stage.done or (stage.due and stage.due.last >= today):
        return said
    return lang.text("{deadline}, not registered as sent", deadline=said)


def _approval(stage: Stage, following: Meeting | None, when: str, lang: Language) -> str:
    if stage.meeting is None:
        return lang.text("next council meeting, no date set")
    title = following.title if following and following.key == stage.meeting else stage.meeting
    return lang.text("{meeting}, {when}", meeting=title, when=when) if when else title


def _near(on: Edtf | None, today: date, lang: Language) -> str:
    """The date with its weekday, and without its year where that is this one."""
    if on is None:
        return ""
    if not on.is_day:
        return edtf(on, lang)
    if on.day == today:
        return lang.text("today")
    if on.day.year == today.year:
        return f"{weekday(on.day, lang)} {day_and_month(on.day, lang)}"
    return with_weekday(on.day, lang)
