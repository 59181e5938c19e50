"""What the clock keeps an eye on: only what is open, under the version of its date."""

from datetime import date

import pytest

from tilsvar.domain.areas import Area
from tilsvar.domain.consultations import Consultation
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.events import (
    AnswerDue,
    ConsultationNearing,
    DeadlineNearing,
    OpEdIdle,
    ReplyOverdue,
)
from tilsvar.domain.kinds import ConsultationKind, ConsultationStatus, DeadlineKind, OpEdStatus
from tilsvar.domain.ladders import LadderBook
from tilsvar.domain.op_eds import OpEd
from tilsvar.domain.watches import ring, watched
from tilsvar.tests.domain.council import NOW, final, interim, letter, noted, told

BOOK = LadderBook()


def consultation(deadline: str | None = "2021-09-10") -> Consultation:
    return Consultation.publish(
        "C2021-02",
        ConsultationKind.CALL_FOR_INPUT,
        "Revidert langtidsplan",
        "KD",
        uid="c",
        now=NOW,
        deadline=Edtf(deadline) if deadline else None,
    )


def deadline(due: str, kind: DeadlineKind = DeadlineKind.EXTERNAL_PUBLICATION) -> Deadline:
    return Deadline.set("D1", kind, "Frist", Edtf(due), uid="d", now=NOW)


def draft() -> OpEd:
    return OpEd.start("O1", "Kronikk", date(2023, 1, 10), status=OpEdStatus.DRAFT)


def test_a_letter_is_watched_for_each_answer_that_is_still_open() -> None:
    sent = letter("2020-06-30", "HOD", "KMD", "KD")
    sent.take_reply("KMD", final("2020-08-01"))
    sent.take_reply("KD", interim("2020-07-10", "2020-10-01"))

    assert [(each.key, each.anchor, each.version) for each in watched(sent)] == [
        ("L2022-06/HOD", Edtf("2020-07-30"), 1),
        ("L2022-06/KD", Edtf("2020-10-01"), 2),
    ]


def test_nothing_closed_is_watched() -> None:
    answered, signed_off = letter("2022-10-03"), letter("2022-10-03")
    answered.take_reply("NFD", final("2022-10-20"))
    signed_off.sign_off("NFD", noted("2022-10-20"))
    submitted, declined = consultation(), consultation()
    submitted.submit("L2021-05", Edtf("2021-09-10"), NOW)
    declined.decline(NOW)
    met, cancelled = deadline("2023-03-27"), deadline("2023-03-27")
    met.meet(Edtf("2023-03-27"), NOW)
    cancelled.cancel(NOW)
    published, circulated = draft(), draft()
    published.publish("DM", Edtf("2023-02-01"))
    circulated.circulate(date(2023, 2, 1))

    for closed in (
        *(answered, signed_off, submitted, declined, met, cancelled, published, circulated),
        letter("2022-10-03", expected=False),
        consultation(deadline=None),
        Area.register("A", "Et område", "", None, None),
    ):
        assert watched(closed) == []


def test_what_opens_again_is_watched_under_a_new_version() -> None:
    sent = letter("2022-10-03")
    sent.take_reply("NFD", final("2022-10-20"))
    sent.withdraw_reply("NFD", "gjaldt et annet brev")
    taken_up = consultation()
    taken_up.submit("L2021-05", Edtf("2021-09-10"), NOW)
    taken_up.become(ConsultationStatus.DRAFTING, NOW)

    assert [each.version for each in (*watched(sent), *watched(taken_up))] == [2, 2]


@pytest.mark.parametrize(
    ("due", "kind", "ladder"),
    [
        ("2023-03-27", DeadlineKind.INTERNAL, "internal"),
        ("2023-03-27", DeadlineKind.MINUTES_COMMENTS, "minutes_comments"),
        ("2023-03-27", DeadlineKind.EXTERNAL_PUBLICATION, "external"),
        ("../2023-03-08", DeadlineKind.EXTERNAL_MILESTONE, "external"),
        ("2023-21", DeadlineKind.EXTERNAL_PUBLICATION, "imprecise"),
        ("2023-04", DeadlineKind.INTERNAL, "imprecise"),
    ],
)
def test_each_sort_of_deadline_has_its_ladder(due: str, kind: DeadlineKind, ladder: str) -> None:
    assert [each.ladder for each in watched(deadline(due, kind))] == [ladder]


def test_a_moved_deadline_is_watched_under_a_new_version() -> None:
    moved = deadline("2023-03-27")
    moved.move(Edtf("2023-04-03"), NOW)
    moved.move(Edtf("2023-04-03"), NOW)

    assert [(each.anchor, each.version) for each in watched(moved)] == [(Edtf("2023-04-03"), 2)]


def test_the_clock_tells_what_it_reached_and_for_whom() -> None:
    sent = letter("2020-06-30", "HOD", "KD")
    watches = watched(sent)
    told(sent)

    ring(sent, BOOK.ladder("answer").rung("0d"), watches)
    ring(sent, BOOK.ladder("answer").rung("+10wd"), watches[:1])

    assert told(sent) == [
        AnswerDue("L2022-06", ("HOD", "KD"), "0d", (1, 1)),
        ReplyOverdue("L2022-06", ("HOD",), "+10wd", (1,)),
    ]


def test_the_clock_tells_of_consultations_deadlines_and_drafts() -> None:
    for entity, ladder, rung, event in (
        (
            consultation(),
            "consultation",
            "-7d",
            ConsultationNearing("C2021-02", "-7d", Edtf("2021-09-10"), (1,)),
        ),
        (
            deadline("2023-21"),
            "imprecise",
            "0d",
            DeadlineNearing("D1", "0d", Edtf("2023-21"), (1,)),
        ),
        (draft(), "op_ed_idle", "+14d", OpEdIdle("O1", "+14d", date(2023, 1, 10), (1,))),
    ):
        told(entity)
        ring(entity, BOOK.ladder(ladder).rung(rung), watched(entity))
        assert told(entity) == [event]
