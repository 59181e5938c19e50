"""A register of as many letters as wanted: the council's own, and settled ones from before it.

The database writes the settled letters itself, with all that the commands would have left of them.
Those that wait for an answer are sent by a command, as many in every register.
"""

from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import as_file, files
from itertools import product
from typing import Any

from sqlalchemy import Connection, insert, select, text
from sqlalchemy.engine.default import DefaultDialect

from tilsvar.commands.letters import due_date, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, LetterKind, ReplyKind, SignOffCode
from tilsvar.domain.letters import Letter
from tilsvar.domain.obligations import Reply, SignOff
from tilsvar.intake.apply import import_register
from tilsvar.store.filing import (
    ANSWERED,
    NONE_EXPECTED,
    SIGNED_OFF,
    drawer_of,
    filed,
    filed_as,
    in_order,
)
from tilsvar.store.search_tables import entry, prepare
from tilsvar.store.search_texts import row_of
from tilsvar.store.types import DueDateJson
from tilsvar.store.unit_of_work import Office, UnitOfWork

from . import register_rows as rows

FIRST, WEEKS = date(2015, 1, 5), 416
ANSWERED_AFTER = timedelta(days=35)
WAITING = 20
TO = ("HOD", "KD", "NFD", "KMD", "HOD;KD", "HOD;NFD", "HDIR", "FHI")
AREAS = ("", "KOMMUNELOFT", "KLINISKE")
OUTCOMES = (ANSWERED, ANSWERED, SIGNED_OFF, NONE_EXPECTED)
KINDS = (LetterKind.LETTER, LetterKind.MEMO)
SHAPES = list(product(TO, AREAS, OUTCOMES, KINDS))
SYLLABLES = ("hel", "sam", "for", "ny", "tek", "data", "lov", "klin", "reg", "fag")
TOPICS = ["".join(each) for each in product(SYLLABLES, repeat=3)]
INDEXES_OF_WORDS = ("ix_search_words_title", "ix_search_words_words")


def fill_register(office: Office, letters: int) -> None:
    """The example register with so many letters before it, twenty of them without an answer."""
    with as_file(files("tilsvar.examples.helseomsorg21")) as register:
        import_register(office, register)
    with office.work(by="SEK1") as work:
        for number in range(WAITING):
            sent = Edtf.on(date(2022, 11, 1) + timedelta(days=number))
            to = TO[number % len(TO)].split(";")
            title = f"Innspill om {TOPICS[number]}, venter"
            send_letter(work, key=f"V{number}", title=title, sent=sent, recipients=to)
        weeks = [_week(work, number) for number in range(WEEKS)]
        work.commit()
    with office.engine.begin() as connection:
        _fill(connection, letters, weeks)
    _check(office, letters)
    rows.of_the_bench.drop_all(office.engine)
    if office.engine.name == "postgresql":  # what it does by itself within a minute
        with office.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _fill(connection: Connection, letters: int, weeks: list[dict[str, Any]]) -> None:
    on_postgres = connection.dialect.name == "postgresql"
    rows.of_the_bench.create_all(connection)
    topics = [{"n": n, "word": word} for n, word in enumerate(TOPICS)]
    connection.execute(insert(rows.topic), topics)
    connection.execute(insert(rows.shape), [_shape(n) for n in range(len(SHAPES))])
    connection.execute(insert(rows.week), weeks)
    connection.execute(insert(rows.lies), list(_drawers(weeks)))
    many = {"letters": letters, "weeks": WEEKS, "topics": len(TOPICS), "shapes": len(SHAPES)}
    connection.execute(text(rows.LETTERS), many)
    if on_postgres:
        connection.execute(text("ANALYZE bench_letter"))
        for name in INDEXES_OF_WORDS:
            connection.execute(text(f"DROP INDEX IF EXISTS {name}"))
    for each in rows.ROWS:
        connection.execute(text(each))
    if on_postgres:
        prepare(connection)
    else:
        connection.execute(text("INSERT INTO search_words (search_words) VALUES ('rebuild')"))


def _week(work: UnitOfWork, number: int) -> dict[str, Any]:
    sent = FIRST + timedelta(weeks=number)
    ruled = due_date(work, LetterKind.LETTER, Edtf.on(sent))
    closed = sent + ANSWERED_AFTER
    return {
        "n": number,
        "year": sent.year,
        "sent": sent.isoformat(),
        "sent_at": datetime.combine(sent, time(10), UTC),
        "due": ruled.day,
        "due_place": in_order(Edtf.on(ruled.day)),
        "ruled": DueDateJson().process_bind_param(ruled, DefaultDialect()),
        "closed": closed.isoformat(),
        "closed_on": closed,
    }


def _shape(number: int) -> dict[str, Any]:
    to, area, outcome, kind = SHAPES[number]
    recipient, _, other = to.partition(";")
    return {
        "n": number,
        "kind": kind.value,
        "area": area,
        "recipient": recipient,
        "other": other,
        "outcome": outcome,
    }


def _drawers(weeks: list[dict[str, Any]]) -> list[dict[str, int]]:
    return [
        {"shape": number, "year": year, "drawer": drawer_of(_like(shape, year))["id"]}
        for number, shape in enumerate(SHAPES)
        for year in sorted({each["year"] for each in weeks})
    ]


def _like(shape: tuple[str, str, str, LetterKind], year: int) -> Letter:
    """A letter of that shape, as the commands leave it."""
    to, area, outcome, kind = shape
    sent, closed = Edtf.on(date(year, 1, 5)), Edtf.on(date(year, 2, 9))
    letter = Letter.send("X", kind, "", sent, to.split(";"), ruled=None, area=area or None)
    for each in letter.obligations:
        each.expected = outcome != NONE_EXPECTED
        if outcome == ANSWERED:
            each.take(Reply(ReplyKind.FINAL, closed, sign_off=SignOffCode.LETTER))
        elif outcome == SIGNED_OFF:
            each.take(SignOff(SignOffCode.NOTED, closed, "SEK1"))
    return letter


def _check(office: Office, letters: int) -> None:
    """Make sure that letters lie where the commands would put them, and are found by their words.

    Raises AssertionError.
    """
    some = range(0, letters, max(1, letters // len(SHAPES)))
    with office.reading() as work:
        keys = work.session.scalars(select(rows.letter.c.key).where(rows.letter.c.i.in_(some)))
        for key in keys.all():
            letter = work.view(Letter, key)
            lies = select(filed).where(filed.c.letter == key)
            said = select(entry).where(entry.c.kind == Kind.LETTER.value, entry.c.key == key)
            if work.session.execute(lies).one()._asdict() != filed_as(letter):
                raise AssertionError(filed_as(letter))
            expected = row_of(Kind.LETTER, letter)["words"].split()
            if sorted(work.session.execute(said).one().words.split()) != sorted(expected):
                raise AssertionError(expected)
