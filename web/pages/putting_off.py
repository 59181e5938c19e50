"""Putting something off until a day or until an answer comes, and ending that."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands import reminders
from ...commands.watching import watches_of
from ...domain.dates import read_date
from ...domain.entity import Entity
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind
from ...domain.letters import Letter
from ...domain.sentences import N_
from ...domain.watch import Watch
from ...reports.objects import find_watched
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ..access import sender
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..deeds.refused_page import refused_page
from ..forms import Filled, Form, Typed, blank, check, field, reading, with_form
from ..languages import reader_language
from ..links import address
from ..rendering import page
from ..today.put_off import held, resting, title_of


class NoDayNamed(TilsvarError):
    """Write the day until which it is put off."""


def _maybe_day(text: str) -> date | None:
    return read_date(text).day if text.strip() else None


class PutOff(Form):
    """`until` is not asked for where it rests until an answer comes."""

    how: Literal["day", "answer"] = field(N_("How long"), default="day")
    until: Annotated[date | None, reading(_maybe_day)] = field(N_("Until"), default=None)


@with_form
def put_off(request: Request, typed: Typed | None) -> Response:
    """The form, and what is chosen on it."""
    lang, key = reader_language(request), request.path_params["key"]
    office = request.app.state.tilsvar.office
    if typed is None:
        with office.reading() as work:
            return _page(request, work, key, blank(PutOff, lang, how="day"))
    form = check(PutOff, typed, lang)
    if form.content is not None:
        content = form.content
        try:
            if content.how == "day" and content.until is None:
                raise NoDayNamed
            until = content.until if content.how == "day" else None
            with office.work(by=reader_of(request).key) as work:
                reminders.snooze(work, key=key, until=until)
                work.commit()
        except TilsvarError as error:
            form = form.refused(error, "until")
        else:
            return landed("/", "put-off", about=key)
    with office.reading() as work:
        return _page(request, work, key, form)


def end(request: Request) -> Response:
    """It is not put off any more."""
    key, office = request.path_params["key"], request.app.state.tilsvar.office
    try:
        with office.work(by=reader_of(request).key) as work:
            reminders.wake(work, key=key)
            work.commit()
    except TilsvarError as error:
        return refused_page(request, error)
    return landed("/", "woken", about=key)


def all_put_off(request: Request) -> Response:
    """Everything that rests, each with its day and a button that ends it."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        rows = [
            (
                title_of(work, key),
                _until(until, lang),
                _thing(work, key),
                f"/put-off/{quote(key)}/end",
            )
            for key, until in resting(work).items()
        ]
        return page(
            request,
            "put_off_list.html",
            work,
            section="today",
            resting=rows,
            may=sender(request),
        )


def _thing(work: UnitOfWork, key: str) -> str | None:
    entity = find_watched(work, key.partition("/")[0])
    return address(entity) if entity else None


def _until(until: date | None, lang: Language) -> str:
    if until is None:
        return lang.text("until an answer comes")
    return lang.text("until {day}", day=day_in_full(until, lang))


def _page(request: Request, work: UnitOfWork, key: str, form: Filled[PutOff]) -> Response:
    lang = reader_language(request)
    entity = find_watched(work, key.partition("/")[0])
    watches = watches_of(work, entity) if entity else []
    if entity is None or not any(key in (each.key, each.group) for each in watches):
        raise HTTPException(404)
    later = held(work, work.today)
    hows = [("day", lang.text("Until a day"))]
    if _answered(entity, watches):
        hows.append(("answer", lang.text("Until an answer comes")))
    return page(
        request,
        "put_off.html",
        work,
        status=form.status,
        section="today",
        form=form,
        key=key,
        path=f"/put-off/{quote(key)}",
        title=title_of(work, key),
        href=address(entity),
        hows=hows,
        now=_until(later[key], lang) if key in later else "",
    )


def _answered(entity: Entity, watches: Iterable[Watch]) -> bool:
    """Whether something can come that ends it by itself."""
    return isinstance(entity, Letter) or any(
        each.ladder == "op_ed_submitted" and each.kind is Kind.OP_ED for each in watches
    )
