"""How organisations, areas and people are called on a page."""

from functools import cached_property

from ..domain.areas import Area
from ..domain.organisations import Organisation
from ..store.unit_of_work import UnitOfWork
from .once import once


@once
def _organisations(work: UnitOfWork) -> dict[str, Organisation]:
    return {each.key: each for each in work.all(Organisation)}


class Names:
    """The names behind the keys, read once for a page."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self.organisations = _organisations(work)

    @cached_property
    def areas(self) -> dict[str, str]:
        return {each.key: each.name for each in self._work.all(Area)}

    @cached_property
    def areas_in_use(self) -> dict[str, str]:
        """Those to which something new may belong today."""
        day = self._work.today
        return {each.key: each.name for each in self._work.all(Area) if each.used_on(day)}

    @cached_property
    def people(self) -> dict[str, str]:
        return {each.key: each.name for each in self._work.people}

    def title(self, key: str) -> str:
        """The full name: "Helse- og omsorgsdepartementet"."""
        found = self.organisations.get(key)
        return found.name if found else key

    def label(self, key: str) -> str:
        """As lists say it: a department by its key, others by name unless the name begins so."""
        found = self.organisations.get(key)
        if found is None or found.is_department or found.name.startswith(f"{key} "):
            return key
        return found.name

    def successor(self, key: str) -> str | None:
        """Who answers today for an organisation that has been taken over, else None."""
        now = self._work.succession.on(key, self._work.today)
        return None if now == key else now

    def area(self, key: str | None) -> str:
        return self.areas.get(key, key) if key else ""

    @cached_property
    def labels(self) -> dict[str, str]:
        """Every key that a sentence of the history may hold, with what is said for it."""
        return {key: self.label(key) for key in self.organisations} | self.people
