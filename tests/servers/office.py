"""A whole system for a test, and a doorbell that is answered by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from tilsvar.bootstrap import App
from tilsvar.domain.kinds import Role
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.people import Person
from tilsvar.store.clock import FixedClock
from tilsvar.store.doorbell import Doorbell
from tilsvar.store.unit_of_work import Office
from tilsvar.workers.ticking import tick

MORNING = datetime(2023, 2, 3, 11, tzinfo=UTC)
"""A Friday at noon in Oslo, where the stories' clock stands unless they say otherwise."""


class MakeApp(Protocol):
    """Wires a system; whatever is not named is as in a fresh installation, below tmp_path."""

    def __call__(
        self, database_url: str, *, now: datetime = MORNING, works_here: bool = False, **chosen: Any
    ) -> App: ...


@dataclass
class HandBell:
    """Keeps every ring until somebody answers, so that a test decides when and whether."""

    rings: list[tuple[str, str]] = field(default_factory=list)

    def ring(self, actor: str, keys: list[str]) -> None:
        self.rings.extend((actor, key) for key in keys)

    def lose(self) -> None:
        """Every ring so far is lost, as with a Redis that forgets."""
        self.rings.clear()

    def of(self, actor: str) -> list[str]:
        return [key for name, key in self.rings if name == actor]


def with_bell(app: App, doorbell: Doorbell, *, suggests: bool = False) -> App:
    """The same system, whose rings go to that doorbell.

    What it suggests after each letter and meeting is for the stories that ask for it: in all others
    it would be one more line in every digest.
    """
    office = replace(app.office, doorbell=doorbell)
    if not suggests:
        office = replace(office, subscribers=_without("suggest_activity", office.subscribers))
    return replace(app, office=office, post=replace(app.post, office=office))


def _without(
    subscriber: str, subscribers: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    return {
        event: tuple(each for each in those if each != subscriber)
        for event, those in subscribers.items()
    }


def answer(app: App, bell: HandBell) -> None:
    """Do what was rung for, and what that rings for, until it is quiet."""
    handlers = app.handlers()
    while bell.rings:
        actor, key = bell.rings.pop(0)
        handlers[actor](key)


def set_clock(office: Office, to: datetime) -> None:
    """The council's clock stands at that moment; nothing happens yet."""
    assert isinstance(office.clock, FixedClock)
    office.clock.set(to)


def pass_time(app: App, bell: HandBell, to: datetime) -> None:
    """The council's clock moves to that moment, the clock ticks, and all that follows is done."""
    answer(app, bell)
    set_clock(app.office, to)
    # What the first tick brings may be in the digest that the second one finds.
    for _ in range(2):
        tick(app.office)
        answer(app, bell)


def settle_in(office: Office) -> None:
    """The council as the stories know it: one in the secretariat, the leader, a member."""
    with office.work(by="SEK1") as work:
        for key, name in (
            ("HOD", "Helse- og omsorgsdepartementet"),
            ("KD", "Kunnskapsdepartementet"),
            ("NFD", "Nærings- og fiskeridepartementet"),
        ):
            work.add(Organisation.register(key, name, "ministry"))
        for key, role in (
            ("SEK1", Role.SECRETARIAT),
            ("LEDER", Role.LEADER),
            ("MEDLEM1", Role.MEMBER),
        ):
            work.add(Person.join(key, f"Person {key}", f"{key.lower()}@ho21.example", role))
        work.commit()
