"""What many stories begin with: a letter, a consultation, a date of others, a wish, a colleague."""

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.council import choose_digest
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.letters import send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.digests import DigestWish
from tilsvar.domain.kinds import DeadlineKind, Role
from tilsvar.domain.people import Person
from tilsvar.store.unit_of_work import Office


def publish(office: Office, deadline: str = "2023-03-10") -> None:
    with office.work(by="SEK1") as work:
        publish_consultation(
            work, key="C1", title="Høring", publisher="HOD", deadline=Edtf(deadline)
        )
        work.commit()


def send(office: Office, *recipients: str, sent: str = "2023-02-03") -> None:
    with office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Brev", sent=Edtf(sent), recipients=recipients)
        work.commit()


def expect(office: Office, key: str, due: str) -> None:
    """A date on which something of others is to come out: -7d in the digest, 0d at once."""
    kind = DeadlineKind.EXTERNAL_PUBLICATION
    with office.work(by="SEK1") as work:
        set_deadline(work, key=key, title=f"Melding {key}", due=Edtf(due), kind=kind)
        work.commit()


def wish(office: Office, wanted: DigestWish, person: str = "SEK1") -> None:
    """How that person wants the digest."""
    with office.work(by="SEK1") as work:
        choose_digest(work, email=f"{person.lower()}@ho21.example", wish=wanted)
        work.commit()


def second_secretary(office: Office) -> None:
    with office.work(by="SEK1") as work:
        work.add(Person.join("SEK2", "Person SEK2", "sek2@ho21.example", Role.SECRETARIAT))
        work.commit()
