"""What the clock keeps an eye on: one object under one version of its date."""

from dataclasses import dataclass

from .dates import Edtf
from .kinds import Kind


@dataclass(frozen=True)
class Watch:
    """One object under one version of its date. `group` is the entity that holds the object."""

    kind: Kind
    key: str
    group: str
    ladder: str
    anchor: Edtf
    version: int
