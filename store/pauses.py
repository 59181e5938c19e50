"""Absences, snoozes and pauses as they stand."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..domain.absences import Absence
from ..domain.kinds import Kind
from ..domain.pauses import Pause, Snooze
from .flow import absence, pause, snooze


def load_absences(session: Session) -> tuple[Absence, ...]:
    query = (
        select(absence).where(absence.c.withdrawn.is_(None)).order_by(absence.c.first, absence.c.id)
    )
    return tuple(Absence(row.person, row.first, row.last) for row in session.execute(query))


def load_pauses(session: Session) -> tuple[Pause, ...]:
    query = select(pause).where(pause.c.ended.is_(None)).order_by(pause.c.first, pause.c.id)
    return tuple(Pause(row.first, row.last, row.why) for row in session.execute(query))


def load_snooze(session: Session, key: str) -> Snooze | None:
    """The newest snooze of that object that nobody has ended."""
    query = (
        select(snooze)
        .where(snooze.c.key == key, snooze.c.ended.is_(None))
        .order_by(snooze.c.id.desc())
        .limit(1)
    )
    row = session.execute(query).first()
    return None if row is None else Snooze(Kind(row.kind), row.key, row.until)
