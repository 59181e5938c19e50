"""The outlets that one can choose from when an op-ed is sent in, each with what it takes."""

from ...domain.media import MEDIA, Outlet
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..lists.folding import folded
from ..names import Names
from .takes import characters, early


def outlets(work: UnitOfWork, names: Names, lang: Language) -> list[tuple[str, str]]:
    """The media first, then everybody else: "Dagens Medisin (DM): 5 000 tegn, 7 dager før"."""
    described = {each.key: each for each in work.all(Outlet)}
    every = sorted(
        names.organisations.values(),
        key=lambda each: (each.kind != MEDIA and each.key not in described, folded(each.name)),
    )
    found = []
    for each in every:
        takes = described.get(each.key) or Outlet(each.key)
        known = (
            characters(takes.longest, lang) if takes.longest is not None else "",
            early(takes.lead_days, lang) if takes.lead_days is not None else "",
        )
        said = ", ".join(filter(None, known))
        found.append((each.key, f"{each.name} ({each.key})" + (f": {said}" if said else "")))
    return found
