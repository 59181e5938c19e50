"""The mail around an answer: who sent it, to which address, and the calendars that it holds.

Mails come as clients write them, not as the RFCs say. So the tolerant rules of Python's `compat32`
are used: the stricter ones stop at headers that everybody else lets pass.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses

from .answer_lines import as_address
from .text import one_line

CALENDAR_TYPES = frozenset(
    {"text/calendar", "text/x-vcalendar", "application/ics", "application/calendar"}
)
CALENDAR_NAMES = (".ics", ".vcs")
LONGEST_LINE = 998  # characters of a header field (RFC 5322 section 2.1.1)
OUTLOOKS_OWN = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})

# The envelope's addresses come first: Delivered-To is written by the last server, To by the sender.
_ARRIVED_AT = ("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What stands over a mail; addresses are in lower case.

    `sender` is "" where it is unclear, `reply_address` is the plus-address that the mail came to.
    """

    sender: str = ""
    reply_address: str = ""
    subject: str = ""
    message_id: str = ""


@dataclass(frozen=True)
class CalendarPart:
    """A calendar in a mail as it came; `method` as its Content-Type says it, in upper case."""

    content: bytes
    charset: str
    method: str


def parse(content: bytes) -> Message | None:
    """The mail; None where it is nested so deeply that it can only be meant to do harm."""
    try:
        return message_from_bytes(content)
    except RecursionError:
        return None


def heading_of(mail: Message, reply_to: str = "") -> Heading:
    """What a mail says of itself, whether there is an answer in it or not.

    `reply_to` is the address that invitations are answered to, without a token.
    """
    return Heading(
        sender=_sender(mail),
        reply_address=_reply_address(mail, reply_to),
        subject=_words(mail, "Subject"),
        message_id=_words(mail, "Message-ID"),
    )


def calendar_parts(mail: Message) -> list[CalendarPart]:
    """The calendars of the mail itself, those that are announced as a message (RFC 6047) first."""
    found = [
        CalendarPart(
            _bytes(part), part.get_content_charset() or "", _parameter(part, "method").upper()
        )
        for part in _parts(mail)
        if part.get_content_type() in CALENDAR_TYPES
        or _file_name(part).lower().endswith(CALENDAR_NAMES)
    ]
    return sorted(found, key=lambda part: not part.method)


def is_outlooks_own(mail: Message) -> bool:
    """Whether Outlook put its answer into a form of its own (winmail.dat) that others cannot read.

    The same form carries any mail with formatting; Content-class tells them apart (MS-OXCMAIL).
    """
    about_a_meeting = "calendarmessage" in _words(mail, "Content-class").lower()
    return about_a_meeting and any(part.get_content_type() in OUTLOOKS_OWN for part in _parts(mail))


def _sender(mail: Message) -> str:
    """The one address of From, in lower case; "" where there is none or more than one.

    With two of them, each reader of the mail could take another one for the sender.
    """
    found = set(_addresses(mail, "From"))
    return found.pop() if len(found) == 1 else ""


def _reply_address(mail: Message, reply_to: str) -> str:
    """The plus-address that the mail came to; without `reply_to` any of them will do."""
    ours, _, our_domain = reply_to.lower().rpartition("@")
    for header in _ARRIVED_AT:
        for address in _addresses(mail, header):
            local_part, _, domain = address.rpartition("@")
            before, plus, token = local_part.rpartition("+")
            if plus and token and (not reply_to or (before, domain) == (ours, our_domain)):
                return address
    return ""


def _parts(part: Message) -> Iterator[Message]:
    """The leaves of a mail, but not those of mails in it.

    A forwarded mail, or the one that a bounce brings back, says nothing for the sender of this one.
    """
    if part.get_content_maintype() == "message":
        return
    if not part.is_multipart():
        yield part
        return
    for each in part.get_payload():
        if isinstance(each, Message):
            yield from _parts(each)


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _parameter(part: Message, name: str) -> str:
    value = part.get_param(name) or ""
    return (value if isinstance(value, str) else value[2]).strip()


def _file_name(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, MessageError):
        return ""


def _addresses(mail: Message, header: str) -> list[str]:
    values = [" ".join(str(value).split()) for value in mail.get_all(header, [])]
    return list(filter(None, (as_address(address) for _, address in getaddresses(values))))


def _words(mail: Message, header: str) -> str:
    raw = str(mail.get(header) or "")
    try:
        read = str(make_header(decode_header(raw)))
    except (ValueError, LookupError, MessageError):
        read = raw
    return one_line(read)[:LONGEST_LINE]
