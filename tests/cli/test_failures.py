"""What has failed for good is listed, and tried again when a person says so."""

from pathlib import Path

from sqlalchemy import update

from tilsvar.bootstrap import bootstrap
from tilsvar.settings import Settings
from tilsvar.store import flow
from tilsvar.tests.cli.conftest import Tilsvar


def fail_everything_about(folder: Path, group: str) -> None:
    """As if every ring for that letter had failed."""
    app = bootstrap(Settings(database_url=f"sqlite:///{folder / 'var' / 'tilsvar.db'}"))
    with app.office.engine.begin() as connection:
        of_letter = flow.event.c.subject == group
        events = flow.event.select().where(of_letter).with_only_columns(flow.event.c.id)
        connection.execute(
            update(flow.delivery)
            .where(flow.delivery.c.event_id.in_(events))
            .values(state="failed", error="RuntimeError: out of paper")
        )
    app.close()


def test_nothing_has_failed(council: Tilsvar) -> None:
    assert council("failure", "list").out == "Nothing has failed.\n"
    assert "0" in next(each for each in council("doctor").out.splitlines() if "failed work" in each)


def test_what_failed_is_listed_and_tried_again(council: Tilsvar, tmp_path: Path) -> None:
    fail_everything_about(tmp_path, "L2022-06")

    listed = council("failure", "list").out
    assert "L2022-06" in listed
    assert "RuntimeError: out of paper" in listed
    doctor = council("doctor")
    assert doctor.code == 1
    assert "see `tilsvar failure list`" in doctor.out

    key = next(each.split()[0] for each in listed.splitlines() if "plan_rungs" in each)
    assert council("failure", "retry", key).out == f"{key} is tried again.\n"
    again = council("failure", "retry", key)
    assert (again.code, again.err) == (
        1,
        f"Nothing called {key} has failed. See `tilsvar failure list`.\n",
    )
    council("failure", "retry", "--all")
    assert council("failure", "list").out == "Nothing has failed.\n"


def test_trying_again_wants_to_know_what(council: Tilsvar) -> None:
    said = council("failure", "retry")

    assert (said.code, said.err) == (1, "Name what to try again, or --all.\n")
