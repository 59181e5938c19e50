"""The council's own register, and what its replay to 3 February 2023 leaves in a folder."""

from importlib.resources import as_file, files
from pathlib import Path

import pytest

from tilsvar.intake.register.reader import Register, read_register
from tilsvar.settings import Settings
from tilsvar.tests.replay.outcome import UNTIL, Outcome
from tilsvar.workers.replay import replay


@pytest.fixture(scope="session")
def example() -> Register:
    with as_file(files("tilsvar.examples.helseomsorg21")) as folder:
        return read_register(folder)


@pytest.fixture(scope="session")
def first(example: Register, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The replay on SQLite with the broker in this process, as everybody gets it."""
    out = tmp_path_factory.mktemp("first")
    return Outcome(out, replay(example, until=UNTIL, out=out, settings=Settings()))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"
