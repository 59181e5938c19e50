"""What is decided with one click on the page of the day: doubtful answers, failures, plans."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.invitation_answers import record_answer
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.planning import adopted
from tilsvar.domain.dates import Edtf
from tilsvar.domain.invitation_answers import Answer, Asks
from tilsvar.domain.invitations import Proposal
from tilsvar.domain.kinds import DeadlineKind, MeetingKind, PartStat
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store import flow
from tilsvar.tests.servers.office import answer
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.visitor import House, hand_out
from tilsvar.tests.workers.invited import LATER, do, hold_dialogue, invitation, meeting

OWN = DeadlineKind.INTERNAL
SAID_AT = datetime(2023, 2, 3, 10, tzinfo=UTC)
MAIL: dict[str, Any] = {
    "id": "5f0e1f8e-0000-4000-8000-000000000001",
    "kind": "AnswerDue",
    "subject_key": "L1",
    "rung": "0d",
    "person": "SEK1",
    "about": [],
    "at": SAID_AT,
    "state": "failed",
    "attempts": 8,
    "error": "550 no such box",
}
"""A reminder that was refused for good."""


@pytest.fixture
def reader(house: House) -> Reader:
    found = house.visitor()
    found.send(hand_out(house))
    return found


@pytest.fixture
def doubted(house: House) -> House:
    """HOD is invited to M1, and three answers have come that are not certainly its own."""
    hold_dialogue(house.app.office, "HOD")
    answer(house.app, house.bell)
    uid, token = meeting(house.app.office).uid, invitation(house.app.office, "M1/HOD").reply_token
    said: dict[str, Any] = {
        "asks": Asks.REPLY,
        "uid": uid,
        "partstat": PartStat.ACCEPTED,
        "stamp": SAID_AT,
    }
    several: tuple[dict[str, Any], ...] = (
        {"attendee": "postmottak@hod.example", "sender": "kari@hod.example", "comment": "Vi ses"},
        {"attendee": "ola@kd.example", "sender": "ola@kd.example"},
        {"attendee": "x@y.example", "sender": "x@y.example", "uid": "other", "reply_token": token},
    )
    for more in several:
        do(house.app.office, record_answer, answer=Answer(**{**said, **more}))
    return house


def test_answers_in_doubt_are_accepted_or_dismissed_until_none_is_left(
    doubted: House, reader: Reader
) -> None:
    assert "Tre svar på innkallinger er usikre." in reader.open("/").section("now")
    listed = reader.open("/today/answers")
    assert "kari@hod.example har svart for Helse- og omsorgsdepartementet" in listed.text
    assert "kommer · «Vi ses»" in listed.text
    acts = [each.get("action", "") for each in listed.all(".//main//form")]
    assert len([each for each in acts if each.endswith("/accept")]) == 2

    listed = reader.send("/answers/1/accept")
    assert "Svaret fra Helse- og omsorgsdepartementet til M1 gjelder." in listed.text
    assert invitation(doubted.app.office, "M1/HOD").partstat is PartStat.ACCEPTED
    assert "To svar på innkallinger er usikre." in listed.texts(".//h1")[0]
    told = reader.send("/answers/1/accept", 409)
    assert "Det lot seg ikke gjøre" in told.text

    listed = reader.send("/answers/2/accept")
    assert "De er innkalt til M1 nå." in listed.text
    today = reader.send("/answers/3/dismiss")
    assert "Svaret er avvist, og ingenting følger av det." in today.text
    assert "er usikre" not in today.section("now")
    assert reader.open("/today/answers", 404)


def test_the_meeting_s_own_page_tells_of_its_answers_and_one_stays_there(
    doubted: House, reader: Reader
) -> None:
    page = reader.open("/meetings/M1")
    assert "kari@hod.example har svart for" in page.section("doubtful")
    acts = [each.get("action", "") for each in page.all(".//main//form")]

    page = reader.send(next(each for each in acts if "/answers/1/accept" in each))

    assert page.title == f"{meeting(doubted.app.office).title} – Tilsvar"
    assert "Svaret fra Helse- og omsorgsdepartementet til M1 gjelder." in page.text
    assert "kari@hod.example har svart for" not in page.section("doubtful")


def test_the_leader_sees_the_answers_and_decides_nothing_about_them(doubted: House) -> None:
    leader = doubted.visitor()
    leader.send(hand_out(doubted, "leder@ho21.example"))

    assert "har svart" in leader.open("/today/answers").text
    assert not leader.open("/today/answers").all(".//main//form")
    leader.send("/answers/1/accept", 403)


def test_another_time_that_somebody_proposes_leads_to_the_meeting(
    house: House, reader: Reader
) -> None:
    hold_dialogue(house.app.office, "HOD")
    answer(house.app, house.bell)
    said = Answer(
        asks=Asks.COUNTER,
        uid=meeting(house.app.office).uid,
        attendee="postmottak@hod.example",
        sender="postmottak@hod.example",
        stamp=SAID_AT,
        proposal=Proposal(LATER, ""),
    )
    do(house.app.office, record_answer, answer=said)

    page = reader.open("/")

    assert "Ett forslag om annen tid venter på ja eller nei." in page.section("now")
    assert "onsdag 15. mars 2023" in page.section("now").replace("\u00a0", " ")
    assert "/meetings/M1" in page.links()


def test_papers_that_are_due_lead_to_the_meeting(house: House, reader: Reader) -> None:
    do(
        house.app.office,
        schedule_meeting,
        key="M2",
        title="Rådsmøte 1/2023",
        time=MeetingTime(Edtf("2023-02-08")),
        kind=MeetingKind.COUNCIL,
    )

    needs = reader.open("/").section("now").replace("\u00a0", " ")

    assert "Sakspapirene til ett rådsmøte er ikke registrert som sendt." in needs
    assert "Rådsmøte 1/2023, frist onsdag 1. februar 2023" in needs


def test_a_plan_is_adopted_with_one_click_on_its_panel(house: House, reader: Reader) -> None:
    do(
        house.app.office,
        publish_consultation,
        key="C1",
        title="Høring om helsedata",
        publisher="HOD",
        published=Edtf("2023-01-20"),
        deadline=Edtf("2023-05-12"),
    )
    today = reader.open("/")
    assert "Én høring har ingen plan som er tatt i bruk." in today.section("now")
    assert "/consultations/C1" in today.links()
    leader = house.visitor()
    leader.send(hand_out(house, "leder@ho21.example"))
    assert "Ta planen i bruk" not in leader.open("/consultations/C1").text
    assert "Ta planen i bruk" in reader.open("/consultations/C1").section("plan")

    page = reader.send("/consultations/C1/plan")

    assert "Planen er tatt i bruk: trinnene er rådets egne frister nå." in page.text
    assert "Ta planen i bruk" not in page.section("plan")
    assert "ingen plan" not in reader.open("/").section("now")
    with house.app.office.reading() as work:
        assert adopted(work) == ["C1"]
    reader.send("/consultations/C9/plan", 404)


def test_what_has_failed_is_tried_again_with_one_click(house: House, reader: Reader) -> None:
    do(house.app.office, set_deadline, title="Frist", due=Edtf("2023-03-01"), kind=OWN)
    answer(house.app, house.bell)
    with house.app.office.engine.begin() as connection:
        delivery = flow.delivery.c
        number = connection.scalar(select(delivery.id).order_by(delivery.id).limit(1))
        connection.execute(
            update(flow.delivery)
            .where(delivery.id == number)
            .values(state="failed", error="RuntimeError: out of paper")
        )
        mail = flow.mail.c
        connection.execute(insert(flow.mail).values(**MAIL))
    assert "Én av Tilsvars egne oppgaver har sviktet." in reader.open("/").section("now")
    [form] = reader.open("/today/failures").all(".//main//form")

    today = reader.send(form.get("action", ""))

    assert "Det prøves igjen innen et minutt." in today.text
    assert "oppgaver har sviktet" not in today.section("now")
    assert "Det lot seg ikke gjøre" in reader.send(form.get("action", ""), 409).text
    [form] = reader.open("/today/mails").all(".//main//form")
    reader.send(form.get("action", ""))
    with house.app.office.engine.begin() as connection:
        query = select(mail.state).where(mail.id == MAIL["id"])
        assert connection.scalar(query) == "pending"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            {"kind": "SignInLink", "subject_key": "SEK1", "person": "SEK1", "rung": ""},
            ("sign-in-links", "Én innloggingslenke kom kanskje ikke frem.", "Person SEK1"),
        ),
        (
            {"kind": "MeetingInvitation", "subject_key": "M1", "rung": ""},
            ("messages", "Én e-post kom kanskje ikke frem.", "M1"),
        ),
    ],
    ids=["link", "invitation"],
)
def test_a_mail_that_is_no_reminder_is_not_called_one(
    house: House, reader: Reader, row: dict[str, Any], told: tuple[str, str, str]
) -> None:
    line, said, named = told
    do(
        house.app.office,
        schedule_meeting,
        title="Møte",
        time=MeetingTime(Edtf("2023-03-10")),
    )
    with house.app.office.engine.begin() as connection:
        connection.execute(insert(flow.mail).values(**MAIL | row))

    now = reader.open("/").section("now")

    assert said in now
    assert "påminnelse" not in now
    assert named in reader.open(f"/today/{line}").text
    [form] = reader.open(f"/today/{line}").all(".//main//form")
    assert "Det prøves igjen innen et minutt." in reader.send(form.get("action", "")).text
    reader.open(f"/today/{line}", 404)
