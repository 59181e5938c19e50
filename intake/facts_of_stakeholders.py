"""The dated facts about those who have a stake in a theme: where they stood, what they said.

A stakeholder enters with the first of its stances, each of those on the last day of its date.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from ..commands import contacts, notes, promises, stances
from ..commands import stakeholders as listed
from ..domain.promises import PromiseStatus
from ..domain.stakeholders import Stakeholder, key_of
from ..store.unit_of_work import UnitOfWork
from .fact import BEFORE_LETTERS, BEGINNING, Enter, Fact
from .known_days import KnownDays
from .register.reader import Register
from .register.sheets import SHEETS
from .register.theme_checks import SAID_ONCE
from .register.theme_rows import ContactRow, NoteRow, PromiseRow, StakeholderRow
from .row_keys import row_name


def stakeholder_facts(register: Register, days: KnownDays) -> Iterator[Fact]:
    """Every fact of these sheets; `days` tells when the themes enter."""
    yield from _stakeholders(register.rows("stakeholders", StakeholderRow), days)
    for contact in register.rows("contacts", ContactRow):
        yield _contact(contact, days)
    for note in register.rows("notes", NoteRow):
        yield _note(note, days)
    for promise in register.rows("promises", PromiseRow):
        yield from _promise(promise, days)


def _stakeholders(rows: Iterable[StakeholderRow], days: KnownDays) -> Iterator[Fact]:
    together: dict[tuple[str, str], list[StakeholderRow]] = {}
    for row in rows:
        together.setdefault(row.pair, []).append(row)
    for alike in together.values():
        ends = [row.as_of.last for row in alike if row.as_of]
        day = days.after("stakeholders", alike[0], min(ends, default=BEGINNING))
        for row in alike:
            # Whichever of the rows is new brings the stakeholder, if nobody has named it yet.
            name = row_name(SHEETS["stakeholders"], row.cells)
            enter = partial(name_stakeholder, row=row, alike=alike)
            yield Fact(day, BEFORE_LETTERS, "stakeholders", name, row, enter, step=2)
            if row.stance and row.as_of:
                known = days.after("stakeholders", row, row.as_of.last, day)
                enter = partial(record_stance, row=row)
                yield Fact(known, 12, "stakeholders", name, row, enter)
            if row.removed is not None:
                last = max((days.after("stakeholders", row, each) for each in ends), default=day)
                enter = partial(put_on_or_off, row=row)
                yield Fact(max(last, day), 13, "stakeholders", name, row, enter)


def name_stakeholder(
    work: UnitOfWork, *, row: StakeholderRow, alike: Sequence[StakeholderRow]
) -> None:
    """Put it on the list with what its rows say together, unless it stands there."""
    if work.look(Stakeholder, key_of(*row.pair)) is None:
        listed.name_stakeholder(
            work,
            theme=row.theme,
            organisation=row.organisation,
            source=row.source,
            **said_together(alike),
        )


def said_together(alike: Iterable[StakeholderRow]) -> dict[str, Any]:
    """What the rows about one stakeholder say of it, each thing from the first row that does."""
    rows = list(alike)
    return {
        name: next((value for row in rows if (value := getattr(row, name))), getattr(rows[0], name))
        for name in SAID_ONCE
    }


def record_stance(work: UnitOfWork, *, row: StakeholderRow) -> None:
    if row.stance and row.as_of:
        stances.record_stance(
            work,
            theme=row.theme,
            organisation=row.organisation,
            stance=row.stance,
            as_of=row.as_of,
            source=row.source,
            evidence=row.evidence,
        )


def put_on_or_off(work: UnitOfWork, *, row: StakeholderRow) -> None:
    """Take it off the list, or put it back, where its row says so and it is not."""
    found = work.get(Stakeholder, key_of(*row.pair))
    if row.removed and not found.removed:
        listed.remove_stakeholder(work, stakeholder=found.key, why=row.why)
    elif found.removed and not row.removed:
        listed.restore_stakeholder(work, stakeholder=found.key)


def _contact(row: ContactRow, days: KnownDays) -> Fact:
    enter: Enter = partial(
        contacts.add_contact,
        key=row.key,
        organisation=row.organisation,
        function=row.function,
        purpose=row.purpose,
        name=row.name,
        email=row.email,
        themes=row.themes,
    )
    return Fact(days.after("contacts", row), 14, "contacts", row.key, row, enter)


def _note(row: NoteRow, days: KnownDays) -> Fact:
    enter: Enter = partial(
        notes.take_note,
        key=row.key,
        organisation=row.organisation,
        text=row.text,
        on=row.on,
        who=row.by,
        theme=row.theme,
    )
    day = days.note("notes", row.key, days.after("notes", row, row.on.last))
    return Fact(day, 14, "notes", row.key, row, enter)


def _promise(row: PromiseRow, days: KnownDays) -> Iterator[Fact]:
    enter: Enter = partial(
        promises.give_promise,
        key=row.key,
        organisation=row.organisation,
        what=row.what,
        given=row.given,
        by_when=row.by_when,
        theme=row.theme,
        said_in=row.said_in,
        responsible=row.responsible,
        note=row.note,
    )
    day = days.note("promises", row.key, days.after("promises", row, row.given.last))
    yield Fact(day, 14, "promises", row.key, row, enter)
    if row.status is not PromiseStatus.OPEN:
        day = max(day, row.kept_on.last if row.kept_on else day)
        yield Fact(day, 15, "promises", row.key, row, partial(close_promise, row=row))


def close_promise(work: UnitOfWork, *, row: PromiseRow) -> None:
    if row.status is PromiseStatus.KEPT:
        promises.keep_promise(work, promise=row.key, on=row.kept_on)
    elif row.status is PromiseStatus.DROPPED:
        promises.drop_promise(work, promise=row.key)
