"""Maps the tables onto the domain's own classes, imperatively, so that they know nothing of it."""

from functools import cache
from typing import Any

from sqlalchemy import Column
from sqlalchemy.orm import RelationshipProperty, composite, registry, relationship

from ..domain.areas import Area
from ..domain.attachments import Attachment
from ..domain.attendance import Attendance
from ..domain.circulations import CirculatedText, Circulation
from ..domain.comments import Comment, Wording
from ..domain.communications import Activity
from ..domain.consultations import Consultation
from ..domain.contacts import ContactFunction
from ..domain.deadlines import Deadline
from ..domain.follow_ups import FollowUp
from ..domain.invitations import Invitation
from ..domain.letters import Letter
from ..domain.measures import Measure
from ..domain.media import Coverage, Outlet, Speaker
from ..domain.meetings import Meeting, MeetingTime
from ..domain.notes import Note
from ..domain.obligations import Obligation, Reply, SignOff
from ..domain.op_eds import OpEd, Submission
from ..domain.organisations import Organisation
from ..domain.participant_groups import ParticipantGroup
from ..domain.people import Person
from ..domain.points import Judgement, Point
from ..domain.promises import Promise
from ..domain.public_list import PublicMark
from ..domain.scheduled_reports import ScheduledReport
from ..domain.stakeholders import Stakeholder, Stance
from ..domain.target_groups import TargetGroup
from ..domain.themes import Decision, Theme
from . import (
    attachment_tables,
    comment_tables,
    communication_tables,
    invitation_tables,
    media_tables,
    note_tables,
    point_tables,
    schedule_tables,
    stakeholder_tables,
    tables,
    theme_tables,
)


def _parts(cls: type[Any], order: Column[Any]) -> RelationshipProperty[Any]:
    """What belongs to its whole alone: read with it, in that order, and gone with it."""
    return relationship(cls, cascade="all, delete-orphan", lazy="selectin", order_by=order)


@cache
def map_domain() -> None:
    """Map every class once; calling it again does nothing."""
    mapper = registry(metadata=tables.metadata)
    map_one = mapper.map_imperatively
    map_one(Organisation, tables.organisation)
    map_one(Person, tables.person)
    map_one(Area, tables.area)
    map_one(Reply, tables.reply)
    map_one(SignOff, tables.sign_off)
    map_one(
        Obligation,
        tables.obligation,
        properties={
            "replies": _parts(Reply, tables.reply.c.id),
            "sign_offs": _parts(SignOff, tables.sign_off.c.id),
        },
    )
    map_one(
        Letter,
        tables.letter,
        properties={"obligations": _parts(Obligation, tables.obligation.c.position)},
    )
    map_one(FollowUp, tables.follow_up)
    map_one(Consultation, tables.consultation)
    map_one(Submission, tables.op_ed_submission)
    map_one(
        OpEd,
        tables.op_ed,
        properties={"submissions": _parts(Submission, tables.op_ed_submission.c.id)},
    )
    map_one(
        Meeting,
        tables.meeting,
        properties={
            "_on": tables.meeting.c.on_date,
            "_starts": tables.meeting.c.starts,
            "_ends": tables.meeting.c.ends,
            "time": composite(MeetingTime, "_on", "_starts", "_ends"),
        },
    )
    map_one(
        Invitation,
        invitation_tables.invitation,
        properties={
            "_on": invitation_tables.invitation.c.asked_on,
            "_starts": invitation_tables.invitation.c.asked_starts,
            "_ends": invitation_tables.invitation.c.asked_ends,
            "asked": composite(MeetingTime, "_on", "_starts", "_ends"),
        },
    )
    map_one(Attendance, invitation_tables.attendance)
    map_one(ParticipantGroup, invitation_tables.participant_group)
    map_one(Deadline, tables.deadline)
    map_one(CirculatedText, comment_tables.circulated_text)
    map_one(
        Circulation,
        comment_tables.circulation,
        properties={"texts": _parts(CirculatedText, comment_tables.circulated_text.c.id)},
    )
    map_one(Wording, comment_tables.comment_wording)
    map_one(
        Comment,
        comment_tables.comment,
        properties={"wordings": _parts(Wording, comment_tables.comment_wording.c.id)},
    )
    map_one(Outlet, media_tables.outlet)
    map_one(Coverage, media_tables.coverage)
    map_one(Speaker, media_tables.speaker)
    map_one(TargetGroup, communication_tables.target_group)
    map_one(Activity, communication_tables.activity)
    map_one(Stance, stakeholder_tables.stance)
    map_one(
        Stakeholder,
        stakeholder_tables.stakeholder,
        properties={"stances": _parts(Stance, stakeholder_tables.stance.c.number)},
    )
    map_one(ContactFunction, stakeholder_tables.contact)
    map_one(Attachment, attachment_tables.attachment)
    map_one(Decision, theme_tables.theme_decision)
    map_one(
        Theme,
        theme_tables.theme,
        properties={"decisions": _parts(Decision, theme_tables.theme_decision.c.id)},
    )
    map_one(Measure, theme_tables.measure)
    map_one(Note, note_tables.note)
    map_one(Promise, note_tables.promise)
    map_one(Judgement, point_tables.point_judgement)
    map_one(
        Point,
        point_tables.point,
        properties={"judgements": _parts(Judgement, point_tables.point_judgement.c.number)},
    )
    map_one(PublicMark, point_tables.public_mark)
    map_one(ScheduledReport, schedule_tables.scheduled_report)
