"""The kinds and states of things as pages say them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from ..domain.kinds import (
    ConsultationKind,
    ConsultationStatus,
    DeadlineKind,
    DeadlineStatus,
    FollowUpStatus,
    LetterKind,
    MeetingKind,
    MeetingStatus,
    OpEdStatus,
    Role,
    SubmissionOutcome,
)
from ..domain.sentences import N_
from ..domain.words import ROLES
from ..wording.language import Language

WORDS: Mapping[StrEnum, str] = {
    LetterKind.LETTER: N_("Letter"),
    LetterKind.MEMO: N_("Memo"),
    LetterKind.SUBMISSION: N_("Submission"),
    ConsultationKind.CONSULTATION: N_("Consultation"),
    ConsultationKind.CALL_FOR_INPUT: N_("Call for input"),
    ConsultationKind.PARLIAMENTARY_HEARING: N_("Parliamentary hearing"),
    MeetingKind.COUNCIL: N_("Council meeting"),
    MeetingKind.DIALOGUE: N_("Dialogue meeting"),
    MeetingKind.WORKSHOP: N_("Workshop"),
    MeetingKind.EVENT: N_("Event of the council"),
    MeetingKind.EXTERNAL: N_("Meeting called by others"),
    DeadlineKind.INTERNAL: N_("Internal deadline"),
    DeadlineKind.MINUTES_COMMENTS: N_("Deadline for comments on the minutes"),
    DeadlineKind.EXTERNAL_PUBLICATION: N_("Expected publication"),
    DeadlineKind.EXTERNAL_MILESTONE: N_("Others' milestone"),
}

# Words of different types are equal as text (a submitted consultation, a submitted op-ed), so that
# each type of status has a table of its own.
CONSULTATION_STATES: Mapping[ConsultationStatus, str] = {
    ConsultationStatus.ANNOUNCED: N_("announced"),
    ConsultationStatus.DRAFTING: N_("being drafted"),
    ConsultationStatus.CIRCULATED: N_("with the members"),
    ConsultationStatus.SUBMITTED: N_("submitted"),
    ConsultationStatus.DECLINED: N_("not responded to"),
}
OP_ED_STATES: Mapping[OpEdStatus, str] = {
    OpEdStatus.IDEA: N_("an idea"),
    OpEdStatus.DRAFT: N_("a draft"),
    OpEdStatus.CIRCULATED: N_("with the members"),
    OpEdStatus.APPROVED: N_("approved"),
    OpEdStatus.SUBMITTED: N_("sent to an outlet"),
    OpEdStatus.REJECTED: N_("not taken by the outlet"),
    OpEdStatus.PUBLISHED: N_("published"),
}
SUBMISSION_OUTCOMES: Mapping[SubmissionOutcome, str] = {
    SubmissionOutcome.WAITING: N_("no answer yet"),
    SubmissionOutcome.REJECTED: N_("not taken"),
    SubmissionOutcome.PUBLISHED: N_("published"),
    SubmissionOutcome.WITHDRAWN: N_("withdrawn"),
}
MEETING_STATES: Mapping[MeetingStatus, str] = {
    MeetingStatus.PLANNED: N_("planned, the day is not fixed"),
    MeetingStatus.SCHEDULED: N_("scheduled"),
    MeetingStatus.HELD: N_("held"),
    MeetingStatus.CANCELLED: N_("called off"),
}
DEADLINE_STATES: Mapping[DeadlineStatus, str] = {
    DeadlineStatus.OPEN: N_("open"),
    DeadlineStatus.MET: N_("met"),
    DeadlineStatus.CANCELLED: N_("dropped"),
}
FOLLOW_UP_STATES: Mapping[FollowUpStatus, str] = {
    FollowUpStatus.DRAFTED: N_("drafted"),
    FollowUpStatus.APPROVED: N_("approved"),
    FollowUpStatus.REJECTED: N_("rejected"),
    FollowUpStatus.LAPSED: N_("lapsed"),
}

STATES: Mapping[type[StrEnum], Mapping[Any, str]] = {
    ConsultationStatus: CONSULTATION_STATES,
    OpEdStatus: OP_ED_STATES,
    SubmissionOutcome: SUBMISSION_OUTCOMES,
    MeetingStatus: MEETING_STATES,
    DeadlineStatus: DEADLINE_STATES,
    FollowUpStatus: FOLLOW_UP_STATES,
    Role: ROLES,
}


def kind_word(kind: StrEnum, lang: Language) -> str:
    """What a letter, consultation, meeting or deadline of that kind is called: "Notat"."""
    return lang.text(WORDS[kind])


def state_word(state: StrEnum, lang: Language) -> str:
    """What a status or a role is called in the middle of a sentence: "avlyst"."""
    return lang.text(STATES[type(state)][state])
