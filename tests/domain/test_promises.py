"""What others promise is kept, dropped, moved or withdrawn; each turn begins its reminders."""

from collections.abc import Callable

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import DomainError
from tilsvar.domain.happenings import DUE, KEPT, SENT, happenings
from tilsvar.domain.kinds import Kind
from tilsvar.domain.notes import Note, NoteIsWithdrawn, NoteTooLong, NothingNoted
from tilsvar.domain.promises import (
    KeptBeforeGiven,
    NothingPromised,
    Promise,
    PromisedForThePast,
    PromiseIsClosed,
    PromiseIsWithdrawn,
)

GIVEN, MAY = Edtf("2022-09-27"), Edtf("2023-05")


@pytest.fixture
def promise() -> Promise:
    found = Promise.give("P1", "HOD", GIVEN, "Et utkast\n til mandat ", by_when=MAY)
    found.events.clear()
    return found


def told(of: Promise | Note) -> list[str]:
    return [each.name for each in of.events]


def parts(promise: Promise) -> list[str]:
    return [each.part for each in happenings(Kind.PROMISE, promise)]


def test_a_promise_waits_until_it_is_kept(promise: Promise) -> None:
    assert (promise.title, promise.due, parts(promise)) == (
        "Et utkast til mandat",
        MAY,
        [SENT, DUE],
    )

    promise.keep(Edtf("2023-04"))

    assert (promise.open, promise.due, parts(promise)) == (False, None, [SENT, KEPT])
    promise.reopen()
    promise.reopen()
    assert (promise.kept_on, promise.version) == (None, 2)
    assert told(promise) == ["PromiseKept", "PromiseReopened"]


def test_to_move_its_day_starts_its_reminders_anew_once(promise: Promise) -> None:
    promise.move(Edtf("2023-06"))
    promise.move(Edtf("2023-06"))
    promise.move(None)

    assert (promise.version, promise.due, told(promise)) == (3, None, 2 * ["PromiseMoved"])


def test_what_is_withdrawn_is_on_no_timeline_and_comes_back_as_it_was(promise: Promise) -> None:
    promise.withdraw("  Feil\naktør ")
    promise.withdraw()

    assert (parts(promise), told(promise)) == ([], ["PromiseWithdrawn"])
    promise.restore()
    assert (parts(promise), promise.version) == ([SENT, DUE], 2)


@pytest.mark.parametrize(
    ("deed", "refusal"),
    [
        (lambda one: one.keep(Edtf("2022-08")), KeptBeforeGiven),
        (lambda one: one.move(Edtf("2021")), PromisedForThePast),
        (lambda one: one.correct(given=Edtf("2024")), PromisedForThePast),
        (lambda one: one.correct(what=" "), NothingPromised),
        (lambda one: one.correct(note="x" * 10_001), NoteTooLong),
        (lambda one: (one.drop(), one.keep(MAY)), PromiseIsClosed),
        (lambda one: (one.withdraw(), one.drop()), PromiseIsWithdrawn),
        (lambda one: (one.withdraw(), one.move(None)), PromiseIsWithdrawn),
        (lambda one: (one.withdraw(), one.correct(what="Noe")), PromiseIsWithdrawn),
    ],
)
def test_what_cannot_be_is_refused(
    promise: Promise, deed: Callable[[Promise], object], refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        deed(promise)


def test_a_note_is_corrected_while_it_stands() -> None:
    note = Note.take("N1", "KD", GIVEN, " De vil\r\nse tall ", "SEK1")
    note.correct(text="De vil\nse tall", on=Edtf("2022-09"))
    assert told(note) == ["NoteTaken", "NoteCorrected"]
    with pytest.raises(NothingNoted):
        note.correct(text="\n")

    note.withdraw("Feil")
    note.withdraw("Igjen")
    with pytest.raises(NoteIsWithdrawn):
        note.correct(text="Noe")
    assert (note.why, happenings(Kind.NOTE, note)) == ("Feil", [])
    note.restore()
    assert (note.why, len(happenings(Kind.NOTE, note))) == ("", 1)
