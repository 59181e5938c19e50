"""What the stories about a register start from."""

from pathlib import Path

import pytest

from tilsvar.tests.intake.desk import Desk
from tilsvar.tests.intake.folder import Folder
from tilsvar.tests.servers.office import HandBell, MakeApp, with_bell


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    place = tmp_path / "register"
    place.mkdir()
    return Folder(place)


@pytest.fixture
def desk(make_app: MakeApp, database_url: str, bell: HandBell, tmp_path: Path) -> Desk:
    """An empty system, and a small register with every sheet beside it."""
    place = tmp_path / "register"
    place.mkdir()
    desk = Desk(with_bell(make_app(database_url), bell), bell, place)
    desk.lay_out()
    return desk
