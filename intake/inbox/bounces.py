"""Reports that a mail could not be delivered (RFC 3464), as mail servers write them.

The report is believed only in its part for machines: the one for people is in any language, and
names addresses that are not meant. Whether the mail was one of ours is for the caller to know.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.parser import HeaderParser

LONGEST_DIAGNOSTIC = 500

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_MESSAGE_ID = re.compile(r"<[^<>\s]+@[^<>\s]+>")
_ADDRESS = re.compile(r"[^\s<>;:@]+@[^\s<>;:@]+")

# RFC 3463: what is wrong with the address itself (X.1, of which 7 to 9 are about the sender's and
# the way), a mailbox that is closed (X.2.1), a domain that is not there (X.4.4). Exchange Online
# says 5.4.1 where nobody has the address, and 5.4.310 where there is no such domain.
_NOT_IN_USE = re.compile(r"5\.(1\.(?![789]\b)\d+|2\.1|4\.(1|4|310))")
# Many servers say no more than 5.0.0 or 5.5.0 and leave the rest to words.
_VAGUE = re.compile(r"5\.[05]\.\d+")
_NOBODY_THERE = re.compile(
    r"user unknown|unknown user|no such (user|address|mailbox|recipient)|does ?n.?t exist"
    r"|does not exist|not found|mailbox unavailable|recipient (address )?rejected: user"
    r"|invalid (recipient|mailbox)|account (is )?(disabled|inactive)",
    re.IGNORECASE,
)
_FULL = re.compile(r"quota|mailbox (is )?full|over ?quota|out of storage", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Bounce:
    """One recipient whom a mail of ours did not reach; addresses are in lower case.

    `original_recipient` is whom we wrote to, where the report says so; `final_recipient` may be an
    address that theirs is forwarded to. `message_id` is our own mail's with its angle brackets, or
    "". `hard`: the address is not in use, trying again is no use. `status` as in RFC 3463 (5.1.1),
    "" where there is none.
    """

    final_recipient: str
    original_recipient: str = ""
    message_id: str = ""
    hard: bool
    status: str
    diagnostic: str


def read_bounce(message: bytes) -> Bounce | None:
    """The failure that a mail reports; None for any other mail, also where it is only delayed.

    Of several recipients the first one that failed counts: a mail of ours has only one.
    """
    try:
        mail = message_from_bytes(message)
        report = next(_parts(mail, "message/delivery-status"), None)
    except RecursionError:
        return None
    if report is None:
        return None
    # The first block is about the mail, each other one about a recipient (RFC 3464 section 2.1).
    blocks = _blocks(report)
    failed = (block for block in blocks if _field(block, "Action").lower() == "failed")
    block = next(failed, None)
    return None if block is None else _bounce(block, _message_id(mail, blocks[0]))


def _bounce(block: Message, message_id: str) -> Bounce | None:
    original = _address(_field(block, "Original-Recipient"))
    final = _address(_field(block, "Final-Recipient")) or original
    if not final:
        return None
    diagnostic = re.sub(r"^\w+\s*;\s*", "", _field(block, "Diagnostic-Code"))
    status = _status(_field(block, "Status"), diagnostic)
    return Bounce(
        final_recipient=final,
        original_recipient=original,
        message_id=message_id,
        hard=_is_hard(status, diagnostic),
        status=status,
        diagnostic=diagnostic[:LONGEST_DIAGNOSTIC],
    )


def _status(said: str, diagnostic: str) -> str:
    """The status; where it says only "failed" (X.0.0), the one that the other server gave."""
    found, closer = _STATUS.search(said), _STATUS.search(diagnostic)
    if found is None or (found[2] == found[3] == "0"):
        found = closer or found
    return found[0] if found else ""


def _is_hard(status: str, diagnostic: str) -> bool:
    """Whether nobody can be reached there; all else may pass: full, too busy, taken for spam."""
    if _FULL.search(diagnostic):
        return False
    if _VAGUE.fullmatch(status) or not status:
        return bool(_NOBODY_THERE.search(diagnostic))
    return bool(_NOT_IN_USE.fullmatch(status))


def _message_id(mail: Message, about_mail: Message) -> str:
    """The Message-ID of the mail that came back: as returned, as reported, or as answered to."""
    returned = (
        _field(part, "Message-ID")
        for kind in ("message/rfc822", "message/rfc822-headers", "text/rfc822-headers")
        for whole in _parts(mail, kind)
        for part in _blocks(whole)
    )
    told = (
        *returned,
        _field(about_mail, "X-Original-Message-ID"),
        _field(mail, "In-Reply-To"),
        _field(mail, "References"),
    )
    found = (_MESSAGE_ID.search(each) for each in told)
    return next((each[0] for each in found if each), "")


def _parts(part: Message, kind: str) -> Iterator[Message]:
    """The parts of that type, but none of a mail inside this one."""
    if part.get_content_type() == kind:
        yield part
    elif part.get_content_maintype() == "multipart" and part.is_multipart():
        for each in part.get_payload():
            if isinstance(each, Message):
                yield from _parts(each, kind)


def _blocks(part: Message) -> list[Message]:
    """The blocks of fields in a part; Python reads some types into them by itself."""
    content = part.get_payload()
    if isinstance(content, list):
        return [each for each in content if isinstance(each, Message)]
    raw = part.get_payload(decode=True)
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
    return [HeaderParser().parsestr(block) for block in re.split(r"\r?\n\r?\n", text)]


def _field(block: Message, name: str) -> str:
    return " ".join(_CONTROL.sub(" ", str(block.get(name) or "")).split())


def _address(text: str) -> str:
    """The address in `rfc822; kari@example.org`."""
    found = _ADDRESS.search(text)
    return found[0].lower() if found else ""
