"""The things that reminders are about, by the keys of their objects: title, page, which part."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...commands.circulations import THINGS
from ...reports.objects import find_watched
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.lists import joined
from ..links import address
from ..names import Names


@dataclass(frozen=True)
class Thing:
    """`href` is None, and `title` the key, where there is no such thing any more."""

    key: str
    title: str
    href: str | None


class ThingsToldOf:
    """Finds each thing once for a page. An object's key begins with its thing's: `L2020-02/HOD`."""

    def __init__(self, work: UnitOfWork, names: Names, lang: Language) -> None:
        self._work, self._names, self._lang = work, names, lang
        self._found: dict[str, Thing] = {}

    def thing(self, object_key: str) -> Thing:
        """The letter, consultation, deadline, op-ed or meeting that holds the object."""
        first, _, rest = object_key.partition("/")
        key = rest if first in THINGS else first  # a draft is called after its kind: `op_ed/O1`
        if key not in self._found:
            entity: Any = find_watched(self._work, key)
            self._found[key] = (
                Thing(key, key, None)
                if entity is None
                else Thing(key, " ".join(entity.title.split()), address(entity))
            )
        return self._found[key]

    def whose(self, object_keys: Iterable[str]) -> str:
        """Whose answers these are: "HOD og KD"; empty for what is not one recipient's."""
        ends = [key.partition("/")[2] for key in object_keys]
        known = [self._names.label(end) for end in ends if end in self._names.organisations]
        return joined(known, self._lang)
