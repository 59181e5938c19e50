"""Every picture of the guides, taken once; TILSVAR_TEST_PICTURES=keep keeps what has changed."""

import os
from dataclasses import dataclass

import pytest

from tilsvar.tests.pictures.album import PICTURES, Album
from tilsvar.tests.pictures.camera import Taken, take
from tilsvar.tests.pictures.gallery import AFTER_WORK, AS_SERVED, MEMBER, SECRETARY
from tilsvar.tests.pictures.morning import demo, work
from tilsvar.tests.servers.office import HandBell
from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.serving import served


@dataclass(frozen=True)
class Session:
    """All pictures, and the first page once more after the secretariat has worked."""

    pictures: list[Taken]
    later: Taken

    def named(self, name: str) -> Taken:
        [found] = [each for each in self.pictures if each.picture.name == name]
        return found


@pytest.fixture(scope="session")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    bell = HandBell()
    with chromium() as browser:
        app = demo(tmp_path_factory.mktemp("demo"), bell)
        with served(app, person=SECRETARY) as desk, served(app, person=MEMBER) as phone:
            at = {SECRETARY: desk, MEMBER: phone}
            found = [take(browser, at[each.who], each) for each in AS_SERVED]
            work(app, bell)
            found += [take(browser, at[each.who], each) for each in AFTER_WORK]
            later = take(browser, desk, AS_SERVED[0])
        app.close()
    if os.environ.get("TILSVAR_TEST_PICTURES") == "keep":
        Album(PICTURES).keep(found)
    return Session(found, later)
