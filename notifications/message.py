"""One message from its parts, always the same bytes for the same facts.

The bytes are the proof in a replay, and the Message-ID is how a receiver knows a repeat, so nothing
here is random: the date, the id and the boundary all come from what the caller knows.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP

from . import headers
from .mailbox import Mailbox
from .rendered import Attachment, CalendarPart, Rendered
from .transport import Unbuildable

KEY_HEADER = "X-Tilsvar-Key"
METHOD = re.compile("[A-Z]{1,20}")
SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
TELLING = (
    ("Auto-Submitted", "auto-generated"),
    ("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply"),
)
"""For mail that nobody is to answer (RFC 3834), no holiday notice either; bounces are welcome."""

# Somebody invites, and even a machine's answer is welcome. Exchange reads "All" as no AutoReply,
# which may silence a mailbox that accepts for its owner, and no NDR, by which we learn that an
# address is dead (MS-OXCMAIL 2.1.3.2.20). So only receipts and absences are declined, and the mail
# is not called automatic: RFC 3834 section 2 asks machines to leave such mail unanswered.
INVITING = (("X-Auto-Response-Suppress", "DR, RN, NRN, OOF"),)
"""For mail that a calendar acts upon."""

UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def build(
    rendered: Rendered,
    *,
    sender: Mailbox,
    recipient: Mailbox,
    at: datetime,
    message_id: str,
    key: str,
    reply_to: Mailbox | None = None,
) -> EmailMessage:
    """Put the rendered mail together as text with an HTML alternative, both quoted-printable UTF-8.

    Attachments follow as base64. `at` is an aware moment, shown in Oslo's time; `message_id` is
    `<left@right>`; `key` is the reminder's key, such as `2020-07-30 answer L2020-02 due SEK1`.
    `reply_to` is where answers go, the sender if None. What calendars act upon is the last
    alternative and an attachment too, the same bytes: some programs see only the one, some only the
    other. Raises `Unbuildable` where a part cannot stand in a mail.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = headers.mailbox("From", sender)
    message["To"] = headers.mailbox("To", recipient)
    if reply_to:
        message["Reply-To"] = headers.mailbox("Reply-To", reply_to)
    message["Subject"] = headers.unstructured("Subject", rendered.subject)
    message["Date"] = headers.moment("Date", at)
    message["Message-ID"] = headers.message_id(message_id)
    for name, value in INVITING if rendered.calendar else TELLING:
        message[name] = headers.plain(name, value)
    message[KEY_HEADER] = headers.unstructured(KEY_HEADER, key)
    message["Content-Language"] = headers.plain("Content-Language", rendered.language)
    message["MIME-Version"] = headers.plain("MIME-Version", "1.0")
    said = [_part("plain", rendered.text), _part("html", rendered.html)]
    files = [_file(each) for each in rendered.attachments]
    if rendered.calendar:
        said.append(_for_calendars(rendered.calendar))
        files.append(_file(Attachment("invite.ics", rendered.calendar.content, "application/ics")))
    if not files:
        return _joined(message, "alternative", _boundary(message_id), said)
    words = _joined(EmailMessage(policy=SMTP), "alternative", _boundary(f"in {message_id}"), said)
    return _joined(message, "mixed", _boundary(message_id), (words, *files))


def _joined(
    message: EmailMessage, subtype: str, boundary: str, parts: Iterable[EmailMessage]
) -> EmailMessage:
    message["Content-Type"] = headers.with_boundary(subtype, boundary)
    for part in parts:
        message.attach(part)
    return message


def wire(message: EmailMessage) -> bytes:
    """The bytes that are sent and saved, lines ended by CR LF; raises `Unbuildable`."""
    try:
        return message.as_bytes(policy=SMTP)
    except (ValueError, LookupError) as unwritable:
        raise Unbuildable(reason=str(unwritable)) from unwritable


def _part(subtype: str, text: str) -> EmailMessage:
    part = EmailMessage(policy=SMTP)
    part["Content-Type"] = headers.plain("Content-Type", f'text/{subtype}; charset="utf-8"')
    part["Content-Transfer-Encoding"] = headers.plain(
        "Content-Transfer-Encoding", "quoted-printable"
    )
    part.set_payload(_quoted_printable(text))
    return part


def _for_calendars(calendar: CalendarPart) -> EmailMessage:
    """The part by which a mail program offers its buttons; `method` must be as inside it.

    RFC 6047 section 2.4. It is base64, since its lines end in CR LF whatever a server does to text.
    """
    if not METHOD.fullmatch(calendar.method):
        raise Unbuildable(reason=f"{calendar.method!r} is no method of a calendar's message")
    kind = f"text/calendar; method={calendar.method}; charset=UTF-8; component=VEVENT"
    part = EmailMessage(policy=SMTP)
    part["Content-Type"] = headers.plain("Content-Type", kind)
    part["Content-Transfer-Encoding"] = headers.plain("Content-Transfer-Encoding", "base64")
    part.set_payload(base64.encodebytes(calendar.content).decode("ascii"))
    return part


def _file(attachment: Attachment) -> EmailMessage:
    if not SAFE_NAME.fullmatch(attachment.name):
        raise Unbuildable(reason=f"{attachment.name!r} cannot be the name of an attachment")
    part = EmailMessage(policy=SMTP)
    part["Content-Type"] = headers.plain("Content-Type", attachment.media_type)
    part["Content-Transfer-Encoding"] = headers.plain("Content-Transfer-Encoding", "base64")
    disposition = f'attachment; filename="{attachment.name}"'
    part["Content-Disposition"] = headers.plain("Content-Disposition", disposition)
    part.set_payload(base64.encodebytes(attachment.content).decode("ascii"))
    return part


def _quoted_printable(text: str) -> str:
    lines = UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        return binascii.b2a_qp(lines.encode(), istext=True).decode("ascii")
    except UnicodeEncodeError as unwritable:
        raise Unbuildable(reason="the text holds half a character (a surrogate)") from unwritable


def _boundary(message_id: str) -> str:
    # "=_" never occurs in quoted-printable text or base64, so no part can hold the boundary.
    return "=_" + hashlib.sha256(message_id.encode()).hexdigest()[:24]
