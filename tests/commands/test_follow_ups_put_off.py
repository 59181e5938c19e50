"""What somebody has put off is not asked about, unless it is in the draft already."""

from datetime import date

from tilsvar.bootstrap import App
from tilsvar.commands.reminders import snooze
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.commands.asking import (
    approve,
    draft,
    later,
    send,
    state,
)


def snoozed(office: Office, key: str, until: date | None) -> None:
    with office.work(by="SEK1") as work:
        snooze(work, key=key, until=until)
        work.commit()


def test_a_letter_that_is_put_off_is_asked_about_when_it_speaks_again(app: App) -> None:
    office = app.office
    send(office, "A", "2022-06-01", "HOD")
    send(office, "B", "2022-10-03", "HOD")
    snoozed(office, "A", date(2023, 2, 20))

    key = str(draft(office))
    assert state(office, key)[1] == ("B",)

    later(app, 2023, 2, 20)
    assert draft(office) == key
    assert state(office, key)[1] == ("A", "B")


def test_nothing_is_drafted_while_all_is_put_off(office: Office) -> None:
    send(office, "A", "2022-06-01", "HOD", "KD")
    snoozed(office, "A/HOD", None)

    assert draft(office) is None
    assert draft(office, "KD") is not None


def test_what_is_put_off_after_it_was_drafted_stays_in_the_draft(office: Office) -> None:
    send(office, "A", "2022-06-01", "HOD")
    key = str(draft(office))
    snoozed(office, "A", date(2023, 3, 1))
    send(office, "B", "2022-10-03", "HOD")

    assert draft(office) == key
    assert state(office, key)[1] == ("A", "B")


def test_a_follow_up_that_is_put_off_keeps_its_letters_quiet(app: App) -> None:
    office = app.office
    send(office, "A", "2022-06-01", "HOD")
    first = approve(office, str(draft(office)))
    later(app, 2023, 3, 6)
    snoozed(office, first, date(2023, 3, 20))

    assert draft(office) is None
    later(app, 2023, 3, 20)
    assert state(office, str(draft(office)))[1:3] == (("A",), 2)
