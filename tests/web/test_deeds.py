"""The secretariat registers consultations, deadlines and op-eds, moves them on, and takes back."""

from datetime import date
from typing import Any

import pytest

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.domain.consultations import Consultation
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.kinds import ConsultationStatus, OpEdStatus
from tilsvar.domain.op_eds import OpEd
from tilsvar.domain.organisations import Organisation
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.visitor import House, hand_out

LEADER = "leder@ho21.example"


@pytest.fixture
def desk(house: House) -> Reader:
    visitor = house.visitor()
    visitor.send(hand_out(house))
    return visitor


def made_from(page: Page) -> str:
    return next(
        each.get("value", "") for each in page.all(".//input") if each.get("name") == "made_from"
    )


def undone(desk: Reader, page: Page) -> Page:
    """What comes after the undo button of that page was pressed."""
    [form] = [each for each in page.all(".//form") if "Angre" in "".join(each.itertext())]
    fields: dict[str, Any] = {
        each.get("name", ""): each.get("value", "") for each in form.iter("input")
    }
    return desk.send(form.get("action", ""), **fields)


def plain(page: Page) -> str:
    return page.text.replace("\u00a0", " ")


def test_a_consultation_goes_from_the_call_to_the_response(house: House, desk: Reader) -> None:
    page = desk.send(
        "/consultations/new", title="Ny helselov", publisher="HOD", deadline="2. mai 2023"
    )
    assert "Høringen er registrert." in page.text
    assert page.title.startswith("Ny helselov")
    assert "tirsdag 2. mai 2023" in plain(page)

    form = desk.open("/consultations/C2023-01/move")
    page = desk.send(
        "/consultations/C2023-01/move", deadline="innen 1. juni 2023", made_from=made_from(form)
    )
    assert "Fristen er flyttet, og påminnelsene følger med." in page.text

    page = undone(desk, page)
    assert "tirsdag 2. mai 2023" in plain(page)

    form = desk.open("/consultations/C2023-01/submit")
    typed = {"made_from": made_from(form)}
    early = desk.send("/consultations/C2023-01/submit", 422, on="2.5.2023", **typed)
    assert "Sendt inn: 2. mai 2023 har ikke vært ennå." in plain(early)
    page = desk.send("/consultations/C2023-01/submit", on="3.2.2023", **typed)
    assert "Svaret er notert som sendt inn." in page.text
    with house.app.office.reading() as work:
        assert work.get(Consultation, "C2023-01").submitted == Edtf("2023-02-03")

    page = undone(desk, page)
    with house.app.office.reading() as work:
        assert work.get(Consultation, "C2023-01").status is ConsultationStatus.ANNOUNCED


def test_what_is_wrong_is_told_at_the_field_and_what_was_typed_stays(desk: Reader) -> None:
    page = desk.send("/consultations/new", 422, title="", publisher="HOD", deadline="31.02.2023")

    assert page.texts(".//div[@role='alert']//a") == [
        "Tittel: Fyll ut dette.",
        "Frist: 31.02.2023 finnes ikke. Februar 2023 slutter den 28.",
    ]
    typed = {each.get("name"): each.get("value") for each in page.all(".//input")}
    assert typed["deadline"] == "31.02.2023"


def test_who_changes_the_same_thing_second_is_told_and_loses_nothing(
    house: House, desk: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        publish_consultation(work, title="Ny helselov", publisher="HOD")
        work.commit()
    seen = made_from(desk.open("/consultations/C2023-01/correct"))
    with house.app.office.work(by="LEDER") as work:
        work.get(Consultation, "C2023-01").correct(work.now, title="Ny lov")
        work.commit()

    page = desk.send(
        "/consultations/C2023-01/correct", 409, title="Min tittel", publisher="KD", made_from=seen
    )
    assert "Person LEDER endret dette i mellomtiden." in page.text
    typed = {each.get("name"): each.get("value") for each in page.all(".//input")}
    assert typed["title"] == "Min tittel"

    page = desk.send(
        "/consultations/C2023-01/correct",
        title="Min tittel",
        publisher="KD",
        kind="consultation",
        made_from=made_from(page),
    )
    assert page.title.startswith("Min tittel")


def test_declining_says_why_in_the_history_and_is_taken_back(house: House, desk: Reader) -> None:
    with house.app.office.work(by="SEK1") as work:
        publish_consultation(work, title="Ny helselov", publisher="HOD")
        work.commit()
    form = desk.open("/consultations/C2023-01/decline")

    page = desk.send(
        "/consultations/C2023-01/decline", why="Utenfor mandatet.", made_from=made_from(form)
    )

    assert "Rådet bestemte seg for ikke å svare: Utenfor mandatet." in page.section("history")
    undone(desk, page)
    with house.app.office.reading() as work:
        assert work.get(Consultation, "C2023-01").open


def test_a_deadline_is_set_met_and_opened_again(house: House, desk: Reader) -> None:
    page = desk.send("/deadlines/new", title="Helsemelding", due="våren 2023", kind="internal")
    assert "Fristen er satt." in page.text
    assert "våren 2023" in page.text

    form = desk.open("/deadlines/D2023-01/meet")
    page = desk.send("/deadlines/D2023-01/meet", made_from=made_from(form))
    assert "Fristen er notert som overholdt." in page.text

    page = undone(desk, page)
    assert "Fristen er åpen igjen" in page.text
    form = desk.open("/deadlines/D2023-01/drop")
    page = desk.send(
        "/deadlines/D2023-01/drop", why="Meldingen er lagt bort", made_from=made_from(form)
    )
    assert "Fristen gjelder ikke lenger: Meldingen er lagt bort." in page.section("history")
    undone(desk, page)
    with house.app.office.reading() as work:
        assert work.get(Deadline, "D2023-01").open


def test_an_op_ed_goes_to_the_members_to_the_leader_and_to_a_newspaper(
    house: House, desk: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        work.add(Organisation.register("DM", "Dagens Medisin", "media"))
        work.commit()
    leader = house.visitor()
    leader.send(hand_out(house, LEADER))
    path = "/op-eds/O2023-01"

    page = desk.send("/op-eds/new", title="Helsedata for alle", stage="draft")
    assert "Kronikken er startet." in page.text
    stamp = made_from(desk.open(f"{path}/circulate"))
    late = desk.send(f"{path}/circulate", 422, comments_by="1.2.2023", made_from=stamp)
    assert "Medlemmene kan ikke gi merknader innen 1. februar 2023" in plain(late)
    page = desk.send(f"{path}/circulate", comments_by="10.2.2023", made_from=stamp)
    assert "fredag 10. februar 2023" in plain(page)
    assert "Godkjenn kronikken" not in page.text

    theirs = leader.open(path)
    assert "Rett opplysningene" not in theirs.text
    page = leader.send(f"{path}/approve", made_from=made_from(theirs))
    assert "Kronikken er godkjent." in page.text

    stamp = made_from(desk.open(f"{path}/submit"))
    page = desk.send(f"{path}/submit", outlet="DM", made_from=stamp)
    assert "Dagens Medisin 3. februar 2023 (ikke svart ennå)" in plain(page)
    stamp = made_from(desk.open(f"{path}/publish"))
    early = desk.send(f"{path}/publish", 422, outlet="DM", on="5.2.2023", made_from=stamp)
    assert "Publisert: 5. februar 2023 har ikke vært ennå." in plain(early)
    page = desk.send(f"{path}/publish", outlet="DM", on="3.2.2023", made_from=stamp)
    assert "Kronikken er notert som publisert." in page.text
    stamp = made_from(desk.open(f"{path}/react"))
    page = desk.send(f"{path}/react", reaction="Svar fra KS", made_from=stamp)
    assert "Svar fra KS" in page.section("facts")
    with house.app.office.reading() as work:
        assert work.get(OpEd, "O2023-01").status is OpEdStatus.PUBLISHED


def test_an_approval_is_withdrawn_by_the_leader_and_the_day_for_comments_stands(
    house: House,
) -> None:
    with house.app.office.work(by="SEK1") as work:
        start_op_ed(work, title="Helsedata", status=OpEdStatus.DRAFT)
        update_op_ed(
            work, op_ed="O2023-01", status=OpEdStatus.CIRCULATED, comments_by=date(2023, 2, 10)
        )
        work.commit()
    leader = house.visitor()
    leader.send(hand_out(house, LEADER))
    page = leader.open("/op-eds/O2023-01")

    page = leader.send("/op-eds/O2023-01/approve", made_from=made_from(page))
    page = undone(leader, page)

    assert "Godkjenningen er trukket." in page.text
    with house.app.office.reading() as work:
        assert work.get(OpEd, "O2023-01").comments_due == date(2023, 2, 10)


def test_what_cannot_be_done_now_leads_back_to_the_page(house: House, desk: Reader) -> None:
    with house.app.office.work(by="SEK1") as work:
        set_deadline(work, title="Frist", due=Edtf("2023-03-01"))
        work.commit()

    page = desk.send(
        "/deadlines/D2023-01/reopen", made_from=made_from(desk.open("/deadlines/D2023-01/move"))
    )

    assert "Fristen er åpen igjen" not in page.text
    desk.open("/deadlines/D2023-01/nonsense", 404)
    desk.open("/deadlines/D1999-01/move", 404)
    desk.open("/op-eds/O1999-01/correct", 404)
