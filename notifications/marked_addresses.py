"""Tells the secretariat, once, that mail to an address does not arrive."""

from ..commands.bounces import marked_address
from ..domain.people import Person
from .address_mails import MarkedAddress, address_marked
from .desk import Desk
from .rendered import Rendered

ADDRESS_MARKED = "AddressMarked"
"""How the ledger calls such a mail."""


def compose_marked_address(desk: Desk) -> Rendered | None:
    """None where somebody has said meanwhile that the address works."""
    (number,) = desk.telling.about.values()
    found = marked_address(desk.work, number=number)
    if found is None:
        return None
    person = desk.work.look(Person, desk.key)
    mail = MarkedAddress(
        person.name if person else desk.name_of(desk.key),
        found.address,
        found.code,
        found.diagnostic,
    )
    return address_marked(mail, desk.lang.code)
