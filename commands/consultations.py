"""Facts about consultations: published, deadline moved, taken up, submitted, declined."""

from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.kinds import ConsultationKind, ConsultationStatus
from ..domain.letter_errors import LetterIsWithdrawn
from ..domain.letters import Letter
from ..domain.organisations import Organisation
from ..domain.past import happened
from ..store.unit_of_work import UnitOfWork
from .keys import next_key


def publish_consultation(
    work: UnitOfWork,
    *,
    title: str,
    publisher: str,
    key: str | None = None,
    kind: ConsultationKind = ConsultationKind.CONSULTATION,
    published: Edtf | None = None,
    deadline: Edtf | None = None,
    area: str | None = None,
    responsible: str | None = None,
    source: str = "",
) -> Consultation:
    """Register a public call for input. Raises Unknown for the publisher, Taken for the key."""
    key = key or next_key(
        work, Consultation, f"C{(published.first if published else work.today).year}"
    )
    consultation = Consultation.publish(
        key,
        kind,
        title,
        work.known(Organisation, publisher),
        uid=work.new_uid(f"consultation/{key}"),
        now=work.now,
        published=published,
        deadline=deadline,
        area=area,
        responsible=responsible,
        source=source,
    )
    work.add(consultation)
    return consultation


def move_consultation(work: UnitOfWork, *, consultation: str, deadline: Edtf) -> None:
    work.get(Consultation, consultation).move_deadline(deadline, work.now)


def take_up_consultation(
    work: UnitOfWork, *, consultation: str, status: ConsultationStatus
) -> None:
    """Say how far the council's own work has come."""
    work.get(Consultation, consultation).become(status, work.now)


def submit_consultation(
    work: UnitOfWork, *, consultation: str, letter: str | None = None, on: Edtf | None = None
) -> None:
    """The council's response is sent, as that letter and on its date unless another is given.

    Raises LetterIsWithdrawn and StillAhead.
    """
    if on is not None:
        happened(on, work.today)
    if letter is not None:
        response = work.get(Letter, letter)
        if response.withdrawn:
            raise LetterIsWithdrawn(letter=letter)
        on = on or response.sent
    work.get(Consultation, consultation).submit(letter, on, work.now)


def decline_consultation(work: UnitOfWork, *, consultation: str, why: str = "") -> None:
    work.get(Consultation, consultation).decline(work.now, why)


def correct_consultation(work: UnitOfWork, *, consultation: str, **values: object) -> None:
    """Put right what was registered wrongly; the deadline is moved instead."""
    work.get(Consultation, consultation).correct(work.now, **values)
