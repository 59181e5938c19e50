"""A living process, a dead database and a dead broker are told apart."""

from pathlib import Path

import httpx

from tilsvar.store.migrate import migrate
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp
from tilsvar.tests.web.serving import served
from tilsvar.workers.running import Background


def test_with_a_schema_and_a_living_worker_everything_is_ready(
    make_app: MakeApp, sqlite: Databases, tmp_path: Path
) -> None:
    app = make_app(sqlite.migrated(tmp_path), works_here=True)
    background = Background(app)
    background.start()
    with served(app, background=background) as address:
        alive, ready = httpx.get(f"{address}/healthz"), httpx.get(f"{address}/readyz")
        background.stop()
        stopped = httpx.get(f"{address}/readyz")

    assert (alive.status_code, alive.text) == (200, "alive")
    assert (ready.status_code, ready.json()) == (
        200,
        {"ready": True, "database": "ok", "broker": "ok", "failed_work": 0},
    )
    assert stopped.status_code == 503
    assert stopped.json()["broker"].startswith("The worker of this process has stopped.")


def test_a_database_without_the_newest_schema_is_not_ready(
    make_app: MakeApp, tmp_path: Path
) -> None:
    app = make_app(f"sqlite:///{tmp_path / 'empty.db'}")
    with served(app) as address:
        before = httpx.get(f"{address}/readyz")
        migrate(app.office.engine)
        after = httpx.get(f"{address}/readyz")

    assert before.status_code == 503
    assert before.json()["database"].endswith("Run tilsvar migrate.")
    assert after.status_code == 200


def test_a_dead_database_and_a_dead_redis_each_have_their_sentence_while_the_process_lives(
    make_app: MakeApp,
) -> None:
    # Nothing listens on port 9, the discard service of old.
    app = make_app(
        "postgresql+psycopg://tilsvar@127.0.0.1:9/tilsvar", redis_url="redis://127.0.0.1:9"
    )
    with served(app) as address:
        alive, ready = httpx.get(f"{address}/healthz"), httpx.get(f"{address}/readyz")

    assert alive.status_code == 200
    assert ready.status_code == 503
    assert ready.json()["database"].startswith("The database does not answer")
    assert ready.json()["broker"].startswith("Redis does not answer")


def test_a_living_redis_is_ready(
    make_app: MakeApp, sqlite: Databases, tmp_path: Path, redis_url: str
) -> None:
    app = make_app(sqlite.migrated(tmp_path), redis_url=redis_url)
    with served(app) as address:
        assert httpx.get(f"{address}/readyz").json()["broker"] == "ok"
