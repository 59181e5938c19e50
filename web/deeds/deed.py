"""What can be done with one thing: a form on a page of its own, a sentence after it, and the undo.

A `Deed` is described once (`web/deeds/of_op_eds.py` and its neighbours) and carried out here. The
form carries the number of the last event that it was made from, so that of two people who change
the same thing the second is told, and what they typed stays.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator
from sqlalchemy import func, select
from starlette.responses import RedirectResponse

from ...domain.attachments import Use
from ...domain.dates import Edtf, read_date
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind
from ...store import flow
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..forms import Filled, Form, reading
from ..links import place
from ..names import Names
from .acting import ChangedByAnother
from .done import landed

Options = Callable[[UnitOfWork, Names, Language], list[tuple[str, str]]]
OwnOptions = Callable[[Any, Names, Language], list[tuple[str, str]]]
OfferedOptions = Callable[[Any, UnitOfWork, Names, Language], list[tuple[str, str]]]
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
    """How a field is shown: as line, date, text, passage, long, select, choices, checks and so on.

    `among` are choices, and `several` checks, that are not shown where there is one only, and what
    is `hidden` carries what the address said. `own` are the options where they depend on the thing
    itself, `offered` where on what is there besides.
    """

    name: str
    shown: str = "line"
    help: str = ""
    required: bool = True
    options: Options | None = None
    own: OwnOptions | None = None
    offered: OfferedOptions | None = None

    def choose(
        self, found: Any, work: UnitOfWork, names: Names, lang: Language
    ) -> list[tuple[str, str]]:
        """What there is to choose from, as pairs of value and label.

        What is so is among the options of a list, though it is offered to nobody else any more.
        """
        if self.own is not None:
            return self.own(found, names, lang)
        if self.offered is not None:
            return self.offered(found, work, names, lang)
        if self.options is None:
            return []
        offered, now = self.options(work, names, lang), getattr(found, self.name, None)
        if self.shown == "select" and isinstance(now, str) and now and now not in dict(offered):
            offered.append((now, names.subjects.get(now) or names.labels.get(now, now)))
        return offered


@dataclass(frozen=True)
class Undo:
    """The deed that takes another one back, given in its field what was so before.

    `typed` is the field of the deed itself that says it, where that is enough.
    """

    deed: str
    field: str = ""
    before: Callable[[Any], str] = lambda _found: ""
    typed: str = ""

    def was(self, found: Any, content: Form) -> str:
        """What the undo is given; `found` is None for something new."""
        if self.typed:
            return str(getattr(content, self.typed))
        return self.before(found) if found is not None else ""


def _nothing_proposed(_found: Any, _work: UnitOfWork) -> Values:
    return {}


def _always(_found: Any) -> bool:
    return True


def _no_more(
    _found: Any, _form: Filled[Any], _work: UnitOfWork, _names: Names, _lang: Language
) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Deed:
    """`title` is what its button and its page are called, `done` the sentence after it.

    `at` says at which field a command's refusal belongs, of all or by the type of the error, and
    `conflicts` which of them mean that somebody was quicker. A `quiet` deed has no button of its
    own, a `placed` one has it elsewhere on the page. `carry_out` gets the key, empty for something
    new, and gives the key of what there is then. `told` is the sentence where it depends on the
    thing, `mine` the field that proposes whoever fills it in, `more` what the template shows
    besides. `files` is what files that come with the form are to the thing; the model then has
    `WithFiles`, and for a reply its `sender` is whose it is.
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
    at: str | Mapping[type[TilsvarError], str] = ""
    quiet: bool = False
    placed: bool = False
    conflicts: tuple[type[TilsvarError], ...] = ()
    told: Callable[[Any, str, UnitOfWork, Language], str] | None = None
    mine: str = ""
    files: Use | None = None
    template: str = "deed.html"
    more: Callable[[Any, Filled[Any], UnitOfWork, Names, Language], Mapping[str, Any]] = _no_more

    def field_of(self, error: TilsvarError) -> str:
        """At which field that refusal is shown; empty for the form as a whole."""
        return self.at if isinstance(self.at, str) else self.at.get(type(error), "")


def stamp(work: UnitOfWork, kind: Kind, key: str) -> str:
    """The number of the last event about it that is not the clock's; changes with each change."""
    event = flow.event.c
    query = select(func.max(event.id)).where(
        event.about == kind.value, event.subject == key, event.by != "clock"
    )
    return str(work.session.scalar(query) or 0)


def after(kind: Kind, key: str, deed: Deed, was: str) -> RedirectResponse:
    """Where one lands: on the thing's page, which says what was done."""
    return landed(place(kind, key), deed.name, was=was)


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
