"""Which of the council's things concern a reader, on the pages that their role may open."""

from ..domain.attachments import Attachment, Use
from ..domain.consultations import Consultation
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.kinds import ConsultationStatus, DeadlineKind, MeetingKind, OpEdStatus, Role
from ..domain.meetings import Meeting
from ..domain.op_eds import OpEd
from .signing_in.sessions import SignedIn

CONCERNS_MEMBERS = frozenset({DeadlineKind.INTERNAL, DeadlineKind.MINUTES_COMMENTS})
BEFORE_MEMBERS = frozenset({OpEdStatus.IDEA, OpEdStatus.DRAFT})
BEFORE_CIRCULATION = frozenset({ConsultationStatus.ANNOUNCED, ConsultationStatus.DRAFTING})
OUR_RESPONSE = frozenset({Use.DRAFT, Use.RESPONSE})


def concerns(reader: SignedIn, entity: Entity) -> bool:
    """Whether the reader may see this very object, on a page that their role may open.

    Members see council meetings, those to which they or their organisation come, dates by which
    they are to send something, drafts once they are circulated, and whatever they are responsible
    for; observers see the meetings.
    """
    if reader.role in (Role.SECRETARIAT, Role.LEADER):
        return True
    if getattr(entity, "responsible", None) == reader.key:
        return True
    if isinstance(entity, Meeting):
        invited = {reader.key, reader.organisation}.intersection(entity.participants)
        return entity.kind is MeetingKind.COUNCIL or bool(invited)
    return reader.role is not Role.OBSERVER and _concerns_members(entity)


def _concerns_members(entity: Entity) -> bool:
    match entity:
        case Deadline():
            return entity.kind in CONCERNS_MEMBERS
        case OpEd():
            return entity.status not in BEFORE_MEMBERS
        case Consultation():
            return True
    return False


def concerns_file(reader: SignedIn, file: Attachment, thing: Entity) -> bool:
    """Whether somebody whom the thing concerns may see that file of it.

    What was withdrawn is for the secretariat and the leader, and so is the council's response to a
    consultation until it goes to the members, if the reader is not responsible for it.
    """
    if reader.role in (Role.SECRETARIAT, Role.LEADER):
        return True
    if not isinstance(thing, Consultation) or thing.responsible == reader.key:
        return file.stands
    out = thing.status not in BEFORE_CIRCULATION or file.use not in OUR_RESPONSE
    return file.stands and out
