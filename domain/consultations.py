"""Consultations: public calls for the council's view with a deadline that others set."""

from dataclasses import dataclass
from datetime import datetime

from .calendar_item import CalendarItem
from .dates import Edtf
from .entity import Entity
from .errors import DomainError
from .events import (
    ConsultationCorrected,
    ConsultationDeadlineMoved,
    ConsultationDeclined,
    ConsultationPublished,
    ConsultationSubmitted,
    ConsultationTakenUp,
)
from .kinds import ConsultationKind, ConsultationStatus

CLOSED = frozenset({ConsultationStatus.SUBMITTED, ConsultationStatus.DECLINED})


class ConsultationClosed(DomainError):
    """{consultation} is already {status}. Nothing more is asked about it."""


@dataclass(eq=False)
class Consultation(CalendarItem, Entity):
    """A consultation, a call for input or a parliamentary hearing.

    A calendar shows its deadline while it is open: to close it, and to open it again, is a change
    of status there.
    """

    key: str
    kind: ConsultationKind
    title: str
    publisher: str
    uid: str
    created: datetime
    modified: datetime
    published: Edtf | None = None
    deadline: Edtf | None = None
    status: ConsultationStatus = ConsultationStatus.ANNOUNCED
    submission: str | None = None
    submitted: Edtf | None = None
    area: str | None = None
    responsible: str | None = None
    source: str = ""
    version: int = 1
    sequence: int = 0

    @classmethod
    def publish(
        cls,
        key: str,
        kind: ConsultationKind,
        title: str,
        publisher: str,
        *,
        uid: str,
        now: datetime,
        published: Edtf | None = None,
        deadline: Edtf | None = None,
        area: str | None = None,
        responsible: str | None = None,
        source: str = "",
    ) -> "Consultation":
        consultation = cls(
            key,
            kind,
            title,
            publisher,
            uid,
            now,
            now,
            published,
            deadline,
            area=area,
            responsible=responsible,
            source=source,
        )
        consultation.record(ConsultationPublished(key, publisher, deadline))
        return consultation

    @property
    def open(self) -> bool:
        return self.status not in CLOSED

    def move_deadline(self, deadline: Edtf | None, now: datetime) -> None:
        if deadline == self.deadline:
            return
        self.record(ConsultationDeadlineMoved(self.key, self.deadline, deadline))
        self.deadline = deadline
        self.version += 1
        self.moved(now)

    def become(self, status: ConsultationStatus, now: datetime) -> None:
        """Move on (or back) in the council's own work, short of submitting or declining."""
        if status == self.status:
            return
        if not self.open:
            # Opened again, its reminders start anew.
            self.version += 1
            self.submission = self.submitted = None
            self.moved(now)
        self.status = status
        self.record(ConsultationTakenUp(self.key, status.value))

    def submit(self, letter: str | None, on: Edtf | None, now: datetime) -> None:
        """The response is sent; after the deadline it is shown as late, not refused."""
        if self.status is ConsultationStatus.SUBMITTED and letter == self.submission:
            return
        if self.open:
            self.moved(now)
        else:
            self.touched(now)
        self.status, self.submission, self.submitted = ConsultationStatus.SUBMITTED, letter, on
        self.record(ConsultationSubmitted(self.key, letter, on, self.late))

    @property
    def late(self) -> bool:
        """Whether the response went out after the deadline's last day."""
        return (
            self.submitted is not None
            and self.deadline is not None
            and self.submitted.first > self.deadline.last
        )

    def decline(self, now: datetime, why: str = "") -> None:
        if not self.open:
            raise ConsultationClosed(consultation=self.key, status=self.status)
        self.status = ConsultationStatus.DECLINED
        self.moved(now)
        self.record(ConsultationDeclined(self.key, why))

    def correct(self, now: datetime, **values: object) -> None:
        changed = self.change(values)
        if changed:
            self.touched(now)
            self.record(ConsultationCorrected(self.key, changed))
