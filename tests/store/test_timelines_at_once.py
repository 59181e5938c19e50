"""Many write at once, letters, themes and what belongs to them, and nothing is missed."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from sqlalchemy import event, select

from tilsvar.bootstrap import App
from tilsvar.commands.belonging import add_to_theme, take_from_theme
from tilsvar.commands.corrections import correct_letter
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.themes import correct_theme, register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import TilsvarError
from tilsvar.domain.kinds import Kind, LetterKind
from tilsvar.store.belonging import timelines_all
from tilsvar.store.belonging_tables import belonging, contact_line
from tilsvar.store.timelines import themes_of
from tilsvar.store.unit_of_work import Office, UnitOfWork
from tilsvar.tests.commands.test_at_the_same_moment import WAITING
from tilsvar.tests.servers.ports import until

SENT = Edtf("2022-10-03")
TITLES = ("Om helsedata", "Om helsenæring", "Om noe annet")
WRITERS, ROUNDS = 4, 5


def rows(office: Office) -> list[list[Any]]:
    with office.reading() as work:
        return [
            sorted(map(tuple, work.session.execute(select(table))), key=repr)
            for table in (contact_line, belonging)
        ]


def _deed(command: Callable[..., object], **facts: Any) -> Callable[[UnitOfWork], object]:
    return lambda work: command(work, **facts)


def write(office: Office, writer: int) -> int:
    """One writer's day; how often it was refused by a rule."""
    refused = 0
    for number in range(ROUNDS):
        key, title = f"L{writer}-{number}", TITLES[(writer + number) % 3]
        shared, theme = f"L0-{number}", f"T{number % 4}"
        names = ("Helsedata", "Helsenæring", "Annet", "Noe")
        other = ("helsedata", "helsenæring", "noe annet")[writer % 3]
        both = ["HOD", "KD"]
        deeds: list[Callable[[UnitOfWork], object]] = [
            _deed(send_letter, key=key, title=title, sent=SENT, recipients=both),
            _deed(register_theme, key=theme, title=names[number % 4]),
            _deed(receive_reply, letter=key, sender="HOD", received=Edtf("2022-11")),
            _deed(add_to_theme, theme=theme, kind=Kind.LETTER, key=shared),
            _deed(
                correct_letter,
                letter=shared,
                sent=SENT,
                recipients=both,
                expects_answer=True,
                kind=LetterKind.LETTER,
                title=title,
                area=None,
            ),
            _deed(correct_theme, theme=theme, title=other),
            _deed(take_from_theme, theme=theme, kind=Kind.LETTER, key=shared),
        ]
        for deed in deeds:
            with office.work(by="SEK1") as work:
                try:
                    deed(work)
                    work.commit()
                except TilsvarError:
                    refused += 1
    return refused


def test_whoever_comes_first_all_that_belongs_is_found(on_postgres: App) -> None:
    office = on_postgres.office
    with ThreadPoolExecutor(WRITERS) as pool:
        days = [pool.submit(write, office, number) for number in range(WRITERS)]
        assert all(each.result(120) < ROUNDS * 7 for each in days)

    kept = rows(office)
    assert all(kept)
    with office.work(by="cli") as work:
        timelines_all(work.session)
        work.commit()
    assert rows(office) == kept


def test_a_theme_that_comes_while_a_letter_is_being_kept_waits_for_it(on_postgres: App) -> None:
    """The letter has looked for its themes, and is not committed when the theme looks for it."""
    office = on_postgres.office
    pool = ThreadPoolExecutor(1)
    late: list[Future[None]] = []

    def register() -> None:
        with office.work(by="SEK1") as work:
            register_theme(work, key="T1", title="Helsedata")
            work.commit()

    def waits_or_is_through() -> object:
        with office.engine.connect() as connection:
            return late[0].done() or connection.scalar(WAITING)

    def meanwhile(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT theme.key, theme.title, theme.area") and not late:
            late.append(pool.submit(register))
            until(waits_or_is_through, "the theme")

    event.listen(office.engine, "after_cursor_execute", meanwhile)
    with office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Om helsedata", sent=SENT, recipients=["HOD"])
        work.commit()
    event.remove(office.engine, "after_cursor_execute", meanwhile)
    late[0].result(30)
    pool.shutdown()

    with office.reading() as work:
        assert list(themes_of(work, Kind.LETTER, "L1")) == ["T1"]
