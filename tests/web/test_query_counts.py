"""However many letters there are, a page asks the database no more often: forty like ten."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from tilsvar.bootstrap import App
from tilsvar.commands.council import register_organisation
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.stakeholders import name_stakeholder
from tilsvar.commands.stances import record_stance
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import LetterKind, ReplyKind
from tilsvar.domain.stakeholders import StakeholderRole, StanceValue
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp, settle_in
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served

PAGES = [
    "/",
    "/letters",
    "/letters?state=answered&department=HOD&sort=title",
    "/letters?q=helsedata",
    "/letters/L9",
    "/history",
    "/organisations",
    "/organisations/HOD",
    "/organisations/HOD/timeline",
    "/themes/T-HELSEDATA",
    "/themes/T-HELSEDATA/timeline",
    "/themes/T-HELSEDATA/stakeholders/HOD",
    "/reports/unanswered",
    "/search?q=helsedata",
    "/consultations",
    "/meetings",
    "/due",
    "/themes",
    "/themes/quiet",
    "/themes/plan",
    "/themes/T-HELSEDATA/invite",
    "/communications",
    "/communications/timeline",
    "/communications/gaps",
    "/media",
]
FEW, MANY = 10, 40


def send(app: App, first: int, last: int) -> None:
    """Letters to one or two ministries: answered, promised an answer, overdue and awaited."""
    with app.office.work(by="SEK1") as work:
        for number in range(first, last):
            key, sent = f"L{number}", date(2022, 10, 3) + timedelta(days=3 * number)
            to = ["HOD", "KD"] if number % 3 else ["HOD"]
            title, kind = f"Brev {number} om helsedata", list(LetterKind)[number % 2]
            send_letter(work, key=key, title=title, sent=Edtf.on(sent), recipients=to, kind=kind)
            reply, later = list(ReplyKind)[number % 3], Edtf.on(sent + timedelta(days=6))
            if number % 4:
                receive_reply(work, letter=key, sender="HOD", received=later, kind=reply)
        work.commit()


def name(work: UnitOfWork, organisations: list[str]) -> None:
    """Put them on the list of stakeholders of the theme, each with a stance."""
    owner, partly = StakeholderRole.OWNER, StanceValue.PARTLY
    for each in organisations:
        name_stakeholder(work, theme="T-HELSEDATA", organisation=each, role=owner)
        record_stance(
            work, theme="T-HELSEDATA", organisation=each, stance=partly, as_of=Edtf("2022")
        )


@contextmanager
def asked(engine: Engine) -> Iterator[list[str]]:
    """The statements that reach the database meanwhile."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


def by_page(app: App, reader: Reader) -> dict[str, int]:
    counts = {}
    for path in PAGES:
        reader.open(path)
        with asked(app.office.engine) as statements:
            reader.open(path)
        counts[path] = len(statements)
    return counts


@pytest.fixture
def app(make_app: MakeApp, sqlite: Databases, tmp_path: Path) -> App:
    found = make_app(sqlite.migrated(tmp_path))
    settle_in(found.office)
    with found.office.work(by="SEK1") as work:
        register_theme(work, key="T-HELSEDATA", title="Helsedata")
        name(work, ["HOD"])
        work.commit()
    return found


def test_a_page_asks_no_more_often_for_many_letters_than_for_few(app: App) -> None:
    send(app, 0, FEW)
    with served(app) as address:
        reader = Reader(address)
        few = by_page(app, reader)
        send(app, FEW, MANY)
        many = by_page(app, reader)
        reader.close()

    assert {path: asked for path, asked in many.items() if asked > few[path]} == {}


def test_a_page_asks_no_more_often_for_many_stakeholders_than_for_one(app: App) -> None:
    send(app, 0, FEW)
    with served(app) as address:
        reader = Reader(address)
        few = by_page(app, reader)
        with app.office.work(by="SEK1") as work:
            keys = [f"ORG{number}" for number in range(FEW)]
            for key in keys:
                register_organisation(work, key=key, name=f"Aktør {key}", kind="other")
            name(work, [*keys, "KD", "NFD"])
            work.commit()
        many = by_page(app, reader)
        reader.close()

    assert {path: asked for path, asked in many.items() if asked > few[path]} == {}
