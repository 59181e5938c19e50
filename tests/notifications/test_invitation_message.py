"""A mail that calendars act upon is built as every program looks for it (RFC 6047)."""

import base64
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tilsvar.notifications import invitation_mails
from tilsvar.notifications.mailbox import Mailbox
from tilsvar.notifications.message import build, wire
from tilsvar.notifications.rendered import Attachment, CalendarPart, Rendered
from tilsvar.notifications.transport import Unbuildable
from tilsvar.tests.notifications import invitation_examples as examples

US = Mailbox("HelseOmsorg21-rådet", "tilsvar@ho21.example")
KARI = Mailbox("Kari Nordmann", "kari@ho21.example")
ANSWERS = Mailbox("HelseOmsorg21-rådet", "moter+7c0f2a@ho21.example")
EVENT = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Rådsmøte\r\nEND:VCALENDAR\r\n".encode()


def invitation(content: bytes = EVENT, method: str = "REQUEST") -> Rendered:
    words = invitation_mails.invitation(examples.to_a_member())
    return replace(words, calendar=CalendarPart(method, content))


def sent(rendered: Rendered, message_id: str = "<7c0f@ho21.example>") -> bytes:
    return wire(
        build(
            rendered,
            sender=US,
            recipient=KARI,
            at=datetime(2023, 1, 9, 12, 30, tzinfo=UTC),
            message_id=message_id,
            key="2023-01-09 MeetingInvitation M2023-02/kari",
            reply_to=ANSWERS,
        )
    )


def as_read(content: bytes) -> EmailMessage:
    read = message_from_bytes(content, policy=default)
    assert isinstance(read, EmailMessage)
    assert not any(part.defects for part in read.walk())
    return read


def test_the_parts_stand_in_the_order_that_programs_look_for() -> None:
    read = as_read(sent(invitation()))

    assert [part.get_content_type() for part in read.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    leaves = [part for part in read.walk() if not part.is_multipart()]
    assert [part["Content-Transfer-Encoding"] for part in leaves] == [
        *("quoted-printable", "quoted-printable", "base64", "base64"),
    ]


def test_the_calendars_part_says_its_method_and_is_the_same_as_the_file() -> None:
    *_, part, file = as_read(sent(invitation())).walk()

    assert dict(part["Content-Type"].params) == {
        "method": "REQUEST",
        "charset": "UTF-8",
        "component": "VEVENT",
    }
    assert part["Content-Disposition"] is None
    assert file["Content-Disposition"].content_disposition == "attachment"
    assert file.get_filename() == "invite.ics"
    assert part.get_payload(decode=True) == file.get_payload(decode=True) == EVENT
    assert b"Content-Type: text/calendar; method=REQUEST; charset=UTF-8; component=VEVENT\r\n" in (
        sent(invitation())
    )


def test_answers_go_to_the_organizer_and_not_to_the_sender() -> None:
    read = as_read(sent(invitation()))

    assert read["From"].addresses[0].addr_spec == "tilsvar@ho21.example"
    assert read["Reply-To"].addresses[0].addr_spec == "moter+7c0f2a@ho21.example"
    assert read["Reply-To"].addresses[0].display_name == "HelseOmsorg21-rådet"


def test_machines_may_answer_an_invitation_but_need_not_send_receipts() -> None:
    read = as_read(sent(invitation()))

    assert read["Auto-Submitted"] is None
    assert read["X-Auto-Response-Suppress"] == "DR, RN, NRN, OOF"
    without = as_read(sent(replace(invitation(), calendar=None)))
    assert without["Auto-Submitted"] == "auto-generated"
    assert without["X-Auto-Response-Suppress"] == "DR, RN, NRN, OOF, AutoReply"


def test_the_same_facts_give_the_same_bytes_and_other_mails_other_boundaries() -> None:
    assert sent(invitation()) == sent(invitation())
    boundaries = {
        part.get_boundary()
        for message_id in ("<1@ho21.example>", "<2@ho21.example>")
        for part in as_read(sent(invitation(), message_id)).walk()
        if part.is_multipart()
    }
    assert len(boundaries) == 4


def test_other_files_come_before_the_calendars() -> None:
    with_papers = replace(invitation(), attachments=(Attachment("sakspapirer.docx", b"PK"),))

    files = [part.get_filename() for part in as_read(sent(with_papers)).iter_attachments()]

    assert files == ["sakspapirer.docx", "invite.ics"]


@pytest.mark.parametrize("method", ["", "request", "REQUEST; x=1", "RE\r\nBcc: x", "Å"])
def test_a_method_cannot_bring_anything_of_its_own(method: str) -> None:
    with pytest.raises(Unbuildable, match="no method"):
        sent(invitation(method=method))


@settings(deadline=None)
@given(st.binary(max_size=2000))
@example(b"\r\n.\r\n--=_\r\n" * 20)
@example("å".encode() * 5000)
def test_any_bytes_arrive_as_they_were(content: bytes) -> None:
    mail = sent(invitation(content))

    *_, part, file = as_read(mail).walk()
    assert part.get_payload(decode=True) == file.get_payload(decode=True) == content
    assert base64.b64decode(str(file.get_payload())) == content
    assert mail.isascii()
    assert max(map(len, mail.split(b"\r\n"))) <= 100
