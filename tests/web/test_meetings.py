"""Meetings as the secretariat plans them and members answer them, page by page."""

from datetime import UTC, datetime
from typing import Any

from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.invitations import Proposal
from tilsvar.domain.kinds import MeetingStatus
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.tests.servers.office import answer
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.visitor import House, hand_out
from tilsvar.tests.workers.council_meeting import AFTERWARDS, it_is
from tilsvar.tests.workers.invited import do, invitation, meeting, told

MEMBER = "medlem1@ho21.example"
NEXT = MeetingTime(Edtf("2023-03-24"), datetime(2023, 3, 24, 9, tzinfo=UTC))


def secretary(house: House) -> Reader:
    visitor = house.visitor()
    visitor.send(hand_out(house))
    return visitor


def member(house: House) -> Reader:
    visitor = house.visitor()
    visitor.send(hand_out(house, MEMBER))
    return visitor


def registered(visitor: Reader) -> Page:
    return visitor.send(
        "/meetings/new",
        title="Rådsmøte 2/2023",
        kind="council",
        on="10. mars 2023",
        start="10",
        end="kl. 15.00",
        place="Lysaker",
    )


def stamp(page: Page) -> str:
    return next(
        each.get("value", "") for each in page.all(".//input") if each.get("name") == "stamp"
    )


def test_a_meeting_is_registered_moved_and_moved_back(house: House) -> None:
    visitor = secretary(house)
    page = registered(visitor)
    assert "Møtet er registrert." in page.text
    assert "fredag 10. mars 2023 kl. 10.00–15.00" in page.section("facts")

    form = visitor.open("/meetings/M2023-01/move")
    page = visitor.send(
        "/meetings/M2023-01/move", on="17.3.2023", start="9.30", end="", stamp=stamp(form)
    )
    assert "Møtet er flyttet." in page.text
    assert "fredag 17. mars 2023 kl. 09.30" in page.section("facts")

    [back] = [each for each in page.all(".//form") if each.get("action", "").endswith("/move")]
    fields: dict[str, Any] = {
        each.get("name", ""): each.get("value", "") for each in back.iter("input")
    }
    page = visitor.send("/meetings/M2023-01/move", **fields)
    assert "fredag 10. mars 2023 kl. 10.00–15.00" in page.section("facts")


def test_what_is_wrong_with_a_meeting_is_told_and_what_was_typed_stays(house: House) -> None:
    visitor = secretary(house)

    page = visitor.send(
        "/meetings/new", 422, title="Dialogmøte", kind="dialogue", on="mars 2023", start="25"
    )
    assert "Begynner: «25» er ikke et klokkeslett." in page.text

    page = visitor.send(
        "/meetings/new", 422, title="Dialogmøte", kind="dialogue", on="mars 2023", start="10"
    )
    assert "Dag: Bare en bestemt dag kan ha klokkeslett." in page.text
    typed = {each.get("id"): each.get("value") for each in page.all(".//input")}
    assert (typed["title"], typed["on"], typed["start"]) == ("Dialogmøte", "mars 2023", "10")

    page = visitor.send(
        "/meetings/new",
        422,
        title="Dialogmøte",
        kind="dialogue",
        on="10.3.2023",
        start="10",
        end="9",
    )
    assert "Slutter: Møtet kan ikke slutte før det begynner." in page.text
    assert visitor.open("/meetings").texts(".//table") == []


def test_the_year_is_registered_at_once_or_not_at_all(house: House) -> None:
    visitor = secretary(house)

    page = visitor.send("/meetings/series", 422, dates="10.3.2023 kl. 10.00–15.00\n31.2.2023\nvår")
    assert "31.2.2023 finnes ikke" in page.text
    page = visitor.send("/meetings/series", 422, dates="10.3.2023\n10.3.2023")
    assert "2023-03-10: er nevnt to ganger." in page.text

    page = visitor.send("/meetings/series", dates="10.3.2023 kl. 10.00–15.00\n\n2. juni 2023")
    assert "2 rådsmøter er registrert." in page.text
    assert "Rådsmøte 1/2023" in page.text
    assert "Rådsmøte 2/2023" in page.text


def test_the_second_who_edits_is_told_and_loses_nothing(house: House) -> None:
    one, other = secretary(house), secretary(house)
    registered(one)
    first = stamp(one.open("/meetings/M2023-01/edit"))
    second = stamp(other.open("/meetings/M2023-01/edit"))
    one.send("/meetings/M2023-01/edit", title="Rådsmøte", kind="council", stamp=first)

    page = other.send(
        "/meetings/M2023-01/edit",
        409,
        title="Rådsmøte 2/2023",
        kind="council",
        place="Hamar",
        stamp=second,
    )
    assert "Noen har endret dette i mellomtiden." in page.text
    assert "Hamar" in [each.get("value") for each in page.all(".//input")]

    page = other.send(
        "/meetings/M2023-01/edit",
        title="Rådsmøte 2/2023",
        kind="council",
        place="Hamar",
        stamp=stamp(page),
    )
    assert "Møtet er rettet." in page.text
    assert meeting(house.app.office, "M2023-01").place == "Hamar"


def test_what_is_called_off_by_mistake_stands_again_and_the_invited_are_invited_anew(
    house: House,
) -> None:
    visitor = secretary(house)
    registered(visitor)
    visitor.send("/meetings/M2023-01/invitations", whom="person:MEDLEM1", language="nb")
    answer(house.app, house.bell)

    page = visitor.send("/meetings/M2023-01/cancel")
    assert "Møtet er avlyst." in page.text
    [undo] = [each for each in page.all(".//form") if each.get("action", "").endswith("/restore")]
    answer(house.app, house.bell)
    page = visitor.send(undo.get("action", ""))

    assert "Møtet er satt opp igjen." in page.text
    answer(house.app, house.bell)
    assert meeting(house.app.office, "M2023-01").status is MeetingStatus.SCHEDULED
    assert [method for _, method, _ in told(house.app)] == ["REQUEST", "CANCEL", "REQUEST"]


def test_the_council_is_invited_a_member_answers_and_the_secretariat_sees_it(house: House) -> None:
    visitor = secretary(house)
    registered(visitor)

    page = visitor.send("/meetings/M2023-01/invitations", whom="council", language="nb")
    assert "3 er invitert." in page.text
    page = visitor.send("/meetings/M2023-01/invitations", 422, whom="council", language="nb")
    assert "Alle er invitert fra før" in page.text
    page = visitor.send("/meetings/M2023-01/invitations", 422, whom="", address="", language="nb")
    assert "Velg hvem som skal inviteres" in page.text

    at_home = member(house)
    assert "/meetings/M2023-01" in at_home.open("/mine").links()
    page = at_home.send("/meetings/M2023-01", 422)
    assert "Kommer du?: Fyll ut dette." in page.text
    page = at_home.send("/meetings/M2023-01", answer="tentative", comment="Toget er sent")
    assert "Svaret ditt er registrert." in page.text

    said = visitor.open("/meetings/M2023-01/invitations").section("invited")
    assert "Person MEDLEM1 Kommer kanskje" in said
    assert "Toget er sent" in said
    assert "0 av 3 kommer" in visitor.open("/meetings").text


def test_a_guest_is_invited_withdrawn_and_invited_again(house: House) -> None:
    visitor = secretary(house)
    registered(visitor)
    path = "/meetings/M2023-01/invitations"
    page = visitor.send(path, address="kari@example.no", name="Kari Gjest", language="en")
    assert "Kari Gjest" in page.section("invited")
    answer(house.app, house.bell)

    page = visitor.send(f"{path}/guest-1/repeat")
    assert "Innkallingen sendes til Kari Gjest på nytt." in page.text
    page = visitor.send(f"{path}/guest-1/uninvite")
    assert "Kari Gjest er ikke invitert lenger." in page.text
    assert "Kari Gjest" in page.section("gone")
    page = visitor.send(f"{path}/guest-1/invite")
    assert "Kari Gjest er invitert." in page.text
    assert invitation(house.app.office, "M2023-01/guest-1").name == "Kari Gjest"


def test_another_time_that_somebody_proposes_is_taken_or_turned_down(house: House) -> None:
    visitor = secretary(house)
    registered(visitor)
    path = "/meetings/M2023-01/invitations"
    visitor.send(path, whom="person:MEDLEM1", language="nb")
    for _ in range(2):
        with house.app.office.work(by="SEK1") as work:
            found = work.get(type(invitation(house.app.office, "M2023-01/MEDLEM1")), MEMBER_KEY)
            found.proposal = Proposal(NEXT)
            work.commit()
        assert "Foreslår fredag 24. mars 2023 kl. 10.00 i stedet." in visitor.open(path).text
        page = visitor.send(f"{path}/MEDLEM1/decline", why="Lokalet er bestilt")
        assert "Møtet blir stående, og Person MEDLEM1 får vite det." in page.text
        assert "Foreslår" not in page.text
    page = visitor.send(f"{path}/MEDLEM1/accept", 422)
    assert page.texts(".//p[@role='alert']")


MEMBER_KEY = "M2023-01/MEDLEM1"


def test_papers_attendance_and_minutes_are_recorded(house: House) -> None:
    visitor = secretary(house)
    registered(visitor)
    do(house.app.office, schedule_meeting, key="R2", title="Rådsmøte 3/2023", time=NEXT)
    visitor.send("/meetings/M2023-01/invitations", whom="council", language="nb")
    page = visitor.send("/meetings/M2023-01/record/papers", on="3. februar 2023")
    assert "Sakspapirene til Rådsmøte 2/2023 er registrert som sendt." in page.text
    page = visitor.send("/meetings/M2023-01/attendance", 422, present=["LEDER"])
    assert "har ikke begynt" in page.text

    it_is(house.app, AFTERWARDS)
    page = visitor.send("/meetings/M2023-01/hold")
    assert "Møtet er registrert som avholdt." in page.text
    page = visitor.send("/meetings/M2023-01/attendance", present=["LEDER", "MEDLEM1"])
    assert "Oppmøtet er registrert." in page.text
    assert "Til stede: Person LEDER (leder) Person MEDLEM1" in page.section("attendance")
    page = visitor.send(
        "/meetings/M2023-01/record/minutes", on="10.3.2023", comments_by="20.3.2023"
    )
    assert "Referatet fra Rådsmøte 2/2023 er registrert som sendt" in page.text
    page = visitor.send("/meetings/M2023-01/record/approval", approved_in="R2")
    assert "Referatet er registrert som godkjent." in page.text


def test_whoever_is_not_invited_and_not_of_the_council_sees_no_dialogue_meeting(
    house: House,
) -> None:
    visitor = secretary(house)
    visitor.send("/meetings/new", title="Dialogmøte", kind="dialogue", on="10.3.2023")
    other = member(house)
    other.open("/meetings/M2023-01", 403)
    other.send("/meetings/M2023-01", 403, answer="accepted")

    visitor.send("/meetings/M2023-01/invitations", whom="person:MEDLEM1", language="nb")
    assert "Svaret ditt" in other.open("/meetings/M2023-01").text
    other.open("/meetings/M2023-01/move", 403)
    other.send("/meetings/M2023-01/cancel", 403)
    with house.app.office.reading() as work:
        assert work.view(Meeting, "M2023-01").status is MeetingStatus.SCHEDULED
