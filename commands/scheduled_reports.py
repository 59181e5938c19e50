"""Reports that go out by e-mail by themselves: begun, changed, stopped; and when each goes next."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from ..domain.errors import DomainError
from ..domain.kinds import MeetingKind
from ..domain.people import Person
from ..domain.schedule_errors import ScheduleChangedMeanwhile
from ..domain.scheduled_reports import Rhythm, ScheduledReport, Wish
from ..store import tables
from ..store.schedule_tables import Sending, sending_of
from ..store.unit_of_work import UnitOfWork
from .keys import next_key
from .planning import CERTAIN


class ReaderHasLeft(DomainError):
    """{name} has no role in the council today, so no report can be sent to them."""


class SentSoAlready(DomainError):
    """The report goes out just so already: {key}. Change that one, or choose something else."""


def schedule_report(work: UnitOfWork, **wish: Any) -> ScheduledReport:
    """Send a report from today on; `wish` are the fields of `Wish`.

    Raises what `Wish` does, Unknown, ReaderHasLeft and SentSoAlready.
    """
    found = Wish(**wish)
    _require_here(work, found.people)
    for each in scheduled_reports(work):
        if not each.stopped and _same(work, each.wish, found):
            raise SentSoAlready(key=each.key)
    key = next_key(work, ScheduledReport, f"R{work.today.year}")
    schedule = ScheduledReport.schedule(key, found, since=work.today)
    work.add(schedule)
    return schedule


def change_schedule(
    work: UnitOfWork, *, schedule: str, made_from: int | None = None, **values: Any
) -> ScheduledReport:
    """From now on so; `values` are fields of `Wish`, and what is not named stays.

    `made_from` is the version that the change was made from, None for any. Raises what
    `schedule_report` does, and ScheduleChangedMeanwhile.
    """
    found = _unchanged(work, schedule, made_from)
    wish = replace(found.wish, **values)
    # Whoever was chosen earlier and has left since may stand there; nothing goes to them.
    _require_here(work, tuple(each for each in wish.people if each not in found.people))
    found.correct(wish, work.today)
    return found


def stop_schedule(work: UnitOfWork, *, schedule: str, made_from: int | None = None) -> None:
    """It goes out no more. Raises ScheduleIsStopped, ScheduleChangedMeanwhile and Unknown."""
    _unchanged(work, schedule, made_from).stop()


def resume_schedule(work: UnitOfWork, *, schedule: str, made_from: int | None = None) -> None:
    """It goes out again, from today on.

    Raises ScheduleIsGoing, ScheduleChangedMeanwhile and Unknown.
    """
    _unchanged(work, schedule, made_from).resume(work.today)


def _unchanged(work: UnitOfWork, schedule: str, made_from: int | None) -> ScheduledReport:
    found = work.get(ScheduledReport, schedule)
    if made_from is not None and made_from != found.version:
        raise ScheduleChangedMeanwhile
    return found


def _same(work: UnitOfWork, one: Wish, other: Wish) -> bool:
    """Whether both send the same to the same people today, however these were chosen."""
    if one == replace(other, people=one.people, roles=one.roles):
        readers = readers_of(work, one)
        return one == other or (bool(readers) and readers == readers_of(work, other))
    return False


def _require_here(work: UnitOfWork, people: tuple[str, ...]) -> None:
    for key in people:
        person = work.view(Person, key)
        if not person.active_on(work.today):
            raise ReaderHasLeft(name=person.name)


def scheduled_reports(work: UnitOfWork) -> list[ScheduledReport]:
    """All of them, those that are stopped last, each by its key."""
    return sorted(work.all(ScheduledReport), key=lambda each: (each.stopped, each.key))


def due_now(work: UnitOfWork, schedule: ScheduledReport) -> date | None:
    """The day for which it is to go out, today or before; None where it has, or need not.

    Before a meeting that is over nothing goes out any more.
    """
    return schedule.waits_for(work.today, work.calendar, _days_ahead(work, schedule))


def goes_on(work: UnitOfWork, schedule: ScheduledReport, day: date) -> bool:
    """Whether it is still to go out for that day, today or later."""
    if schedule.stopped or day < work.today or (schedule.last is not None and day <= schedule.last):
        return False
    return schedule.due_on(day, work.calendar, _days_ahead(work, schedule)) == day


def next_due(work: UnitOfWork, schedule: ScheduledReport) -> date | None:
    """The day for which it goes out next; None where it is stopped, or no meeting has a day."""
    if schedule.stopped:
        return None
    ahead = _days_ahead(work, schedule)
    waiting = schedule.waits_for(work.today, work.calendar, ahead)
    return waiting or schedule.next_after(work.today, work.calendar, ahead)


def told_since(work: UnitOfWork, schedule: ScheduledReport, due: date) -> date | None:
    """The day from which the sending of that day tells, where it tells what is new."""
    return schedule.before(due, work.calendar, _meeting_days(work, schedule))


def readers_of(work: UnitOfWork, schedule: ScheduledReport | Wish) -> list[Person]:
    """Who would get it today: those in its roles and those chosen by name, by key.

    Whoever was chosen and has another role since, which is another entry, stays chosen. Of several
    entries with the same address one gets it, rather the one that was chosen.
    """
    chosen = [each for each in work.people if each.key in schedule.people]
    addresses = {each.email.casefold() for each in chosen if each.email}
    readers = [
        each
        for each in work.people
        if each.active_on(work.today)
        and (each in chosen or each.role in schedule.roles or each.email.casefold() in addresses)
    ]
    once: dict[str, Person] = {}
    for each in sorted(readers, key=lambda person: (person not in chosen, person.key)):
        once.setdefault(each.email.casefold() or each.key, each)
    return sorted(once.values(), key=lambda person: person.key)


def last_sent(work: UnitOfWork, schedule: ScheduledReport) -> Sending | None:
    """When it last went out, for which day, and to how many; None where it never has."""
    return None if schedule.last is None else sending_of(work.session, schedule.key, schedule.last)


def _days_ahead(work: UnitOfWork, schedule: ScheduledReport) -> list[date]:
    return [each for each in _meeting_days(work, schedule) if each >= work.today]


def _meeting_days(work: UnitOfWork, schedule: ScheduledReport) -> list[date]:
    """The days of the council meetings that it goes out before: none where it follows the months.

    A meeting counts once its day is certain.
    """
    if schedule.rhythm is not Rhythm.BEFORE_MEETING:
        return []
    work.session.flush()
    meeting = tables.meeting.c
    query = select(meeting.on_date).where(
        meeting.kind == MeetingKind.COUNCIL, meeting.status.in_(CERTAIN)
    )
    return [on.day for on in work.session.scalars(query) if on.is_day]
