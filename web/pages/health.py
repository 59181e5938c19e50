"""Whether the process lives, and whether it can do its work: for whoever keeps it running."""

from typing import Any

import redis
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from ...bootstrap import App
from ...reports.failures import failed_tasks
from ...store.migrate import current, newest
from ...workers.running import Background

PATIENCE = 2  # seconds
FINE = "ok"


async def healthz(_request: Request) -> Response:
    """The process is alive, whatever database and broker do."""
    return PlainTextResponse("alive", headers={"Cache-Control": "no-store"})


def readyz(request: Request) -> Response:
    """200 when database and broker work, else 503 with the fault in a sentence."""
    state = request.app.state
    found = {
        "database": database(state.tilsvar),
        "broker": broker(state.tilsvar, state.background),
    }
    ready = all(each == FINE for each in found.values())
    answer: dict[str, Any] = {"ready": ready, **found}
    if found["database"] == FINE:
        # For a person to look at; the process itself can do its work all the same.
        answer["failed_work"] = failed_work(state.tilsvar)
    return JSONResponse(answer, 200 if ready else 503, {"Cache-Control": "no-store"})


def database(app: App) -> str:
    engine = app.office.engine
    try:
        with engine.connect().execution_options(read_only=True) as connection:
            connection.execute(text("SELECT 1"))
        version = current(engine)
    except SQLAlchemyError as error:
        return f"The database does not answer ({type(error).__name__})."
    if version != newest():
        return "The database's schema is not up to date. Run tilsvar migrate."
    return FINE


def failed_work(app: App) -> int:
    """How much has failed for good; `tilsvar failure list` tells what."""
    with app.office.engine.connect().execution_options(read_only=True) as connection:
        return failed_tasks(connection)


def broker(app: App, background: Background | None) -> str:
    """Redis where there is one, else the worker of this process; web alone has none to miss."""
    if app.settings.redis_url is not None:
        try:
            client = redis.Redis.from_url(
                app.settings.redis_url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE
            )
            client.ping()
            client.close()
        except (redis.RedisError, OSError) as error:
            return f"Redis does not answer ({type(error).__name__})."
        return FINE
    if background is not None and not background.alive:
        return "The worker of this process has stopped. Start the process again."
    return FINE
