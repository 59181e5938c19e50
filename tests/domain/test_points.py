"""What became of a point: seen in steps, taken back, and as it was known on any day."""

from datetime import date

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.points import (
    JudgedBeforeSent,
    NothingRaised,
    NotJudged,
    NowhereTakenUp,
    Point,
    PointIsWithdrawn,
    Uptake,
)

SENT = Edtf("2022-10-03")


@pytest.fixture
def point() -> Point:
    return Point.of("L1-01", "L1", 1, " Et nasjonalt\r\nprogram ")


def judge(point: Point, uptake: Uptake, on: str, where: str = "Meld. St. 5, side 12") -> None:
    point.judge(uptake, Edtf(on), where, "SEK1", SENT)


def test_nobody_knows_what_becomes_of_a_point_before_it_is_seen(point: Point) -> None:
    assert (point.text, point.uptake) == ("Et nasjonalt\nprogram", Uptake.UNKNOWN)
    judge(point, Uptake.PARTLY, "2022-12-01")
    judge(point, Uptake.TAKEN, "2023-02")

    assert point.uptake is Uptake.TAKEN
    known = [point.judged(date(2022, 11, 30)), point.judged(date(2023, 2, 27))]
    assert [each.uptake if each else None for each in known] == [None, Uptake.PARTLY]


def test_what_was_said_last_is_taken_back_and_the_earlier_counts_again(point: Point) -> None:
    judge(point, Uptake.PARTLY, "2022-12-01")
    judge(point, Uptake.NOT_TAKEN, "2023-01-01", where="")
    known = [point.uptake]
    for _ in range(2):
        point.withdraw_judgement()
        known.append(point.uptake)
    assert known == [Uptake.NOT_TAKEN, Uptake.PARTLY, Uptake.UNKNOWN]
    with pytest.raises(NotJudged):
        point.withdraw_judgement()


def test_what_is_taken_up_is_seen_somewhere_and_not_before_the_letter(point: Point) -> None:
    with pytest.raises(NowhereTakenUp):
        judge(point, Uptake.TAKEN, "2023-01-01", where="  ")
    with pytest.raises(JudgedBeforeSent):
        judge(point, Uptake.TAKEN, "2022-09")
    with pytest.raises(NothingRaised):
        point.correct(text=" ")


def test_a_withdrawn_point_stays_as_it_was_until_it_is_taken_back_in(point: Point) -> None:
    point.withdraw("To ganger")
    with pytest.raises(PointIsWithdrawn):
        judge(point, Uptake.TAKEN, "2023-01-01")
    point.restore()
    judge(point, Uptake.TAKEN, "2023-01-01")
    told = [type(each).__name__ for each in point.events]
    assert told == ["PointRaised", "PointWithdrawn", "PointRestored", "PointJudged"]
