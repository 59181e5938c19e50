"""How each change of a setting is taken back: by a change of its own, so that both are history."""

from collections.abc import Callable, Mapping
from datetime import time
from typing import Any

from sqlalchemy import select

from ...commands.areas import retire_area, take_up_area
from ...commands.closed_days import close, open_again
from ...commands.reminders import change_ladder, end_pause, pause
from ...commands.report_templates import template_before
from ...commands.rules import (
    change_answer_rule,
    change_legal_basis,
    change_morning,
    choose_quorum,
)
from ...commands.scheduled_reports import resume_schedule, stop_schedule
from ...commands.target_groups import retire_target_group, take_up_target_group
from ...domain.due_dates import Period
from ...domain.events import (
    AnswerRuleChanged,
    AreaRetired,
    AreaTakenUp,
    DaysClosed,
    DaysOpened,
    LadderChanged,
    LegalBasisChanged,
    MorningChanged,
    PauseEnded,
    PauseSet,
    QuorumChanged,
    ReportScheduled,
    ReportScheduleResumed,
    ReportScheduleStopped,
    ReportTemplateChanged,
    TargetGroupRetired,
    TargetGroupTakenUp,
)
from ...domain.kinds import LetterKind
from ...domain.pauses import Pause
from ...store import flow
from ...store.unit_of_work import UnitOfWork


def _ladder(work: UnitOfWork, event: LadderChanged) -> None:
    """The edition before the last one, the usual rungs where there was none."""
    ladder = flow.ladder.c
    editions = (
        select(ladder.rungs)
        .where(ladder.name == event.ladder, ladder.key == event.object)
        .order_by(ladder.id.desc())
        .offset(1)
        .limit(1)
    )
    before = work.session.scalar(editions)
    change_ladder(work, ladder=event.ladder, rungs=before, object_key=event.object)


def _pause_set(work: UnitOfWork, event: PauseSet) -> None:
    end_pause(work, only=Pause(event.first, event.last, event.why))


def _pause_ended(work: UnitOfWork, event: PauseEnded) -> None:
    pause(work, first=event.first, last=event.last, why=event.why)


def _closed(work: UnitOfWork, event: DaysClosed) -> None:
    open_again(work, first=event.first, last=event.last, why=event.why)


def _opened(work: UnitOfWork, event: DaysOpened) -> None:
    close(work, first=event.first, last=event.last, why=event.why)


def _quorum(work: UnitOfWork, event: QuorumChanged) -> None:
    choose_quorum(work, share=event.share_before, number=event.number_before)


def _answers(work: UnitOfWork, event: AnswerRuleChanged) -> None:
    change_answer_rule(
        work,
        kind=LetterKind(event.letter_kind),
        period=Period.parse(event.period_before),
        expected=event.expected_before,
    )


def _basis(work: UnitOfWork, event: LegalBasisChanged) -> None:
    change_legal_basis(work, basis=event.basis_before)


def _morning(work: UnitOfWork, event: MorningChanged) -> None:
    change_morning(work, hour=time.fromisoformat(event.from_hour_before))


def _retired(work: UnitOfWork, event: AreaRetired) -> None:
    take_up_area(work, area=event.area)


def _taken_up(work: UnitOfWork, event: AreaTakenUp) -> None:
    retire_area(work, area=event.area)


def _group_retired(work: UnitOfWork, event: TargetGroupRetired) -> None:
    take_up_target_group(work, target_group=event.target_group)


def _group_taken_up(work: UnitOfWork, event: TargetGroupTakenUp) -> None:
    retire_target_group(work, target_group=event.target_group)


def _template(work: UnitOfWork, _event: ReportTemplateChanged) -> None:
    template_before(work)


def _going(work: UnitOfWork, event: ReportScheduled | ReportScheduleResumed) -> None:
    stop_schedule(work, schedule=event.schedule)


def _stopped(work: UnitOfWork, event: ReportScheduleStopped) -> None:
    resume_schedule(work, schedule=event.schedule)


UNDO: Mapping[str, Callable[[UnitOfWork, Any], None]] = {
    "LadderChanged": _ladder,
    "PauseSet": _pause_set,
    "PauseEnded": _pause_ended,
    "DaysClosed": _closed,
    "DaysOpened": _opened,
    "QuorumChanged": _quorum,
    "AnswerRuleChanged": _answers,
    "LegalBasisChanged": _basis,
    "MorningChanged": _morning,
    "AreaRetired": _retired,
    "AreaTakenUp": _taken_up,
    "TargetGroupRetired": _group_retired,
    "TargetGroupTakenUp": _group_taken_up,
    "ReportTemplateChanged": _template,
    "ReportScheduled": _going,
    "ReportScheduleResumed": _going,
    "ReportScheduleStopped": _stopped,
}
"""What takes back an event of that name while nothing has followed on it."""
