"""Answers that are meant to mislead, to break the reader or to wear it out."""

import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event, vCalAddress, vText

from tilsvar.calendar.answer_mail import parse
from tilsvar.calendar.answers import LONGEST_COMMENT, NoAnswer, Unreadable, read_answers
from tilsvar.calendar.text import clean
from tilsvar.domain.kinds import PartStat
from tilsvar.tests.calendar.answers.corpus import KARI, REPLY_TO, all_mails, heading, mail

UID = "3c1f4a52-7d0e-4b8a-9a61-5e2f0c9d8b17"


def reply(*lines: str, more: str = "") -> bytes:
    """A reply of Kari's that is nothing but a calendar, with these lines in its event."""
    event = "\r\n".join((f"UID:{UID}", *lines))
    return (
        f"From: {KARI}\r\nTo: moter+abc@raadet.example.org\r\n{more}"
        "Content-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n"
        "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def test_twenty_thousand_nested_events_are_given_up_on() -> None:
    bomb = reply(*["BEGIN:VEVENT"] * 20_000, *["END:VEVENT"] * 20_000)

    with pytest.raises(Unreadable, match="nested"):
        read_answers(bomb)


def test_ten_thousand_answers_are_given_up_on() -> None:
    event = f"BEGIN:VEVENT\r\nUID:{UID}\r\nEND:VEVENT\r\n".encode()
    many = reply(f"ATTENDEE:mailto:{KARI}").replace(
        b"END:VCALENDAR", event * 10_000 + b"END:VCALENDAR"
    )

    with pytest.raises(Unreadable, match="more answers"):
        read_answers(many)


def test_mails_nested_three_thousand_deep_are_given_up_on() -> None:
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (number, number)
        for number in range(3_000)
    )

    with pytest.raises(Unreadable, match="nested"):
        read_answers(nested + mail("google-accepted"))
    assert parse(nested) is None


@pytest.mark.parametrize("filler", [";", '"', ":mailto:", "=", "\\n", "^"])
def test_a_line_of_a_million_characters_is_cut_off_where_no_answer_is_as_long(filler: str) -> None:
    long = filler * (1_000_000 // len(filler))

    with pytest.raises(Unreadable, match="breaks off"):
        read_answers(reply(f"ATTENDEE;CN=K{long};PARTSTAT=ACCEPTED:mailto:{KARI}"))


@pytest.mark.parametrize("filler", [";", '""', ":mailto:", "=", "\\n", "^"])
def test_a_long_odd_name_hides_no_answer(filler: str) -> None:
    long = filler * (500_000 // len(filler))

    (answer,) = read_answers(reply(f"ATTENDEE;PARTSTAT=ACCEPTED;CN=K{long}:mailto:{KARI}"))

    assert (answer.attendee, answer.partstat) == (KARI, PartStat.ACCEPTED)


def test_a_broken_calendar_that_answers_nothing_is_no_trouble_of_ours() -> None:
    file = reply("SUMMARY:Kurs").replace(b"REPLY", b"PUBLISH").replace(b"END:VCALENDAR", b"")

    with pytest.raises(NoAnswer):
        read_answers(file)


def test_only_the_address_that_invitations_are_answered_to_counts_as_theirs() -> None:
    content = reply(f"ATTENDEE:mailto:{KARI}").replace(
        b"moter+abc@raadet.example.org",
        b'"moter+abc@raadet.example.org" <kari+post@nfd.example.org>',
    )

    assert heading(content).reply_address == "kari+post@nfd.example.org"
    assert heading(content, REPLY_TO).reply_address == ""


def test_where_the_mail_arrived_goes_before_whom_it_names() -> None:
    content = reply(
        f"ATTENDEE:mailto:{KARI}", more="Delivered-To: Moter+XYZ@raadet.example.org\r\n"
    )

    said = heading(content, REPLY_TO)

    assert said.reply_address == "moter+xyz@raadet.example.org"


@pytest.mark.parametrize("said", ["", "SEQUENCE:", "SEQUENCE:-3", "SEQUENCE:to", "SEQUENCE:9" * 9])
def test_a_version_that_is_no_number_is_the_first(said: str) -> None:
    (answer,) = read_answers(reply(f"ATTENDEE:mailto:{KARI}", said))

    assert answer.sequence == 0


def test_a_version_beyond_what_can_be_kept_is_the_highest_that_can() -> None:
    (answer,) = read_answers(reply(f"ATTENDEE:mailto:{KARI}", "SEQUENCE:99999999999"))

    assert answer.sequence == 2**31 - 1


@pytest.mark.parametrize(
    ("said", "stamp"),
    [
        ("DTSTAMP:20230207T081431Z", datetime(2023, 2, 7, 8, 14, 31, tzinfo=UTC)),
        ("DTSTAMP:20230207T081431", datetime(2023, 2, 7, 8, 14, 31, tzinfo=UTC)),
        ("DTSTAMP:20230207", None),
        ("DTSTAMP:20231307T081431Z", None),
        ("DTSTAMP:i dag", None),
        ("", None),
    ],
)
def test_the_moment_of_an_answer(said: str, stamp: datetime | None) -> None:
    (answer,) = read_answers(reply(f"ATTENDEE:mailto:{KARI}", said))

    assert answer.stamp == stamp


def counter(*lines: str) -> bytes:
    return reply(f"ATTENDEE:mailto:{KARI}", *lines).replace(b"REPLY", b"COUNTER")


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("DTSTART:20230315T120000Z", datetime(2023, 3, 15, 12, tzinfo=UTC)),
        ("DTSTART:20230315T130000", datetime(2023, 3, 15, 12, tzinfo=UTC)),
        ("DTSTART;TZID=Europe/Oslo:20230715T130000", datetime(2023, 7, 15, 11, tzinfo=UTC)),
        ("DTSTART;TZID=/Europe/Oslo:20230715T130000", datetime(2023, 7, 15, 11, tzinfo=UTC)),
        ("DTSTART;TZID=GMT Standard Time:20230715T120000", datetime(2023, 7, 15, 11, tzinfo=UTC)),
        ("DTSTART;TZID=../../etc/passwd:20230315T130000", datetime(2023, 3, 15, 12, tzinfo=UTC)),
        ("DTSTART;TZID=Ukjent:20230315T130000", datetime(2023, 3, 15, 12, tzinfo=UTC)),
        ("DTSTART:00010101T000000", None),
        ("DTSTART:etter lunsj", None),
    ],
)
def test_the_time_that_is_proposed(said: str, start: datetime | None) -> None:
    (answer,) = read_answers(counter(said))

    assert answer.proposed_start == start


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("DURATION:PT45M", datetime(2023, 3, 15, 12, 45, tzinfo=UTC)),
        ("DURATION:P99999999999D", None),
        ("DURATION:lenge", None),
        ("", None),
    ],
)
def test_how_long_the_proposed_meeting_lasts(said: str, end: datetime | None) -> None:
    (answer,) = read_answers(counter("DTSTART:20230315T120000Z", said))

    assert answer.proposed_end == end


def test_a_zone_that_is_defined_in_nonsense_is_not_believed() -> None:
    content = counter("DTSTART;TZID=Ukjent:20230315T130000").replace(
        b"BEGIN:VEVENT",
        b"BEGIN:VTIMEZONE\r\nTZID:Ukjent\r\nBEGIN:STANDARD\r\nDTSTART:x\r\nEND:STANDARD\r\n"
        b"END:VTIMEZONE\r\nBEGIN:VEVENT",
    )

    (answer,) = read_answers(content)

    assert answer.proposed_start == datetime(2023, 3, 15, 12, tzinfo=UTC)


def test_a_zone_that_changes_every_second_is_not_counted_through() -> None:
    content = counter("DTSTART;TZID=Ukjent:20230315T130000").replace(
        b"BEGIN:VEVENT",
        b"BEGIN:VTIMEZONE\r\nTZID:Ukjent\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
        b"RRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\n"
        b"END:VTIMEZONE\r\nBEGIN:VEVENT",
    )

    (answer,) = read_answers(content)

    assert answer.proposed_start == datetime(2023, 3, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "charset", [b"u\xfftf-8", b"utf\x00-8", b"zip", b"rot13", b"*0*=x'y'%zz", b"idna"]
)
def test_a_charset_that_is_none_is_guessed(charset: bytes) -> None:
    content = reply(f"ATTENDEE:mailto:{KARI}").replace(b"utf-8", charset, 1)

    (answer,) = read_answers(content)

    assert answer.attendee == KARI


def test_nothing_that_a_database_refuses_comes_out_of_a_mail() -> None:
    content = reply(f"ATTENDEE:mailto:kari%00@nfd.example.org\x00{KARI}", "COMMENT:a\x00b")

    with pytest.raises(Unreadable, match="who answers"):
        read_answers(content)
    content = reply(f"ATTENDEE:mailto:{KARI}", "COMMENT:a\x00b", "DTSTAMP:\x00", f"UID:\x00{UID}")
    assert "\0" not in repr(read_answers(b"Subject: \x00Svar\r\n" + content))
    assert heading(b"Subject: \x00Svar\r\n" + content).subject == "Svar"


@given(
    name=st.text(max_size=40),
    comment=st.text(max_size=200),
    answer=st.sampled_from(PartStat),
    sequence=st.integers(0, 2**31 - 1),
    cte=st.sampled_from(["base64", "quoted-printable", "8bit"]),
)
def test_whatever_name_and_comment_a_library_writes_the_answer_is_read(
    name: str, comment: str, answer: PartStat, sequence: int, cte: str
) -> None:
    said = clean(comment)
    event = Event()
    event.add("uid", UID)
    event.add("dtstamp", datetime(2023, 2, 7, 8, 14, 31, tzinfo=UTC))
    event.add("sequence", sequence)
    attendee = vCalAddress(f"mailto:{KARI}")
    attendee.params["CN"] = clean(name).replace("\n", " ")
    attendee.params["PARTSTAT"] = answer.value
    event.add("attendee", attendee, encode=False)
    event.add("comment", vText(said))
    calendar = Calendar()
    calendar.add("method", "REPLY")
    calendar.add_component(event)
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = KARI
    message.set_content(
        calendar.to_ical().decode(), subtype="calendar", cte=cte, params={"method": "REPLY"}
    )

    (read,) = read_answers(message.as_bytes())

    assert (read.uid, read.attendee, read.partstat) == (UID, KARI, answer)
    assert read.sequence == sequence
    # The library itself takes the two characters \N for a line break.
    if "\\" not in said:
        assert read.comment == said[:LONGEST_COMMENT]


@given(st.data())
def test_a_damaged_mail_is_read_or_refused_and_never_breaks_the_reader(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(all_mails()))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        gone = data.draw(st.integers(0, 60))
        put = data.draw(
            st.binary(max_size=20)
            | st.sampled_from(
                [b"\r\n", b"\r\n\r\n", b"=?utf-8?q?", b'"', b";", b"BEGIN:VEVENT\r\n"]
            )
        )
        content = content[:at] + put + content[at + gone :]

    try:
        answers = read_answers(content, reply_to=REPLY_TO)
    except (NoAnswer, Unreadable):
        return
    for answer in answers:
        assert answer.uid
        assert "@" in answer.attendee
        assert answer.sender in ("", answer.sender.lower())


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_no_answer(content: bytes) -> None:
    with pytest.raises((NoAnswer, Unreadable)):
        read_answers(content)
