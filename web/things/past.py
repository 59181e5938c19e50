"""The history of one object in sentences: what was registered, and whom Tilsvar reminded."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import select

from ...commands.attachments import attachments_of
from ...commands.follow_ups import follow_ups_about
from ...domain.attachments import Attachment
from ...domain.events import AttachmentAdded, Event, Invited
from ...domain.kinds import Kind
from ...domain.sentences import N_
from ...store import flow
from ...store.clock import local_day
from ...store.event_log import histories, history
from ...store.unit_of_work import UnitOfWork
from ...wording.history import sentence
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised, counted
from ..names import Names

FOLDED_FROM = 3
"""So many events of one of these kinds, recorded on one day, stand in one line."""

FOLDED: Mapping[type[Event], str] = {
    Invited: N_("{count} were invited to the meeting."),
    AttachmentAdded: N_("{count} files were attached."),
}


@dataclass(frozen=True)
class Line:
    """What happened on a day in the council's own time zone; `folded` is the same in detail."""

    at: date
    sentence: str
    folded: tuple[str, ...] = ()


def past(
    work: UnitOfWork,
    kind: Kind,
    key: str,
    names: Names,
    lang: Language,
    *,
    besides: Iterable[tuple[Kind, str]] = (),
    told_elsewhere: tuple[type[Event], ...] = (),
    told_of: Callable[[Attachment], bool] = lambda _file: True,
) -> list[Line]:
    """Everything that happened to the object, and to what belongs to it `besides`, newest first.

    What is `told_elsewhere` on the page is left out; `told_of` says of which of its files.
    """
    zone = work.office.zone
    events = history(work.session, kind, key)
    files = {each.key: each.name for each in attachments_of(work, kind, key) if told_of(each)}
    if files:
        events += histories(work.session, Kind.ATTACHMENT, files)
    if kind is Kind.LETTER:
        for draft in follow_ups_about(work, key):
            events += history(work.session, Kind.FOLLOW_UP, draft)
        events.sort(key=lambda each: each.id)
    others = defaultdict(list)
    for of_kind, other in besides:
        others[of_kind].append(other)
    for of_kind, keys in others.items():
        events += histories(work.session, of_kind, keys)
    events = [each for each in events if not isinstance(each.event, told_elsewhere)]
    events.sort(key=lambda each: each.id)
    called = names.labels_for(each.event for each in events) | files
    told = [
        (each.at, number, sentence(each.event, lang, called)) for number, each in enumerate(events)
    ]
    told += [(at, len(told), said) for at, said in _reminders(work, key, names, lang)]
    told.sort(key=lambda each: each[:2], reverse=True)
    sums = {number: FOLDED.get(type(each.event), "") for number, each in enumerate(events)}
    lines = [(Line(local_day(at, zone), said), sums.get(number, "")) for at, number, said in told]
    return list(_folded(lines, lang))


def _folded(lines: Iterable[tuple[Line, str]], lang: Language) -> Iterator[Line]:
    """The same with what sums up several lines of a day in their place, where there is such."""
    for (day, summed_up), those in groupby(lines, key=lambda each: (each[0].at, each[1])):
        own = [line for line, _ in those]
        if not summed_up or len(own) < FOLDED_FROM:
            yield from own
            continue
        said = lang.text(summed_up, count=counted(len(own), lang))
        yield Line(day, capitalised(said), tuple(each.sentence for each in own))


def _reminders(
    work: UnitOfWork, key: str, names: Names, lang: Language
) -> list[tuple[datetime, str]]:
    """One sentence for each time that people were reminded of the object by mail."""
    mail = flow.mail.c
    query = (
        select(mail.at, mail.person)
        .join_from(flow.reminder, flow.mail)
        .where(flow.reminder.c.group == key, mail.state == "sent")
        .distinct()
    )
    reminded = defaultdict(list)
    for at, person in work.session.execute(query.order_by(mail.at, mail.person)):
        reminded[at].append(names.people.get(person, person))
    return [
        (at, lang.text("Tilsvar reminded {people}.", people=joined(people, lang)))
        for at, people in reminded.items()
    ]
