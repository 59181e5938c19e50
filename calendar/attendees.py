"""Who is invited and who invites, as calendars name them (RFC 5545 section 3.8.4)."""

import re
from dataclasses import dataclass

from icalendar import Parameters, vCalAddress

from ..domain.errors import TilsvarError
from ..domain.kinds import PartStat
from .text import one_line

_ADDRESS = re.compile(r'[^\s@"<>,;:\\]+@[^\s@"<>,;:\\]+')


class NoCalendarAddress(TilsvarError):
    """{address} cannot stand in an invitation. Give one e-mail address, as in kari@example.no."""


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """Somebody who is invited, with the last answer that we know of.

    A domain such as `råd.example` is kept in its ASCII form, the one that mail comes from. Raises
    NoCalendarAddress.
    """

    address: str
    name: str
    partstat: PartStat
    required: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", calendar_address(self.address))


def calendar_address(address: str) -> str:
    """The address as an invitation writes it after `mailto:`; raises NoCalendarAddress."""
    found = one_line(address)
    local_part, _, domain = found.rpartition("@")
    try:
        found = f"{local_part}@{domain if domain.isascii() else domain.encode('idna').decode()}"
    except UnicodeError:
        found = ""
    if not _ADDRESS.fullmatch(found):
        raise NoCalendarAddress(address=repr(address))
    return found


def as_attendee(attendee: Attendee, *, asked: bool) -> vCalAddress:
    """The ATTENDEE; `asked` is whether an answer is wanted.

    PARTSTAT is said even where it is the usual one: iOS shows the invitation only then.
    """
    asks = {"RSVP": "TRUE"} if asked else {}
    return _named(
        attendee.address,
        attendee.name,
        CUTYPE="INDIVIDUAL",
        ROLE="REQ-PARTICIPANT" if attendee.required else "OPT-PARTICIPANT",
        PARTSTAT=attendee.partstat.value,
        **asks,
    )


def as_organizer(address: str, name: str) -> vCalAddress:
    """The ORGANIZER: `address` is where the answers go."""
    return _named(address, name)


def _named(address: str, name: str, **more: str) -> vCalAddress:
    named = vCalAddress(f"mailto:{address}")
    # A parameter cannot hold a double quote (section 3.2), and few read the ^' of RFC 6868.
    common_name = one_line(name).replace('"', "'")
    named.params = _Quoted({"CN": common_name or address, **more})
    return named


class _Quoted(Parameters):
    """Parameters with a name in quotes, whatever is in it: some programs ask for no less."""

    always_quoted = (*Parameters.always_quoted, "CN")  # type: ignore[assignment]  # one more name
