"""What was said about the council's work, as lines that lead to the coverage itself."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select

from ...domain.kinds import Kind
from ...domain.media import Coverage
from ...domain.words import COVERAGE_SORTS
from ...store import media_tables
from ...store.belonging_tables import belonging
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..letters.related import point
from ..links import address
from ..names import Names
from ..today.timeline import Point

SHOWN = 20
"""How many a panel shows; the list of coverage has them all."""

COLUMNS = media_tables.coverage.c


@dataclass(frozen=True)
class CoveragePanel:
    """The newest ones; `more` is how many there are besides, `new` where one is recorded."""

    points: list[Point]
    more: int
    new: str
    all: str


def about_theme(theme: str) -> ColumnElement[bool]:
    """What is about the theme itself, or about an op-ed that belongs to it."""
    belongs = belonging.c
    op_eds = select(belongs.key).where(belongs.theme == theme, belongs.kind == Kind.OP_ED)
    return or_(COLUMNS.theme == theme, COLUMNS.op_ed.in_(op_eds))


def counted(work: UnitOfWork, those: ColumnElement[bool]) -> int:
    """How many of those stand."""
    query = select(func.count()).where(those, COLUMNS.withdrawn.is_(False))
    return work.session.scalar(query) or 0


def newest(
    work: UnitOfWork, those: ColumnElement[bool], most: int = SHOWN, first: int = 0
) -> list[Coverage]:
    """Of those that stand the newest, from that number on."""
    query = (
        select(Coverage)
        .where(those, COLUMNS.withdrawn.is_(False))
        .order_by(COLUMNS.on.desc(), COLUMNS.key.desc())
        .offset(first)
        .limit(most)
    )
    return list(work.session.scalars(query))


def coverage_panel(
    work: UnitOfWork, those: ColumnElement[bool], about: str, names: Names, lang: Language
) -> CoveragePanel:
    """The coverage of one thing; `about` names it in an address: "op_ed=O2021-01"."""
    found = newest(work, those, SHOWN + 1)
    more = counted(work, those) - SHOWN if len(found) > SHOWN else 0
    points = [coverage_point(each, work, names, lang) for each in found[:SHOWN]]
    return CoveragePanel(points, more, f"/media/coverage/new?{about}", f"/media/coverage?{about}")


def coverage_point(found: Coverage, work: UnitOfWork, names: Names, lang: Language) -> Point:
    """The day, the title, and where it stood: "Kommentar fra leser · Dagens Medisin"."""
    return point(
        found.on,
        found.title,
        address(found),
        coverage_detail(found, names, lang),
        work=work,
        lang=lang,
    )


def coverage_detail(found: Coverage, names: Names, lang: Language) -> str:
    sort = capitalised(lang.text(COVERAGE_SORTS[found.sort]))
    outlet = names.title(found.outlet) if found.outlet else ""
    speaker = names.people.get(found.speaker or "", "")
    gone = lang.text("withdrawn") if found.withdrawn else ""
    return " · ".join(filter(None, (sort, outlet, speaker, gone)))
