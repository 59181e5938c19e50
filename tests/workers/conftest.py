"""A system that sends to a real mail server, whose answers depend on the address."""

from collections.abc import Iterator

import pytest

from tilsvar.bootstrap import App
from tilsvar.tests.notifications.scripted_server import ScriptedServer, scripted_server
from tilsvar.tests.servers.office import HandBell, MakeApp, settle_in, with_bell


@pytest.fixture(scope="module")
def server() -> Iterator[ScriptedServer]:
    with scripted_server() as found:
        yield found


@pytest.fixture
def smtp_app(make_app: MakeApp, database_url: str, bell: HandBell, server: ScriptedServer) -> App:
    server.accepted.clear()
    url = f"smtp://127.0.0.1:{server.port}"
    app = with_bell(make_app(database_url, mail_url=url), bell)
    settle_in(app.office)
    return app
