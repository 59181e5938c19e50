"""What stands in every page's navigation is counted again when anything may have changed it."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.letters import send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.letters import Letter
from tilsvar.store.clock import FixedClock
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.servers.office import MakeApp
from tilsvar.web.once import while_unchanged


@dataclass
class Counting:
    """Counts letters, and how often that was done."""

    app: App
    times: int = field(default=0)

    def __post_init__(self) -> None:
        self.counted = while_unchanged(self._count)

    def _count(self, work: UnitOfWork) -> int:
        self.times += 1
        return len(work.all(Letter))

    def letters(self) -> int:
        with self.app.office.reading() as work:
            return self.counted(work)


@pytest.fixture
def counting(app: App) -> Counting:
    return Counting(app)


def send(app: App, *, commit: bool = True) -> None:
    with app.office.work(by="SEK1") as work:
        send_letter(work, title="Om helsedata", sent=Edtf("2023-02-01"), recipients=["HOD"])
        if commit:
            work.commit()


def test_as_long_as_nothing_is_written_it_is_counted_once(counting: Counting) -> None:
    send(counting.app)

    assert [counting.letters() for _ in range(3)] == [1, 1, 1]
    assert counting.times == 1


def test_what_this_process_writes_counts_at_once(counting: Counting) -> None:
    found = []
    for _ in range(3):
        found.append(counting.letters())
        send(counting.app)

    assert [*found, counting.letters()] == [0, 1, 2, 3]


def test_what_another_process_writes_counts_at_once(
    counting: Counting, make_app: MakeApp, database_url: str
) -> None:
    another = make_app(database_url)
    found = []
    for _ in range(3):
        found.append(counting.letters())
        send(another)

    assert [*found, counting.letters()] == [0, 1, 2, 3]


def test_what_was_not_kept_does_not_count(counting: Counting) -> None:
    send(counting.app)
    assert counting.letters() == 1
    send(counting.app, commit=False)
    assert counting.letters() == 1


def test_whoever_reads_while_others_write_sees_one_state_and_the_next_reader_the_next(
    counting: Counting,
) -> None:
    """Two readers have a connection each, and each of them what it has read."""
    with counting.app.office.reading() as longer:
        assert counting.counted(longer) == 0
        send(counting.app)
        assert counting.letters() == 1
    assert [counting.letters() for _ in range(3)] == [1, 1, 1]


def test_in_another_minute_it_is_counted_anew(counting: Counting) -> None:
    clock = counting.app.office.clock
    assert isinstance(clock, FixedClock)
    assert counting.letters() == 0
    clock.set(clock.now() + timedelta(minutes=1))
    assert counting.letters() == 0

    assert counting.times == 2


def test_whoever_may_write_counts_for_themselves(counting: Counting) -> None:
    with counting.app.office.work(by="SEK1") as work:
        assert counting.counted(work) == 0
        send_letter(work, title="Om helsedata", sent=Edtf("2023-02-01"), recipients=["HOD"])
        assert counting.counted(work) == 1
