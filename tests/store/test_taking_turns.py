"""Several people work at the same moment: they take turns, and nothing is lost."""

import threading
from collections.abc import Callable

from sqlalchemy import text

from tilsvar.bootstrap import App
from tilsvar.commands.deadlines import move_deadline, set_deadline
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.kinds import Kind, Role
from tilsvar.domain.letter_errors import AlreadyClosed
from tilsvar.domain.letters import Letter
from tilsvar.domain.people import Person
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office, Taken
from tilsvar.tests.servers.ports import until

SENT = Edtf("2022-10-03")


def send(office: Office, *recipients: str, title: str = "Innspill om norsk helsenæring") -> str:
    with office.work(by="SEK1") as work:
        letter = send_letter(work, title=title, sent=SENT, recipients=recipients)
        work.commit()
    return letter.key


def test_two_who_answer_for_the_same_letter_take_turns(office: Office) -> None:
    """Two people record an answer of two departments at the same moment: neither is lost."""
    key = send(office, "HOD", "NFD")
    first_has_looked, second_begins = threading.Event(), threading.Event()

    def first() -> None:
        with office.work(by="SEK1") as work:
            receive_reply(work, letter=key, sender="HOD", received=Edtf("2022-11-01"))
            first_has_looked.set()
            second_begins.wait(10)
            work.commit()

    def second() -> None:
        first_has_looked.wait(10)
        second_begins.set()
        with office.work(by="SEK2") as work:
            receive_reply(work, letter=key, sender="NFD", received=Edtf("2022-11-02"))
            work.commit()

    _at_once(first, second)

    with office.reading() as work:
        letter = work.get(Letter, key)
        told = [each.event.name for each in history(work.session, Kind.LETTER, key)]
    assert not any(each.open for each in letter.obligations)
    assert told.count("ReplyReceived") == 2


def test_whoever_waited_for_the_lock_sees_what_the_other_wrote(on_postgres: App) -> None:
    """The second work had already read the deadline in a list, before the first one moved it."""
    office = on_postgres.office
    with office.work(by="SEK1") as work:
        key = set_deadline(work, title="Merknader", due=Edtf("2023-02-17")).key
        work.commit()
    listed, moved = threading.Event(), threading.Event()

    def mover() -> None:
        listed.wait(10)
        with office.work(by="SEK1") as work:
            move_deadline(work, deadline=key, due=Edtf("2023-02-20"))
            work.commit()
        moved.set()

    def late_one() -> None:
        with office.work(by="SEK2") as work:
            assert [each.due for each in work.all(Deadline)] == [Edtf("2023-02-17")]
            listed.set()
            moved.wait(10)
            move_deadline(work, deadline=key, due=Edtf("2023-02-24"))
            work.commit()

    _at_once(mover, late_one)

    with office.reading() as work:
        deadline = work.get(Deadline, key)
        told = [each.event for each in history(work.session, Kind.DEADLINE, key)]
    assert (deadline.due, deadline.version) == (Edtf("2023-02-24"), 3)
    assert [getattr(each, "was", None) for each in told] == [
        None,
        Edtf("2023-02-17"),
        Edtf("2023-02-20"),
    ]


def test_the_same_answer_recorded_by_two_at_once_is_recorded_once(on_postgres: App) -> None:
    """Only the parts of the letter change, not its own row; the second must see them."""
    office = on_postgres.office
    key = send(office, "NFD")
    first_has_it, refused = threading.Event(), []

    def first() -> None:
        with office.work(by="SEK1") as work:
            receive_reply(work, letter=key, sender="NFD", received=Edtf("2022-11-01"))
            work.session.flush()
            first_has_it.set()
            _until_somebody_waits_for_a_lock(office)
            work.commit()

    def second() -> None:
        first_has_it.wait(10)
        with office.work(by="SEK2") as work:
            try:
                receive_reply(work, letter=key, sender="NFD", received=Edtf("2022-11-01"))
            except AlreadyClosed as closed:
                refused.append(closed)
            work.commit()

    _at_once(first, second)

    assert len(refused) == 1
    with office.reading() as work:
        assert len(work.get(Letter, key).obligation("NFD").replies) == 1


def test_letters_registered_at_the_same_moment_get_different_keys(office: Office) -> None:
    together = threading.Barrier(4)

    def register() -> None:
        together.wait(10)
        send(office, "NFD")

    _at_once(*[register] * 4)

    with office.reading() as work:
        assert [each.key for each in work.all(Letter)] == [f"L2022-0{n}" for n in (1, 2, 3, 4)]


def test_two_who_bring_in_the_same_key_at_once_get_a_sentence_and_not_a_crash(
    office: Office,
) -> None:
    added, refused = threading.Event(), []

    def first() -> None:
        with office.work(by="SEK1") as work:
            work.add(Person.join("NY", "Ny", "ny@ho21.example", Role.MEMBER))
            added.set()
            work.commit()

    def second() -> None:
        added.wait(10)
        try:
            with office.work(by="SEK2") as work:
                work.add(Person.join("NY", "En annen", "annen@ho21.example", Role.MEMBER))
                work.commit()
        except Taken as taken:
            refused.append(str(taken))

    _at_once(first, second)

    assert refused == ["There is already a person NY. Choose another key."]


def _until_somebody_waits_for_a_lock(office: Office) -> None:
    query = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")

    def waits() -> object:
        with office.engine.connect() as connection:
            return connection.scalar(query)

    until(waits, "somebody who waits for a lock")


def _at_once(*each: Callable[[], object]) -> None:
    """Run all in threads of their own, and let the first fault be the test's."""
    faults: list[BaseException] = []

    def run(what: Callable[[], object]) -> None:
        try:
            what()
        except BaseException as fault:  # noqa: BLE001 - handed to the test below
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(what,)) for what in each]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    if faults:
        raise faults[0]
