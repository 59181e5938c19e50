"""The mails in tests/calendar/replies and what each of them says.

Thunderbird's was written by Thunderbird; Outlook's and Google's follow replies that others have
published; the rest follows what is told of the clients, and the RFCs. All addresses are made up.
The table names what differs from a plain acceptance by Kari of the meeting's second version.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from tilsvar.calendar.answer_mail import Heading, heading_of, parse
from tilsvar.calendar.answers import Method, NoAnswer, ReadAnswer, Unreadable
from tilsvar.domain.kinds import PartStat

FOLDER = Path(__file__).parent.parent / "replies"

REPLY_TO = "moter@raadet.example.org"
KARI = "kari.nordmann@nfd.example.org"
KARE = "kare.odegard@hod.example.org"
OLA = "ola.hansen@example.org"
PER = "per@nfd.example.org"
ROOM = "rom-forskeren@forskningsparken.example.org"
MINISTER = "statsraad@nfd.example.org"
SECRETARY = "forvaerelset@nfd.example.org"
STRANGER = "spoof@elsewhere.example.org"

STAMP = datetime(2023, 2, 7, 8, 14, 31, tzinfo=UTC)
OUTLOOKS_STAMP = datetime(2023, 2, 7, 8, 14, 30, tzinfo=UTC)

ACCEPTED = ReadAnswer(
    method=Method.REPLY,
    uid="3c1f4a52-7d0e-4b8a-9a61-5e2f0c9d8b17",
    attendee=KARI,
    sender=KARI,
    reply_address="moter+k7m2q9xd@raadet.example.org",
    partstat=PartStat.ACCEPTED,
    sequence=1,
    stamp=STAMP,
)
OUTLOOK = replace(ACCEPTED, stamp=OUTLOOKS_STAMP)
GOOGLE = replace(ACCEPTED, attendee=OLA, sender=OLA)
COUNTER = replace(ACCEPTED, method=Method.COUNTER, partstat=PartStat.TENTATIVE)
DECLINED = replace(ACCEPTED, partstat=PartStat.DECLINED)
TENTATIVE = replace(ACCEPTED, partstat=PartStat.TENTATIVE)

ANSWERS: dict[str, ReadAnswer] = {
    "outlook-365-accepted": OUTLOOK,
    "outlook-365-declined-with-comment": replace(
        DECLINED,
        stamp=datetime(2023, 2, 8, 13, 30, tzinfo=UTC),
        comment="Jeg er på reise den uken; kan vi ta det etter påske?\n\nHilsen Kari",
    ),
    "outlook-365-new-time-proposed": replace(
        COUNTER,
        stamp=OUTLOOKS_STAMP,
        comment="Passer onsdag 29. mars?",
        proposed_start=datetime(2023, 3, 29, 11, tzinfo=UTC),
        proposed_end=datetime(2023, 3, 29, 13, tzinfo=UTC),
        proposed_place="Forskningsparken, møterom Forskeren",
    ),
    "outlook-mac-tentative": replace(TENTATIVE, stamp=OUTLOOKS_STAMP),
    "outlook-com-top-level": OUTLOOK,
    "outlook-secretary-answers-for-her-minister": replace(
        OUTLOOK, attendee=MINISTER, sender=MINISTER, sent_by=SECRETARY
    ),
    "exchange-2010-8bit": replace(OUTLOOK, attendee=KARE, sender=KARE),
    "exchange-room-accepts-by-itself": replace(
        OUTLOOK, attendee=ROOM, sender=ROOM, comment="Forespørselen din er godtatt."
    ),
    "activesync-outlook-identifier": OUTLOOK,
    "google-accepted": GOOGLE,
    "google-declined-with-note": replace(
        GOOGLE,
        partstat=PartStat.DECLINED,
        comment="Jeg er hos legen, det er ikke noe jeg kan flytte & beklager",
    ),
    "google-new-time-proposed": replace(
        COUNTER,
        attendee=OLA,
        sender=OLA,
        proposed_start=datetime(2023, 3, 9, 12, tzinfo=UTC),
        proposed_end=datetime(2023, 3, 9, 14, tzinfo=UTC),
        proposed_place="Forskningsparken",
    ),
    "google-file-without-method": replace(GOOGLE, partstat=PartStat.DECLINED),
    "apple-mac-top-level": GOOGLE,
    "apple-icloud-path-for-address": replace(
        GOOGLE, sender="noreply@email.apple.example.org", sequence=0
    ),
    "thunderbird-accepted-twice": ACCEPTED,
    "nextcloud-tentative": replace(TENTATIVE, comment="Kommer litt sent"),
    "roundcube-attachment-only": ACCEPTED,
    "horde-shifted-hours": ACCEPTED,
    "application-ics-only": ACCEPTED,
    "x-vcalendar": ACCEPTED,
    "octet-stream-by-file-name": ACCEPTED,
    "upper-case-content-type": ACCEPTED,
    "method-in-content-type-only": ACCEPTED,
    "no-organizer-no-sequence": replace(ACCEPTED, sequence=0),
    "loud-addresses": ACCEPTED,
    "unquoted-name-with-semicolon": DECLINED,
    "latin-1": replace(
        DECLINED,
        attendee=KARE,
        sender=KARE,
        comment="Må dessverre melde forfall, er på Svalbard",
    ),
    "bare-line-feeds": ACCEPTED,
    "quoted-printable": replace(ACCEPTED, comment="Jeg tar med en gjest = Åse"),
    "fold-inside-a-character": replace(ACCEPTED, comment="Blåbær"),
    "header-fields-that-break-readers": ACCEPTED,
    "delegated": replace(
        ACCEPTED,
        partstat=PartStat.DELEGATED,
        delegated_to=(PER,),
        comment="Per tar møtet for meg",
    ),
    "delegate-accepts": replace(ACCEPTED, attendee=PER, sender=PER, delegated_from=(KARI,)),
    "secretary-answers-from-her-own-address": replace(
        ACCEPTED, sender=SECRETARY, sent_by=SECRETARY
    ),
    "refresh": replace(ACCEPTED, method=Method.REFRESH, partstat=None, sequence=0),
    "counter-with-duration-in-a-zone-of-its-own": replace(
        COUNTER,
        comment="Kan vi ta det her?",
        proposed_start=datetime(2023, 3, 15, 12, tzinfo=UTC),
        proposed_end=datetime(2023, 3, 15, 13, 30, tzinfo=UTC),
        proposed_place="Hos oss, Kongens gate 8",
    ),
    "counter-for-a-whole-day": replace(
        COUNTER,
        partstat=PartStat.DECLINED,
        proposed_start=date(2023, 3, 16),
        proposed_end=date(2023, 3, 18),
    ),
    "unknown-meeting": replace(
        ACCEPTED,
        uid="040000008200E00074C5B7101A82E00800000000B0F1D2C3A4E5D90100000000000000001000",
    ),
    "unknown-answer": replace(ACCEPTED, partstat=PartStat.NEEDS_ACTION),
    "answers-for-somebody-else": replace(DECLINED, sender=STRANGER),
    "two-attendees-one-is-the-sender": ACCEPTED,
    "two-senders": replace(ACCEPTED, sender=""),
    "breaks-off-but-is-attached-whole": ACCEPTED,
}
"""What holds one answer."""

SEVERAL: dict[str, list[ReadAnswer]] = {
    "two-meetings-of-a-series": [ACCEPTED, replace(DECLINED, recurrence_id="20230412T080000Z")],
}

REFUSED: dict[str, tuple[type[NoAnswer | Unreadable], str]] = {
    "outlook-winmail": (Unreadable, "winmail.dat"),
    "two-attendees-none-is-the-sender": (Unreadable, "several people"),
    "two-meetings-at-once": (Unreadable, "several meetings"),
    "contradicts-itself": (Unreadable, "contradict"),
    "no-attendee": (Unreadable, "who answers"),
    "no-uid": (Unreadable, "which meeting"),
    "breaks-off": (Unreadable, "breaks off"),
    "out-of-office": (NoAnswer, "no answer"),
    "out-of-office-with-the-invitation": (NoAnswer, "no answer"),
    "bounce-with-the-invitation": (NoAnswer, "no answer"),
    "read-receipt": (NoAnswer, "no answer"),
    "forwarded-answer": (NoAnswer, "no answer"),
    "forwarded-invitation": (NoAnswer, "no answer"),
    "phone-accepted-in-html-only": (NoAnswer, "no answer"),
    "a-letter-from-a-person": (NoAnswer, "no answer"),
}
"""What holds none, or one for a person to read, with a part of the sentence that says why."""


def mail(name: str) -> bytes:
    return (FOLDER / f"{name}.eml").read_bytes()


def all_mails() -> list[bytes]:
    return [path.read_bytes() for path in sorted(FOLDER.glob("*.eml"))]


def heading(content: bytes, reply_to: str = "") -> Heading:
    """What a mail says of itself."""
    read = parse(content)
    assert read is not None
    return heading_of(read, reply_to)
