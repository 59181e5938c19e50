"""A subscription: its address is shown once, serves the council's calendar, and can be revoked."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from tilsvar.calendar.entries import KINDS
from tilsvar.calendar.feeds import NoSuchCalendar, export, feed_bytes, fetched, find_feed
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.feeds import (
    FEED_KINDS,
    BadFeedName,
    NoSuchFeedKind,
    create_feed,
    list_feeds,
    revoke_feed,
)
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store import flow
from tilsvar.store.clock import machine_now
from tilsvar.store.unit_of_work import Office, Unknown
from tilsvar.tests.calendar.linter import faults
from tilsvar.wording.language import language

NB = language("nb")
BASE = "https://tilsvar.example.no"


@pytest.fixture(autouse=True)
def _something_to_show(office: Office) -> None:
    with office.work(by="SEK1") as work:
        schedule_meeting(work, title="Rådsmøte 1/2023", time=MeetingTime(Edtf("2023-02-16")))
        set_deadline(work, title="Sykehusutvalget", due=Edtf("2023-03-27"))
        work.commit()


def subscribe(office: Office, name: str = "council", kinds: tuple[str, ...] = ()) -> str:
    with office.work(by="SEK1") as work:
        token = create_feed(work, name=name, kinds=kinds)
        work.commit()
    return token


def served(office: Office, token: str) -> bytes:
    with office.reading() as work:
        row = find_feed(work, token)
        assert row is not None
        return feed_bytes(work, row, NB, BASE)


def exported(office: Office, name: str) -> bytes:
    with office.reading() as work:
        return export(work, name, NB, BASE)


def test_a_subscriber_gets_the_meetings_and_deadlines_in_a_valid_calendar(office: Office) -> None:
    data = served(office, subscribe(office))

    assert faults(data) == []
    assert "X-WR-CALNAME:Rådets kalender\r\n".encode() in data
    assert "SUMMARY:Rådsmøte 1/2023\r\n".encode() in data
    assert b"SUMMARY:Sykehusutvalget\r\n" in data


def test_the_same_state_gives_the_same_bytes_to_everyone_and_in_an_export(office: Office) -> None:
    one, other = subscribe(office), subscribe(office)

    assert one != other
    assert served(office, one) == served(office, one) == served(office, other)
    assert exported(office, "council") == served(office, one)


def test_the_calendar_can_be_exported_before_anyone_subscribes(office: Office) -> None:
    assert exported(office, "council").count(b"BEGIN:VEVENT") == 2


def test_a_feed_may_be_narrowed_and_its_export_is_as_narrow(office: Office) -> None:
    data = served(office, subscribe(office, "frister", ("deadline",)))

    assert data.count(b"BEGIN:VEVENT") == 1
    assert b"X-WR-CALNAME:frister\r\n" in data
    assert exported(office, "frister") == data


def test_a_feed_can_be_narrowed_to_whatever_a_calendar_knows() -> None:
    assert set(FEED_KINDS) == set(KINDS)


def test_a_calendar_that_nobody_made_cannot_be_exported(office: Office) -> None:
    with pytest.raises(NoSuchCalendar, match="There is no calendar frister"):
        exported(office, "frister")


def test_only_a_hash_of_the_token_is_kept(office: Office) -> None:
    token = subscribe(office)

    with office.reading() as work:
        (row,) = list_feeds(work)
    assert token not in map(str, row)
    assert len(row.token_hash) == 64


def test_a_wrong_token_finds_nothing(office: Office) -> None:
    token = subscribe(office)

    with office.reading() as work:
        (row,) = list_feeds(work)
        for wrong in ("", token[:-1], token.swapcase(), row.token_hash, "\ud800"):
            assert find_feed(work, wrong) is None


def test_a_revoked_feed_is_known_as_revoked_and_stays_so(office: Office) -> None:
    token = subscribe(office, "frister", ("deadline",))
    with office.work(by="SEK1") as work:
        (row,) = list_feeds(work)
        revoke_feed(work, feed=row.id)
        work.commit()
    with office.reading() as work:
        first = find_feed(work, token)

    with office.work(by="SEK1") as work:
        revoke_feed(work, feed=row.id)
        work.commit()
    with office.reading() as work:
        again = find_feed(work, token)
    assert first is not None
    assert again is not None
    assert first.revoked is not None
    assert again.revoked == first.revoked
    with pytest.raises(NoSuchCalendar):
        exported(office, "frister")


def test_what_cannot_be_is_refused_with_a_sentence(office: Office) -> None:
    with office.work(by="SEK1") as work:
        with pytest.raises(BadFeedName, match="“mine møter” cannot stand in an address"):
            create_feed(work, name="mine møter")
        with pytest.raises(NoSuchFeedKind, match="“party”: use one or more of council, dialogue"):
            create_feed(work, name="council", kinds=["party"])
        with pytest.raises(Unknown, match="There is no person NOBODY"):
            create_feed(work, name="council", person="NOBODY")
        with pytest.raises(Unknown, match="There is no feed 7"):
            revoke_feed(work, feed=7)


def test_a_feed_may_be_somebodys_own(office: Office) -> None:
    with office.work(by="SEK1") as work:
        create_feed(work, name="council", person="MEDLEM1", kinds=["deadline", "council"])
        work.commit()

    with office.reading() as work:
        (row,) = list_feeds(work)
    assert (row.name, row.person, row.kinds) == ("council", "MEDLEM1", ["council", "deadline"])


def test_a_visit_is_noted_at_most_every_ten_minutes(office: Office) -> None:
    token = subscribe(office)

    def visit(client: str) -> str | None:
        with office.reading() as work:
            row = find_feed(work, token)
        assert row is not None
        fetched(office, row, client)
        with office.reading() as work:
            row = find_feed(work, token)
        assert row is not None
        name: str | None = row.fetched_by
        return name

    assert visit("Thunderbird\n128") == "Thunderbird 128"
    assert visit("Outlook") == "Thunderbird 128"

    with office.engine.begin() as connection:
        earlier = machine_now() - timedelta(minutes=11)
        connection.execute(update(flow.feed).values(fetched_at=earlier))
    assert visit("Outlook " + "x" * 500) == "Outlook " + "x" * 192


def test_many_visits_that_read_the_same_old_row_write_once(office: Office) -> None:
    token = subscribe(office)
    with office.reading() as work:
        row = find_feed(work, token)
    assert row is not None

    for client in ("first", "second"):
        fetched(office, row, client)
    with office.reading() as work:
        noted = find_feed(work, token)
    assert noted is not None
    assert noted.fetched_by == "first"
