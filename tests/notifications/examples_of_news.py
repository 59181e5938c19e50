"""Believable examples of the digest, and of the two mails that do not wait for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from tilsvar.domain.dates import Edtf
from tilsvar.domain.digests import Rhythm
from tilsvar.domain.kinds import ConsultationKind, DeadlineKind
from tilsvar.notifications import mails
from tilsvar.notifications.contexts import (
    ConsultationMail,
    DeadlineMail,
    Hours,
    Mail,
    MeetingChangedMail,
    Recipient,
    ReplyMail,
)
from tilsvar.notifications.digest_contexts import Digest, DigestItem
from tilsvar.notifications.rendered import Rendered
from tilsvar.tests.notifications import examples
from tilsvar.tests.notifications.examples import HOD, KD, NFD, SITE

FRIDAY = date(2023, 2, 3)


def digest(*items: tuple[str, Mail], rhythm: Rhythm = Rhythm.DAILY) -> Digest:
    """The digest of those events, on the day that their mails name."""
    return Digest(
        today=items[0][1].today if items else FRIDAY,
        rhythm=rhythm,
        items=tuple(DigestItem(kind=kind, mail=mail) for kind, mail in items),
        url=f"{SITE}/",
    )


def an_answer() -> ReplyMail:
    return ReplyMail(
        key="L2022-02",
        title="Bærekraftig helsetjeneste",
        url=f"{SITE}/letters/L2022-02",
        today=FRIDAY,
        role=Recipient.RESPONSIBLE,
        responsible="Saksbehandler 1",
        sender=NFD,
        sender_key="NFD",
        received=Edtf("2023-02-02"),
        outstanding=("HOD", "KD"),
        working_days=48,
    )


def an_interim_reply() -> ReplyMail:
    return replace(
        an_answer(),
        interim=True,
        promised=Edtf("../2023-04-01"),
        outstanding=("NFD",),
        working_days=5,
    )


def a_moved_meeting() -> MeetingChangedMail:
    return MeetingChangedMail(
        key="M2023-02",
        title="Rådsmøte 2/2023",
        url=f"{SITE}/meetings/M2023-02",
        today=FRIDAY,
        role=Recipient.SECRETARIAT,
        was=Hours(on=Edtf("2023-03-16")),
        now=Hours(on=Edtf("2023-03-17"), start=time(10), end=time(15)),
        place="Forskningsrådet, møterom Hassel 2",
    )


def other_hours() -> MeetingChangedMail:
    moved = a_moved_meeting()
    return replace(moved, was=Hours(on=moved.now.on), role=Recipient.MEMBER)


def a_cancelled_meeting() -> MeetingChangedMail:
    moved = a_moved_meeting()
    return replace(moved, was=moved.now, cancelled=True, role=Recipient.MEMBER)


def our_response_is_late() -> ConsultationMail:
    return ConsultationMail(
        key="C2022-04",
        title="NOU 2022: 10 Lovgivning om statens fondsstyring",
        url=f"{SITE}/consultations/C2022-04",
        today=FRIDAY,
        role=Recipient.RESPONSIBLE,
        kind=ConsultationKind.CONSULTATION,
        publisher=HOD,
        due=Edtf("2023-01-31"),
    )


def our_own_deadline(due: str, working_days_left: int = 0) -> DeadlineMail:
    return DeadlineMail(
        key="D2023-05",
        title="Kommentarer fra medlemmene: Helseberedskap",
        url=f"{SITE}/deadlines/D2023-05",
        today=FRIDAY,
        role=Recipient.RESPONSIBLE,
        kind=DeadlineKind.INTERNAL,
        due=Edtf(due),
        working_days_left=working_days_left,
    )


def a_full_morning() -> Digest:
    """Something under each heading, in no order."""
    letter = replace(
        examples.one_department_with_a_draft(),
        today=FRIDAY,
        departments=(examples.waiting("NFD", NFD, "2022-11-03", working_days_over=65),),
        role=Recipient.RESPONSIBLE,
    )
    several = replace(
        examples.departments_that_differ(),
        today=FRIDAY,
        departments=(
            examples.waiting("KD", KD, "2022-03-21", working_days_over=221),
            examples.waiting("HOD", HOD, "2022-04-01", working_days_over=212, interim=True),
        ),
    )
    return digest(
        ("MinutesDue", replace(examples.minutes_today(), today=FRIDAY)),
        ("DeadlineNearing", replace(examples.report_expected_today(), today=FRIDAY)),
        ("ConsultationNearing", our_response_is_late()),
        (
            "OpEdIdle",
            replace(examples.draft_left_alone(), today=FRIDAY, last_touched=date(2023, 1, 20)),
        ),
        ("ReplyOverdue", letter),
        ("ReplyReceived", an_answer()),
        ("DeadlineNearing", our_own_deadline("2023-02-03")),
        ("ReplyOverdue", several),
        ("DeadlineNearing", replace(examples.report_no_later_than(), today=FRIDAY)),
        ("OpEdUnanswered", replace(examples.op_ed_without_an_answer(), today=FRIDAY)),
        (
            "OpEdCommentsNearing",
            replace(
                examples.op_ed_with_the_members(),
                today=FRIDAY,
                role=Recipient.SECRETARIAT,
                due=Edtf("2023-02-05"),
                working_days_left=0,
            ),
        ),
    )


def a_members_week() -> Digest:
    monday = date(2021, 8, 30)
    return digest(
        (
            "DeadlineNearing",
            replace(examples.written_input_from_members(), today=monday, working_days_left=4),
        ),
        (
            "OpEdCommentsNearing",
            replace(examples.op_ed_with_the_members(), today=monday, working_days_left=4),
        ),
        rhythm=Rhythm.WEEKLY,
    )


EXAMPLES: dict[str, Callable[[str], Rendered]] = {
    "answer_received": lambda code: mails.answer_received(an_answer(), code),
    "answer_received interim": lambda code: mails.answer_received(an_interim_reply(), code),
    "meeting_changed": lambda code: mails.meeting_changed(a_moved_meeting(), code),
    "meeting_changed hours": lambda code: mails.meeting_changed(other_hours(), code),
    "meeting_changed cancelled": lambda code: mails.meeting_changed(a_cancelled_meeting(), code),
    "digest": lambda code: mails.digest(a_full_morning(), code),
    "digest weekly": lambda code: mails.digest(a_members_week(), code),
    "digest of one thing": lambda code: mails.digest(
        digest(("ConsultationNearing", our_response_is_late())), code
    ),
}
