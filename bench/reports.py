"""The reports among a million letters: against the same SQL bare, and against a small register.

The bare way sends the statements of the report as they are, with the same values in the same order,
through the raw driver, and reads every row as the driver makes it; the collector of garbage rests
meanwhile, as it does for us. To find out which statements and to build them, to judge each answer,
to put them in order and to count them by department comes on top of that.

Where a report answers with a few rows, it may take no longer among many letters than among few.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from typing import Any

from sqlalchemy import Engine, event, text

from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.reports.activities import activities_report
from tilsvar.reports.annual import annual_report
from tilsvar.reports.answer_times_report import answer_times_report
from tilsvar.reports.asked import Asked, whole_year
from tilsvar.reports.collecting import collector_at_rest
from tilsvar.reports.documents.document import Document
from tilsvar.reports.unanswered import unanswered
from tilsvar.store.unit_of_work import Office, UnitOfWork
from tilsvar.wording.language import Language, language

from .measuring import Line, Way, compare
from .places import Place
from .register import WAITING, fill_register

GOAL = 3.0
GOAL_BY_SIZE = 2.0
AS_OF = date(2023, 2, 3)
OF_THE_YEAR = 20
YEAR = 2023
"""The example register's newest; all the settled letters were sent before it began."""

Report = Callable[[UnitOfWork, Asked, Language], Document]

OF_A_YEAR: dict[str, Report] = {
    "answer times": answer_times_report,
    "activities": activities_report,
    "annual lists": annual_report,
}

# Every few answers become none at all, every fifth of those an interim one, some of them promised.
REOPENED = (
    """
    CREATE TABLE bench_open AS SELECT id, obligation_key, id / :every AS n
    FROM reply WHERE kind = 'final' AND id % :every = 0 ORDER BY id LIMIT :open
    """,
    """
    UPDATE obligation SET closed_on = NULL WHERE key IN (SELECT obligation_key FROM bench_open)
    """,
    """
    UPDATE reply SET kind = 'interim', sign_off = NULL,
        promised = CASE WHEN id IN (SELECT id FROM bench_open WHERE n % 2 = 0) THEN '2023-03' END
    WHERE id IN (SELECT id FROM bench_open WHERE n % 5 = 0)
    """,
    """
    UPDATE obligation SET due_on = :promised
    WHERE key IN (SELECT obligation_key FROM bench_open WHERE n % 5 = 0 AND n % 2 = 0)
    """,
    "DELETE FROM reply WHERE id IN (SELECT id FROM bench_open WHERE n % 5 <> 0)",
    "DROP TABLE bench_open",
)


def measure(
    place: Place, letters: tuple[int, int], unanswered_letters: int, rounds: int
) -> Iterator[Line]:
    """The unanswered letters among the larger register against bare, the others by its size."""
    with ExitStack() as stack:
        few, many = (stack.enter_context(place.office()) for _ in letters)
        for office, number in zip((few, many), letters, strict=True):
            fill_register(office, number)
            _send_some(office)
        for name, report in OF_A_YEAR.items():
            found = compare(_made(many, report), _made(few, report), rounds)
            what = f"{name} of a year, {letters[1]:,} letters against {letters[0]:,}, {place.name}"
            yield Line.of_cost(what, found, GOAL_BY_SIZE)
        reopen(many, letters[1], unanswered_letters)
        found = compare(_unanswered(many), _bare(many), rounds)
        what = f"unanswered, {unanswered_letters:,} of {letters[1]:,} letters, {place.name}"
        yield Line.of_cost(what, found, GOAL)


def _send_some(office: Office) -> None:
    """Letters of the year that is asked about, as many in every register."""
    with office.work(by="SEK1") as work:
        for number in range(OF_THE_YEAR):
            sent, title = Edtf.on(date(YEAR, 1, 2 + number)), f"Innspill {number}"
            key = send_letter(work, title=title, sent=sent, recipients=("HOD", "KD")).key
            if number % 2:
                receive_reply(work, letter=key, sender="KD", received=Edtf(f"{YEAR}-02-02"))
        work.commit()


def _made(office: Office, report: Report) -> Way:
    """All of the report but its file."""
    asked, lang = Asked(AS_OF, *whole_year(YEAR)), language("nb")

    def batch() -> int:
        with office.reading() as work:
            report(work, asked, lang)
        return 1

    return batch


def _unanswered(office: Office) -> Way:
    def batch() -> int:
        with office.reading() as work:
            return len(unanswered(work, AS_OF).rows)

    return batch


def _bare(office: Office) -> Way:
    """The same statements with the same values, each row as the driver gives it."""
    with sent_by(office.engine) as statements, office.reading() as work:
        rows = len(unanswered(work, AS_OF).rows)

    def batch() -> int:
        with closing(office.engine.raw_connection()) as connection, collector_at_rest():
            for statement, values in statements:
                with closing(connection.cursor()) as cursor:
                    cursor.execute(statement, values)
                    cursor.fetchall()
        return rows

    return batch


@contextmanager
def sent_by(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    """The statements that are sent meanwhile, with what they are given."""
    heard: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        heard.append((statement, values))

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def reopen(office: Office, letters: int, number: int) -> None:
    """Take back so many answers, spread over all years.

    Raises AssertionError where there are not as many.
    """
    every = max(letters // (2 * number), 1)
    with office.engine.begin() as connection:
        given = {"every": every, "open": number - WAITING, "promised": date(2023, 3, 31)}
        for each in REOPENED:
            wanted = {name: value for name, value in given.items() if f":{name}" in each}
            connection.execute(text(each), wanted)
    if office.engine.name == "postgresql":
        with office.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    with office.reading() as work:
        found = len(unanswered(work, AS_OF).rows)
    if not 0.9 * number <= found <= 1.1 * number:
        raise AssertionError(found)
