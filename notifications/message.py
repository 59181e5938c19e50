"""One message from its parts, always the same bytes for the same facts.

The bytes are the proof in a replay, and the Message-ID is how a receiver knows a repeat, so nothing
here is random: the date, the id and the boundary all come from what the caller knows.
"""

import binascii
import hashlib
import re
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP

from . import headers
from .mailbox import Mailbox
from .rendered import Rendered
from .transport import Unbuildable

KEY_HEADER = "X-Tilsvar-Key"
UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def build(
    rendered: Rendered,
    *,
    sender: Mailbox,
    recipient: Mailbox,
    at: datetime,
    message_id: str,
    key: str,
) -> EmailMessage:
    """Put the rendered mail together as text with an HTML alternative, both quoted-printable UTF-8.

    `at` is an aware moment, shown in Oslo's time; `message_id` is `<left@right>`; `key` is the
    reminder's key, such as `2020-07-30 answer L2020-02 due SEK1`. `Auto-Submitted` (RFC 3834) keeps
    other machines from answering. Raises `Unbuildable` where a part cannot stand in a mail.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = headers.mailbox("From", sender)
    message["To"] = headers.mailbox("To", recipient)
    message["Subject"] = headers.unstructured("Subject", rendered.subject)
    message["Date"] = headers.moment("Date", at)
    message["Message-ID"] = headers.message_id(message_id)
    message["Auto-Submitted"] = headers.plain("Auto-Submitted", "auto-generated")
    message["X-Auto-Response-Suppress"] = headers.plain("X-Auto-Response-Suppress", "All")
    message[KEY_HEADER] = headers.unstructured(KEY_HEADER, key)
    message["Content-Language"] = headers.plain("Content-Language", rendered.language)
    message["MIME-Version"] = headers.plain("MIME-Version", "1.0")
    message["Content-Type"] = headers.with_boundary("alternative", _boundary(message_id))
    message.attach(_part("plain", rendered.text))
    message.attach(_part("html", rendered.html))
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


def _quoted_printable(text: str) -> str:
    lines = UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        return binascii.b2a_qp(lines.encode(), istext=True).decode("ascii")
    except UnicodeEncodeError as unwritable:
        raise Unbuildable(reason="the text holds half a character (a surrogate)") from unwritable


def _boundary(message_id: str) -> str:
    # "=_" never occurs in quoted-printable text, so no body can hold the boundary.
    return "=_" + hashlib.sha256(message_id.encode()).hexdigest()[:24]
