"""The plan beside a consultation: its steps with their reasons, and what is adopted."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.consultations import publish_consultation, submit_consultation
from tilsvar.commands.deadlines import meet_deadline, move_deadline
from tilsvar.commands.planning import adopt
from tilsvar.domain.dates import Edtf
from tilsvar.tests.web.conftest import ReadAt, system
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served

JUNE = "2021-06-03T12:00:00+02:00"


class Own:
    """The example register in a database of its own, on 3 June 2021."""

    def __init__(self, app: App, reader: Reader) -> None:
        self.app, self.reader = app, reader

    def plan(self, key: str = "C2021-02") -> str:
        return self.reader.open(f"/consultations/{key}").section("plan").replace("\u00a0", " ")


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Iterator[Own]:
    shutil.copy(example / "example.db", tmp_path)
    app = system(tmp_path, JUNE)
    with ExitStack() as stack:
        stack.callback(app.close)
        reader = Reader(stack.enter_context(served(app)))
        stack.callback(reader.close)
        yield Own(app, reader)


def test_the_steps_stand_with_their_days_and_reasons_before_anything_is_adopted(
    read_at: ReadAt,
) -> None:
    page = read_at(JUNE).open("/consultations/C2021-02")

    plan = page.section("plan").replace("\u00a0", " ")
    places = [
        plan.index(each)
        for each in (
            "Sakspapirer ut onsdag 25. august 2021 7 dager før møtet",
            "Møte onsdag 1. september 2021 Rådsmøte 5/2021, det siste som kan vedta svaret",
            "Merknadsfrist fredag 3. september 2021 5 virkedager før fristen",
            "Godkjenning onsdag 8. september 2021 2 virkedager før fristen",
            "Svaret sendt fredag 10. september 2021 fristen er 10. september 2021",
            "Dette er et forslag. Ingen trinn er tatt i bruk ennå.",
        )
    ]
    assert places == sorted(places)
    assert [each.get("class") for each in page.all(".//aside//li")] == ["ahead"] * 5


def test_adopted_steps_lead_to_their_deadlines_and_say_what_became_of_them(own: Own) -> None:
    with own.app.office.work(by="SEK1") as work:
        adopt(work, consultation="C2021-02")
        move_deadline(work, deadline="C2021-02-approval", due=Edtf("2021-09-07"))
        meet_deadline(work, deadline="D2021-01", on=Edtf("2021-06-03"))
        work.commit()

    page = own.reader.open("/consultations/C2021-02")
    plan = own.plan()

    assert "Tatt i bruk, satt til 7. september 2021" in plan
    assert "Utført" in plan
    assert "Trinn som er tatt i bruk, er frister" in plan
    links = {each.get("href") for each in page.all(".//aside//a")}
    assert links >= {"/deadlines/C2021-02-papers", "/deadlines/D2021-01"}
    assert any(str(each).startswith("/meetings/") for each in links)
    with own.app.office.work(by="SEK1") as work:
        submit_consultation(work, consultation="C2021-02", on=Edtf("2021-06-03"))
        work.commit()
    assert "Svaret sendt" in own.plan()


def test_it_says_when_no_meeting_can_be_reached(read_at: ReadAt) -> None:
    page = read_at("2021-08-26T12:00:00+02:00").open("/consultations/C2021-02")

    plan = page.section("plan").replace("\u00a0", " ")
    assert "Ingen rådsmøter kan nås før fristen." in plan
    assert "Rådsmøte 5/2021 den 1. september 2021 er for nært" in plan
    assert "Sakspapirer ut" not in plan


def test_a_short_time_and_an_unknown_deadline_are_said_so(own: Own) -> None:
    with own.app.office.work(by="SEK1") as work:
        for key, deadline in (("C1", Edtf.on(date(2021, 6, 30))), ("C2", None)):
            publish_consultation(
                work,
                key=key,
                title="Ny forskrift",
                publisher="HOD",
                published=Edtf("2021-06-01"),
                deadline=deadline,
            )
        work.commit()

    assert "Tiden er kortere enn seks uker. Tre måneder er vanlig." in own.plan("C1")
    assert "request-more-time" not in own.plan("C1")
    assert "Ingenting kan planlegges før fristen er kjent." in own.plan("C2")


def test_a_consultation_that_is_closed_and_was_never_planned_has_no_plan(reader: Reader) -> None:
    assert not reader.open("/consultations/C2023-01").all(".//aside")
    assert not reader.open("/deadlines/D2023-10").all(".//aside")


def test_a_plan_for_a_deadline_that_has_passed_says_how_it_would_have_been(reader: Reader) -> None:
    plan = reader.open("/consultations/C2021-02").section("plan")

    assert "Fristen har gått ut. Slik ville planen ha vært." in plan
    assert "Ingen trinn ble tatt i bruk." in plan
