"""How a report calls organisations, areas and people: read once, for one report."""

from functools import cached_property

from ..domain.areas import Area
from ..domain.organisations import Organisation
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from ..wording.lists import joined
from .documents.document import Coded


class Naming:
    """The names behind the keys, as they are now."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    @cached_property
    def _organisations(self) -> dict[str, Organisation]:
        return {each.key: each for each in self._work.all(Organisation)}

    @cached_property
    def _people(self) -> dict[str, str]:
        return {each.key: each.name for each in self._work.people}

    @cached_property
    def areas(self) -> dict[str, str]:
        """By key: those of the latest plan first, and of one plan by name."""
        every = sorted(self._work.all(Area), key=lambda each: (each.name.casefold(), each.key))
        dated = sorted(
            ((each.since.sort_key(), each) for each in every if each.since),
            key=lambda pair: pair[0],
            reverse=True,
        )
        undated = [each for each in every if not each.since]
        return {each.key: each.name for each in (*(each for _, each in dated), *undated)}

    def title(self, key: str) -> str:
        """The full name: "Helse- og omsorgsdepartementet"."""
        found = self._organisations.get(key)
        return found.name if found else key

    def label(self, key: str) -> str:
        """As papers say it: a department by its key, others by name."""
        found = self._organisations.get(key)
        return found.name if found and not found.is_department else key

    def labels(self, keys: tuple[str, ...], lang: Language) -> str:
        """Several, as in a sentence: "HOD, KMD og KD"."""
        return joined([self.label(each) for each in keys], lang)

    def coded(self, key: str) -> Coded:
        """The label of one organisation with its key; of none, nothing."""
        return Coded(self.label(key) if key else "", key)

    def all_coded(self, keys: tuple[str, ...], lang: Language) -> Coded:
        """The labels of several with their keys."""
        return Coded(self.labels(keys, lang), keys)

    def person(self, key: str) -> str:
        return self._people.get(key, key)

    def area(self, key: str | None, lang: Language) -> str:
        return self.areas.get(key, key) if key else lang.text("Without an area")
