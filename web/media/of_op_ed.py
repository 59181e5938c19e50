"""What media have to do with one op-ed: what its outlet takes, who speaks on it, what was said."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from starlette.requests import Request

from ...domain.circulations import Circulation, key_of
from ...domain.communications import Activity
from ...domain.dates import read_date
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind, OpEdStatus
from ...domain.media import Outlet
from ...domain.op_eds import OpEd
from ...store import communication_tables
from ...store.timelines import themes_of
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ..access import opener
from ..names import Names
from ..refusals import refusal
from .coverage_lines import COLUMNS, CoveragePanel, coverage_panel
from .speakers import speakers_on
from .takes import fits, last_day, takes

OUTLETS = 12
"""How many outlets an op-ed that has none yet is measured against."""


@dataclass(frozen=True)
class Measured:
    """One outlet against the op-ed: what it takes, whether the draft fits, by when it is sent."""

    name: str
    href: str
    takes: str
    fits: str
    by: str


@dataclass(frozen=True)
class OpEdMedia:
    """`outlets` is empty once it is printed; `asks` says whether a wanted day tells anything.

    `wanted` is that day as it was typed, and `mistake` what is wrong with it.
    """

    outlets: list[Measured]
    asks: bool
    wanted: str
    mistake: str
    speakers: list[str]
    coverage: CoveragePanel | None


def op_ed_media(request: Request, found: OpEd, work: UnitOfWork, lang: Language) -> OpEdMedia:
    """The panel of the op-ed's page; `?wanted=` is the day on which it is to be printed."""
    names, typed = Names(work), request.query_params.get("wanted", "").strip()
    wanted, mistake = _planned_for(found, work), ""
    if typed:
        try:
            wanted = read_date(typed).day
        except TilsvarError as error:
            wanted, mistake = None, refusal(error, lang)
    outlets, draft = _outlets(found, work), _draft(found, work)
    may = opener(request)
    areas = [found.area] if found.area else []
    return OpEdMedia(
        [
            Measured(
                names.title(each.key),
                f"/media/{each.key}" if may(f"/media/{each.key}") else "",
                takes(each, names.title(each.key), lang),
                fits(each, draft, lang),
                last_day(each, wanted, work.today, lang) if wanted else "",
            )
            for each in outlets
        ],
        any(each.lead_days is not None for each in outlets),
        typed or (day_in_full(wanted, lang) if wanted else ""),
        mistake,
        [each.name for each in speakers_on(work, themes_of(work, Kind.OP_ED, found.key), areas)],
        coverage_panel(work, COLUMNS.op_ed == found.key, f"op_ed={found.key}", names, lang)
        if may("/media/coverage")
        else None,
    )


def _outlets(found: OpEd, work: UnitOfWork) -> list[Outlet]:
    """The op-ed's own outlet where it is described; all that are, where it has none yet."""
    if found.status is OpEdStatus.PUBLISHED:
        return []
    if found.outlet and found.status is not OpEdStatus.REJECTED:
        own = work.look(Outlet, found.outlet)
        return [own] if own is not None and own.is_described else []
    every = [each for each in work.all(Outlet) if each.is_described]
    return [each for each in every if each.key != found.outlet][:OUTLETS]


def _draft(found: OpEd, work: UnitOfWork) -> str:
    circulation = work.look(Circulation, key_of(Kind.OP_ED, found.key))
    return circulation.text if circulation is not None else ""


def _planned_for(found: OpEd, work: UnitOfWork) -> date | None:
    """The day on which the communications plan wants it, where that is one day."""
    planned = communication_tables.activity.c
    query = select(Activity).where(planned.op_ed == found.key)
    for each in work.session.scalars(query):
        if each.when is not None and each.when.is_day:
            return each.when.day
    return None
