"""A measure of a theme: planned, followed up, and done or given up."""

from datetime import date

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import (
    MeasureBegun,
    MeasureCorrected,
    MeasureDone,
    MeasureDropped,
    MeasureFollowedUp,
    MeasurePlanned,
    MeasureReopened,
)
from tilsvar.domain.measures import (
    Measure,
    MeasureClosed,
    MeasureOpen,
    MeasureStatus,
    UntitledMeasure,
    WhyDropped,
)
from tilsvar.tests.domain.council import told

MAY, SPRING = Edtf("2023-05-16"), Edtf("2023-21")


def planned() -> Measure:
    return Measure.plan("T1-01", "T1", "Egen post i budsjettet", owner="HOD", follow_up=MAY)


def test_a_measure_is_followed_up_until_it_is_carried_out() -> None:
    found = planned()

    found.begin()
    found.begin()
    found.followed_up(date(2023, 5, 16), SPRING, "HOD ser på det")
    assert (found.due, found.note, found.version) == (SPRING, "HOD ser på det", 2)
    found.done(Edtf("2023-06"))

    assert (found.status, found.open, found.due, found.version) == (
        *(MeasureStatus.DONE, False, None, 3),
    )
    assert told(found) == [
        MeasurePlanned("T1-01", "T1", MAY),
        MeasureBegun("T1-01"),
        MeasureFollowedUp("T1-01", date(2023, 5, 16), SPRING),
        MeasureDone("T1-01", Edtf("2023-06")),
    ]


def test_what_is_closed_is_opened_again_before_anything_else() -> None:
    found = planned()
    with pytest.raises(MeasureOpen):
        found.reopen()
    with pytest.raises(WhyDropped):
        found.drop(" ")
    found.drop("Departementet gjør det selv")
    for act in (found.begin, lambda: found.done(MAY), lambda: found.drop("Igjen")):
        with pytest.raises(MeasureClosed):
            act()
    told(found)

    found.reopen()

    assert (found.status, found.why, found.due) == (MeasureStatus.UNDER_WAY, "", MAY)
    assert told(found) == [MeasureReopened("T1-01")]


def test_dropping_tells_why() -> None:
    found = planned()
    told(found)

    found.drop(" Departementet gjør det selv ")

    assert told(found) == [MeasureDropped("T1-01", "Departementet gjør det selv")]


def test_another_day_to_follow_up_starts_its_reminders_anew() -> None:
    found = planned()
    told(found)

    found.correct(note="Ring først")
    assert found.version == 1
    found.correct(follow_up=SPRING, note="Ring først")

    assert (found.version, found.due) == (2, SPRING)
    assert told(found) == [
        MeasureCorrected("T1-01", ("note",)),
        MeasureCorrected("T1-01", ("follow_up",)),
    ]


def test_a_measure_says_what_is_to_be_done() -> None:
    with pytest.raises(UntitledMeasure):
        Measure.plan("T1-01", "T1", " ")
    with pytest.raises(UntitledMeasure):
        planned().correct(title="")
