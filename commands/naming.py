"""What a fact names by keys must be there; whatever is named already may stay as it is."""

from collections.abc import Mapping

from ..domain.areas import Area
from ..domain.entity import Entity
from ..domain.people import Person
from ..store.unit_of_work import UnitOfWork

Classes = Mapping[str, type[Entity]]

AREA_AND_PERSON: Classes = {"area": Area, "responsible": Person}
"""What most things name: where they belong, and who has them in hand."""


def require_known(
    work: UnitOfWork, classes: Classes, values: Mapping[str, object], found: Entity | None = None
) -> None:
    """Check the `values` that name something of these classes, if `found` does not do so already.

    Raises Unknown for a key of nothing.
    """
    for name, cls in classes.items():
        key = values.get(name)
        if isinstance(key, str) and key and key != getattr(found, name, None):
            work.known(cls, key)
