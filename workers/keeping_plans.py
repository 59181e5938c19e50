"""Keeps the adopted steps of consultations in step with deadlines, meetings and the calendar.

A meeting counts as reachable or not as of the day on which the fact was recorded, so that an outage
changes no plan.
"""

from datetime import datetime

from ..commands import planning
from ..domain.events import Event, PapersNotSent, PapersSent
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork


def keep_plan(work: UnitOfWork, event: Event, at: datetime) -> None:
    """The deadline of one consultation moved."""
    day = local_day(at, work.office.zone)
    planning.keep_in_step(work, consultation=event.subject, today=day)


def keep_plans(work: UnitOfWork, _event: Event, at: datetime) -> None:
    """A meeting came, moved or was cancelled, or the working days are others: look at all plans."""
    day = local_day(at, work.office.zone)
    for consultation in planning.adopted(work):
        planning.keep_in_step(work, consultation=consultation, today=day)


def finish_plan(work: UnitOfWork, event: Event, _at: datetime) -> None:
    """The consultation was submitted or declined."""
    planning.finish(work, consultation=event.subject)


def meet_papers(work: UnitOfWork, event: PapersSent, _at: datetime) -> None:
    """The papers for a meeting went out, and what was planned for them with them."""
    planning.papers_are_out(work, meeting=event.meeting, on=event.on)


def await_papers(work: UnitOfWork, event: PapersNotSent, _at: datetime) -> None:
    """The papers for a meeting are still to go out, and what was planned for them with them."""
    planning.papers_are_not_out(work, meeting=event.meeting, on=event.on)
