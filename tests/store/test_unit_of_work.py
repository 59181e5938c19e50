"""One transaction: state, events and deliveries together, or nothing at all."""

from pathlib import Path

import pytest

from tilsvar.commands.council import stay, succeed
from tilsvar.commands.deadlines import meet_deadline, set_deadline
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind
from tilsvar.domain.letter_errors import AlreadyClosed
from tilsvar.domain.letters import Letter
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.people import Person
from tilsvar.store import flow
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office, Taken, Unknown
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp
from tilsvar.tests.servers.rows import count, rows

SENT = Edtf("2022-10-03")


def send(office: Office, *recipients: str, title: str = "Innspill om norsk helsenæring") -> str:
    with office.work(by="SEK1") as work:
        letter = send_letter(work, title=title, sent=SENT, recipients=recipients)
        work.commit()
    return letter.key


def test_a_letter_its_events_and_what_follows_from_them_are_one_transaction(
    office: Office, bell: HandBell
) -> None:
    bell.lose()

    key = send(office, "HOD", "NFD")

    with office.reading() as work:
        letter = work.get(Letter, key)
        told = [each.event.name for each in history(work.session, Kind.LETTER, key)]
    assert [each.recipient for each in letter.obligations] == ["HOD", "NFD"]
    assert told == ["LetterSent", "AnswerExpected", "AnswerExpected"]
    pending = rows(office, flow.delivery, flow.delivery.c.state == "pending")
    assert [row.subscriber for row in pending] == ["plan_rungs", "follow_thing"]
    assert bell.rings == [("handle", str(row.id)) for row in pending]


def test_leaving_without_a_commit_leaves_nothing(office: Office, bell: HandBell) -> None:
    bell.lose()
    before = count(office, flow.event)

    with office.work(by="SEK1") as work:
        send_letter(work, key="L2022-06", title="Aldri sendt", sent=SENT, recipients=["NFD"])

    with office.reading() as work:
        assert work.find(Letter, "L2022-06") is None
    assert (count(office, flow.event), count(office, flow.delivery)) == (before, 0)
    assert bell.rings == []


def test_an_error_half_way_takes_back_what_came_before_it(office: Office, bell: HandBell) -> None:
    key = send(office, "NFD")
    bell.lose()
    events, deliveries = count(office, flow.event), count(office, flow.delivery)

    with office.work(by="SEK1") as work:
        receive_reply(work, letter=key, sender="NFD", received=Edtf("2022-11-01"))
        with pytest.raises(AlreadyClosed):
            receive_reply(work, letter=key, sender="NFD", received=Edtf("2022-11-02"))

    with office.reading() as work:
        assert work.get(Letter, key).obligation("NFD").open
    assert (count(office, flow.event), count(office, flow.delivery)) == (events, deliveries)
    assert bell.rings == []


def test_one_work_tells_the_events_of_all_that_it_changed(office: Office) -> None:
    with office.work(by="SEK1") as work:
        deadline = set_deadline(work, title="Merknader", due=Edtf("2023-02-17"))
        letter = send_letter(work, title="Notat", sent=SENT, recipients=["KD"])
        work.get(Person, "LEDER").correct(name="Ny leder")
        work.commit()

    names = {row.name: row.subject for row in rows(office, flow.event, flow.event.c.by == "SEK1")}
    assert names["DeadlineSet"] == deadline.key
    assert names["LetterSent"] == letter.key
    assert names["PersonCorrected"] == "LEDER"


def test_an_entity_that_nobody_holds_on_to_still_tells_its_event(office: Office) -> None:
    with office.work(by="SEK1") as work:
        key = set_deadline(work, title="Merknader", due=Edtf("2023-02-17")).key
        work.commit()

    with office.work(by="SEK1") as work:
        meet_deadline(work, deadline=key)
        work.commit()

    with office.reading() as work:
        told = [each.event.name for each in history(work.session, Kind.DEADLINE, key)]
    assert told == ["DeadlineSet", "DeadlineMet"]


def test_what_a_work_has_changed_itself_it_reads_anew(office: Office) -> None:
    with office.work(by="SEK1") as work:
        assert work.succession.on("KD", work.today) == "KD"

        succeed(work, organisation="KD", successor="HOD", on=work.today)

        assert work.succession.on("KD", work.today) == "HOD"
        stay(work, organisation="KD")
        assert work.succession.on("KD", work.today) == "KD"


def test_every_event_says_who_recorded_it_and_when(office: Office) -> None:
    key = send(office, "NFD")

    with office.reading() as work:
        recorded = history(work.session, Kind.LETTER, key)

    assert {each.by for each in recorded} == {"SEK1"}
    assert {each.at for each in recorded} == {office.clock.now()}


def test_what_does_not_exist_is_said_in_a_sentence(office: Office) -> None:
    with office.work(by="SEK1") as work, pytest.raises(Unknown) as unknown:
        work.get(Letter, "L1999-01")

    assert str(unknown.value) == "There is no letter L1999-01. Check the key."


def test_a_key_in_use_is_taken_and_nothing_is_changed(office: Office) -> None:
    with office.work(by="SEK1") as work, pytest.raises(Taken, match="organisation NFD"):
        work.add(Organisation.register("NFD", "En annen", "ministry"))

    with office.reading() as work:
        assert work.get(Organisation, "NFD").name == "Nærings- og fiskeridepartementet"


def test_looking_takes_no_lock(office: Office) -> None:
    """A page can be read while somebody else is half way through a change."""
    key = send(office, "NFD")

    with office.work(by="SEK1") as writing:
        receive_reply(writing, letter=key, sender="NFD", received=Edtf("2022-11-01"))
        writing.session.flush()
        with office.reading() as work:
            assert work.get(Letter, key).obligation("NFD").open
        writing.commit()

    with office.reading() as work:
        assert not work.get(Letter, key).obligation("NFD").open


def test_sqlite_answers_only_when_the_write_has_reached_the_disk(
    sqlite: Databases, make_app: MakeApp, tmp_path: Path
) -> None:
    office = make_app(sqlite.migrated(tmp_path)).office

    with office.engine.connect().execution_options(read_only=True) as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }

    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
