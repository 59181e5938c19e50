"""One number says whether anything that calendars show has changed since it was read."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tilsvar.commands.consultations import (
    decline_consultation,
    move_consultation,
    publish_consultation,
    take_up_consultation,
)
from tilsvar.commands.deadlines import cancel_deadline, meet_deadline, move_deadline, set_deadline
from tilsvar.commands.letters import send_letter
from tilsvar.commands.meetings import (
    cancel_meeting,
    correct_meeting,
    move_meeting,
    schedule_meeting,
)
from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import DeadlineNearing
from tilsvar.domain.kinds import ConsultationStatus
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.people import Person
from tilsvar.store.calendar_change import changes_calendars, last_change
from tilsvar.store.clock import FixedClock
from tilsvar.store.unit_of_work import Office, UnitOfWork

DAY, OTHER = MeetingTime(Edtf("2023-03-10")), MeetingTime(Edtf("2023-03-17"))


def at(office: Office) -> int:
    with office.reading() as work:
        return last_change(work.session)


@pytest.fixture(autouse=True)
def _something_to_change(office: Office) -> None:
    with office.work(by="SEK1") as work:
        schedule_meeting(work, key="M1", title="Rådsmøte 1/2023", time=DAY)
        set_deadline(work, key="D1", title="Delrapport", due=Edtf("2023-02-17"))
        publish_consultation(
            work, key="C1", title="Langtidsplan", publisher="KD", deadline=Edtf("2023-03-01")
        )
        work.commit()


CHANGES: dict[str, Callable[[UnitOfWork], object]] = {
    "scheduled": lambda work: schedule_meeting(work, title="Dialog", time=DAY),
    "moved": lambda work: move_meeting(work, meeting="M1", time=OTHER),
    "held": lambda work: work.get(Meeting, "M1").hold(work.now),
    "cancelled": lambda work: cancel_meeting(work, meeting="M1"),
    "corrected": lambda work: correct_meeting(work, meeting="M1", agenda="1. Referat"),
    "deadline set": lambda work: set_deadline(work, title="Frist", due=Edtf("2023-04")),
    "deadline moved": lambda work: move_deadline(work, deadline="D1", due=Edtf("2023-04")),
    "deadline met": lambda work: meet_deadline(work, deadline="D1"),
    "deadline cancelled": lambda work: cancel_deadline(work, deadline="D1"),
    "consultation moved": lambda work: move_consultation(
        work, consultation="C1", deadline=Edtf("2023-04-01")
    ),
    "consultation declined": lambda work: decline_consultation(work, consultation="C1"),
    "taken up": lambda work: take_up_consultation(
        work, consultation="C1", status=ConsultationStatus.DRAFTING
    ),
    "another name": lambda work: work.get(Organisation, "KD").correct(
        name="Departementet", kind="ministry", email="", note=""
    ),
    "a member leaves": lambda work: work.get(Person, "MEDLEM1").leave(work.today),
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_a_calendar_shows_tells_that_it_changed(office: Office, name: str) -> None:
    before = at(office)

    with office.work(by="SEK1") as work:
        CHANGES[name](work)
        work.commit()

    assert at(office) > before


def test_a_letter_changes_no_calendar_and_neither_does_what_was_not_kept(office: Office) -> None:
    before = at(office)

    with office.work(by="SEK1") as work:
        send_letter(work, title="Innspill", sent=Edtf("2023-02-03"), recipients=["HOD"])
        work.commit()
    with office.work(by="SEK1") as work:
        cancel_meeting(work, meeting="M1")

    assert at(office) == before


def test_the_clock_that_reminds_changes_no_calendar() -> None:
    bell = DeadlineNearing("D1", "-5wd", Edtf("2023-02-17"), (1,))

    assert not changes_calendars([bell])


def test_every_change_has_a_second_of_its_own_though_the_clock_stands_still(
    office: Office,
) -> None:
    clock = office.clock
    assert isinstance(clock, FixedClock)
    seconds = [at(office)]

    def change() -> None:
        with office.work(by="SEK1") as work:
            set_deadline(work, title="Frist", due=Edtf("2023-04"))
            work.commit()
        seconds.append(at(office))

    change()
    change()
    assert [second - seconds[0] for second in seconds] == [0, 1, 2]
    clock.set(clock.now() + timedelta(hours=1))
    change()
    assert seconds[-1] == int(clock.now().timestamp())
    clock.set(clock.now() - timedelta(hours=2))
    change()
    assert seconds == sorted(set(seconds))


def test_before_anything_was_recorded_there_is_no_change(office: Office) -> None:
    with office.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM calendar_change")

    assert at(office) == 0
