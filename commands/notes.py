"""Facts about conversations: a note is taken, put right, withdrawn."""

from ..domain.dates import Edtf
from ..domain.notes import Note, NotYetSaid
from ..domain.organisations import Organisation
from ..domain.past import happened
from ..domain.people import Person
from ..domain.themes import Theme
from ..store.unit_of_work import UnitOfWork
from .keys import next_key
from .naming import Classes, require_known

_NAMED: Classes = {"organisation": Organisation, "theme": Theme, "by": Person}


def take_note(
    work: UnitOfWork,
    *,
    organisation: str,
    text: str,
    on: Edtf | None = None,
    who: str | None = None,
    theme: str | None = None,
    key: str | None = None,
) -> Note:
    """Write down what was said with that organisation; `on` is a date in Oslo, today by default.

    `who` is the person of ours who was there, by default whoever writes it. Raises Unknown,
    NotYetSaid, NothingNoted and NoteTooLong.
    """
    on = on or Edtf.on(work.today)
    note = Note.take(
        key or next_key(work, Note, f"N{on.first.year}"),
        work.known(Organisation, organisation),
        said_by_now(work, on),
        text,
        work.known(Person, who) if who else work.by,
        theme=work.known(Theme, theme) if theme else None,
    )
    work.add(note)
    return note


def said_by_now(work: UnitOfWork, on: Edtf) -> Edtf:
    """That date, if it has come. Raises NotYetSaid."""
    return happened(on, work.today, NotYetSaid)


def correct_note(work: UnitOfWork, *, note: str, **values: object) -> Note:
    """Put right what was noted. Raises NotYetSaid, Unknown and what `Note.correct` raises."""
    found = work.get(Note, note)
    require_known(work, _NAMED, values, found)
    on = values.get("on")
    if isinstance(on, Edtf):
        said_by_now(work, on)
    found.correct(**values)
    return found


def withdraw_note(work: UnitOfWork, *, note: str, why: str = "") -> Note:
    """It was written by mistake; it stands on no timeline any more."""
    found = work.get(Note, note)
    found.withdraw(why)
    return found


def restore_note(work: UnitOfWork, *, note: str) -> Note:
    """It stands after all."""
    found = work.get(Note, note)
    found.restore()
    return found
