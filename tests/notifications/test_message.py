"""A message says what it was given, in the same bytes each time, whatever somebody typed."""

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tilsvar.domain.dates import NaiveMoment
from tilsvar.notifications.mailbox import Mailbox, read_mailbox
from tilsvar.notifications.message import build, wire
from tilsvar.notifications.one_line import as_one_line, is_one_line
from tilsvar.notifications.rendered import WORD, Attachment, Rendered
from tilsvar.notifications.transport import NotAnAddress, Unbuildable

US = Mailbox("Tilsvar", "tilsvar@ho21.example")
MEMBER = Mailbox("Rådsmedlem, Helse Vest", "medlem01@ho21.example")
MORNING = datetime(2020, 7, 30, 5, 30, tzinfo=UTC)

words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=300)
one_line = words.map(as_one_line).filter(bool)


def message(
    subject: str = "Svarfrist i dag",
    text: str = "Hei",
    *,
    recipient: Mailbox = MEMBER,
    at: datetime = MORNING,
    message_id: str = "<7c0f@ho21.example>",
    key: str = "2020-07-30 answer L2020-02 due M01",
) -> EmailMessage:
    return build(
        Rendered(subject, text, f"<p>{text}</p>", "nb"),
        sender=US,
        recipient=recipient,
        at=at,
        message_id=message_id,
        key=key,
    )


def as_read(content: bytes) -> EmailMessage:
    read = message_from_bytes(content, policy=default)
    assert isinstance(read, EmailMessage)
    assert not read.defects
    return read


def test_a_reminder_carries_what_readers_and_their_programs_need() -> None:
    read = as_read(wire(message()))

    assert read["From"] == "Tilsvar <tilsvar@ho21.example>"
    assert read["To"].addresses[0].display_name == "Rådsmedlem, Helse Vest"
    assert read["To"].addresses[0].addr_spec == "medlem01@ho21.example"
    assert read["Subject"] == "Svarfrist i dag"
    assert read["Date"] == "Thu, 30 Jul 2020 07:30:00 +0200"
    assert read["Message-ID"] == "<7c0f@ho21.example>"
    assert read["Auto-Submitted"] == "auto-generated"
    assert read["X-Auto-Response-Suppress"] == "DR, RN, NRN, OOF, AutoReply"
    assert read["X-Tilsvar-Key"] == "2020-07-30 answer L2020-02 due M01"
    assert read["Content-Language"] == "nb"
    assert read["MIME-Version"] == "1.0"
    parts = [(part.get_content_type(), part.get_content()) for part in read.iter_parts()]
    assert parts == [("text/plain", "Hei"), ("text/html", "<p>Hei</p>")]


def test_in_winter_the_date_has_the_winters_offset() -> None:
    winter = datetime(2022, 12, 15, 6, 30, tzinfo=UTC)

    assert as_read(wire(message(at=winter)))["Date"] == "Thu, 15 Dec 2022 07:30:00 +0100"


def test_the_same_facts_give_the_same_bytes() -> None:
    assert wire(message("Æøå 🦊")) == wire(message("Æøå 🦊"))
    assert wire(message(message_id="<1@ho21.example>")) != wire(message())


@settings(deadline=None)
@given(one_line)
@example("Lang " * 30)
@example("=?utf-8?q?not_meant_to_be_decoded?=")
@example("Familien 👨‍👩‍👧‍👦 og " + "å" * 90)
def test_a_subject_is_read_as_it_was_written(subject: str) -> None:
    content = wire(message(subject))

    decoded = make_header(decode_header(message_from_bytes(content)["Subject"]))
    assert re.sub(r"\s+", " ", str(decoded)) == re.sub(r"\s+", " ", subject)
    assert_mails_rules(content)


@settings(deadline=None)
@given(one_line)
@example('Anne "Kari" Nordmann')
@example("Kommunal\\moderniserings <dep>")
@example("Forsknings- og innovasjonsrådet for helse, velferd og omsorg, avdeling for strategi")
def test_a_name_never_becomes_two_recipients(name: str) -> None:
    content = wire(message(recipient=Mailbox(name, "medlem01@ho21.example")))

    raw = message_from_bytes(content)["To"]
    ((quoted, address),) = getaddresses([raw.replace("\r\n", "")])
    assert address == "medlem01@ho21.example"
    shown = str(make_header(decode_header(quoted)))
    assert re.sub(r"\s+", " ", shown).strip() == re.sub(r"\s+", " ", name).strip()
    assert_mails_rules(content)


@settings(deadline=None)
@given(words)
@example("linje\r\nto\rtre\n.\nFrom meg\n" + "æ" * 200 + " \n")
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    content = wire(message(text=text))

    body = as_read(content).get_body(("plain",))
    assert body is not None
    written = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", re.sub(r"\r\n?", "\n", text))
    assert body.get_content().replace("\r\n", "\n") == written
    assert_mails_rules(content)


def assert_mails_rules(content: bytes) -> None:
    """ASCII, lines ended by CR LF and never longer than a mail server takes (RFC 5322, 2.1.1)."""
    assert content.isascii()
    lines = content.split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("bad", ["Frist\r\nBcc: alle@ho21.example", "Frist\nX: y", "a\x00b", ""])
def test_a_subject_with_a_second_line_is_not_a_message(bad: str) -> None:
    with pytest.raises(Unbuildable, match="Subject must be one line"):
        message(bad)


@pytest.mark.parametrize(
    "bad",
    ["7c0f@ho21.example", "<7c0f>", "<a@b@c>", "<a b@c>", "<a@b>\r\nBcc: x@y", "<a@b\r\n>", ""],
)
def test_a_message_id_is_of_one_form(bad: str) -> None:
    with pytest.raises(Unbuildable, match="Message-ID"):
        message(message_id=bad)


def test_a_key_cannot_bring_a_header_of_its_own() -> None:
    with pytest.raises(Unbuildable, match="X-Tilsvar-Key"):
        message(key="2020-07-30\r\nBcc: alle@ho21.example")


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(NaiveMoment):
        message(at=datetime(2020, 7, 30, 7, 30))  # noqa: DTZ001 - that is the case


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Unbuildable):
        message(text="\ud83e")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ingen",
        "@ho21.example",
        "a@",
        "a@b@c.example",
        "a b@ho21.example",
        "a@ho21.example\r\nRCPT TO:<x@y.example>",
        "a@ho21.example, b@ho21.example",
        "<a@ho21.example>",
        "..a@ho21.example",
        "a@-ho21.example",
        "a@ho21..example",
        "åse@ho21.example",
        "a" * 65 + "@ho21.example",
        "a@" + ".".join(["langt"] * 60),
        "a@[127.0.0.1]",
        "a\x00@ho21.example",
    ],
)
def test_what_is_no_address_is_refused_and_the_reason_does_not_repeat_it(address: str) -> None:
    with pytest.raises(NotAnAddress) as caught:
        Mailbox("Navn", address)

    assert not address or address not in caught.value.reason


def test_a_norwegian_domain_is_written_in_its_ascii_form() -> None:
    assert Mailbox("", "post@råd.example").address == "post@xn--rd-yia.example"


def test_a_name_with_a_line_break_becomes_one_line() -> None:
    assert Mailbox("Kari\r\nBcc: x@y.example", "a@b.example").name == "Kari Bcc: x@y.example"


def test_a_name_may_be_missing() -> None:
    content = wire(message(recipient=Mailbox("", "medlem01@ho21.example")))

    assert b"\r\nTo: medlem01@ho21.example\r\n" in content


def test_the_sender_is_read_from_the_settings_as_people_write_it() -> None:
    assert read_mailbox("Tilsvar <tilsvar@ho21.example>") == US
    assert read_mailbox('"Råd, HelseOmsorg21" <a@b.example>').name == "Råd, HelseOmsorg21"
    assert read_mailbox("tilsvar@ho21.example") == Mailbox("", "tilsvar@ho21.example")


@pytest.mark.parametrize("text", ["", "Tilsvar", "a@b.example, c@d.example", "A <a@b>, C <c@d>"])
def test_a_sender_is_exactly_one_address(text: str) -> None:
    with pytest.raises(NotAnAddress):
        read_mailbox(text)


@settings(deadline=None)
@given(words)
def test_anything_becomes_one_line_and_stays_it(text: str) -> None:
    line = as_one_line(text)

    assert line == "" or is_one_line(line)
    assert len(line.splitlines()) <= 1
    assert as_one_line(line) == line


def test_a_no_break_space_and_a_joined_emoji_survive_the_making_of_one_line() -> None:
    assert as_one_line("30.\u00a0juli\n 👨‍👩‍👧") == "30.\u00a0juli 👨‍👩‍👧"


def test_a_file_goes_with_the_words_in_the_same_bytes_each_time() -> None:
    def with_file() -> bytes:
        file = Attachment("purring-1-NFD.docx", b"PK\x03\x04" * 40)
        rendered = Rendered("Purring", "Hei", "<p>Hei</p>", "nb", (file,))
        return wire(
            build(
                rendered,
                sender=US,
                recipient=MEMBER,
                at=MORNING,
                message_id="<7c0f@ho21.example>",
                key="2020-07-30 answer L2020-02 due M01",
            )
        )

    content = with_file()
    assert content == with_file()
    assert max(len(line) for line in content.split(b"\r\n")) <= 998
    read = as_read(content)
    assert read.get_content_type() == "multipart/mixed"
    text, html = (read.get_body((kind,)) for kind in ("plain", "html"))
    assert text is not None
    assert html is not None
    assert (text.get_content(), html.get_content()) == ("Hei", "<p>Hei</p>")
    (file,) = read.iter_attachments()
    assert file.get_filename() == "purring-1-NFD.docx"
    assert file.get_content_type() == WORD
    assert file.get_payload(decode=True) == b"PK\x03\x04" * 40


@pytest.mark.parametrize("name", ["", "to ord.docx", 'a".docx', "../a.docx", "å.docx"])
def test_a_file_with_an_unfit_name_is_refused(name: str) -> None:
    rendered = Rendered("Purring", "Hei", "<p>Hei</p>", "nb", (Attachment(name, b""),))

    with pytest.raises(Unbuildable, match="name of an attachment"):
        build(rendered, sender=US, recipient=MEMBER, at=MORNING, message_id="<a@b>", key="k")
