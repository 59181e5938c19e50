"""The council closes days, chooses its quorum and its areas, on both databases."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tilsvar.commands.areas import AreaNamedTwice, add_area, name_area, retire_area, take_up_area
from tilsvar.commands.closed_days import ClosedDays, NotClosed, close, closed_days, open_again
from tilsvar.commands.letters import send_letter
from tilsvar.commands.reminders import NotPaused, end_pause, pause
from tilsvar.commands.rules import QuorumOutOfReach, choose_quorum
from tilsvar.domain.areas import Area, InUse, NotInUse
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind
from tilsvar.domain.letters import Letter
from tilsvar.domain.pauses import Pause
from tilsvar.domain.quorum import Quorum
from tilsvar.store.event_log import history
from tilsvar.store.pauses import load_pauses
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import set_clock

EASTER: dict[str, Any] = {"first": date(2023, 3, 31), "last": date(2023, 4, 11), "why": "Påske"}


def test_a_closed_easter_leaves_out_what_is_off_anyway_and_is_one_row(office: Office) -> None:
    set_clock(office, datetime(2023, 2, 28, 11, tzinfo=UTC))
    with office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Brev", sent=Edtf("2023-02-28"), recipients=["NFD"])
        work.commit()
    with office.work(by="SEK1") as work:
        close(work, first=date(2023, 3, 28), last=date(2023, 3, 28), why="Flytting")
        close(work, **EASTER)
        work.commit()

    with office.reading() as work:
        assert closed_days(work) == [
            ClosedDays(date(2023, 3, 28), date(2023, 3, 28), "Flytting"),
            ClosedDays(date(2023, 3, 31), date(2023, 4, 11), "Påske"),
        ]
        assert work.get(Letter, "L1").obligation("NFD").due() == date(2023, 3, 29)
        off = dict(work.rules.closed_days)
    assert date(2023, 4, 1) not in off
    assert date(2023, 4, 6) not in off


def test_only_the_days_of_that_name_are_opened_again(office: Office) -> None:
    with office.work(by="SEK1") as work:
        close(work, first=date(2023, 4, 3), last=date(2023, 4, 3), why="Seminar")
        close(work, **EASTER)
        work.commit()
    with office.work(by="SEK1") as work:
        open_again(work, **EASTER)
        work.commit()

    with office.work(by="SEK1") as work:
        assert work.rules.closed_days == ((date(2023, 4, 3), "Seminar"),)
        with pytest.raises(NotClosed):
            open_again(work, **EASTER)


def test_the_quorum_is_within_the_seats_and_the_same_again_is_no_event(office: Office) -> None:
    for _ in range(2):
        with office.work(by="LEDER") as work:
            choose_quorum(work, number=2)
            work.commit()

    with office.work(by="LEDER") as work:
        assert (work.rules.quorum, work.rules.quorum_number) == (0.5, 2)
        assert len(history(work.session, Kind.RULES, "quorum")) == 1
        with pytest.raises(QuorumOutOfReach):
            choose_quorum(work, number=3)
    assert Quorum(16, 2, 0, 0.5, 2).reached
    assert not Quorum(16, 8, 0, 0.51).reached
    assert Quorum(15, 8, 0, 0.51).reached


def test_an_area_is_retired_and_another_may_have_its_name(office: Office) -> None:
    with office.work(by="SEK1") as work:
        old = add_area(work, name="Ære og ånd")
        retire_area(work, area=old.key)
        new = add_area(work, name="ære og Ånd")
        assert (old.key, new.key) == ("AERE-OG-AND", "AERE-OG-AND-2")
        work.commit()

    with office.work(by="SEK1") as work:
        assert not work.view(Area, old.key).used_on(work.today)
        for command, wrong in ((take_up_area, AreaNamedTwice), (retire_area, NotInUse)):
            with pytest.raises(wrong):
                command(work, area=old.key)
        with pytest.raises(InUse):
            work.view(Area, new.key).take_up(work.today)
        name_area(work, area=new.key, name="Ånd")
        take_up_area(work, area=old.key)
        work.commit()


def test_one_pause_ends_and_the_other_stays(office: Office) -> None:
    summer = Pause(date(2023, 7, 1), date(2023, 8, 6), "Sommer")
    with office.work(by="SEK1") as work:
        pause(work, first=date(2023, 2, 1), last=date(2023, 2, 5))
        pause(work, first=summer.first, last=summer.last, why=summer.why)
        work.commit()
    with office.work(by="SEK1") as work:
        end_pause(work, only=Pause(date(2023, 2, 1), date(2023, 2, 5)))
        work.commit()

    with office.work(by="SEK1") as work:
        assert load_pauses(work.session) == (summer,)
        end_pause(work)
        with pytest.raises(NotPaused):
            end_pause(work)
