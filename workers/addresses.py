"""Tells the secretariat of an address that takes no mail, once each time that it is marked."""

from datetime import datetime
from uuid import uuid5

from ..domain.events import AddressMarked
from ..domain.kinds import Role
from ..domain.people import holding
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork
from .mail_rows import MAIL_IDS, write_mail


def tell_of_address(work: UnitOfWork, event: AddressMarked, at: datetime) -> None:
    """One mail to each in the secretariat, but not about their own address."""
    day = local_day(at, work.office.zone)
    for person in holding(Role.SECRETARIAT, work.people, day):
        if person.key == event.who:
            continue
        name = f"{event.name}|{event.number}|{at.isoformat()}|{person.key}"
        write_mail(
            work,
            str(uuid5(MAIL_IDS, name)),
            kind=event.name,
            subject_key=event.who,
            rung="",
            person=person.key,
            about={event.who: event.number},
            at=at,
        )
