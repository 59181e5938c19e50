"""What can be done with one thing: a form on a page of its own, a sentence after it, and the undo.

A `Deed` is described once (`web/deeds_of_op_eds.py` and its neighbours) and carried out here. The
form carries the number of the last event that it was made from, so that of two people who change
the same thing the second is told, and what they typed stays.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from pydantic import BeforeValidator
from sqlalchemy import func, select
from starlette.requests import Request

from ..domain.dates import Edtf, read_date
from ..domain.errors import TilsvarError
from ..domain.kinds import Kind
from ..store import flow
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from .access import sends
from .forms import Form, reading
from .links import FOLDERS
from .names import Names
from .sessions import SignedIn

Options = Callable[[UnitOfWork, Names, Language], list[tuple[str, str]]]
Values = dict[str, str | list[str]]


def _nothing(value: object) -> object:
    return None if value == "" else value


Chosen = Annotated[str | None, BeforeValidator(_nothing)]
"""One of a list, or none of it."""


def _date_or_none(text: str) -> Edtf | None:
    return read_date(text) if text.strip() else None


MaybeWhen = Annotated[Edtf | None, reading(_date_or_none)]
"""A date as people write it, which may be left out."""


class Nothing(Form):
    """The form of a deed for which nothing is asked: one button."""


@dataclass(frozen=True)
class Widget:
    """How one field is shown: line, date, text, select, choices or checks."""

    name: str
    shown: str = "line"
    help: str = ""
    required: bool = True
    options: Options | None = None


@dataclass(frozen=True)
class Undo:
    """The deed that takes another one back, given in its field what was so before."""

    deed: str
    field: str = ""
    before: Callable[[Any], str] = lambda _found: ""


def _nothing_proposed(_found: Any, _work: UnitOfWork) -> Values:
    return {}


def _always(_found: Any) -> bool:
    return True


@dataclass(frozen=True)
class Deed:
    """`title` is what its button and its page are called, `done` the sentence after it.

    `at` says at which field a command's refusal belongs. A `quiet` deed has no button of its own.
    `carry_out` gets the key, empty for something new, and gives the key of what there is then.
    """

    name: str
    title: str
    done: str
    carry_out: Callable[[UnitOfWork, str, Any], str]
    model: type[Form] = Nothing
    widgets: tuple[Widget, ...] = ()
    lead: str = ""
    proposed: Callable[[Any, UnitOfWork], Values] = _nothing_proposed
    possible: Callable[[Any], bool] = _always
    next: Callable[[Any], bool] = lambda _found: False
    undo: Undo | None = None
    at: str = ""
    quiet: bool = False


@dataclass(frozen=True)
class Button:
    """`sent` where it acts at once, else it opens a form. `filled` is the step that is next."""

    label: str
    href: str
    sent: bool
    filled: bool


@dataclass(frozen=True)
class Undoing:
    """The address and the one field, if any, that take back what was just done."""

    href: str
    field: str
    value: str


@dataclass(frozen=True)
class DeedPanel:
    """What was just done, how to take it back, and what can be done now."""

    said: str
    undo: Undoing | None
    buttons: list[Button]
    stamp: str


def stamp(work: UnitOfWork, kind: Kind, key: str) -> str:
    """The number of the last event about it that is not the clock's; changes with each change."""
    event = flow.event.c
    query = select(func.max(event.id)).where(
        event.about == kind.value, event.subject == key, event.by != "clock"
    )
    return str(work.session.scalar(query) or 0)


def place(kind: Kind, key: str, deed: str = "") -> str:
    """The address of the thing, or of what is to be done with it."""
    return "/" + "/".join(filter(None, (FOLDERS[kind], quote(key, safe=""), deed)))


def after(kind: Kind, key: str, deed: Deed, was: str) -> str:
    """Where one lands: on the thing's page, which says what was done."""
    facts = {"did": deed.name} | ({"was": was} if was else {})
    return f"{place(kind, key)}?{urlencode(facts)}"


def deed_panel(
    request: Request,
    reader: SignedIn,
    found: Any,
    *,
    kind: Kind,
    deeds: Mapping[str, Deed],
    new: Deed,
    work: UnitOfWork,
    lang: Language,
) -> DeedPanel:
    """Only what this reader may do, and only what can be done as things stand."""

    def may(deed: str) -> bool:
        return sends(request, reader.role, place(kind, found.key, deed))

    buttons = [
        Button(lang.text(each.title), place(kind, found.key, name), each.model is Nothing, filled)
        for name, each in deeds.items()
        if not each.quiet and each.possible(found) and may(name)
        for filled in (each.next(found),)
    ]
    done = request.query_params.get("did", "")
    did, undoing = (new if done == new.name else deeds.get(done)), None
    undo, was = did.undo if did else None, request.query_params.get("was", "")
    if undo and (was or not undo.field) and deeds[undo.deed].possible(found) and may(undo.deed):
        undoing = Undoing(place(kind, found.key, undo.deed), undo.field, was)
    said = lang.text(did.done) if did else ""
    return DeedPanel(said, undoing, buttons, stamp(work, kind, found.key))


class ChangedByAnother(TilsvarError):
    """{who} changed this meanwhile. What you typed is still here: look, and send it again."""


def require_same(work: UnitOfWork, kind: Kind, key: str, made_from: str) -> None:
    """Raises ChangedByAnother where the form was made before the last change by somebody."""
    if stamp(work, kind, key) == made_from:
        return
    event = flow.event.c
    query = (
        select(event.by)
        .where(event.about == kind.value, event.subject == key, event.by != "clock")
        .order_by(event.id.desc())
    )
    by = work.session.scalar(query.limit(1)) or ""
    raise ChangedByAnother(who=Names(work).people.get(by, "Tilsvar"))
