"""What people decide about being reminded: ladders, snoozes, pauses, absences."""

from datetime import date

from sqlalchemy import insert, update

from ..domain.absences import Absence
from ..domain.errors import DomainError
from ..domain.events import (
    AbsenceRegistered,
    AbsenceWithdrawn,
    Awoken,
    LadderChanged,
    PauseEnded,
    PauseSet,
    Snoozed,
)
from ..domain.ladder_text import read_rungs, write_rungs
from ..domain.ladders import Audience, Rung
from ..domain.pauses import Pause
from ..domain.people import Person
from ..domain.watches import Watch
from ..store import flow
from ..store.ladders import save_ladder
from ..store.pauses import load_absences
from ..store.unit_of_work import UnitOfWork
from .groups import holder_of
from .watching import watches_of


class NothingToSnooze(DomainError):
    """Nobody is being reminded of {key}, so there is nothing to put off."""


class SnoozeInThePast(DomainError):
    """{until} is not ahead: put {key} off until a day after {today}."""


class NotSnoozed(DomainError):
    """{key} is not put off."""


class AwayAlready(DomainError):
    """An absence from {first} to {last} is registered already."""


class NotAway(DomainError):
    """No absence from {first} to {last} is registered."""


class NotPaused(DomainError):
    """There is no pause to end."""


def change_ladder(
    work: UnitOfWork, *, ladder: str, rungs: str | None, object_key: str = ""
) -> tuple[Rung, ...]:
    """Put other rungs in the place of a ladder's, for all objects or for one.

    `rungs` is what the secretariat writes (`-14d, 0d at once, +30wd to leader`), None gives the
    usual ones back. Raises NotARung, RungTwice, NoSuchLadder, and Unknown for an unknown person.
    """
    work.ladders.ladder(ladder)
    if rungs is not None:
        read = read_rungs(rungs)
        for who in {who for rung in read for who in rung.to} - set(Audience):
            work.get(Person, who)
        rungs = write_rungs(read)
    save_ladder(work.session, ladder, object_key, rungs, by=work.by, at=work.now)
    work.forget("ladders")
    work.record(LadderChanged(ladder, object_key, rungs))
    return work.ladders.ladder(ladder, object_key).rungs


def snooze(work: UnitOfWork, *, key: str, until: date | None) -> list[Watch]:
    """Put an object off until a day in Oslo, or (None) until an answer comes.

    `key` is an object's, or a letter's for all that is open on it. Raises NothingToSnooze,
    SnoozeInThePast, Unknown.
    """
    if until is not None and until <= work.today:
        raise SnoozeInThePast(key=key, until=until, today=work.today)
    found = _watches(work, key)
    for watch in found:
        _end(work, watch.key)
        work.session.execute(
            insert(flow.snooze).values(kind=watch.kind.value, key=watch.key, until=until)
        )
        work.record(Snoozed(watch.group, watch.key, until))
    return found


def wake(work: UnitOfWork, *, key: str) -> None:
    """End a snooze before its day. Raises NotSnoozed."""
    ended = [watch for watch in _watches(work, key) if _end(work, watch.key)]
    if not ended:
        raise NotSnoozed(key=key)
    for watch in ended:
        work.record(Awoken(watch.group, watch.key))


def _watches(work: UnitOfWork, key: str) -> list[Watch]:
    watches = watches_of(work, holder_of(work, key))
    found = [watch for watch in watches if key in (watch.key, watch.group)]
    if not found:
        raise NothingToSnooze(key=key)
    return found


def _end(work: UnitOfWork, key: str) -> int:
    open_ones = update(flow.snooze).where(flow.snooze.c.key == key, flow.snooze.c.ended.is_(None))
    ended = open_ones.values(ended=work.now).returning(flow.snooze.c.id)
    return len(work.session.execute(ended).all())


def pause(work: UnitOfWork, *, first: date, last: date, why: str = "") -> Pause:
    """Let everything rest between two days, both included. Raises PauseEndsBeforeItStarts."""
    found = Pause(first, last, why)
    work.session.execute(insert(flow.pause).values(first=first, last=last, why=why))
    work.record(PauseSet(_pause_key(found), first, last, why))
    return found


def end_pause(work: UnitOfWork, *, only: Pause | None = None) -> None:
    """Reminders go out again from now on, or what was to rest will not. Raises NotPaused.

    It ends every pause that is not over, or `only` that one.
    """
    pause = flow.pause.c
    these = update(flow.pause).where(pause.ended.is_(None), pause.last >= work.today)
    if only is not None:
        these = these.where(pause.first == only.first, pause.last == only.last)
    ended = these.values(ended=work.now).returning(pause.first, pause.last, pause.why)
    found = sorted({Pause(row.first, row.last, row.why) for row in work.session.execute(ended)})
    if not found:
        raise NotPaused
    for each in found:
        begun = each.first <= work.today
        work.record(PauseEnded(_pause_key(each), each.first, each.last, begun, each.why))


def _pause_key(found: Pause) -> str:
    return f"{found.first.isoformat()}/{found.last.isoformat()}"


def register_absence(work: UnitOfWork, *, person: str, first: date, last: date) -> Absence:
    """Someone is away, both days included; their deputy hears meanwhile, else the secretariat.

    Raises AbsenceEndsBeforeItStarts, AwayAlready, Unknown.
    """
    found = Absence(work.get(Person, person).key, first, last)
    if found in load_absences(work.session):
        raise AwayAlready(first=first, last=last)
    work.session.execute(insert(flow.absence).values(person=person, first=first, last=last))
    work.forget("roll")
    work.record(AbsenceRegistered(person, first, last))
    return found


def withdraw_absence(work: UnitOfWork, *, person: str, first: date, last: date) -> None:
    """They are not away on those days after all. Raises NotAway where no such absence stands."""
    absence = flow.absence.c
    stands = update(flow.absence).where(
        absence.person == person,
        absence.first == first,
        absence.last == last,
        absence.withdrawn.is_(None),
    )
    found = work.session.execute(stands.values(withdrawn=work.now).returning(absence.id))
    if not found.all():
        raise NotAway(first=first, last=last)
    work.forget("roll")
    work.record(AbsenceWithdrawn(person, first, last))
