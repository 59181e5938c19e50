"""An op-ed from the first idea to the newspaper, and whose turn it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import (
    OpEdApproved,
    OpEdCirculated,
    OpEdCommentsMoved,
    OpEdCorrected,
    OpEdCosigned,
    OpEdPublished,
    OpEdReactedTo,
    OpEdRejected,
    OpEdStarted,
    OpEdSubmitted,
    OpEdTouched,
)
from tilsvar.domain.kinds import OpEdStatus, SubmissionOutcome
from tilsvar.domain.op_ed_steps import (
    OnlyAnIdea,
    OutletOfThePublication,
    PublishedAlready,
    StillWithAnOutlet,
    WithAnotherOutlet,
    WithNoOutlet,
    require_step,
)
from tilsvar.domain.op_eds import CommentsBeforeCirculation, OpEd
from tilsvar.tests.domain.council import told

DAYS = st.dates(date(2021, 1, 1), date(2024, 1, 1))


def draft() -> OpEd:
    return OpEd.start("O1", "Kommuner trenger forskning", date(2021, 1, 4), status=OpEdStatus.DRAFT)


def test_an_op_ed_goes_to_the_members_is_turned_down_once_and_is_published() -> None:
    op_ed = draft()

    op_ed.circulate(date(2021, 1, 11))
    op_ed.approve(date(2021, 1, 20))
    op_ed.submit("BT", date(2021, 1, 21))
    op_ed.reject(date(2021, 1, 28))
    op_ed.submit("DM", date(2021, 1, 29))
    op_ed.publish("DM", Edtf("2021-02-11"))

    assert (op_ed.status, op_ed.outlet, op_ed.published) == (
        *(OpEdStatus.PUBLISHED, "DM", Edtf("2021-02-11")),
    )
    assert told(op_ed) == [
        OpEdStarted("O1", "draft", date(2021, 1, 4)),
        OpEdCirculated("O1", date(2021, 1, 11)),
        OpEdApproved("O1", date(2021, 1, 20)),
        OpEdSubmitted("O1", "BT", date(2021, 1, 21)),
        OpEdRejected("O1", "BT", date(2021, 1, 28)),
        OpEdSubmitted("O1", "DM", date(2021, 1, 29)),
        OpEdPublished("O1", "DM", Edtf("2021-02-11")),
    ]


def attempts(op_ed: OpEd) -> list[tuple[str | None, date, SubmissionOutcome, Edtf | None]]:
    return [(each.outlet, each.sent, each.outcome, each.answered) for each in op_ed.submissions]


def test_every_outlet_that_had_it_is_kept_with_what_it_said() -> None:
    op_ed = draft()

    op_ed.submit("BT", date(2021, 1, 21))
    assert [op_ed.waiting_at] == op_ed.submissions
    op_ed.reject(date(2021, 1, 28))
    op_ed.submit("DM", date(2021, 1, 29))
    op_ed.publish("DM", Edtf("2021-02-11"))

    assert op_ed.waiting_at is None
    assert attempts(op_ed) == [
        ("BT", date(2021, 1, 21), SubmissionOutcome.REJECTED, Edtf("2021-01-28")),
        ("DM", date(2021, 1, 29), SubmissionOutcome.PUBLISHED, Edtf("2021-02-11")),
    ]


def test_what_is_taken_back_or_published_elsewhere_is_withdrawn_from_its_outlet() -> None:
    rewritten, elsewhere = draft(), draft()

    rewritten.submit("BT", date(2021, 1, 21))
    rewritten.become(OpEdStatus.DRAFT, date(2021, 1, 25))
    elsewhere.submit("BT", date(2021, 1, 21))
    elsewhere.publish("DM", Edtf("2021-02-11"))

    assert [attempts(each)[0][2:] for each in (rewritten, elsewhere)] == [
        (SubmissionOutcome.WITHDRAWN, Edtf("2021-01-25")),
        (SubmissionOutcome.WITHDRAWN, Edtf("2021-02-11")),
    ]


def test_the_members_get_a_day_for_their_comments_that_can_move() -> None:
    op_ed = draft()
    told(op_ed)

    op_ed.circulate(date(2021, 1, 11), date(2021, 1, 18))
    op_ed.circulate(date(2021, 1, 12), date(2021, 1, 18))
    op_ed.circulate(date(2021, 1, 12), date(2021, 1, 22))
    assert (op_ed.comments_due, op_ed.touches) == (date(2021, 1, 22), 3)
    op_ed.approve(date(2021, 1, 25))

    assert (op_ed.comments_due, op_ed.comments_by) == (None, date(2021, 1, 22))
    assert told(op_ed) == [
        OpEdCirculated("O1", date(2021, 1, 11), date(2021, 1, 18)),
        OpEdCommentsMoved("O1", date(2021, 1, 22)),
        OpEdApproved("O1", date(2021, 1, 25)),
    ]


def test_nobody_can_comment_before_they_have_it() -> None:
    op_ed = draft()

    with pytest.raises(CommentsBeforeCirculation, match="give a later day"):
        op_ed.circulate(date(2021, 1, 11), date(2021, 1, 8))

    assert op_ed.status is OpEdStatus.DRAFT


def test_work_on_what_lies_with_others_gives_them_no_new_reminders() -> None:
    op_ed = draft()
    op_ed.circulate(date(2021, 1, 11), date(2021, 1, 18))

    op_ed.touch(date(2021, 1, 12))

    assert (op_ed.touches, op_ed.touched) == (2, date(2021, 1, 12))


def test_others_sign_it_once_each_and_reactions_follow_one_another() -> None:
    op_ed = draft()
    told(op_ed)

    op_ed.cosign(["NFR", "UIO", "NFR"])
    op_ed.cosign(["UIO"])
    op_ed.react("Kommentar fra\nen leser", date(2021, 2, 12))
    op_ed.react("svar fra rådsleder", date(2021, 2, 15))

    assert op_ed.cosigners == ("NFR", "UIO")
    assert op_ed.reaction == "Kommentar fra en leser; svar fra rådsleder"
    assert told(op_ed) == [
        OpEdCosigned("O1", ("NFR", "UIO")),
        OpEdReactedTo("O1", date(2021, 2, 12)),
        OpEdReactedTo("O1", date(2021, 2, 15)),
    ]


def test_a_step_that_cannot_be_is_refused_with_what_to_do_instead() -> None:
    idea = OpEd.start("O1", "Kronikk", date(2021, 1, 4))
    with pytest.raises(OnlyAnIdea, match="say first that there is a draft"):
        require_step(idea, OpEdStatus.SUBMITTED, "BT")

    op_ed = draft()
    with pytest.raises(WithNoOutlet, match="record first where it was submitted"):
        require_step(op_ed, OpEdStatus.REJECTED, "BT")

    op_ed.submit("BT", date(2021, 1, 21))
    with pytest.raises(StillWithAnOutlet, match="waits for an answer from BT"):
        require_step(op_ed, OpEdStatus.SUBMITTED, "DM")
    with pytest.raises(WithAnotherOutlet, match="is with BT and not with DM"):
        require_step(op_ed, OpEdStatus.REJECTED, "DM")

    op_ed.reject(date(2021, 1, 28))
    with pytest.raises(OutletOfThePublication, match="say in which outlet"):
        require_step(op_ed, OpEdStatus.PUBLISHED, None)
    require_step(op_ed, OpEdStatus.PUBLISHED, "DM")

    op_ed.publish("DM", Edtf("2021-02-11"))
    with pytest.raises(PublishedAlready, match="if it is written anew"):
        require_step(op_ed, OpEdStatus.APPROVED, None)
    require_step(op_ed, OpEdStatus.PUBLISHED, "DM")


STEPS = [each for each in OpEdStatus if each is not OpEdStatus.IDEA]


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(["BT", "DM", None])), max_size=8))
def test_an_op_ed_waits_at_no_more_than_one_outlet_and_only_while_submitted(
    steps: list[tuple[OpEdStatus, str | None]],
) -> None:
    """Also where a register leaps from any step to any other."""
    op_ed, day = draft(), date(2021, 1, 5)

    for status, outlet in steps:
        versions = op_ed.touches
        match status:
            case OpEdStatus.DRAFT:
                op_ed.become(status, day)
            case OpEdStatus.CIRCULATED:
                op_ed.circulate(day)
            case OpEdStatus.APPROVED:
                op_ed.approve(day)
            case OpEdStatus.SUBMITTED:
                op_ed.submit(outlet, day)
            case OpEdStatus.REJECTED:
                op_ed.reject(day)
            case OpEdStatus.PUBLISHED:
                op_ed.publish(outlet, Edtf.on(day))
        waiting = [each for each in op_ed.submissions if each.outcome is SubmissionOutcome.WAITING]
        assert len(waiting) == (op_ed.status is OpEdStatus.SUBMITTED)
        assert all((each.answered is None) == (each in waiting) for each in op_ed.submissions)
        assert op_ed.touches >= versions


def test_only_a_draft_waits_for_us() -> None:
    waiting = []
    for status in OpEdStatus:
        op_ed = OpEd.start("O1", "Kronikk", date(2021, 1, 4), status=status)
        if op_ed.waits_for_us:
            waiting.append(status)

    assert waiting == [OpEdStatus.DRAFT]


def test_an_idea_becomes_a_draft_and_every_touch_starts_its_rest_anew() -> None:
    op_ed = OpEd.start("O1", "Kronikk", date(2021, 1, 4))
    told(op_ed)

    op_ed.become(OpEdStatus.DRAFT, date(2021, 1, 10))
    op_ed.touch(date(2021, 1, 12))

    assert (op_ed.touched, op_ed.touches) == (date(2021, 1, 12), 3)
    assert told(op_ed) == [
        OpEdTouched("O1", date(2021, 1, 10)),
        OpEdTouched("O1", date(2021, 1, 12)),
    ]


@given(st.lists(DAYS, min_size=1))
def test_work_recorded_late_never_sets_the_last_touch_back(days: list[date]) -> None:
    op_ed = draft()

    for day in days:
        op_ed.touch(day)

    assert op_ed.touched == max([date(2021, 1, 4), *days])
    assert op_ed.touches == 1 + len(days)


def test_a_correction_of_words_is_no_touch() -> None:
    op_ed = draft()
    told(op_ed)

    op_ed.correct(title="Kommunene trenger forskning")

    assert op_ed.touches == 1
    assert told(op_ed) == [OpEdCorrected("O1", ("title",))]
