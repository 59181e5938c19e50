"""A name with an address, checked once, so that nothing odd reaches a header or an envelope."""

import re
from dataclasses import dataclass
from email.utils import parseaddr

from .one_line import as_one_line
from .transport import NotAnAddress

ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
LOCAL_PART = re.compile(rf"{ATOM}(\.{ATOM})*")
LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
DOMAIN = re.compile(rf"{LABEL}(\.{LABEL})*")
LONGEST_LOCAL_PART = 64
LONGEST_ADDRESS = 254


@dataclass(frozen=True)
class Mailbox:
    """One who sends or receives: a display name on one line, which may be empty, and an address.

    The address is kept in ASCII: a domain such as `råd.example` becomes its `xn--` form (IDNA). A
    local part outside ASCII raises `NotAnAddress`, since few servers take it (RFC 6531).
    """

    name: str
    address: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", checked_address(self.address))
        object.__setattr__(self, "name", as_one_line(self.name))

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


def checked_address(address: str) -> str:
    """The address as it stands in an envelope; raises `NotAnAddress`."""
    local_part, at, domain = address.strip().rpartition("@")
    if not at:
        raise NotAnAddress(address=repr(address), reason="it has no @")
    if not LOCAL_PART.fullmatch(local_part) or len(local_part) > LONGEST_LOCAL_PART:
        raise NotAnAddress(
            address=repr(address),
            reason="before the @ only a-z, 0-9 and dots, hyphens and the like can stand",
        )
    checked = f"{local_part}@{_ascii_domain(domain, address)}"
    if len(checked) > LONGEST_ADDRESS:
        raise NotAnAddress(address=repr(address), reason="it is longer than 254 characters")
    return checked


def _ascii_domain(domain: str, address: str) -> str:
    try:
        found = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        found = ""
    if not DOMAIN.fullmatch(found):
        raise NotAnAddress(
            address=repr(address), reason="what stands after the @ is not the name of a domain"
        )
    return found


def read_mailbox(text: str) -> Mailbox:
    """Read `Tilsvar <tilsvar@ho21.example>` or a bare address, as settings write it."""
    name, address = parseaddr(text)
    if not address or "," in text.replace(f'"{name}"', ""):
        raise NotAnAddress(
            address=repr(text), reason="write one address, as in Tilsvar <tilsvar@example.no>"
        )
    return Mailbox(name, address)
