"""What turns out to be about something else was not heard about the theme."""

from collections.abc import Callable
from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.corrections import correct_letter
from tilsvar.commands.notes import correct_note, take_note, withdraw_note
from tilsvar.commands.promises import give_promise, withdraw_promise
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import LetterKind
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.workers.about_themes import LIFT, answered, asked, heard, owners, theme

ANSWERED = date(2023, 1, 30)


def test_an_answer_to_a_letter_with_another_title_was_not_about_the_theme(
    app: App, bell: HandBell
) -> None:
    theme(app.office)
    owners(app.office, "HOD")
    asked(app.office, "HOD")
    answered(app.office, "HOD")
    answer(app, bell)
    assert heard(app.office, "HOD") == ANSWERED

    with app.office.work(by="SEK1") as work:
        correct_letter(
            work,
            letter="L1",
            sent=Edtf("2023-01-09"),
            recipients=["HOD"],
            expects_answer=True,
            kind=LetterKind.LETTER,
            title="Om noe annet",
        )
        work.commit()
    answer(app, bell)
    assert heard(app.office, "HOD") is None


@pytest.mark.parametrize(
    "act",
    [
        lambda work: correct_note(work, note="N1", theme=None),
        lambda work: correct_note(work, note="N1", theme=None, organisation="KD"),
        lambda work: withdraw_note(work, note="N1"),
    ],
)
def test_a_note_about_something_else_or_by_mistake_was_not_about_the_theme(
    app: App, bell: HandBell, act: Callable[[UnitOfWork], object]
) -> None:
    theme(app.office)
    owners(app.office, "HOD")
    with app.office.work(by="SEK1") as work:
        take_note(
            work, key="N1", organisation="HOD", text="Ringte", theme=LIFT, on=Edtf.on(ANSWERED)
        )
        work.commit()
    answer(app, bell)
    assert heard(app.office, "HOD") == ANSWERED

    with app.office.work(by="SEK1") as work:
        act(work)
        work.commit()
    answer(app, bell)
    assert heard(app.office, "HOD") is None


def test_a_promise_registered_by_mistake_was_not_heard(app: App, bell: HandBell) -> None:
    theme(app.office)
    owners(app.office, "HOD")
    with app.office.work(by="SEK1") as work:
        give_promise(work, key="P1", organisation="HOD", what="Et svar", theme=LIFT)
        work.commit()
    answer(app, bell)
    assert heard(app.office, "HOD") is not None

    with app.office.work(by="SEK1") as work:
        withdraw_promise(work, promise="P1")
        work.commit()
    answer(app, bell)
    assert heard(app.office, "HOD") is None
