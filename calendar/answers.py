"""What a mail says in answer to an invitation (iTIP, RFC 5546, in a mail, RFC 6047).

Pure reading: nothing here knows which invitations there are. Whether the answer is for one of ours,
fresh, and the sender's to give is decided by whoever holds the stored invitations.
"""

import html
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ..domain.errors import TilsvarError
from ..domain.kinds import PartStat
from .answer_lines import BadCalendar, CalendarText, Component, Line, as_address, read_calendar
from .answer_mail import (
    CalendarPart,
    Heading,
    calendar_parts,
    heading_of,
    is_outlooks_own,
    parse,
)
from .answer_times import proposal_of, stamp_of
from .text import clean, one_line

LARGEST = 1_000_000
"""No answer's calendar has as many bytes; a larger one breaks off here."""

LONGEST_COMMENT = 4_000
"""Outlook copies the whole mail into the comment; so many characters of it are kept."""

MOST_EVENTS = 400
"""A daily series of a year has fewer, and each of them may be answered by itself."""

HIGHEST_SEQUENCE = 2**31 - 1

_SAYS_IT_ANSWERS = re.compile(rb"METHOD:(REPLY|COUNTER|REFRESH)\b", re.IGNORECASE)


class NoAnswer(TilsvarError):
    """This mail holds no answer to an invitation."""


class Unreadable(TilsvarError):
    """The answer in this mail cannot be read by itself: {reason}. Read the mail."""


class Method(StrEnum):
    """What an answer asks for: to be noted, to move the meeting, or to be told once more."""

    REPLY = "REPLY"
    COUNTER = "COUNTER"
    REFRESH = "REFRESH"


@dataclass(frozen=True, kw_only=True)
class ReadAnswer:
    """One answer; addresses are in lower case and without `mailto:`, moments in UTC.

    `attendee` is whom the answer is for, `sender` who sent the mail ("" where that is unclear),
    `sent_by` who wrote it for the attendee (SENT-BY); all three are claims. `reply_address` is the
    plus-address that the mail was sent to, where it was. `partstat` is None in a REFRESH. The
    meeting's own times are never read, since some clients shift them in a REPLY; `proposed_*` are
    what a COUNTER asks for, an end that is a day being the first free one. `stamp` is None where
    the client gave none that can be read.
    """

    method: Method
    uid: str
    attendee: str
    sender: str
    reply_address: str = ""
    sent_by: str = ""
    partstat: PartStat | None = None
    sequence: int = 0
    stamp: datetime | None = None
    recurrence_id: str = ""
    comment: str = ""
    delegated_to: tuple[str, ...] = ()
    delegated_from: tuple[str, ...] = ()
    proposed_start: datetime | date | None = None
    proposed_end: datetime | date | None = None
    proposed_place: str = ""
    message_id: str = ""


def read_answers(message: bytes, *, reply_to: str = "") -> list[ReadAnswer]:
    """Every answer of the mail, each once; raises `NoAnswer` or `Unreadable`.

    `reply_to` is the address that our invitations ask to answer to; with it only that address with
    a token (`meetings+TOKEN@…`) counts as `reply_address`, without it any plus-address.

    An automatic reply (RFC 3834) is no answer because it holds none, not because it says what it
    is: Google marks the answers of its users as automatic, too.
    """
    mail = parse(message)
    if mail is None:
        raise Unreadable(reason="it is nested more deeply than any mail needs")
    heading = heading_of(mail, reply_to)
    found: dict[tuple[str, str, str], ReadAnswer] = {}
    trouble: Unreadable | None = None
    for part in calendar_parts(mail):
        try:
            answers = _answers_of(part, heading)
        except Unreadable as unreadable:
            # Most mails hold the calendar twice; the other one may be whole.
            trouble = trouble or unreadable
            continue
        for answer in answers:
            key = (answer.uid, answer.recurrence_id, answer.attendee)
            if _says(found.setdefault(key, answer)) != _says(answer):
                raise Unreadable(reason="it gives two answers that contradict each other")
    if found:
        return list(found.values())
    if is_outlooks_own(mail):
        raise Unreadable(reason="Outlook has put it into a form of its own (winmail.dat)")
    raise trouble or NoAnswer


def _says(answer: ReadAnswer) -> tuple[object, ...]:
    return (answer.method, answer.partstat, answer.proposed_start, answer.proposed_end)


def _answers_of(part: CalendarPart, heading: Heading) -> list[ReadAnswer]:
    try:
        calendar = read_calendar(part.content[:LARGEST], part.charset)
    except BadCalendar as trouble:
        if part.method in set(Method) or _SAYS_IT_ANSWERS.search(part.content):
            raise Unreadable(**trouble.facts) from trouble
        return []
    # METHOD in the calendar counts; a few clients say it in the Content-Type alone.
    method = calendar.own.value("METHOD").upper() or part.method
    if method not in set(Method):
        return []
    if len({event.value("UID") for event in calendar.events}) > 1:
        raise Unreadable(reason="it is about several meetings at once")
    if len(calendar.events) > MOST_EVENTS:
        raise Unreadable(reason="it has more answers than a series has meetings")
    return [_answer(Method(method), event, calendar, heading) for event in calendar.events]


def _answer(
    method: Method, event: Component, calendar: CalendarText, heading: Heading
) -> ReadAnswer:
    who = _who_answers(method, event, heading.sender)
    counter = method is Method.COUNTER
    start, end = proposal_of(event, calendar) if counter else (None, None)
    return ReadAnswer(
        method=method,
        uid=_uid(event),
        attendee=who.address,
        sender=heading.sender,
        reply_address=heading.reply_address,
        sent_by=as_address(who.parameters.get("SENT-BY", "")),
        partstat=None if method is Method.REFRESH else _partstat(who),
        sequence=_sequence(event),
        stamp=stamp_of(event),
        recurrence_id=event.value("RECURRENCE-ID"),
        comment=_comment(event, who),
        delegated_to=_addresses(who.parameters.get("DELEGATED-TO", "")),
        delegated_from=_addresses(who.parameters.get("DELEGATED-FROM", "")),
        proposed_start=start,
        proposed_end=end,
        proposed_place=one_line(_text(event, "LOCATION")) if counter else "",
        message_id=heading.message_id,
    )


def _who_answers(method: Method, event: Component, sender: str) -> Line:
    """The attendee whom the answer is for.

    Nobody may answer for others (RFC 6047 section 2.2.1), so of several only the sender's own line
    counts. Who delegates may name the delegate in a line too (RFC 5546 section 3.2.3).
    """
    attendees = [line for line in event.all("ATTENDEE") if line.address]
    if not attendees:
        raise Unreadable(reason="it does not say who answers")
    if len({line.address for line in attendees}) == 1:
        return attendees[0]
    own = [
        line
        for line in attendees
        if sender and sender in (line.address, as_address(line.parameters.get("SENT-BY", "")))
    ]
    if len({line.address for line in own}) == 1:
        return own[0]
    if method is not Method.REPLY and sender:
        # A proposal may list everybody, also those whom it wants there (RFC 5546 section 3.2.7).
        return Line("ATTENDEE", {}, f"mailto:{sender}")
    raise Unreadable(reason="it answers for several people")


def _uid(event: Component) -> str:
    uid = event.value("UID").strip()
    if not uid:
        raise Unreadable(reason="it does not say which meeting it is about")
    return _inside_outlooks(uid) or uid


def _inside_outlooks(uid: str) -> str:
    """The UID that Outlook has packed into an identifier of its own, or "" (MS-OXOCAL 2.2.1.27)."""
    if not uid.upper().startswith("040000008200E00074C5B7101A82E008"):
        return ""
    try:
        packed = bytes.fromhex(uid)
    except ValueError:
        return ""
    _, found, rest = packed.partition(b"vCal-Uid\x01\x00\x00\x00")
    return rest.rstrip(b"\x00").decode("utf-8", "replace") if found else ""


def _partstat(who: Line) -> PartStat:
    """The answer; an unknown or missing one is none yet (RFC 5545 section 3.2.12)."""
    said = who.parameters.get("PARTSTAT", "").strip().upper()
    return PartStat(said) if said in set(PartStat) else PartStat.NEEDS_ACTION


def _sequence(event: Component) -> int:
    """The version that is answered: 0 where the client leaves it out."""
    said = event.value("SEQUENCE") or event.value("X-MICROSOFT-CDO-APPT-SEQUENCE")
    return min(int(said), HIGHEST_SEQUENCE) if re.fullmatch("[0-9]{1,18}", said) else 0


def _comment(event: Component, who: Line) -> str:
    said = [clean(line.text) for line in event.all("COMMENT")]
    if not any(said):
        # Google puts the words into a parameter, as HTML with iCalendar's escapes.
        googles = who.parameters.get("X-RESPONSE-COMMENT", "")
        said = [clean(html.unescape(Line("COMMENT", {}, googles).text))]
    return "\n".join(filter(None, said))[:LONGEST_COMMENT]


def _text(event: Component, name: str) -> str:
    return next((line.text for line in event.all(name)), "")


def _addresses(value: str) -> tuple[str, ...]:
    found = (as_address(each) for each in re.findall(r'[^",;\s]+', value))
    return tuple(dict.fromkeys(filter(None, found)))
