"""What a search finds, as lines that lead to their pages: only what the reader may open."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote, urlencode

from starlette.requests import Request

from ...domain.entity import Entity
from ...domain.kinds import Kind
from ...domain.sentences import N_
from ...store.search_texts import SEARCHED
from ...store.searching import Asked, asked, find
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..access import opens
from ..concerns import concerns
from ..deeds.acting import reader_of
from ..links import FOLDERS
from ..rules import OFFICE
from .hit_lines import HitLines
from .parts_of_things import PARTS, PartOfThing, may_find, place_of

HEADINGS: Mapping[Kind, str] = {
    Kind.LETTER: N_("Letters"),
    Kind.CONSULTATION: N_("Consultations"),
    Kind.OP_ED: N_("Op-eds"),
    Kind.MEETING: N_("Meetings"),
    Kind.DEADLINE: N_("Deadlines"),
    Kind.ORGANISATION: N_("Organisations"),
    Kind.PERSON: N_("People"),
    Kind.FOLLOW_UP: N_("Follow-ups"),
    Kind.THEME: N_("Themes"),
    Kind.MEASURE: N_("Measures"),
    Kind.ACTIVITY: N_("Communications"),
    Kind.ATTACHMENT: N_("Attachments"),
    Kind.COVERAGE: N_("Coverage"),
    Kind.CONTACT: N_("Whom to turn to"),
    Kind.COMMENT: N_("Comments"),
    Kind.NOTE: N_("Notes of conversations"),
    Kind.PROMISE: N_("Promises"),
    Kind.POINT: N_("Points raised"),
}
PLACES: Mapping[Kind, str] = FOLDERS | {
    Kind.PERSON: "settings/people",
    Kind.FOLLOW_UP: "follow-ups",
}
LISTS = (
    Kind.LETTER,
    Kind.CONSULTATION,
    Kind.OP_ED,
    Kind.DEADLINE,
    Kind.ORGANISATION,
    Kind.THEME,
)
"""Those whose own list can be searched for the same words."""

SIFTED = 300
"""How many are looked through for somebody whom not all of them concern."""


@dataclass(frozen=True)
class Hit:
    href: str
    title: str
    detail: str


@dataclass(frozen=True)
class Group:
    """The hits of one kind, the best first; `more` is where the others are, if there are any."""

    name: str
    heading: str
    hits: list[Hit]
    more: str | None


def search(
    request: Request, work: UnitOfWork, typed: str, most: int, lang: Language
) -> list[Group]:
    """At most so many of each kind that the reader may open and that has all the words."""
    reader, wanted, lines = reader_of(request), asked(work, typed), HitLines(work, lang)
    groups = []
    for kind in SEARCHED:
        if kind not in PARTS and not opens(request, reader.role, _page(kind, "-")):
            continue
        found = _found(request, work, kind, wanted, most + 1)
        hits = [
            Hit(_place(kind, each, work), lines.title(each), lines.detail(kind, each))
            for each in found[:most]
        ]
        more = _list(kind, wanted) if len(found) > most else None
        groups.append(Group(kind.value, lang.text(HEADINGS[kind]), hits, more))
    return [each for each in groups if each.hits]


def _found(
    request: Request, work: UnitOfWork, kind: Kind, wanted: Asked, most: int
) -> list[Entity]:
    reader, cls = reader_of(request), SEARCHED[kind][0]
    sees_all = kind not in PARTS and reader.role in (OFFICE or ())
    keys = find(work, kind, wanted, most if sees_all else SIFTED)
    work.bring(cls, keys)
    things = (work.look(cls, key) for key in keys)
    there = (each for each in things if each is not None)
    if kind in PARTS:
        mine = (each for each in there if may_find(request, reader, each, work))
    else:
        mine = (each for each in there if concerns(reader, each))
    return list(islice(mine, most))


def _place(kind: Kind, found: Entity, work: UnitOfWork) -> str:
    if isinstance(found, PartOfThing):
        return place_of(found, work)
    return _page(kind, found.key)


def _page(kind: Kind, key: str) -> str:
    return f"/{PLACES[kind]}/{quote(key, safe='')}"


def _list(kind: Kind, wanted: Asked) -> str | None:
    asked_again = urlencode({"view": "all", "q": " ".join(wanted.words)})
    return f"/{PLACES[kind]}?{asked_again}" if kind in LISTS else None
