"""What a key can point to, and the kinds and states that the council distinguishes."""

from enum import StrEnum


class Kind(StrEnum):
    """The sort of object that an event, a reminder or a rung is about."""

    LETTER = "letter"
    OBLIGATION = "obligation"
    CONSULTATION = "consultation"
    OP_ED = "op_ed"
    MEETING = "meeting"
    DEADLINE = "deadline"
    ORGANISATION = "organisation"
    PERSON = "person"
    AREA = "area"
    RULES = "rules"
    REMINDERS = "reminders"
    FOLLOW_UP = "follow_up"
    COMMENT = "comment"
    ATTACHMENT = "attachment"
    THEME = "theme"
    MEASURE = "measure"
    STAKEHOLDER = "stakeholder"
    CONTACT = "contact"
    NOTE = "note"
    PROMISE = "promise"
    POINT = "point"
    TARGET_GROUP = "target_group"
    ACTIVITY = "activity"
    OUTLET = "outlet"
    COVERAGE = "coverage"
    SNAPSHOT = "snapshot"
    SCHEDULED_REPORT = "scheduled_report"


class LetterKind(StrEnum):
    LETTER = "letter"
    MEMO = "memo"
    SUBMISSION = "submission"


class ReplyKind(StrEnum):
    """A final reply closes the obligation, an interim one does not, an acknowledgement nothing."""

    FINAL = "final"
    INTERIM = "interim"
    ACKNOWLEDGEMENT = "acknowledgement"


class SignOffCode(StrEnum):
    """How an obligation was closed (avskrivningsmåte, Noark 5 metadata M619)."""

    LETTER = "BU"
    EMAIL = "BE"
    TELEPHONE = "TLF"
    NOTED = "TE"
    TAKEN_AS_INFORMATION = "TO"
    MEMO = "BN"
    CASE_CLOSED = "SA"
    UNSPECIFIED = "uspesifisert"


class ConsultationKind(StrEnum):
    CONSULTATION = "consultation"
    CALL_FOR_INPUT = "call_for_input"
    PARLIAMENTARY_HEARING = "parliamentary_hearing"


class ConsultationStatus(StrEnum):
    ANNOUNCED = "announced"
    DRAFTING = "drafting"
    CIRCULATED = "circulated"
    SUBMITTED = "submitted"
    DECLINED = "declined"


class OpEdStatus(StrEnum):
    IDEA = "idea"
    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    SUBMITTED = "submitted"
    REJECTED = "rejected"
    PUBLISHED = "published"


class SubmissionOutcome(StrEnum):
    """What became of an op-ed at one outlet."""

    WAITING = "waiting"
    REJECTED = "rejected"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class MeetingKind(StrEnum):
    COUNCIL = "council"
    DIALOGUE = "dialogue"
    WORKSHOP = "workshop"
    EVENT = "event"
    EXTERNAL = "external"
    PARLIAMENTARY_HEARING = "parliamentary_hearing"


class MeetingStatus(StrEnum):
    PLANNED = "planned"
    SCHEDULED = "scheduled"
    HELD = "held"
    CANCELLED = "cancelled"


class DeadlineKind(StrEnum):
    INTERNAL = "internal"
    MINUTES_COMMENTS = "minutes_comments"
    EXTERNAL_PUBLICATION = "external_publication"
    EXTERNAL_MILESTONE = "external_milestone"


class DeadlineStatus(StrEnum):
    OPEN = "open"
    MET = "met"
    CANCELLED = "cancelled"


class FollowUpStatus(StrEnum):
    """A draft lapses by itself when nothing that it asks about is overdue any more."""

    DRAFTED = "drafted"
    APPROVED = "approved"
    REJECTED = "rejected"
    LAPSED = "lapsed"


class Step(StrEnum):
    """A step of the council towards an external deadline, or of the cycle around a meeting."""

    PAPERS = "papers"
    MEETING = "meeting"
    MINUTES = "minutes"
    COMMENTS = "comments"
    APPROVAL = "approval"
    SUBMISSION = "submission"


class Role(StrEnum):
    SECRETARIAT = "secretariat"
    LEADER = "leader"
    MEMBER = "member"
    DEPUTY = "deputy"
    OBSERVER = "observer"


class PartStat(StrEnum):
    """What an invited person has said of coming, in the words of RFC 5545 section 3.2.12."""

    NEEDS_ACTION = "NEEDS-ACTION"
    ACCEPTED = "ACCEPTED"
    TENTATIVE = "TENTATIVE"
    DECLINED = "DECLINED"
    DELEGATED = "DELEGATED"
