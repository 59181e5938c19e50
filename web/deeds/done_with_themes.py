"""What was just said by hand of a thing and a theme, and how it is taken back."""

from collections.abc import Mapping
from typing import Any

from ...domain.happenings import THINGS
from ...domain.kinds import Kind
from ...domain.themes import Theme
from ...store.timelines import themes_of
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from .undoing import Done, Tell, Undoing


def _added(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    return _told(work, about, lang, belongs=True)


def _taken(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    return _told(work, about, lang, belongs=False)


def _told(work: UnitOfWork, about: str, lang: Language, *, belongs: bool) -> Done | None:
    """`about` is the theme, the kind and the key of the thing, and where one was."""
    theme, kind, key, back = (*about.split("/"), "", "", "")[:4]
    found = work.look(Theme, theme)
    if found is None or kind not in {each.value for each in THINGS}:
        return None
    thing: Any = work.look(THINGS[Kind(kind)][0], key)
    if thing is None or belongs is not (theme in themes_of(work, Kind(kind), key)):
        return None
    facts = {"thing": thing.title, "theme": found.title}
    if belongs:
        sentence = lang.text("“{thing}” belongs to the theme “{theme}”.", **facts)
    else:
        sentence = lang.text("“{thing}” is taken out of the theme “{theme}”.", **facts)
    fields = (("theme", theme), ("kind", kind), ("thing", key), ("back", back or "theme"))
    undo = Undoing("/belonging/take" if belongs else "/belonging/add", fields)
    return Done(sentence, undo=undo)


WITH_THEMES: Mapping[str, Tell] = {"added-to-theme": _added, "taken-from-theme": _taken}
