"""Public calls with a deadline set by others."""

from dataclasses import dataclass
from datetime import date

from ..dates import Edtf
from ..kinds import ConsultationStatus, Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class ConsultationPublished(Event):
    about = Kind.CONSULTATION
    consultation: str
    publisher: str
    deadline: Edtf | None

    @property
    def sentence(self) -> str:
        if self.deadline is None:
            return N_("{publisher} published the consultation, without a known deadline.")
        return N_("{publisher} published the consultation. The deadline is {deadline}.")


@dataclass(frozen=True)
class ConsultationDeadlineMoved(Event):
    about = Kind.CONSULTATION
    consultation: str
    was: Edtf | None
    deadline: Edtf | None

    @property
    def sentence(self) -> str:
        if self.deadline is None:
            return N_("The consultation no longer has a known deadline.")
        if self.was is None:
            return N_("The consultation's deadline became known. It is {deadline}.")
        return N_("The consultation's deadline moved. It was {was} and is now {deadline}.")


@dataclass(frozen=True)
class ConsultationTakenUp(Event):
    about = Kind.CONSULTATION
    consultation: str
    status: str

    @property
    def sentence(self) -> str:
        match ConsultationStatus(self.status):
            case ConsultationStatus.ANNOUNCED:
                return N_("Work on the council's response has not begun after all.")
            case ConsultationStatus.DRAFTING:
                return N_("The council began to draft its response.")
            case ConsultationStatus.CIRCULATED:
                return N_("The draft response went to the members for comments.")
            case ConsultationStatus.SUBMITTED:
                return N_("The council's response was submitted.")
            case ConsultationStatus.DECLINED:
                return N_("The council decided not to respond.")


@dataclass(frozen=True)
class ConsultationPlanned(Event):
    """The council's own steps stand; `meeting` is the key of the meeting that is to adopt."""

    about = Kind.CONSULTATION
    consultation: str
    meeting: str | None
    papers: date | None
    comments: date
    approval: date
    submission: date

    @property
    def sentence(self) -> str:
        if self.meeting is None or self.papers is None:
            return N_(
                "The steps were planned: members' comments by {comments}, approval by {approval}, "
                "submission by {submission}. No council meeting can be reached."
            )
        return N_(
            "The steps were planned: papers by {papers} for meeting {meeting}, members' comments "
            "by {comments}, approval by {approval}, submission by {submission}."
        )


@dataclass(frozen=True)
class ConsultationCorrected(Event):
    about = Kind.CONSULTATION
    sentence = N_("What was registered about the consultation was corrected: {changed}.")
    consultation: str
    changed: Keys


@dataclass(frozen=True)
class ConsultationDeclined(Event):
    about = Kind.CONSULTATION
    consultation: str
    why: str = ""

    @property
    def sentence(self) -> str:
        if self.why.strip():
            return N_("The council decided not to respond: {why}.")
        return N_("The council decided not to respond.")


@dataclass(frozen=True)
class ConsultationSubmitted(Event):
    about = Kind.CONSULTATION
    consultation: str
    letter: str | None
    on: Edtf | None
    late: bool

    @property
    def sentence(self) -> str:
        if self.on is None:
            return N_("The council's response was submitted.")
        if self.late:
            return N_("The council's response was submitted {when_on}, after the deadline.")
        return N_("The council's response was submitted {when_on}.")
