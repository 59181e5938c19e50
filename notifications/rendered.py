"""What a mail says, ready to be put in an envelope."""

from dataclasses import dataclass

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a mail; its name is short ASCII without spaces or quotes."""

    name: str
    content: bytes
    media_type: str = WORD


@dataclass(frozen=True)
class CalendarPart:
    """What the reader's calendar is told, in iCalendar (RFC 6047); `method` is its METHOD."""

    method: str
    content: bytes


@dataclass(frozen=True)
class Rendered:
    """A subject of one line, the same message as text and HTML, and its language (nb, nn, en).

    `calendar` is for mails that calendars act upon, such as invitations.
    """

    subject: str
    text: str
    html: str
    language: str
    attachments: tuple[Attachment, ...] = ()
    calendar: CalendarPart | None = None
