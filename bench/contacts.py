"""A register of as many organisations, themes and contacts as wanted, beside the council's own.

Things are made by the domain as the commands make them, and written many at once; the search, the
timelines and the drawers are then made anew, as for all data that comes in beside the commands. Of
what waits to be done there is as much in every register: pages show it, whatever lies behind.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from importlib.resources import as_file, files
from itertools import count, islice
from typing import TypeVar

from sqlalchemy import func, insert, select, text
from sqlalchemy.orm import Session

from tilsvar.commands.letters import due_date
from tilsvar.domain.dates import Edtf
from tilsvar.domain.entity import Entity
from tilsvar.domain.kinds import LetterKind, MeetingKind, MeetingStatus, ReplyKind, SignOffCode
from tilsvar.domain.letters import Letter
from tilsvar.domain.media import Coverage
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.domain.notes import Note
from tilsvar.domain.obligations import Reply
from tilsvar.domain.promises import Promise
from tilsvar.domain.themes import Theme
from tilsvar.intake.apply import import_register
from tilsvar.store import flow
from tilsvar.store.belonging import timelines_all
from tilsvar.store.belonging_tables import contact_line
from tilsvar.store.event_log import to_row
from tilsvar.store.filing import file_all
from tilsvar.store.search_index import index_all
from tilsvar.store.unit_of_work import Office, UnitOfWork

from .around import MEDIA_AMONG, Size, around
from .places import NOW

T = TypeVar("T")
AT_ONCE = 1000
FIRST, DAYS = date(2015, 1, 5), 2850
ANSWERED_AFTER = timedelta(days=35)
WAITING = 20
"""So many meetings and promises are still to come, in a register of any size."""


def fill_contacts(office: Office, size: Size) -> None:
    """The example register with so much beside it."""
    with as_file(files("tilsvar.examples.helseomsorg21")) as register:
        import_register(office, register)
    with office.work(by="SEK1") as work:
        _write(work, around(size))
        _write(work, _things(work, size))
        for make_anew in (index_all, timelines_all, file_all):
            make_anew(work.session)
        work.session.commit()
    if office.engine.name == "postgresql":  # what it does by itself within a minute
        with office.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    _check(office, size)


def _write(work: UnitOfWork, things: Iterable[Entity]) -> None:
    """The things with what happened to them."""
    for those in _in_parts(things):
        work.session.add_all(those)
        work.session.flush()
        rows = [to_row(event, NOW, "import") for each in those for event in each.events]
        if rows:
            work.session.execute(insert(flow.event), rows)
        work.session.expunge_all()


def _in_parts(things: Iterable[T]) -> Iterator[Sequence[T]]:
    rest = iter(things)
    while those := list(islice(rest, AT_ONCE)):
        yield those


def _things(work: UnitOfWork, size: Size) -> Iterator[Entity]:
    """What was between the council and others, evenly over eight years, and what is to come."""
    titles = {each.key: each.title for each in work.all(Theme)}
    lines = 0
    for number in count():
        if lines >= size.contacts:
            break
        on = FIRST + timedelta(days=lines * DAYS // size.contacts)
        make, many = MADE[number % len(MADE)]
        yield make(work, size, number, on, titles[size.theme(number)])
        lines += many
    for number in range(WAITING):
        to_come = NOW.date() + timedelta(days=3 + number)
        yield _meeting(work, size, -1 - number, to_come, "Videre arbeid", held=False)
        yield Promise.give(
            f"LV{number}",
            size.whom(number),
            Edtf.on(FIRST),
            "Sender planen",
            by_when=Edtf.on(to_come),
        )


def _letter(work: UnitOfWork, size: Size, number: int, on: date, title: str) -> Letter:
    """To one, who has answered."""
    whom = size.whom(number)
    letter = Letter.send(
        f"BL{number}",
        LetterKind.LETTER,
        f"Innspill om {title}",
        Edtf.on(on),
        [whom],
        ruled=due_date(work, LetterKind.LETTER, Edtf.on(on)),
    )
    answered = Edtf.on(on + ANSWERED_AFTER)
    letter.obligations[0].take(Reply(ReplyKind.FINAL, answered, sign_off=SignOffCode.LETTER))
    letter.obligations[0].settle()
    return letter


def _meeting(
    work: UnitOfWork, size: Size, number: int, on: date, title: str, *, held: bool = True
) -> Meeting:
    """With two organisations."""
    return Meeting.schedule(
        f"BM{number}",
        MeetingKind.EXTERNAL,
        f"Samtale om {title}",
        MeetingTime(Edtf.on(on)),
        uid=work.new_uid(f"meeting:BM{number}"),
        now=NOW,
        participants=tuple({size.whom(number): 0, size.whom(number + 4): 0}),
        status=MeetingStatus.HELD if held else MeetingStatus.SCHEDULED,
        followed=False,
    )


def _note(_work: UnitOfWork, size: Size, number: int, on: date, title: str) -> Note:
    whom, said = size.whom(number), f"De spurte om {title}"
    return Note.take(f"BN{number}", whom, Edtf.on(on), said, "SEK1", theme=size.theme(number))


def _promise(_work: UnitOfWork, size: Size, number: int, on: date, title: str) -> Promise:
    """One that was kept."""
    whom, given = size.whom(number), Edtf.on(on)
    what, theme = f"Sender planen for {title}", size.theme(number)
    promise = Promise.give(f"BP{number}", whom, given, what, theme=theme)
    promise.keep(given)
    return promise


def _coverage(_work: UnitOfWork, size: Size, number: int, on: date, title: str) -> Coverage:
    outlet = f"ORG{number * MEDIA_AMONG % size.organisations}"
    theme = size.theme(number)
    return Coverage.of(f"BO{number}", f"Skrev om {title}", Edtf.on(on), outlet=outlet, theme=theme)


Make = Callable[[UnitOfWork, Size, int, date, str], Entity]
MADE: Sequence[tuple[Make, int]] = (
    *[(_letter, 2), (_note, 1), (_meeting, 2), (_note, 1)] * 4,
    (_promise, 2),
    (_coverage, 1),
)
"""What is made in turn, with how many lines it has on the timelines of organisations."""


def _check(office: Office, size: Size) -> None:
    """Make sure that there are as many contacts. Raises AssertionError."""
    with Session(office.engine) as session:
        there = session.scalar(select(func.count()).select_from(contact_line)) or 0
    if there < size.contacts * 0.9:
        raise AssertionError(there)
