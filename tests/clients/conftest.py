"""One calendar with everything in it for all programs to read, and one to change."""

from collections.abc import Iterator
from contextlib import closing
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from tilsvar.commands.meetings import schedule_meeting
from tilsvar.intake.apply import import_register
from tilsvar.tests.clients.council import NOW, Council
from tilsvar.tests.clients.generated import around_clock_changes, hard_texts
from tilsvar.tests.clients.thunderbird import Thunderbird
from tilsvar.tests.clients.watched import Watched
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.mail_server import MailServer
from tilsvar.tests.servers.office import settle_in
from tilsvar.tests.servers.web_server import WebServer
from tilsvar.tests.web.serving import served_as
from tilsvar.web.app import create_app


@pytest.fixture(scope="session")
def everything(sqlite: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Council]:
    """The example register, meetings around the changes of the clock, and the hardest of texts.

    It is served by `tilsvar web`, a process of its own.
    """
    folder = tmp_path_factory.mktemp("everything")
    with closing(Council(folder, sqlite)) as council:
        with as_file(files("tilsvar.examples.helseomsorg21")) as register:
            import_register(council.office, register)
        with council.office.work(by="SEK1") as work:
            for each in [*around_clock_changes(), *hard_texts()]:
                schedule_meeting(work, title=each.title, time=each.time, place=each.place)
            work.commit()
        server = WebServer(folder, **council.settings, now=NOW)
        council.base = server.address
        yield council
        server.stop()


@pytest.fixture
def council(sqlite: Databases, tmp_path: Path) -> Iterator[Council]:
    """A council with an empty calendar; `watched` serves it."""
    with closing(Council(tmp_path, sqlite)) as council:
        settle_in(council.office)
        yield council


@pytest.fixture
def watched(council: Council) -> Iterator[Watched]:
    """What is asked of the council's web server, and answered."""
    watched = Watched(create_app(council.app))
    with served_as(watched) as council.base:
        yield watched


@pytest.fixture(scope="session")
def mail_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailServer]:
    server = MailServer(tmp_path_factory.mktemp("mail-server"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def kari(
    tmp_path_factory: pytest.TempPathFactory, mail_server: MailServer
) -> Iterator[Thunderbird]:
    """Kari's Thunderbird, started once for all stories."""
    thunderbird = Thunderbird(tmp_path_factory.mktemp("thunderbird"), mail_server.port)
    yield thunderbird
    thunderbird.stop()


@pytest.fixture
def thunderbird(kari: Thunderbird) -> Thunderbird:
    """Kari's Thunderbird without any calendar."""
    kari.do("forget_calendars.js")
    return kari
