"""What can be done with a thing, as buttons on its page, and what was just done with it."""

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from ...domain.kinds import Kind
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..access import sends
from ..links import place
from .acting import reader_of
from .deed import Deed, Nothing, stamp
from .done import Done, Undoing
from .tables import DEEDS, NEW


@dataclass(frozen=True)
class Button:
    """`sent` where it acts at once, else it opens a form. `filled` is the step that is next."""

    label: str
    href: str
    sent: bool
    filled: bool


@dataclass(frozen=True)
class DeedPanel:
    """What was just done, and what can be done now."""

    done: Done | None
    buttons: list[Button]
    stamp: str


def deed_panel(
    request: Request, kind: Kind, found: Any, work: UnitOfWork, lang: Language
) -> DeedPanel:
    """Only what the reader may do, and only what can be done as things stand."""
    role, deeds = reader_of(request).role, DEEDS[kind]

    def may(deed: Deed) -> bool:
        return deed.possible(found) and sends(request, role, place(kind, found.key, deed.name))

    buttons = [
        Button(
            label=lang.text(each.title),
            href=place(kind, found.key, each.name),
            sent=each.model is Nothing,
            filled=each.next(found),
        )
        for each in deeds.values()
        if not (each.quiet or each.placed) and may(each)
    ]
    made_from = stamp(work, kind, found.key)
    what, was = (request.query_params.get(name, "") for name in ("done", "was"))
    new = NEW.get(kind)
    did = new if new and what == new.name else deeds.get(what)
    if did is None:
        return DeedPanel(None, buttons, made_from)
    said = did.told(found, was, work, lang) if did.told else lang.text(did.done)
    undo, undoing = did.undo, None
    if undo and (was or not undo.field) and may(deeds[undo.deed]):
        fields = [("made_from", made_from), *([(undo.field, was)] if undo.field else [])]
        undoing = Undoing(place(kind, found.key, undo.deed), tuple(fields))
    return DeedPanel(Done(said, undo=undoing) if said else None, buttons, made_from)
