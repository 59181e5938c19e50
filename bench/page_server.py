"""A server of pages: the product's, or a bare one that asks and says the same.

It is started with `ours` or `bare`, a database's URL and a session's token; the bare one also with
the paths that it serves. It opens each of them in the product once, notes what the database is
asked and what the template is given, and from then on does just that.
"""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from httpx import ASGITransport, AsyncClient
from jinja2 import Template
from sqlalchemy import Engine, event
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from tilsvar.bootstrap import bootstrap
from tilsvar.settings import Settings
from tilsvar.web.app import create_app
from tilsvar.web.rendering import environment
from tilsvar.web.signing_in.sessions import SESSION

from .places import NOW
from .serving import serve


@dataclass
class Noted:
    """What one page asks of the database, and its template with what it is given."""

    asked: list[tuple[str, Any]] = field(default_factory=list)
    template: Template | None = None
    given: Mapping[str, Any] = field(default_factory=dict)

    def again(self, engine: Engine) -> HTMLResponse:
        with engine.connect().execution_options(read_only=True) as connection:
            for statement, values in self.asked:
                connection.exec_driver_sql(statement, values).fetchall()
        if self.template is None:
            raise AssertionError
        return HTMLResponse(self.template.render(self.given))


class Noting(Template):
    """A template that notes what it is given."""

    noted = Noted()

    def render(self, *args: Any, **kwargs: Any) -> str:
        Noting.noted.template, Noting.noted.given = self, dict(*args, **kwargs)
        return super().render(*args, **kwargs)


def ours(database_url: str) -> Starlette:
    settings = Settings(database_url=database_url, mail_url="file:unused", now=NOW)
    return create_app(bootstrap(settings))


def bare(database_url: str, token: str, paths: tuple[str, ...]) -> Starlette:
    environment("nb").template_class = Noting
    product = ours(database_url)
    engine: Engine = product.state.tilsvar.office.engine
    known = {path: asyncio.run(_note(product, token, path)) for path in paths}
    Noting.noted = Noted()  # what is rendered from now on is not to be noted

    def page(request: Request) -> HTMLResponse:
        query = f"?{request.url.query}" if request.url.query else ""
        return known[f"{request.url.path}{query}"].again(engine)

    return Starlette(routes=[Route("/{path:path}", page)])


async def _note(product: Starlette, token: str, path: str) -> Noted:
    engine: Engine = product.state.tilsvar.office.engine
    transport, cookies = ASGITransport(product), {SESSION: token}
    async with AsyncClient(
        transport=transport, base_url="http://localhost", cookies=cookies
    ) as browser:
        with _listening(engine) as asked:
            Noting.noted = Noted(asked)
            (await browser.get(path)).raise_for_status()
            return Noting.noted


@contextmanager
def _listening(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            asked.append((statement, values))

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def made(which: str, database_url: str, token: str = "", *paths: str) -> Starlette:
    return ours(database_url) if which == "ours" else bare(database_url, token, paths)


if __name__ == "__main__":
    serve(made)
