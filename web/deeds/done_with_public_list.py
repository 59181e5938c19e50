"""What was just put on the public list or taken off it, and how that is taken back."""

from collections.abc import Mapping

from ...commands.public_list import CLASSES, mark_of
from ...domain.kinds import Kind
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..public.listed import form_of
from .undoing import Done, Tell, Undoing


def _shown(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    return _told(work, about, lang, shown=True)


def _hidden(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    return _told(work, about, lang, shown=False)


def _told(work: UnitOfWork, about: str, lang: Language, *, shown: bool) -> Done | None:
    """`about` is the kind and the key of the thing, and where one was."""
    name, key, back = (*about.split("/"), "", "")[:3]
    kind = next((each for each in CLASSES if each.value == name), None)
    if kind is None:
        return None
    mark, thing = mark_of(work, Kind(kind), key), work.look(CLASSES[kind], key)
    if mark is None or thing is None or mark.shown is not shown:
        return None
    sentence = lang.text("“{title}” is taken off the public list.", title=thing.title)
    if shown:
        sentence = lang.text("“{title}” stands on the public list.", title=thing.title)
    undo = Undoing(f"{form_of(kind, key)}/{'hide' if shown else 'show'}", (("back", back),))
    return Done(sentence, undo=undo)


WITH_PUBLIC_LIST: Mapping[str, Tell] = {"public-shown": _shown, "public-hidden": _hidden}
