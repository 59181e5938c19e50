"""The example register, served as the demo shows it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from tilsvar.bootstrap import App, bootstrap
from tilsvar.commands.feeds import create_feed
from tilsvar.intake.apply import import_register
from tilsvar.settings import Settings
from tilsvar.store.migrate import migrate
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp, settle_in
from tilsvar.tests.web.at_work import Work
from tilsvar.tests.web.identity_provider import (
    CLIENT_ID,
    CLIENT_SECRET,
    IdentityProvider,
    identity_provider,
)
from tilsvar.tests.web.lived_in import LivedIn, lived_in
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served, served_as
from tilsvar.tests.web.visitor import House, opened
from tilsvar.web.app import create_app
from tilsvar.web.signing_in.oidc import Provider

SECRET = "token"
DEMO_DAY = "2023-02-03T12:00:00+01:00"

ReadAt = Callable[[str], Reader]


def system(folder: Path, now: str) -> App:
    return bootstrap(
        Settings(
            database_url=f"sqlite:///{folder / 'example.db'}",
            mail_url=f"file:{folder / 'outbox'}",
            now=datetime.fromisoformat(now),
        )
    )


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example register in a database, imported on 3 February 2023."""
    folder = tmp_path_factory.mktemp("example")
    app = system(folder, DEMO_DAY)
    migrate(app.office.engine)
    with as_file(files("tilsvar.examples.helseomsorg21")) as register:
        import_register(app.office, register)
    with app.office.work(by="cli") as work:
        (folder / SECRET).write_text(create_feed(work, name="council"))
        work.commit()
    app.close()
    return folder


@pytest.fixture(scope="session")
def feed_page(example: Path) -> str:
    """The page of a subscription, to which nothing links."""
    return f"/feeds/{(example / SECRET).read_text()}/"


@pytest.fixture(scope="session")
def address(example: Path) -> Iterator[str]:
    """Where the example is served, its clock at noon on 3 February 2023."""
    app = system(example, DEMO_DAY)
    with served(app) as found:
        yield found
    app.close()


@pytest.fixture(scope="session")
def lived(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivedIn]:
    """The example after a day's work; its pages are only looked at."""
    folder = tmp_path_factory.mktemp("lived-in")
    shutil.copy(example / "example.db", folder)
    app = system(folder, DEMO_DAY)
    with lived_in(app) as found:
        yield found
    app.close()


@pytest.fixture
def council(example: Path, tmp_path: Path) -> Iterator[App]:
    """The example in a database of its own, to change."""
    shutil.copy(example / "example.db", tmp_path)
    app = system(tmp_path, DEMO_DAY)
    yield app
    app.close()


@pytest.fixture
def own(council: App) -> Iterator[str]:
    """Where that is served."""
    with served(council) as address:
        yield address


@pytest.fixture
def desk(own: str) -> Iterator[Reader]:
    """The secretariat's browser there."""
    reader = Reader(own)
    yield reader
    reader.close()


@pytest.fixture
def reader(address: str) -> Iterator[Reader]:
    reader = Reader(address)
    yield reader
    reader.close()


@pytest.fixture
def read_at(example: Path) -> Iterator[ReadAt]:
    """Readers of the same register on another day."""
    with ExitStack() as stack:

        def at(now: str) -> Reader:
            app = system(example, now)
            stack.callback(app.close)
            reader = Reader(stack.enter_context(served(app)))
            stack.callback(reader.close)
            return reader

        yield at


@pytest.fixture
def house(make_app: MakeApp, sqlite: Databases, tmp_path: Path, bell: HandBell) -> Iterator[House]:
    """The stories' council, where people sign in themselves."""
    with opened(make_app, sqlite, tmp_path, bell) as found:
        yield found


@pytest.fixture(scope="session")
def entra() -> Iterator[IdentityProvider]:
    with identity_provider() as found:
        yield found


@pytest.fixture
def provider(entra: IdentityProvider) -> IdentityProvider:
    """The identity provider as it was at the start."""
    address, application_key = entra.address, entra.key
    entra.__dict__.update(IdentityProvider(address, key=application_key).__dict__)
    return entra


@pytest.fixture
def work(
    make_app: MakeApp, sqlite: Databases, tmp_path: Path, provider: IdentityProvider
) -> Iterator[Work]:
    """The stories' council, where people sign in with their account at work."""
    app = make_app(
        sqlite.migrated(tmp_path),
        oidc_issuer=provider.address,
        oidc_client_id=CLIENT_ID,
        oidc_client_secret=CLIENT_SECRET,
    )
    settle_in(app.office)
    web = create_app(app)
    with served_as(web) as address:
        # Only now it is known where people reach the pages.
        web.state.provider = Provider.of(app.settings.model_copy(update={"base_url": address}))
        yield Work(app, provider, address)
