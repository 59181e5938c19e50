"""What the calendars of those who are invited are told, from the invitation to the cancellation."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from icalendar import Calendar, Event

from tilsvar.calendar.attendees import NoCalendarAddress
from tilsvar.calendar.entries import OSLO, AllDay, Entry, Timed
from tilsvar.calendar.itip import (
    Cancelled,
    Nobody,
    Scheduling,
    cancel,
    decline_counter,
    request,
)
from tilsvar.domain.dates import Edtf, NaiveMoment, local_moment
from tilsvar.domain.kinds import PartStat
from tilsvar.tests.calendar import ical_js
from tilsvar.tests.calendar.at_once import render
from tilsvar.tests.calendar.itip_linter import message_faults
from tilsvar.tests.calendar.linter import Component, read
from tilsvar.tests.calendar.samples import MEETING_UID, at, invited, meeting, scheduling
from tilsvar.wording.language import language

NB, EN = language("nb"), language("en")
TEN_TO_NOON = timedelta(hours=2)


def event_in(data: bytes) -> Component:
    return next(each for each in read(data).children if each.name == "VEVENT")


def parsed(data: bytes) -> Event:
    (event,) = Calendar.from_ical(data).events
    assert isinstance(event, Event)
    return event


def attendee(data: bytes, number: int = 0) -> dict[str, str]:
    found = event_in(data).all("ATTENDEE")[number]
    return found.params | {"address": found.value.removeprefix("mailto:")}


def test_an_invitation_says_what_when_where_and_who() -> None:
    data = request(scheduling(), NB)
    event = parsed(data)

    assert message_faults(data, "REQUEST") == []
    assert b"\r\nMETHOD:REQUEST\r\n" in data
    assert (event["UID"], event["SEQUENCE"]) == (MEETING_UID, 2)
    assert event["SUMMARY"] == "Rådsmøte 1/2023"
    assert (event.start, event.end) == (at(2023, 2, 16, 9), at(2023, 2, 16, 14))
    assert event["LOCATION"] == "Forskningsrådet, Lysaker"
    assert event["STATUS"] == "CONFIRMED"
    assert event["ORGANIZER"] == "mailto:moter+7c0f2a@ho21.example"
    assert event["ORGANIZER"].params["CN"] == "HelseOmsorg21-rådet"
    assert attendee(data) == {
        "CN": "Kari Nordmann",
        "CUTYPE": "INDIVIDUAL",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "TRUE",
        "address": "kari@ho21.example",
    }


def test_the_same_version_sent_again_has_the_same_bytes() -> None:
    first = scheduling()
    noted_since = replace(first, entry=meeting(modified=at(2023, 1, 20)))

    assert request(first, NB) == request(noted_since, NB)
    assert b"\r\nDTSTAMP:20230109T123000Z\r\n" in request(first, NB)


def test_the_feed_and_the_invitation_are_about_the_same_meeting() -> None:
    message, feed = request(scheduling(), NB), render("Kalender", [meeting()], NB)

    for name in ("UID", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION"):
        assert event_in(message).first(name) == event_in(feed).first(name)


def test_those_who_have_answered_stand_with_their_answers() -> None:
    all_of_them = tuple(
        invited(address=f"m{number}@ho21.example", partstat=each, required=number % 2 == 0)
        for number, each in enumerate(PartStat)
    )
    data = request(scheduling(attendees=all_of_them), NB)

    assert message_faults(data, "REQUEST") == []
    told = [attendee(data, number) for number in range(len(PartStat))]
    assert [each["PARTSTAT"] for each in told] == list(PartStat)
    assert [each["ROLE"][:3] for each in told] == ["REQ", "OPT", "REQ", "OPT", "REQ"]
    assert {each["RSVP"] for each in told} == {"TRUE"}


def test_who_is_named_twice_stands_once() -> None:
    data = request(
        scheduling(attendees=(invited(), invited(address="KARI@ho21.example", name="K. N."))), NB
    )

    assert message_faults(data, "REQUEST") == []
    assert attendee(data)["CN"] == "Kari Nordmann"


def test_a_time_that_is_only_planned_is_tentative() -> None:
    planned = request(scheduling(entry=meeting(tentative=True)), NB)

    assert message_faults(planned, "REQUEST") == []
    assert event_in(planned).value("STATUS") == "TENTATIVE"


def test_a_cancelled_meeting_is_called_off_for_all_and_takes_no_time() -> None:
    data = cancel(scheduling(entry=meeting(sequence=3, cancelled=True)), NB, whole=True)
    event = event_in(data)

    assert message_faults(data, "CANCEL") == []
    assert event.value("STATUS") == "CANCELLED"
    assert event.value("SEQUENCE") == "3"
    assert event.value("SUMMARY") == "AVLYST: Rådsmøte 1/2023"
    assert event.value("TRANSP") == "TRANSPARENT"
    assert cancel(scheduling(entry=meeting(sequence=3)), NB, whole=True) == data


def test_uninviting_one_person_says_nothing_of_the_meetings_state() -> None:
    data = cancel(scheduling(), NB, whole=False)

    assert message_faults(data, "CANCEL", whole=False) == []
    assert b"STATUS:" not in data
    assert event_in(data).value("SUMMARY") == "Rådsmøte 1/2023"
    assert attendee(data)["address"] == "kari@ho21.example"


def test_a_meeting_that_is_off_can_be_taken_from_somebody_but_not_offered() -> None:
    off = scheduling(entry=meeting(cancelled=True))

    assert message_faults(cancel(off, NB, whole=False), "CANCEL", whole=False) == []
    with pytest.raises(Cancelled, match="Rådsmøte 1/2023 is cancelled"):
        request(off, NB)
    with pytest.raises(Cancelled):
        decline_counter(off, NB, "")


def test_a_proposed_time_is_turned_down_with_the_reason() -> None:
    data = decline_counter(scheduling(), NB, "To av de andre\nkan bare onsdag; kl. 10, ja")
    event = parsed(data)

    assert message_faults(data, "DECLINECOUNTER") == []
    assert str(event["COMMENT"]) == "To av de andre\nkan bare onsdag; kl. 10, ja"
    assert (event["UID"], event["SEQUENCE"]) == (MEETING_UID, 2)
    assert event.start == at(2023, 2, 16, 9)


def test_without_a_reason_a_sentence_in_the_readers_language_stands() -> None:
    assert parsed(decline_counter(scheduling(), NB, " \x00"))["COMMENT"] == (
        "Tidspunktet som ble foreslått, passer ikke."
    )
    assert parsed(decline_counter(scheduling(), EN, ""))["COMMENT"] == (
        "The proposed time does not suit."
    )


def test_a_meeting_without_an_hour_is_a_whole_day_for_outlook_too() -> None:
    day = date(2023, 3, 8)
    data = request(scheduling(entry=meeting(when=AllDay(day, day))), NB)

    assert message_faults(data, "REQUEST") == []
    assert b"\r\nDTSTART;VALUE=DATE:20230308\r\nDTEND;VALUE=DATE:20230309\r\n" in data
    assert b"\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n" in data
    assert b"VTIMEZONE" not in data
    assert b"CDO" not in request(scheduling(), NB)


def test_an_imprecise_date_is_tentative_and_says_so() -> None:
    march = Edtf("2023-03")
    data = request(scheduling(entry=meeting(when=AllDay.over(march), imprecise=march)), NB)

    assert message_faults(data, "REQUEST") == []
    assert event_in(data).value("STATUS") == "TENTATIVE"
    assert "Dagen er ikke fastsatt" in event_in(data).value("DESCRIPTION")


def around_the_changes_of_the_clock() -> list[Entry]:
    days = [date(2023, 3, 24), date(2023, 3, 26), date(2023, 3, 27)]
    days += [date(2023, 10, 27), date(2023, 10, 29), date(2023, 10, 30)]
    starts = [local_moment(day, time(hour), OSLO) for day in days for hour in (1, 2, 3, 10)]
    return [meeting(uid=each.isoformat(), when=Timed(each, each + TEN_TO_NOON)) for each in starts]


@pytest.mark.parametrize(
    "entry", around_the_changes_of_the_clock()[3::8], ids=lambda each: each.uid
)
def test_thunderbirds_reader_understands_the_hour(entry: Entry) -> None:
    assert isinstance(entry.when, Timed)
    for data in (
        request(scheduling(entry=entry), NB),
        cancel(scheduling(entry=entry), NB, whole=True),
        decline_counter(scheduling(entry=entry), NB, "Nei"),
    ):
        (judged,) = ical_js.read(data)
        assert judged["start"] == int(entry.when.start.timestamp())
        assert judged["end"] == int(entry.when.end.timestamp())


@pytest.mark.parametrize("entry", around_the_changes_of_the_clock(), ids=lambda each: each.uid)
def test_the_zone_stands_where_the_hour_counts_by_it(entry: Entry) -> None:
    assert isinstance(entry.when, Timed)
    data = request(scheduling(entry=entry), NB)

    assert message_faults(data, "REQUEST") == []
    assert (b"BEGIN:VTIMEZONE" in data) == (b"DTSTART;TZID" in data)
    assert (parsed(data).start, parsed(data).end) == (entry.when.start, entry.when.end)


def test_a_norwegian_domain_stands_as_mail_comes_from_it() -> None:
    data = request(scheduling(attendees=(invited(address=" kari@råd.example\n"),)), NB)

    assert message_faults(data, "REQUEST") == []
    assert attendee(data)["address"] == "kari@xn--rd-yia.example"


@pytest.mark.parametrize(
    "address",
    [
        *("", "kari", "@x.example", "kari@", "a b@x.example", "a@b@c.example"),
        *("a@x.example,b@x.example", '"a"@x.example', "a@x.example\r\nSTATUS:CANCELLED"),
        "a@" + "ø" * 80,
    ],
)
def test_what_is_no_address_is_named(address: str) -> None:
    with pytest.raises(NoCalendarAddress, match="cannot stand in an invitation"):
        invited(address=address)
    with pytest.raises(NoCalendarAddress):
        scheduling(organizer_address=address)


def test_a_message_to_nobody_and_one_without_a_zone_are_refused() -> None:
    with pytest.raises(Nobody, match="Rådsmøte 1/2023 names nobody"):
        scheduling(attendees=())
    with pytest.raises(NaiveMoment):
        scheduling(stamp=at(2023, 1, 9).replace(tzinfo=None))


def test_the_stamp_may_come_in_any_zone() -> None:
    local: Scheduling = scheduling(stamp=at(2023, 1, 9, 12, 30).astimezone(OSLO))

    assert request(local, NB) == request(scheduling(), NB)
