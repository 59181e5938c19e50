"""The people and organisations of the council whose mails are measured."""

from collections.abc import Iterable

from tilsvar.domain.kinds import Role
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.people import Person
from tilsvar.notifications.mailbox import Mailbox
from tilsvar.store.unit_of_work import Office

from .sorts_of_mail import MINISTRIES

OTHER_ORGANISATIONS = 30
SENDER = Mailbox("Tilsvar", "tilsvar@ho21.example")


def reader(key: str) -> Mailbox:
    return Mailbox(f"Saksbehandler {key}", f"{key.lower()}@ho21.example")


def furnish(office: Office, readers: Iterable[str]) -> None:
    """Those who read, and as many organisations as the register knows."""
    with office.work(by="bench") as work:
        for key in readers:
            to = reader(key)
            work.add(Person.join(key, to.name, to.address, Role.SECRETARIAT))
        for key, name in MINISTRIES.items():
            work.add(Organisation.register(key, name, "ministry"))
        for number in range(OTHER_ORGANISATIONS):
            work.add(Organisation.register(f"ORG{number}", f"Organisasjon {number}", "other"))
        work.commit()
