"""The command line as a person uses it: in a folder of their own, on a database of their own."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from tilsvar.bootstrap import bootstrap
from tilsvar.cli import main
from tilsvar.intake.apply import import_register
from tilsvar.settings import Settings
from tilsvar.store.clock import FixedClock
from tilsvar.store.migrate import migrate
from tilsvar.tests.servers.office import MORNING


@dataclass(frozen=True)
class Said:
    """What one command answered."""

    code: int
    out: str
    err: str

    @property
    def plain(self) -> str:
        """The output with ordinary spaces, as a person sees it."""
        return self.out.replace("\u00a0", " ")


Tilsvar = Callable[..., Said]


@pytest.fixture
def tilsvar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Tilsvar:
    """Runs one command line in an empty folder, where it is 3 February 2023."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TILSVAR_NOW", "2023-02-03T12:00:00+01:00")
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str) -> Said:
        capfd.readouterr()
        code = main(arguments)
        out, err = capfd.readouterr()
        return Said(code, out, err)

    return run


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds the council's real register, to be copied."""
    database = tmp_path_factory.mktemp("register") / "tilsvar.db"
    app = bootstrap(Settings(database_url=f"sqlite:///{database}"), clock=FixedClock(MORNING))
    migrate(app.office.engine)
    with as_file(files("tilsvar.examples.helseomsorg21")) as folder:
        import_register(app.office, folder)
    app.close()
    return database


@pytest.fixture
def council(tilsvar: Tilsvar, imported: Path, tmp_path: Path) -> Tilsvar:
    """The same with the council's real register imported."""
    (tmp_path / "var").mkdir()
    shutil.copy(imported, tmp_path / "var" / "tilsvar.db")
    return tilsvar
