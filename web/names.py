"""How organisations, areas and people are called on a page."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import select

from ..domain.areas import Area
from ..domain.events import Event, SpeakerNamed, SpeakerUnnamed
from ..domain.organisations import MINISTRY
from ..domain.scheduled_reports import ScheduledReport
from ..domain.target_groups import TargetGroup
from ..domain.themes import Theme
from ..reports.catalogue import REPORTS
from ..store import theme_tables
from ..store.organisation_rows import OrganisationRow
from ..store.unit_of_work import UnitOfWork
from .once import while_unchanged


class Known(NamedTuple):
    """An organisation as pages name it: there are many of them, and every page names some."""

    key: str
    name: str
    kind: str

    @property
    def is_department(self) -> bool:
        return self.kind == MINISTRY


@while_unchanged
def _known(work: UnitOfWork) -> dict[str, Known]:
    return {key: Known(key, name, kind) for key, name, kind, _, _ in work.organisations.values()}


class Names:
    """The names behind the keys, read once for a page."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    @cached_property
    def organisations(self) -> dict[str, Known]:
        """All of them, by key: for lists and choices, since to look one up costs less."""
        return _known(self._work)

    @property
    def _there(self) -> dict[str, OrganisationRow]:
        return self._work.organisations

    @cached_property
    def areas(self) -> dict[str, str]:
        return {each.key: each.name for each in self._work.all(Area)}

    @cached_property
    def areas_in_use(self) -> dict[str, str]:
        """Those to which something new may belong today."""
        day = self._work.today
        return {each.key: each.name for each in self._work.all(Area) if each.used_on(day)}

    @cached_property
    def target_groups(self) -> dict[str, TargetGroup]:
        """Those of the communications plan, by name."""
        every = sorted(self._work.all(TargetGroup), key=lambda each: each.name.casefold())
        return {each.key: each for each in every}

    @cached_property
    def scheduled_reports(self) -> dict[str, str]:
        """The titles of the reports that are sent at fixed times, as msgids."""
        return {each.key: REPORTS[each.report].title for each in self._work.all(ScheduledReport)}

    def target_group(self, key: str) -> str:
        found = self.target_groups.get(key)
        return found.name if found else key

    @cached_property
    def themes(self) -> dict[str, Theme]:
        return {each.key: each for each in self._work.all(Theme)}

    def theme(self, key: str | None) -> str:
        found = self.themes.get(key) if key else None
        return found.title if found else key or ""

    @cached_property
    def people(self) -> dict[str, str]:
        return {each.key: each.name for each in self._work.people}

    def title(self, key: str) -> str:
        """The full name: "Helse- og omsorgsdepartementet"."""
        found = self._there.get(key)
        return str(found.name) if found else key

    def label(self, key: str) -> str:
        """As lists say it: a department by its key, others by name unless the name begins so."""
        found = self._there.get(key)
        if found is None or found.kind == MINISTRY or found.name.startswith(f"{key} "):
            return key
        return str(found.name)

    def successor(self, key: str) -> str | None:
        """Who answers today for an organisation that has been taken over, else None."""
        now = self._work.succession.on(key, self._work.today)
        return None if now == key else now

    def area(self, key: str | None) -> str:
        return self.areas.get(key, key) if key else ""

    @cached_property
    def subjects(self) -> dict[str, str]:
        """What somebody may speak on: the areas and the themes, by their keys."""
        theme = theme_tables.theme.c
        rows = self._work.session.execute(select(theme.key, theme.title))
        return self.areas | {row.key: row.title for row in rows}

    def labels_for(self, events: Iterable[Event]) -> dict[str, str]:
        """What stands for the keys in these events; themes and areas only where one is named."""
        spoken = any(isinstance(each, SpeakerNamed | SpeakerUnnamed) for each in events)
        return self.labels | self.subjects if spoken else self.labels

    @cached_property
    def labels(self) -> dict[str, str]:
        """Every key that a sentence of the history may hold, with what is said for it."""
        return {key: self.label(key) for key in self._there} | self.people
