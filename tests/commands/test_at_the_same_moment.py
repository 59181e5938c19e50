"""Two people press their buttons at the same moment, on the database that has several writers."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from sqlalchemy import text

from tilsvar.bootstrap import App
from tilsvar.commands.people import LastOfTheSecretariat, end_role
from tilsvar.domain.errors import TilsvarError
from tilsvar.domain.kinds import Role
from tilsvar.domain.letters import Letter
from tilsvar.domain.people import Person
from tilsvar.store.unit_of_work import Office, UnitOfWork
from tilsvar.tests.servers.ports import until
from tilsvar.web.letters.forms import NewLetter
from tilsvar.web.letters.registering import NEW_LETTER, AlreadyRegistered

YESTERDAY = date(2023, 2, 2)
WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")

Act = Callable[[UnitOfWork], object]


def at_once(office: Office, first: Act, second: Act) -> TilsvarError | None:
    """The second begins before the first is committed; what it is refused with, if it is."""

    def after() -> TilsvarError | None:
        with office.work(by="SEK2") as work:
            work.all(Person)  # as a page reads who there is, before anybody is locked
            try:
                second(work)
            except TilsvarError as refused:
                return refused
            work.commit()
            return None

    with ThreadPoolExecutor(1) as pool:
        with office.work(by="SEK1") as work:
            first(work)
            work.session.flush()
            late = pool.submit(after)

            def waits_or_is_through() -> object:
                with office.engine.connect() as connection:
                    return late.done() or connection.scalar(WAITING)

            until(waits_or_is_through, "the second")
            work.commit()
        return late.result(30)


def test_two_in_the_secretariat_who_end_each_others_role_leave_one(on_postgres: App) -> None:
    office = on_postgres.office
    with office.work(by="SEK1") as work:
        work.add(Person.join("SEK2", "Kari", "kari@ho21.example", Role.SECRETARIAT))
        work.commit()

    refused = at_once(
        office,
        lambda work: end_role(work, person="SEK2", on=YESTERDAY),
        lambda work: end_role(work, person="SEK1", on=YESTERDAY),
    )

    assert isinstance(refused, LastOfTheSecretariat)
    with office.reading() as work:
        here = [each for each in work.people if each.active_on(work.today)]
    assert [each.key for each in here if each.role is Role.SECRETARIAT] == ["SEK1"]


def test_a_letter_sent_twice_by_the_same_button_is_registered_once(on_postgres: App) -> None:
    office = on_postgres.office
    typed = NewLetter.model_validate(
        {"to": ["HOD"], "title": "Helsedata", "sent": "2.2.2023", "kind": "letter"}
    )

    def register(work: UnitOfWork) -> object:
        return NEW_LETTER.carry_out(work, "", typed)

    refused = at_once(office, register, register)

    assert isinstance(refused, AlreadyRegistered)
    with office.reading() as work:
        assert [each.title for each in work.all(Letter)] == ["Helsedata"]
