"""A member's own calendar: what concerns them, and what only those who take part may see."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tilsvar.calendar.feeds import export, feed_bytes, find_feed
from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.feeds import InvitedNobody, create_feed
from tilsvar.commands.invitations import invite, uninvite
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.people import end_role
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind, Role
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.people import Person
from tilsvar.store.unit_of_work import Office, UnitOfWork
from tilsvar.tests.calendar.linter import Component, faults, read
from tilsvar.wording.language import language

NB = language("nb")
BASE = "https://tilsvar.example.no"
ROOM = "https://video.example.no/rom/42"
TEN = datetime(2023, 3, 10, 9, tzinfo=UTC)
MEETING = MeetingTime(Edtf("2023-03-10"), TEN)


@pytest.fixture(autouse=True)
def _the_coming_weeks(office: Office) -> None:
    with office.work(by="SEK1") as work:
        work.add(Person.join("OBS", "Olav Observatør", "obs@ho21.example", Role.OBSERVER))
        schedule_meeting(
            work,
            key="RM",
            title="Rådsmøte 2/2023",
            time=MEETING,
            place="Lysaker",
            agenda="1. Godkjenning av innkalling\n2. Årsrapport",
            join_url=ROOM,
            papers_url="https://www.example.no/papirer/2",
        )
        dialogue: dict[str, Any] = {
            "kind": MeetingKind.DIALOGUE,
            "time": MEETING,
            "join_url": f"{ROOM}-dialog",
        }
        schedule_meeting(work, key="DM", title="Dialog om helsedata", **dialogue)
        schedule_meeting(
            work,
            key="MINE",
            title="Dialog med KD",
            participants=["KD", "MEDLEM1"],
            **dialogue,
        )
        set_deadline(work, title="Min frist", due=Edtf("2023-03-01"), responsible="MEDLEM1")
        set_deadline(work, title="Ingens frist", due=Edtf("2023-03-02"))
        publish_consultation(
            work,
            key="C1",
            title="Min høring",
            publisher="KD",
            deadline=Edtf("2023-03-03"),
            responsible="MEDLEM1",
        )
        work.commit()


def calendar(office: Office, person: str | None, **chosen: Any) -> Component:
    with office.work(by="SEK1") as work:
        token = create_feed(work, name="min", person=person, **chosen)
        work.commit()
    with office.reading() as work:
        row = find_feed(work, token)
        assert row is not None
        data = feed_bytes(work, row, NB, BASE)
    assert faults(data) == []
    return read(data)


def titles(found: Component) -> list[str]:
    return sorted(event.value("SUMMARY") for event in events(found))


def events(found: Component) -> list[Component]:
    return [each for each in found.children if each.name == "VEVENT"]


def links(found: Component) -> set[str]:
    """The titles of the meetings of which the reader is told how to take part from afar."""
    return {event.value("SUMMARY") for event in events(found) if ROOM in event.value("DESCRIPTION")}


def change(office: Office, *changes: Callable[[UnitOfWork], object]) -> None:
    with office.work(by="SEK1") as work:
        for each in changes:
            each(work)
        work.commit()


def test_a_member_has_the_councils_meetings_their_own_and_their_dates(office: Office) -> None:
    found = calendar(office, "MEDLEM1")

    assert titles(found) == [
        *("Dialog med KD", "Høringsfrist: Min høring", "Min frist", "Rådsmøte 2/2023"),
    ]
    assert found.value("NAME") == "Rådets kalender for Person MEDLEM1"
    assert found.value("DESCRIPTION") == found.value("X-WR-CALDESC")
    assert found.value("DESCRIPTION").startswith("Rådsmøter\\, møter du er invitert til")


def test_what_is_nobodys_is_the_secretariats(office: Office) -> None:
    assert titles(calendar(office, "SEK1")) == ["Ingens frist", "Rådsmøte 2/2023"]


def test_the_description_holds_what_one_needs_in_order_to_take_part(office: Office) -> None:
    [meeting] = [
        each
        for each in events(calendar(office, "MEDLEM1"))
        if each.value("UID") and each.value("SUMMARY") == "Rådsmøte 2/2023"
    ]

    assert meeting.value("DESCRIPTION").replace("\\n", "\n").replace("\\,", ",").splitlines() == [
        "Sted: Lysaker.",
        f"Delta på nett: {ROOM}",
        "Saksliste:",
        "1. Godkjenning av innkalling",
        "2. Årsrapport",
        "Sakspapirer: https://www.example.no/papirer/2",
        f"Mer i Tilsvar: {BASE}/meetings/RM",
    ]


def test_how_to_take_part_is_told_to_nobody_else(office: Office) -> None:
    assert links(calendar(office, "MEDLEM1")) == {"Rådsmøte 2/2023", "Dialog med KD"}
    assert links(calendar(office, "SEK1")) == {"Rådsmøte 2/2023"}
    # An observer knows of the council's meetings and takes part in those that they are invited to.
    assert titles(calendar(office, "OBS")) == ["Rådsmøte 2/2023"]
    assert links(calendar(office, "OBS")) == set()
    everybody = calendar(office, None)
    assert len(events(everybody)) == 6
    assert links(everybody) == set()
    with office.reading() as work:
        assert ROOM.encode() not in export(work, "council", NB, BASE)


def test_whoever_is_invited_has_the_meeting_until_they_are_uninvited(office: Office) -> None:
    change(office, lambda work: invite(work, meeting="DM", who="OBS"))
    invited = calendar(office, "OBS")

    assert titles(invited) == ["Dialog om helsedata", "Rådsmøte 2/2023"]
    assert links(invited) == {"Dialog om helsedata"}

    change(office, lambda work: uninvite(work, meeting="DM", who="OBS"))
    assert titles(calendar(office, "OBS")) == ["Rådsmøte 2/2023"]


def test_a_member_may_leave_out_what_an_invitation_has_put_into_their_calendar(
    office: Office,
) -> None:
    change(office, lambda work: invite(work, meeting="RM", who="MEDLEM1"))

    assert titles(calendar(office, "MEDLEM1", invited=False)) == [
        *("Høringsfrist: Min høring", "Min frist"),
    ]
    assert "Rådsmøte 2/2023" in titles(calendar(office, "MEDLEM1"))
    assert titles(calendar(office, "LEDER", invited=False)) == ["Rådsmøte 2/2023"]


def test_whoever_has_left_sees_no_later_meeting_and_no_way_into_it(office: Office) -> None:
    def leave(work: UnitOfWork) -> None:
        end_role(work, person="MEDLEM1", on=date(2023, 3, 9))

    change(office, leave)

    found = calendar(office, "MEDLEM1")
    assert "Rådsmøte 2/2023" not in titles(found)
    assert "Dialog med KD" in titles(found)


def test_a_members_own_calendar_can_be_narrowed_too(office: Office) -> None:
    assert titles(calendar(office, "MEDLEM1", kinds=["council"])) == ["Rådsmøte 2/2023"]


def test_nobody_elses_calendar_can_leave_out_invitations(office: Office) -> None:
    with office.work(by="SEK1") as work, pytest.raises(InvitedNobody, match="say whose it is"):
        create_feed(work, name="council", invited=False)


def test_somebodys_own_feed_is_never_taken_for_the_councils(office: Office) -> None:
    with office.work(by="SEK1") as work:
        create_feed(work, name="council", person="MEDLEM1")
        work.commit()

    with office.reading() as work:
        data = export(work, "council", NB, BASE)
    assert "NAME:Rådets kalender\r\n".encode() in data
    assert data.count(b"BEGIN:VEVENT") == 6
