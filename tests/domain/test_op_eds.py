"""An op-ed from the first idea to the newspaper, and whose turn it is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import (
    OpEdApproved,
    OpEdCirculated,
    OpEdCorrected,
    OpEdPublished,
    OpEdRejected,
    OpEdStarted,
    OpEdSubmitted,
    OpEdTouched,
)
from tilsvar.domain.kinds import OpEdStatus
from tilsvar.domain.op_eds import OpEd
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
