"""The lines of the public list as the secretariat sees them, and what might stand on it too."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from sqlalchemy import Select, select
from starlette.requests import Request

from ...domain.dates import Edtf
from ...domain.entity import Entity
from ...domain.kinds import Kind, OpEdStatus
from ...domain.letters import Letter
from ...domain.op_eds import OpEd
from ...domain.public_list import PublicMark, Statement, public_key, said_on
from ...store import point_tables, tables
from ...store.filing import filed
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf
from ...wording.language import Language
from ..access import sender
from ..links import address
from ..words import kind_word

NEWEST = 40
"""How many letters, and how many op-eds, are proposed; older ones are marked on their own pages."""

CLASSES: dict[Kind, type[Letter | OpEd]] = {Kind.LETTER: Letter, Kind.OP_ED: OpEd}
PLACE = "/settings/public-list"


@dataclass(frozen=True)
class Listed:
    """One thing: `href` is its page here, `form` what changes its place, `address` its public one.

    `out` says whether others see it: a letter that was withdrawn since is not shown.
    """

    title: str
    detail: str
    href: str
    form: str
    address: str = ""
    out: bool = True


@dataclass(frozen=True)
class PublicPanel:
    """How a thing stands with the list, on its own page. `may` is whether the reader changes it."""

    shown: bool
    address: str
    form: str
    may: bool


def form_of(kind: Kind, key: str) -> str:
    """Where a thing's place on the list is changed."""
    return f"{PLACE}/{kind.value}/{quote(key, safe='')}"


def public_panel(request: Request, found: Entity, work: UnitOfWork) -> PublicPanel | None:
    """None for what cannot stand on the list, and for who has no say and nothing to see."""
    if not isinstance(found, Letter | OpEd):
        return None
    kind = Kind.LETTER if isinstance(found, Letter) else Kind.OP_ED
    mark = work.look(PublicMark, public_key(kind, found.key))
    shown = mark is not None and mark.shown
    form, out = form_of(kind, found.key), said_on(found) is not None
    may = sender(request)(form) and (out or shown)
    if not may and not shown:
        return None
    return PublicPanel(shown, mark.address if mark else "", form, may)


def listed(work: UnitOfWork, lang: Language) -> list[Listed]:
    """What stands on the list, the newest first."""
    mark = point_tables.public_mark.c
    marks = list(work.session.scalars(select(PublicMark).where(mark.shown).order_by(mark.key)))
    found = []
    for kind, cls in CLASSES.items():
        mine = [each for each in marks if each.kind is kind]
        work.bring(cls, [each.thing for each in mine])
        found += [(work.view(cls, each.thing), each) for each in mine]
    found.sort(key=lambda pair: (_when(pair[0]).sort_key(), pair[1].key), reverse=True)
    return [_line(thing, kind=mark.kind, lang=lang, public=mark.address) for thing, mark in found]


def candidates(work: UnitOfWork, lang: Language) -> list[Listed]:
    """The newest letters, no follow-ups, and printed op-eds that do not stand there."""
    letter, op_ed = tables.letter.c, tables.op_ed.c
    newest = select(filed.c.letter).order_by(filed.c.sent.desc()).limit(4 * NEWEST)
    letters = select(Letter).where(
        letter.key.in_(newest),
        letter.withdrawn.is_(False),
        letter.follows_up == (),
        letter.key.not_in(_marked(Kind.LETTER)),
    )
    op_eds = (
        select(OpEd)
        .where(op_ed.status == OpEdStatus.PUBLISHED, op_ed.key.not_in(_marked(Kind.OP_ED)))
        .order_by(op_ed.touched.desc(), op_ed.key.desc())
        .limit(NEWEST)
    )
    found = [
        *_newest(work.session.scalars(letters))[:NEWEST],
        *work.session.scalars(op_eds),
    ]
    kinds = {Letter: Kind.LETTER, OpEd: Kind.OP_ED}
    return [_line(each, kind=kinds[type(each)], lang=lang) for each in _newest(found)]


def _marked(kind: Kind) -> Select[tuple[str]]:
    mark = point_tables.public_mark.c
    return select(mark.thing).where(mark.shown, mark.kind == kind)


def _newest(found: Iterable[Statement]) -> list[Statement]:
    return sorted(found, key=lambda each: (_when(each).sort_key(), each.key), reverse=True)


def _when(thing: Statement) -> Edtf:
    """Its date; what is not out any more stands where it stood."""
    if isinstance(thing, Letter):
        return thing.sent
    return thing.published or Edtf.on(thing.touched)


def _line(thing: Statement, *, kind: Kind, lang: Language, public: str = "") -> Listed:
    said = kind_word(thing.kind, lang) if isinstance(thing, Letter) else lang.text("Op-ed")
    return Listed(
        thing.title,
        f"{said} · {edtf(_when(thing), lang)}",
        address(thing),
        form_of(kind, thing.key),
        public,
        said_on(thing) is not None,
    )
