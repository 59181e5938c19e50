"""What goes out on a day, to whom and why; and what does not, and why not. Nothing is sent.

A coming day is foreseen from the clock's list and the facts as they stand; a past day is read from
the ledger; today is both.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, select

from ..commands.comments import hearing
from ..domain.ladders import Channel
from ..domain.people import Person
from ..store import flow
from ..store.unit_of_work import UnitOfWork
from .coming import Coming, coming
from .digest_ahead import DigestsAhead
from .sent_mail import mails_of, nobody_of
from .tidings import HeldBack, Line, Message, Reason


@dataclass(frozen=True)
class Foresight:
    """The messages of a day, and what is held back on it."""

    on: date
    messages: tuple[Message, ...]
    held_back: tuple[HeldBack, ...]


def due_on(work: UnitOfWork, day: date) -> Foresight:
    """What was sent, or would be sent, on that day in Oslo."""
    told: list[Message | HeldBack] = []
    if day <= work.today:
        told += mails_of(work, day)
        told += nobody_of(work, day)
    if day >= work.today:
        told += _foreseen(work, day)
    told += _settled(work, day)
    messages = sorted((each for each in told if isinstance(each, Message)), key=Message.sort_key)
    spoken_of = {key for message in messages for key in message.objects}
    held_back = {
        each
        for each in told
        if isinstance(each, HeldBack)
        and not (each.reason is Reason.GIVEN_WAY and each.key in spoken_of)
    }
    return Foresight(day, tuple(messages), tuple(sorted(held_back, key=HeldBack.sort_key)))


def _foreseen(work: UnitOfWork, day: date) -> Iterator[Message | HeldBack]:
    """What goes at once on that day, and the digests with all that is collected until then."""
    digests = DigestsAhead(work, day)
    for each in coming(work, day):
        if isinstance(each, Coming):
            yield from _addressed(work, day, each, digests)
        elif each[0] == day:
            yield each[1]
    yield from digests.messages()


def _addressed(
    work: UnitOfWork, day: date, each: Coming, digests: DigestsAhead
) -> Iterator[Message | HeldBack]:
    keys, channel = tuple(watch.key for watch in each.told), each.rung.channel
    held: list[Reason] = []
    if channel is Channel.CALENDAR:
        held.append(Reason.CALENDAR_ONLY)
    for person in _hearing(work, each) if channel is not Channel.CALENDAR else ():
        if channel is Channel.AT_ONCE:
            digests.went_at_once(person, each)
            if each.day == day:
                line = Line(each.event.name, keys, each.rung.name, each.event)
                yield Message(person, (line,), collected=False)
        elif digests.collect(person, each) > day:
            held.append(Reason.COLLECTED)
    held += [
        Reason.nobody(audience)
        for audience in each.rung.to
        if not work.roll.hears(audience, each.entity, each.day)
    ]
    if each.day == day:
        yield from (HeldBack(key, reason) for key in keys for reason in held)


def _hearing(work: UnitOfWork, each: Coming) -> list[Person]:
    """Everybody who hears of it, each once."""
    heard = {
        person.key: person
        for audience in each.rung.to
        for person in hearing(work, audience, each.entity, each.day)
    }
    return list(heard.values())


_SETTLED = {
    "too_late": Reason.KNOWN_TOO_LATE,
    "superseded": Reason.GIVEN_WAY,
    "dropped": Reason.GIVEN_WAY,
    "closed": Reason.SETTLED,
    "resting": Reason.SETTLED,
    "snoozed": Reason.SNOOZED,
    "failed": Reason.NOT_SENT,
}
"""Why a rung in that state is not told of."""


def _settled(work: UnitOfWork, day: date) -> Iterator[HeldBack]:
    """The rungs of that day that did not, or will not, go out."""
    rung = flow.rung.c
    query = select(rung.key, rung.state).where(and_(rung.day == day, rung.state.in_(_SETTLED)))
    for row in work.session.execute(query):
        yield HeldBack(row.key, _SETTLED[row.state])
