"""`tilsvar serve`, `web`, `worker`, `scheduler` and `migrate`: what runs, together or alone."""

from typing import Annotated

import typer

Host = Annotated[str | None, typer.Option("--host", help="Else from TILSVAR_BIND.")]
Port = Annotated[
    int | None, typer.Option("--port", min=0, max=65535, help="Else from TILSVAR_BIND.")
]


def add_to(app: typer.Typer) -> None:
    app.command(epilog="Example: tilsvar migrate")(migrate)
    app.command(epilog="Example: tilsvar serve --port 8080")(serve)
    app.command(epilog="Example: TILSVAR_REDIS_URL=redis://localhost tilsvar web")(web)
    app.command(epilog="Example: TILSVAR_REDIS_URL=redis://localhost tilsvar worker --threads 4")(
        worker
    )
    app.command(epilog="Example: TILSVAR_REDIS_URL=redis://localhost tilsvar scheduler")(scheduler)


def migrate() -> None:
    """Create the database's schema, or bring it to this version."""
    from ..settings import load_settings
    from ..store.engine import open_database
    from ..store.migrate import current
    from ..store.migrate import migrate as upgrade

    engine = open_database(load_settings().database_url)
    upgrade(engine)
    typer.echo(f"The database has schema {current(engine)}.")
    engine.dispose()


def serve(
    *,
    host: Host = None,
    port: Port = None,
    links: Annotated[
        bool,
        typer.Option(
            "--sign-in-links",
            help="Print links for a secretary, the leader and a member; here only.",
        ),
    ] = False,
) -> None:
    """Everything in one process: the web application, workers and the scheduler."""
    from functools import partial

    from ..settings import load_settings
    from ..web.serving import serve as run
    from ..web.signing_in.listening import is_this_machine
    from .signing_in import print_links

    settings = load_settings()
    began = None
    if links:
        if not is_this_machine(host or settings.bind.rpartition(":")[0]):
            raise typer.BadParameter("--sign-in-links is for this machine alone (127.0.0.1)")
        here = settings.base_url.rstrip("/") if port is None else f"http://localhost:{port}"
        began = partial(print_links, base_url=here)
    run(settings, host, port, began)


def web(host: Host = None, port: Port = None) -> None:
    """The web application alone."""
    from ..settings import load_settings
    from ..web.serving import web as run

    run(load_settings(), host, port)


def worker(
    threads: Annotated[int, typer.Option("--threads", min=1, help="How many at a time.")] = 8,
) -> None:
    """A worker alone; on Redis any number of them may run."""
    from ..settings import load_settings
    from ..workers.running import work

    work(load_settings(), threads)


def scheduler() -> None:
    """The scheduler alone; a second one waits until the first is gone."""
    from ..settings import load_settings
    from ..workers.running import schedule

    schedule(load_settings())
