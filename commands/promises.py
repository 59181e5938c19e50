"""Facts about promises: one is given, moved, kept, dropped, opened again, put right, withdrawn."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from ..domain.dates import Edtf
from ..domain.entity import Entity
from ..domain.errors import DomainError
from ..domain.kinds import Kind
from ..domain.letters import Letter
from ..domain.meetings import Meeting
from ..domain.organisations import Organisation
from ..domain.people import Person
from ..domain.promises import Promise, PromiseStatus
from ..domain.themes import Theme
from ..store import note_tables
from ..store.unit_of_work import UnitOfWork
from .keys import next_key
from .naming import AREA_AND_PERSON, require_known
from .notes import said_by_now

SAID_IN: dict[Kind, type[Entity]] = {Kind.MEETING: Meeting, Kind.LETTER: Letter}
"""Where something can have been promised."""


class NowherePromised(DomainError):
    """“{said_in}” is no place where something was promised: give meeting:M2022-08 or letter:L2020-02."""  # noqa: E501 - the docstring is the message


def give_promise(
    work: UnitOfWork,
    *,
    organisation: str,
    what: str,
    given: Edtf | None = None,
    by_when: Edtf | None = None,
    theme: str | None = None,
    said_in: str = "",
    note: str = "",
    responsible: str | None = "",
    key: str | None = None,
) -> Promise:
    """Register what an organisation promised; `given` is a date in Oslo, today by default.

    `responsible` is who is reminded of it: whoever registers it unless somebody else is named, or
    with None the whole secretariat. Raises Unknown, NotYetSaid, NowherePromised and what
    `Promise.give` raises.
    """
    given = given or Edtf.on(work.today)
    require_known(work, AREA_AND_PERSON, {"responsible": responsible})
    promise = Promise.give(
        key or next_key(work, Promise, f"P{given.first.year}"),
        work.known(Organisation, organisation),
        said_by_now(work, given),
        what,
        by_when=by_when,
        theme=work.known(Theme, theme) if theme else None,
        said_in=promised_in(work, said_in),
        note=note,
        responsible=_recorder(work) if responsible == "" else responsible,
    )
    work.add(promise)
    return promise


def _recorder(work: UnitOfWork) -> str | None:
    """Whoever works now, where that is a person of ours."""
    return work.by if work.look(Person, work.by) else None


def promised_in(work: UnitOfWork, said_in: str) -> str:
    """That place, "meeting:M2022-08", if there is such a thing. Raises NowherePromised, Unknown."""
    if not said_in:
        return ""
    kind, _, key = said_in.partition(":")
    if kind not in SAID_IN or not key:
        raise NowherePromised(said_in=said_in)
    work.view(SAID_IN[Kind(kind)], key)
    return said_in


def keep_promise(work: UnitOfWork, *, promise: str, on: Edtf | None = None) -> Promise:
    """It was kept on that date, today by default. Raises NotYetSaid and what `keep` raises."""
    found = work.get(Promise, promise)
    found.keep(said_by_now(work, on or Edtf.on(work.today)))
    return found


def drop_promise(work: UnitOfWork, *, promise: str, why: str = "") -> Promise:
    """Nobody waits for it any more. Raises PromiseIsClosed and PromiseIsWithdrawn."""
    found = work.get(Promise, promise)
    found.drop(why)
    return found


def reopen_promise(work: UnitOfWork, *, promise: str) -> Promise:
    """It is waited for again. Raises PromiseIsWithdrawn."""
    found = work.get(Promise, promise)
    found.reopen()
    return found


def move_promise(work: UnitOfWork, *, promise: str, by_when: Edtf | None) -> Promise:
    """It is to be kept by another day, or no day is known. Raises PromisedForThePast."""
    found = work.get(Promise, promise)
    found.move(by_when)
    return found


def correct_promise(work: UnitOfWork, *, promise: str, **values: object) -> Promise:
    """Put right what was registered. Raises as `give_promise` does, and PromiseIsWithdrawn."""
    found = work.get(Promise, promise)
    named = {"organisation": Organisation, "theme": Theme, "responsible": Person}
    require_known(work, named, values, found)
    given = values.get("given")
    if isinstance(given, Edtf):
        said_by_now(work, given)
    if "said_in" in values:
        promised_in(work, str(values["said_in"]))
    if "by_when" in values:
        by_when = values.pop("by_when")
        found.move(by_when if isinstance(by_when, Edtf) else None)
    found.correct(**values)
    return found


def withdraw_promise(work: UnitOfWork, *, promise: str, why: str = "") -> Promise:
    """It was registered by mistake; it stands on no timeline any more."""
    found = work.get(Promise, promise)
    found.withdraw(why)
    return found


def restore_promise(work: UnitOfWork, *, promise: str) -> Promise:
    """It stands after all."""
    found = work.get(Promise, promise)
    found.restore()
    return found


def promises_of(
    work: UnitOfWork, *, line: Iterable[str] = (), theme: str | None = None, limit: int = 50
) -> Sequence[Promise]:
    """What these organisations promised, or what was promised about the theme: open ones first.

    Of the open ones the first to be kept comes first, of the others the newest.
    """
    c = note_tables.promise.c
    work.session.flush()
    query = select(Promise).where(~c.withdrawn)
    if theme is not None:
        query = query.where(c.theme == theme)
    else:
        query = query.where(c.organisation.in_(list(line)))
    closed = c.status != PromiseStatus.OPEN
    found = work.session.scalars(query.order_by(closed, c.given.desc(), c.key).limit(limit)).all()
    return sorted(found, key=_in_turn)


def _in_turn(promise: Promise) -> tuple[bool, int, str]:
    if promise.open:
        due = promise.by_when.last.toordinal() if promise.by_when else 10**7
        return (False, due, promise.key)
    return (True, -promise.given.last.toordinal(), promise.key)
