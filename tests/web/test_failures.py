"""What Tilsvar itself has tried in vain stands on the page of the day, with what to do."""

import shutil
from pathlib import Path

import httpx
from sqlalchemy import select, update

from tilsvar.store import flow
from tilsvar.tests.web.conftest import DEMO_DAY, system
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served


def test_a_delivery_that_failed_is_counted_and_told_with_its_fault(
    example: Path, tmp_path: Path
) -> None:
    shutil.copy(example / "example.db", tmp_path)
    app = system(tmp_path, DEMO_DAY)
    with app.office.engine.begin() as connection:
        about = select(flow.event.c.id).where(flow.event.c.subject == "L2022-06").limit(1)
        connection.execute(
            update(flow.delivery)
            .where(flow.delivery.c.event_id.in_(about), flow.delivery.c.subscriber == "plan_rungs")
            .values(state="failed", error="RuntimeError: out of paper")
        )
    with served(app) as address:
        reader = Reader(address)
        today, told = reader.open("/"), reader.open("/today/failures")
        ready = httpx.get(f"{address}/readyz").json()
        reader.close()
    app.close()

    assert "Én av Tilsvars egne oppgaver har sviktet." in today.section("now")
    assert "/today/failures" in today.links()
    assert "RuntimeError: out of paper" in told.text
    assert "Prøv igjen" in told.text
    assert "/letters/L2022-06" in told.links()
    assert ready["failed_work"] == 1


def test_where_nothing_has_failed_nothing_is_said(reader: Reader) -> None:
    assert "oppgaver har sviktet" not in reader.open("/").text
    reader.open("/today/failures", 404)
