"""Recipients as somebody types them: by key, by name, or by the part of a name that is enough."""

import re
from collections.abc import Iterable

from ...domain.errors import TilsvarError
from ..lists.folding import folded
from ..names import Known

_SPLIT = re.compile(r"[;\n]")
_WITH_KEY = re.compile(r".*\((?P<key>[^()]+)\)")


class NobodyByThatName(TilsvarError):
    """No organisation is called “{typed}”. Register it under Organisations first."""


class SeveralByThatName(TilsvarError):
    """“{typed}” may be {names}. Write more of the name."""


NAMED = 4
"""How many organisations are named where it is not clear which one is meant."""


def recipients_in(typed: str, organisations: Iterable[Known]) -> list[str]:
    """The keys of the organisations in that line, in its order; semicolons stand between them.

    Raises NobodyByThatName and SeveralByThatName.
    """
    known = list(organisations)
    said = [" ".join(each.split()) for each in _SPLIT.split(typed)]
    return [_one(each, known) for each in said if each]


def as_suggested(organisation: Known) -> str:
    """How an organisation is proposed to whoever types: "Helsedirektoratet (HDIR)"."""
    return f"{organisation.name} ({organisation.key})"


def _one(typed: str, known: list[Known]) -> str:
    wanted, with_key = folded(typed), _WITH_KEY.fullmatch(typed)
    for each in known:
        if wanted in (folded(each.key), folded(each.name)):
            return each.key
        if with_key and folded(with_key["key"]) == folded(each.key):
            return each.key
    found = [each for each in known if wanted in folded(each.name)]
    if not found:
        raise NobodyByThatName(typed=typed)
    if len(found) > 1:
        names = [each.name for each in found]
        more = ["…"] if len(names) > NAMED else []
        raise SeveralByThatName(typed=typed, names=", ".join([*names[:NAMED], *more]))
    return found[0].key
