"""The page of one note of a conversation, and that of one promise."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ...commands.promises import SAID_IN
from ...domain.entity import Entity
from ...domain.kinds import Kind
from ...domain.notes import Note
from ...domain.promises import Promise
from ...domain.themes import Theme
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf
from ...wording.language import Language
from ..access import sender
from ..deeds.panel import deed_panel
from ..facts import Fact, known
from ..languages import reader_language
from ..letters.next_reminder import next_reminder
from ..links import address, address_of, place
from ..names import Names
from ..rendering import page
from ..things.past import past
from ..timelines.promises import promise_standing
from ..today.put_off import may_be_put_off


def note(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found, names = work.view(Note, request.path_params["key"]), Names(work)
        facts = [
            Fact(lang.text("With whom"), *_organisation(found.organisation, names)),
            Fact(lang.text("When"), edtf(found.on, lang)),
            Fact(lang.text("Who of us"), names.people.get(found.by, found.by)),
            _theme(found.theme, work, lang),
            Fact(lang.text("Withdrawn"), found.why),
        ]
        said = lang.text("Note of a conversation")
        if found.withdrawn:
            said = lang.text("{kind}, withdrawn", kind=said)
        return _shown(request, work, Kind.NOTE, found, names, said=said, facts=facts)


def promise(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found, names = work.view(Promise, request.path_params["key"]), Names(work)
        facts = [
            Fact(lang.text("Who promised it"), *_organisation(found.organisation, names)),
            Fact(lang.text("When it was said"), edtf(found.given, lang)),
            _said_in(found.said_in, work, lang),
            Fact(lang.text("To be kept"), edtf(found.by_when, lang) if found.by_when else ""),
            Fact(lang.text("Kept"), edtf(found.kept_on, lang) if found.kept_on else ""),
            _theme(found.theme, work, lang),
            Fact(lang.text("Responsible"), names.labels.get(found.responsible or "", "")),
            Fact(lang.text("Note"), found.note),
            *next_reminder(found, work, lang),
        ]
        return _shown(
            request,
            work,
            Kind.PROMISE,
            found,
            names,
            said=lang.text("Promise"),
            facts=facts,
            standing=promise_standing(found, work, lang),
            put_off=f"/put-off/{found.key}" if may_be_put_off(work, found) else "",
        )


def _shown(
    request: Request,
    work: UnitOfWork,
    kind: Kind,
    found: Note | Promise,
    names: Names,
    *,
    said: str,
    facts: list[Fact],
    **shown: Any,
) -> Response:
    lang = reader_language(request)
    deeds = deed_panel(request, kind, found, work, lang)
    return page(
        request,
        "note.html",
        work,
        section="organisations",
        parent=names.title(found.organisation),
        parent_href=place(Kind.ORGANISATION, found.organisation),
        title=found.title,
        key=found.key,
        meta=[said, found.key],
        text=found.text if isinstance(found, Note) else found.what,
        deeds=deeds,
        done=deeds.done,
        rows=known(*facts),
        may=sender(request),
        lines=past(work, kind, found.key, names, lang),
        **shown,
    )


def _organisation(key: str, names: Names) -> tuple[str, str]:
    return names.title(key), place(Kind.ORGANISATION, key)


def _theme(key: str | None, work: UnitOfWork, lang: Language) -> Fact:
    found = work.look(Theme, key) if key else None
    return Fact(lang.text("Theme"), found.title if found else "", address(found) if found else None)


def _said_in(said_in: str, work: UnitOfWork, lang: Language) -> Fact:
    kind, _, key = said_in.partition(":")
    cls: type[Entity] | None = SAID_IN.get(Kind(kind)) if kind else None
    found: Any = work.look(cls, key) if cls else None
    href = address_of(Kind(kind), key) if found else None
    return Fact(lang.text("Said in"), found.title if found else "", href)
