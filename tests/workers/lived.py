"""A random history, lived through by a whole system: facts, snoozes, outages, double runs."""

from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from sqlalchemy import update

from tilsvar.bootstrap import App
from tilsvar.commands import deadlines, letters, reminders
from tilsvar.domain.dates import Edtf, local_moment
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.entity import Entity
from tilsvar.domain.errors import TilsvarError
from tilsvar.domain.kinds import ReplyKind
from tilsvar.domain.letters import Letter
from tilsvar.domain.watches import watched
from tilsvar.store import flow
from tilsvar.store.clock import FixedClock, machine_now
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.workers.relay import sweep
from tilsvar.workers.ticking import tick

OSLO = ZoneInfo("Europe/Oslo")
LADDERS = ("-9d, -1d", "-3wd to LEDER, 0d", "0d, +2d", "")
STARTS = (date(2023, 2, 3), date(2023, 3, 22), date(2023, 10, 24), date(2024, 2, 26))

Step = tuple[str, int, int]

AHEAD = ("deadline", "move", "letter", "interim", "snooze")
DAYS = st.integers(1, 40)
THING = st.integers(0, 2)
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(["deadline", "move", "letter", "interim", "snooze"]), THING, DAYS
        ),
        st.tuples(st.sampled_from(["meet", "answer", "withdraw", "vague"]), THING, st.just(0)),
        st.tuples(st.just("ladder"), st.integers(0, len(LADDERS) - 1), st.just(0)),
        st.tuples(st.sampled_from(["pass", "pass", "pause"]), st.just(0), st.integers(1, 12)),
        st.tuples(st.sampled_from(["dark", "light", "again", "night"]), st.just(0), st.just(0)),
    ),
    min_size=4,
    max_size=24,
)


@dataclass
class Life:
    """One system that lives through the steps; with `outages` off nothing ever stops."""

    app: App
    bell: HandBell
    start: date
    outages: bool
    dark: bool = False
    edited_in_the_dark: bool = False
    seen: list[tuple[datetime, dict[str, int]]] = field(default_factory=list)

    def live(self, steps: list[Step]) -> None:
        self._set(self.start, time(12))
        for what, thing, number in steps:
            match what:
                case "dark":
                    self.dark = self.outages
                case "light":
                    self._light()
                case "again":
                    self._work()
                    self._work()
                case "night":
                    self._night()
                case "pass":
                    for _ in range(number):
                        self._next_day()
                case _:
                    self._fact(what, thing, number)
        self._light()
        for _ in range(60):
            self._next_day()

    @property
    def today(self) -> date:
        return self.app.office.clock.now().astimezone(OSLO).date()

    def _set(self, day: date, at: time) -> None:
        clock = self.app.office.clock
        assert isinstance(clock, FixedClock)
        clock.set(max(local_moment(day, at, OSLO), clock.now()))

    def _night(self) -> None:
        """What happens next comes between the clock's telling and the morning's digest."""
        self._set(self.today + timedelta(days=1), time(0, 1))
        self._work()

    def _next_day(self) -> None:
        noon = local_moment(self.today, time(12), OSLO)
        night = self.app.office.clock.now() < noon
        day = self.today + timedelta(days=0 if night else 1)
        self._set(day, time(0, 1))
        self._work()
        self._set(day, time(7, 30))
        self._work()
        self._set(day, time(12))
        self._work()

    def _light(self) -> None:
        self.dark = False
        self._work()

    def _work(self) -> None:
        if self.dark:
            self.bell.lose()
            return
        answer(self.app, self.bell)
        tick(self.app.office)
        tick(self.app.office)
        answer(self.app, self.bell)
        self._sweep()

    def _sweep(self) -> None:
        """What an outage lost is found by the relay; its grace of two seconds is not waited for."""
        for table in (flow.delivery, flow.mail):
            with self.app.office.engine.begin() as connection:
                late = table.c.next_attempt_at > machine_now()
                connection.execute(
                    update(table)
                    .where(table.c.state == "pending", late)
                    .values(next_attempt_at=machine_now())
                )
        if sweep(self.app.office):
            answer(self.app, self.bell)
            tick(self.app.office)
            answer(self.app, self.bell)

    def _fact(self, what: str, thing: int, number: int) -> None:
        with self.app.office.work(by="SEK1") as work, suppress(TilsvarError):
            getattr(self, f"_{what}")(work, thing, number)
            work.commit()
        self._look()
        self._work()

    def _look(self) -> None:
        """What is open now, for the judge: nothing else may be reminded of from here on."""
        with self.app.office.reading() as work:
            kinds: list[type[Entity]] = [Letter, Deadline]
            open_now = {
                watch.key: watch.version
                for kind in kinds
                for entity in work.all(kind)
                for watch in watched(entity)
            }
            self.seen.append((work.now, open_now))

    def open_at(self, moment: datetime) -> dict[str, int]:
        """The open objects with their versions, as the facts stood at that moment."""
        index = bisect_right(self.seen, moment, key=lambda pair: pair[0])
        return self.seen[index - 1][1] if index else {}

    def _ahead(self, number: int) -> Edtf:
        return Edtf.on(self.today + timedelta(days=number))

    def _deadline(self, work: UnitOfWork, thing: int, number: int) -> None:
        deadlines.set_deadline(work, key=f"D{thing}", title="Frist", due=self._ahead(number))

    def _move(self, work: UnitOfWork, thing: int, number: int) -> None:
        deadlines.move_deadline(work, deadline=f"D{thing}", due=self._ahead(number))

    def _meet(self, work: UnitOfWork, thing: int, _number: int) -> None:
        deadlines.meet_deadline(work, deadline=f"D{thing}")

    def _letter(self, work: UnitOfWork, thing: int, number: int) -> None:
        sent = Edtf.on(self.today - timedelta(days=number))
        letters.send_letter(
            work, key=f"L{thing}", title="Brev", sent=sent, recipients=["HOD", "KD"]
        )

    def _reply(self, work: UnitOfWork, thing: int, kind: ReplyKind, promised: Edtf | None) -> None:
        letters.receive_reply(
            work,
            letter=f"L{thing}",
            sender="HOD",
            received=Edtf.on(self.today),
            kind=kind,
            promised=promised,
        )

    def _interim(self, work: UnitOfWork, thing: int, number: int) -> None:
        self._reply(work, thing, ReplyKind.INTERIM, self._ahead(number))

    def _vague(self, work: UnitOfWork, thing: int, _number: int) -> None:
        self._reply(work, thing, ReplyKind.INTERIM, None)

    def _answer(self, work: UnitOfWork, thing: int, _number: int) -> None:
        self._reply(work, thing, ReplyKind.FINAL, None)

    def _withdraw(self, work: UnitOfWork, thing: int, _number: int) -> None:
        letters.withdraw_reply(work, letter=f"L{thing}", sender="HOD", why="feil")

    def _snooze(self, work: UnitOfWork, thing: int, number: int) -> None:
        until = self.today + timedelta(days=number)
        reminders.snooze(work, key=f"D{thing}", until=until)

    def _pause(self, work: UnitOfWork, _thing: int, number: int) -> None:
        reminders.pause(work, first=self.today, last=self.today + timedelta(days=number))

    def _ladder(self, work: UnitOfWork, thing: int, _number: int) -> None:
        self.edited_in_the_dark = self.edited_in_the_dark or self.dark
        reminders.change_ladder(work, ladder="internal", rungs=LADDERS[thing])
