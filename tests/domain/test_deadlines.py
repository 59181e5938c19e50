"""A deadline is set, moved, met or cancelled; calendars see what they must."""

from datetime import timedelta

from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.events import (
    DeadlineCancelled,
    DeadlineCorrected,
    DeadlineMet,
    DeadlineMoved,
    DeadlineSet,
)
from tilsvar.domain.kinds import DeadlineKind
from tilsvar.tests.domain.council import NOW, told

LATER = NOW + timedelta(days=1)


def deadline(kind: DeadlineKind = DeadlineKind.INTERNAL) -> Deadline:
    return Deadline.set("D1", kind, "Innspill", Edtf("2023-05"), uid="u", now=NOW)


def test_an_expected_month_becomes_a_day_and_is_then_met() -> None:
    set_ = deadline()

    set_.move(Edtf("2023-05-15"), LATER)
    met = LATER + timedelta(days=1)
    set_.meet(Edtf("2023-05-12"), met)
    set_.meet(Edtf("2023-05-13"), met)

    assert not set_.open
    assert (set_.met_on, set_.version, set_.sequence) == (Edtf("2023-05-12"), 2, 1)
    assert (set_.created, set_.modified) == (NOW, met)
    assert told(set_) == [
        DeadlineSet("D1", Edtf("2023-05")),
        DeadlineMoved("D1", Edtf("2023-05"), Edtf("2023-05-15")),
        DeadlineMet("D1", Edtf("2023-05-12")),
    ]


def test_a_cancelled_deadline_shows_as_changed_in_calendars_once() -> None:
    set_ = deadline()
    told(set_)

    set_.cancel(LATER)
    set_.cancel(LATER + timedelta(days=1))

    assert not set_.open
    assert (set_.sequence, set_.modified) == (1, LATER)
    assert told(set_) == [DeadlineCancelled("D1")]


def test_a_correction_of_words_moves_nothing() -> None:
    set_ = deadline()
    told(set_)

    set_.correct(LATER, title="Innspill fra medlemmene")

    assert (set_.version, set_.sequence, set_.modified) == (1, 0, LATER)
    assert told(set_) == [DeadlineCorrected("D1", ("title",))]


def test_only_our_own_deadlines_ask_something_of_the_members() -> None:
    assert [kind for kind in DeadlineKind if deadline(kind).ours] == [
        *(DeadlineKind.INTERNAL, DeadlineKind.MINUTES_COMMENTS),
    ]
