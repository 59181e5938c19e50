"""What a subscriber's calendar shows of the council's meetings and deadlines."""

from datetime import date, timedelta

from icalendar import Calendar

from tilsvar.calendar.entries import AllDay, Entry, Timed
from tilsvar.calendar.ics import join, render_event
from tilsvar.domain.dates import Edtf
from tilsvar.tests.calendar.at_once import render
from tilsvar.tests.calendar.linter import faults, read
from tilsvar.tests.calendar.samples import DEADLINE_UID, MEETING_UID, at, deadline, meeting
from tilsvar.wording.language import language

NB, NN, EN = language("nb"), language("nn"), language("en")


def shown(*entries: Entry) -> bytes:
    data = render("Rådets kalender", entries, NB)
    assert faults(data) == []
    return data


def test_a_meeting_comes_with_everything_that_the_council_knows_of_it() -> None:
    event = Calendar.from_ical(shown(meeting())).events[0]

    assert str(event["UID"]) == MEETING_UID
    assert event["SEQUENCE"] == 2
    assert event.created == at(2022, 11, 1, 8)
    assert event.last_modified == event.stamp == at(2023, 1, 9, 12, 30)
    assert event.start == at(2023, 2, 16, 9)
    assert event.end == at(2023, 2, 16, 14)
    assert str(event["SUMMARY"]) == "Rådsmøte 1/2023"
    assert str(event["LOCATION"]) == "Forskningsrådet, Lysaker"
    assert str(event["DESCRIPTION"]) == meeting().description
    assert str(event["URL"]) == "https://tilsvar.example.no/meetings/M2023-01"
    assert event.categories == ["Rådsmøte"]
    assert event["STATUS"] == "CONFIRMED"
    assert event["TRANSP"] == "OPAQUE"


def test_a_timed_meeting_is_written_with_the_hour_that_oslo_shows() -> None:
    data = shown(meeting())

    assert b"DTSTART;TZID=Europe/Oslo:20230216T100000\r\n" in data
    assert b"DTEND;TZID=Europe/Oslo:20230216T150000\r\n" in data


def test_a_deadline_is_a_whole_day_that_keeps_nobody_busy() -> None:
    data = shown(deadline())

    assert b"DTSTART;VALUE=DATE:20230308\r\n" in data
    assert b"DTEND;VALUE=DATE:20230309\r\n" in data
    assert b"TRANSP:TRANSPARENT\r\n" in data
    assert b"CATEGORIES:Frist\r\n" in data
    for absent in (b"LOCATION", b"DESCRIPTION", b"URL", b"VTIMEZONE"):
        assert absent not in data


def test_a_meeting_without_an_hour_takes_its_whole_days() -> None:
    two_days = AllDay(date(2023, 9, 20), date(2023, 9, 21))
    event = Calendar.from_ical(shown(meeting(when=two_days))).events[0]

    assert (event.start, event.end) == (date(2023, 9, 20), date(2023, 9, 22))
    assert event["TRANSP"] == "OPAQUE"


def test_a_cancelled_meeting_stays_to_be_seen_and_frees_the_time() -> None:
    event = Calendar.from_ical(shown(meeting(cancelled=True))).events[0]

    assert event["STATUS"] == "CANCELLED"
    assert str(event["SUMMARY"]) == "AVLYST: Rådsmøte 1/2023"
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_meeting_in_spring_spans_the_spring_and_says_that_no_day_is_fixed() -> None:
    spring = Edtf("2023-21")
    planned = meeting(when=AllDay.over(spring), imprecise=spring, description="Tema: bærekraft")
    event = Calendar.from_ical(shown(planned)).events[0]

    assert (event.start, event.end) == (date(2023, 3, 1), date(2023, 6, 1))
    assert event["DESCRIPTION"] == "Dagen er ikke fastsatt: våren 2023.\n\nTema: bærekraft"
    assert event["STATUS"] == "TENTATIVE"
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_limit_is_shown_on_its_last_day_with_the_word_for_it() -> None:
    limit = Edtf("../2023-03-08")
    event = Calendar.from_ical(shown(deadline(when=AllDay.over(limit), imprecise=limit))).events[0]

    assert (event.start, event.end) == (date(2023, 3, 8), date(2023, 3, 9))
    assert event["DESCRIPTION"] == "Dagen er ikke fastsatt: innen 8.\N{NO-BREAK SPACE}mars 2023."


def test_an_exact_day_needs_no_explanation() -> None:
    day = Edtf("2023-03-08")

    assert b"DESCRIPTION" not in shown(deadline(when=AllDay.over(day), imprecise=day))


def test_a_closer_category_replaces_the_word_for_the_kind() -> None:
    assert b"CATEGORIES:H\xc3\xb8ringsfrist\r\n" in shown(deadline(category="Høringsfrist"))


def test_each_reader_has_the_calendar_in_their_own_language() -> None:
    spring = Edtf("2023-21")
    planned = meeting(
        kind="parliamentary_hearing", when=AllDay.over(spring), imprecise=spring, cancelled=True
    )

    def words(event: bytes) -> tuple[str, str, str]:
        found = read(b"BEGIN:VCALENDAR\r\n" + event + b"END:VCALENDAR\r\n").children[0]
        said = found.value("DESCRIPTION").split(r"\n")[0]
        return found.value("SUMMARY").split(":")[0], found.value("CATEGORIES"), said

    assert words(render_event(planned, NB)) == (
        *("AVLYST", "Høring i Stortinget", "Dagen er ikke fastsatt: våren 2023."),
    )
    assert words(render_event(planned, NN)) == (
        *("AVLYST", "Høyring i Stortinget", "Dagen er ikkje fastsett: våren 2023."),
    )
    assert words(render_event(planned, EN)) == (
        *("CANCELLED", "Parliamentary hearing", "The day is not fixed: spring 2023."),
    )


def test_the_calendar_says_its_name_and_how_often_to_ask() -> None:
    data = shown(deadline())

    assert b"NAME:R\xc3\xa5dets kalender\r\n" in data
    assert b"X-WR-CALNAME:R\xc3\xa5dets kalender\r\n" in data
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in data
    assert b"X-PUBLISHED-TTL:PT1H\r\n" in data
    assert b"COLOR:steelblue\r\n" in data


def test_the_same_state_gives_the_same_bytes_in_whatever_order_it_is_read() -> None:
    entries = [meeting(), deadline(), meeting(uid="0")]

    assert shown(*entries) == shown(*reversed(entries)) == shown(*entries)
    assert [event.uid for event in Calendar.from_ical(shown(*entries)).events] == [
        *("0", MEETING_UID, DEADLINE_UID),
    ]


def test_the_entries_of_one_day_stand_in_the_order_in_which_they_begin() -> None:
    day = AllDay(date(2023, 7, 1), date(2023, 7, 1))
    early = Timed(at(2023, 6, 30, 22, 30), at(2023, 6, 30, 23))
    entries = [meeting(uid="early", when=early), deadline(when=day)]

    assert [event.uid for event in Calendar.from_ical(shown(*entries)).events] == [
        *(DEADLINE_UID, "early"),
    ]


def test_a_moved_meeting_keeps_its_identity_and_counts_the_move() -> None:
    later = Timed(meeting().when.begins + timedelta(days=7), at(2023, 2, 23, 14))
    before = read(shown(meeting())).children[-1]
    after = read(shown(meeting(when=later, sequence=3, modified=at(2023, 1, 20)))).children[-1]

    assert after.value("UID") == before.value("UID")
    assert after.value("CREATED") == before.value("CREATED")
    assert (before.value("SEQUENCE"), after.value("SEQUENCE")) == ("2", "3")
    assert after.value("DTSTAMP") == after.value("LAST-MODIFIED") == "20230120T000000Z"


def test_events_that_were_kept_join_to_the_calendar_that_a_full_rendering_gives() -> None:
    kept = [render_event(meeting(), NB), render_event(deadline(), NB)]

    assert join("Rådets kalender", kept) == shown(deadline(), meeting())


def test_a_calendar_without_entries_is_still_valid() -> None:
    data = shown()

    assert Calendar.from_ical(data).events == []
    assert b"BEGIN:VTIMEZONE\r\n" in data
