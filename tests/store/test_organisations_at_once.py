"""Who is there, and who took over from whom, is read anew as soon as anything was written."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.council import register_organisation, stay, succeed
from tilsvar.tests.servers.office import MakeApp

DAY = date(2023, 2, 1)


def found(app: App) -> tuple[bool, str]:
    """Whether NND is there, and who answers for NFD."""
    with app.office.reading() as work:
        return "NND" in work.organisations, work.succession.on("NFD", DAY)


def taken_over(app: App) -> None:
    with app.office.work(by="SEK1") as work:
        register_organisation(work, key="NND", name="Det nye departementet", kind="ministry")
        succeed(work, organisation="NFD", successor="NND", on=DAY)
        work.commit()


def test_what_this_process_writes_is_there_at_once(app: App) -> None:
    assert found(app) == (False, "NFD")
    taken_over(app)
    assert found(app) == (True, "NND")
    with app.office.work(by="SEK1") as work:
        stay(work, organisation="NFD")
        work.commit()
    assert found(app) == (True, "NFD")


def test_what_another_process_writes_is_there_at_once(
    app: App, make_app: MakeApp, database_url: str
) -> None:
    assert found(app) == (False, "NFD")
    taken_over(make_app(database_url))
    assert found(app) == (True, "NND")


def test_what_was_not_committed_never_was(app: App) -> None:
    assert found(app) == (False, "NFD")
    with app.office.work(by="SEK1") as work:
        register_organisation(work, key="NND", name="Det nye departementet", kind="ministry")
        assert "NND" in work.organisations
    assert found(app) == (False, "NFD")


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_two_that_look_take_what_the_first_has_read(app: App) -> None:
    with app.office.reading() as work:
        first = work.organisations
    with app.office.reading() as work:
        assert work.organisations is first
