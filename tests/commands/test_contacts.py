"""Contacts at organisations: a function and why it is kept; a person can be erased for good."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, insert, select, text

from tilsvar.bootstrap import App
from tilsvar.commands.contacts import add_contact, contacts_of, correct_contact, erase_contact
from tilsvar.commands.notes import take_note
from tilsvar.domain.contacts import (
    ContactFunction,
    ContactIsErased,
    FunctionNeeded,
    PurposeNeeded,
)
from tilsvar.domain.kinds import Kind
from tilsvar.store import flow
from tilsvar.store.event_log import history
from tilsvar.store.searching import keys_matching
from tilsvar.store.unit_of_work import Office, Unknown

PERSON = {"name": "Ragnfrid Ødegårdstuen", "email": "rfo@hod.example"}
TRACES = ("ragnfrid", "ødegård", "odegard", "rfo")


@pytest.fixture
def office(app: App) -> Office:
    """A council that knows a head of department at HOD."""
    with app.office.work(by="SEK1") as work:
        add_contact(
            work,
            organisation="HOD",
            function="Avdelingsdirektør",
            purpose="Svarer for kommunesatsingen; Ragnfrid vil ha brevene selv",
            **PERSON,
        )
        add_contact(work, organisation="HOD", function="Postmottak", purpose="Alle brev")
        work.commit()
    return app.office


def whole(office: Office) -> str:
    """Everything in the database as text, every table that there is, also those of the index."""
    said: list[str] = []
    with office.engine.connect() as connection:
        tables = MetaData()
        tables.reflect(connection)
        names = list(tables.tables)
        if office.engine.name == "sqlite":
            found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
            names = list(found.scalars())
        for name in names:
            rows: Any = connection.execute(text(f'SELECT * FROM "{name}"'))  # noqa: S608 - names of our own tables
            said.extend(_told(cell) for row in rows for cell in row)
    return "\n".join(said).casefold()


def on_disk(office: Office) -> str:
    """What stands in the file of the database, used or not."""
    office.engine.dispose()  # the last one to leave brings the log into the file
    database = office.engine.url.database
    assert database is not None
    return Path(database).read_bytes().decode("utf-8", "ignore").casefold()


def _told(cell: object) -> str:
    return cell.decode("utf-8", "ignore") if isinstance(cell, bytes) else str(cell)


def test_a_function_is_kept_with_its_purpose_and_a_person_only_where_needed(
    office: Office,
) -> None:
    with office.reading() as work:
        found = contacts_of(work, ["HOD"])
        assert [(each.key, each.function, each.name) for each in found] == [
            ("HOD-01", "Avdelingsdirektør", PERSON["name"]),
            ("HOD-02", "Postmottak", ""),
        ]
        assert keys_matching(work, Kind.CONTACT, "ragnfrid", 5) == ["HOD-01"]


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"function": "Fagdirektør", "purpose": " "}, PurposeNeeded),
        ({"function": "", "purpose": "Alle brev"}, FunctionNeeded),
        ({"function": "Direktør", "purpose": "Alle brev", "organisation": "UKJENT"}, Unknown),
        ({"function": "Direktør", "purpose": "Alle brev", "themes": ["T9"]}, Unknown),
    ],
)
def test_without_a_purpose_a_function_and_a_known_place_nothing_is_kept(
    office: Office, given: dict[str, Any], refused: type[Exception]
) -> None:
    with office.work(by="SEK1") as work, pytest.raises(refused):
        add_contact(work, **{"organisation": "HOD", **given})


def test_what_is_kept_can_be_put_right(office: Office) -> None:
    with office.work(by="SEK1") as work:
        correct_contact(work, contact="HOD-01", email="ny@hod.example")
        with pytest.raises(PurposeNeeded):
            correct_contact(work, contact="HOD-01", purpose="")
        work.commit()
    with office.reading() as work:
        assert work.view(ContactFunction, "HOD-01").email == "ny@hod.example"
        told = [each.event.name for each in history(work.session, Kind.CONTACT, "HOD-01")]
    assert told == ["ContactAdded", "ContactCorrected"]


def test_who_is_erased_is_nowhere_in_the_database_any_more(office: Office) -> None:
    """Also where a register had brought the row, and where the search's index had the words."""
    cells = {"function": "Avdelingsdirektør", **PERSON}
    with office.work(by="import") as work:
        work.session.execute(
            insert(flow.imported_row).values(
                sheet="contacts", key="HOD-01", cells=cells, at=datetime(2023, 2, 3, tzinfo=UTC)
            )
        )
        correct_contact(work, contact="HOD-01", name=f"{PERSON['name']} (vikar)")
        work.commit()
    before = whole(office)
    assert all(each in before for each in TRACES)

    with office.work(by="SEK1") as work:
        erase_contact(work, contact="HOD-01")
        work.commit()

    left = whole(office)
    assert [each for each in TRACES if each in left] == []
    with office.reading() as work:
        found = work.view(ContactFunction, "HOD-01")
        assert (found.function, found.purpose, found.erased) == ("Avdelingsdirektør", "", True)
        assert [each.key for each in contacts_of(work, ["HOD"])] == ["HOD-02"]
        assert keys_matching(work, Kind.CONTACT, "ragnfrid", 5) == []
        kept = work.session.scalar(select(flow.imported_row.c.cells))
        assert kept == {"function": "", "name": "", "email": ""}


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_the_file_of_the_database_forgets_too(office: Office) -> None:
    """SQLite leaves what was changed in the pages of its file, unless it is told not to."""
    with office.work(by="SEK1") as work:
        erase_contact(work, contact="HOD-01")
        work.commit()
    assert [each for each in TRACES if each in on_disk(office)] == []


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_what_stood_there_before_it_was_put_right_is_forgotten_too(office: Office) -> None:
    """The index joins its parts as it grows, and a corrected name lies on where it stood before."""
    with office.work(by="SEK1") as work:
        correct_contact(work, contact="HOD-01", name="Olav Vik", email="", purpose="Alle brev")
        work.commit()
    for number in range(30):
        with office.work(by="SEK1") as work:
            take_note(work, organisation="HOD", text=f"Ringte {number} ganger om saken")
            work.commit()
    with office.work(by="SEK1") as work:
        erase_contact(work, contact="HOD-01")
        work.commit()
    assert [each for each in (*TRACES, "olav vik") if each in on_disk(office)] == []


def test_what_is_erased_cannot_be_changed_or_erased_again(office: Office) -> None:
    with office.work(by="SEK1") as work:
        erase_contact(work, contact="HOD-01")
        with pytest.raises(ContactIsErased):
            erase_contact(work, contact="HOD-01")
        with pytest.raises(ContactIsErased):
            correct_contact(work, contact="HOD-01", name="En annen")
        work.commit()
