"""The base of every form: read at the edge, checked by pydantic, shown again as it was typed.

    class Sent(Form):
        title: Line = field(N_("Title"))
        sent: When = field(N_("Sent"))

    @with_form
    def sent(request: Request, typed: Typed | None) -> Response:
        filled = check(Sent, typed, lang) if typed else blank(Sent, lang, sent=...)
        if filled.content:        # a Sent, all in order
            …record it, and redirect
        return page(…, status=filled.status, form=filled)

The template shows it with the macros of `forms.html`: errors in a summary on top and at the field.
"""

import functools
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made_by
from datetime import date
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import parse_qs

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import PydanticCustomError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ..domain.dates import Edtf, read_date
from ..domain.errors import TilsvarError
from ..domain.sentences import N_
from ..wording.language import Language
from .refusals import refusal

LONGEST_TEXT = 50_000
LONGEST_BODY = 7 * LONGEST_TEXT  # bytes: such a text, each letter of it an æ written as %C3%A6
MOST_FIELDS = 1_000

UNPROCESSABLE = 422
OURS = "tilsvar"
"""The type of the errors that hold a sentence of ours."""

Typed = Mapping[str, Sequence[str]]
"""What was typed: each field's values in their order."""

M = TypeVar("M", bound="Form")
T = TypeVar("T")


class Form(BaseModel):
    """What a form holds once it is in order; a field's title is its label."""

    model_config = ConfigDict(extra="ignore", frozen=True, str_strip_whitespace=True)


def field(label: str, **more: Any) -> Any:
    """A field with its label, a msgid."""
    return Field(title=label, **more)


def reading(read: Callable[[str], T]) -> BeforeValidator:
    """Checks a field by a function of ours, whose TilsvarError is what the person is told."""

    def checked(value: Any) -> Any:
        try:
            return read(value) if isinstance(value, str) else value
        except TilsvarError as refusal:
            raise PydanticCustomError(OURS, "{error}", {"error": refusal}) from refusal

    return BeforeValidator(checked)


class NothingTyped(TilsvarError):
    """Fill this in."""


def _when(text: str) -> Edtf:
    if not text.strip():
        raise NothingTyped
    return read_date(text)


def _one_day(text: str) -> date:
    return _when(text).day


class NotAnAddress(TilsvarError):
    """Write a whole e-mail address, such as kari@example.no."""


def _address(text: str) -> str:
    local_part, at, domain = text.strip().rpartition("@")
    if not (local_part and at and domain) or len(text) > LONGEST_ADDRESS or not text.isprintable():
        raise NotAnAddress
    return text.strip()


LONGEST_ADDRESS = 254

Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
"""A line that must not be empty."""

Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
"""Any text, which may be empty."""

Address = Annotated[str, StringConstraints(min_length=1), reading(_address)]
"""An e-mail address, for somebody who may be known here."""


def _address_or_none(text: str) -> str:
    return _address(text) if text.strip() else ""


MaybeAddress = Annotated[str, reading(_address_or_none)]
"""The same, which may be left out."""

When = Annotated[Edtf, reading(_when)]
"""A date as people write it, exact or imprecise."""

Day = Annotated[date, reading(_one_day)]
"""One day as people write it."""


def _day_or_none(text: str) -> date | None:
    return read_date(text).day if text.strip() else None


MaybeDay = Annotated[date | None, reading(_day_or_none)]
"""One day as people write it, which may be left out."""


@dataclass(frozen=True)
class Mistake:
    """What is wrong with one field; `name` is empty where it is the form as a whole."""

    name: str
    label: str
    sentence: str


@dataclass(frozen=True)
class Filled(Generic[M]):
    """A form with what was typed in it: in order, with its `content`, or with its mistakes."""

    model: type[M]
    lang: Language
    typed: Typed
    content: M | None = None
    mistakes: tuple[Mistake, ...] = ()
    refusal: int = made_by(default=UNPROCESSABLE)

    @property
    def status(self) -> int:
        """The status of the page that shows the form."""
        return self.refusal if self.mistakes else 200

    def value(self, name: str) -> str:
        return next(iter(self.typed.get(name, ())), "")

    def values(self, name: str) -> Sequence[str]:
        return self.typed.get(name, ())

    def label(self, name: str) -> str:
        return self.lang.text(self.model.model_fields[name].title or name)

    def mistake(self, name: str) -> str:
        """The sentence at that field, empty where it is in order."""
        return next((each.sentence for each in self.mistakes if each.name == name), "")

    def refused(
        self, error: TilsvarError, name: str = "", status: int = UNPROCESSABLE
    ) -> "Filled[M]":
        """The same with what a command objected to, at the field that it is about."""
        label = self.label(name) if name else ""
        mistake = Mistake(name, label, refusal(error, self.lang))
        return Filled(
            self.model, self.lang, self.typed, None, (*self.mistakes, mistake), refusal=status
        )


def blank(model: type[M], lang: Language, **values: str | Sequence[str]) -> Filled[M]:
    """The form before anything is typed, with what it proposes."""
    proposed = {
        name: [value] if isinstance(value, str) else list(value) for name, value in values.items()
    }
    return Filled(model, lang, proposed)


def check(model: type[M], typed: Typed, lang: Language) -> Filled[M]:
    """What was typed, checked: with the content where all is in order, else with the mistakes."""
    try:
        content = model.model_validate(_plain(model, typed))
    except ValidationError as error:
        return Filled(model, lang, typed, None, _mistakes(model, error, lang))
    return Filled(model, lang, typed, content)


def _plain(model: type[Form], typed: Typed) -> dict[str, Any]:
    """Lists where the form wants several values, else the last one."""
    several = {name for name, each in model.model_fields.items() if _holds_several(each.annotation)}
    return {
        name: list(values) if name in several else values[-1]
        for name, values in typed.items()
        if values
    }


def _holds_several(annotation: Any) -> bool:
    origin = getattr(annotation, "__origin__", annotation)
    return origin in (list, tuple, set, frozenset)


def _mistakes(model: type[Form], error: ValidationError, lang: Language) -> tuple[Mistake, ...]:
    found: dict[str, Mistake] = {}
    for each in error.errors(include_url=False):
        name = str(each["loc"][0]) if each["loc"] else ""
        label = lang.text(model.model_fields[name].title or name) if name else ""
        found.setdefault(name, Mistake(name, label, _sentence(each, lang)))
    in_order = [*model.model_fields, ""]
    return tuple(sorted(found.values(), key=lambda mistake: in_order.index(mistake.name)))


EMPTY = N_("Fill this in.")
TOO_LONG = N_("This is longer than {max_length} characters.")
CHOOSE = N_("Choose one of these.")
STRANGE = N_("This cannot be used.")

SENTENCES = {
    "missing": EMPTY,
    "string_too_short": EMPTY,
    "too_short": EMPTY,
    "string_too_long": TOO_LONG,
    "enum": CHOOSE,
    "literal_error": CHOOSE,
}


def _sentence(error: Any, lang: Language) -> str:
    facts = error.get("ctx", {})
    if error["type"] == OURS:
        return refusal(facts["error"], lang)
    if not str(error["input"]).strip():
        return lang.text(EMPTY)
    return lang.text(SENTENCES.get(error["type"], STRANGE), **facts)


Handler = Callable[[Request, Typed | None], Response]


def with_form(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """A page with a form: `typed` is what was sent, None where it is only looked at.

    The body is read here, of a size that a form may have; the rest runs beside the event loop.
    """

    @functools.wraps(handler)
    async def endpoint(request: Request) -> Response:
        typed = await read_form(request) if request.method == "POST" else None
        return await run_in_threadpool(handler, request, typed)

    return endpoint


async def read_form(request: Request) -> Typed:
    """The fields of an ordinary form. Answers 413 for one that is too large, 415 for no form."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise HTTPException(413, "That is more than a form can hold.")
    if body and kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "Only forms can be sent here.")
    # Postgres keeps no null character, and nobody means to type one.
    sent = body.decode("utf-8", "replace").replace("%00", "").replace("\0", "")
    try:
        return parse_qs(sent, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise HTTPException(413, "That is more than a form can hold.") from error
