"""One year of the communications plan, month by month, with the facts beside it.

What has an imprecise date lies over all the months in which it may be.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, String, or_, select, type_coerce

from ...domain.communications import Activity, ActivityStatus
from ...domain.dates import Edtf
from ...domain.kinds import MeetingStatus, OpEdStatus
from ...domain.meetings import Meeting
from ...domain.op_eds import OpEd
from ...reports.gaps import HELD_WITH_OTHERS
from ...store import tables
from ...store.communication_tables import activity as activities
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf_short
from ...wording.language import Language
from ..links import address
from ..names import Names
from .facts import standing_of
from .words import channel_word

MONTHS = 12
SHOWN = (ActivityStatus.PLANNED, ActivityStatus.DONE)


@dataclass(frozen=True)
class Bar:
    """One line: `before`, `over` and `after` are the months around, under and past what lies there.

    `style` is planned, done, late or fact; `said` is what stands in it, its time in words.
    """

    title: str
    href: str
    detail: str
    before: int
    over: int
    after: int
    style: str
    said: str


@dataclass(frozen=True)
class Undated:
    title: str
    href: str
    detail: str


@dataclass(frozen=True)
class Year:
    plan: list[Bar]
    op_eds: list[Bar]
    meetings: list[Bar]
    undated: list[Undated]

    @property
    def empty(self) -> bool:
        return not (self.plan or self.op_eds or self.meetings or self.undated)


def year_of(work: UnitOfWork, year: int, names: Names, lang: Language) -> Year:
    """The plan of that year; what is planned without a date stands beside it."""
    row = activities.c
    dated = or_(within(row.when, year), within(row.done_on, year))
    query = select(Activity).where(row.status.in_(SHOWN), or_(dated, _undated()))
    found = list(work.session.scalars(query))
    plan = [each for each in found if each.took_place and in_year(each.took_place, year)]
    became = {each.op_ed for each in plan if each.op_ed}
    return Year(
        _in_order((each.took_place, _activity(each, year, work, names, lang)) for each in plan),
        _op_eds(work, year, became, names, lang),
        _meetings(work, year, names, lang),
        [
            Undated(each.title, address(each), _detail(each, names, lang))
            for each in sorted(found, key=lambda each: each.key)
            if each.took_place is None
        ],
    )


def within(column: "Column[Edtf] | ColumnElement[Edtf]", year: int) -> ColumnElement[bool]:
    """Whether the date may be in that year: of a winter the year before, it is two months."""
    text = type_coerce(column, String)
    return or_(text.like(f"{year}%"), text.like(f"../{year}%"), text == f"{year - 1}-24")


def in_year(on: Edtf, year: int) -> bool:
    return on.first.year <= year <= on.last.year


def _undated() -> ColumnElement[bool]:
    row = activities.c
    return row.when.is_(None) & (row.status == ActivityStatus.PLANNED)


def _activity(found: Activity, year: int, work: UnitOfWork, names: Names, lang: Language) -> Bar:
    standing = standing_of(found, work, lang)
    said = " · ".join(filter(None, (standing.tag, standing.after)))
    line = Undated(found.title, address(found), _detail(found, names, lang))
    on = found.took_place or Edtf.on(work.today)
    return _bar(line, on, year, standing.name, said)


def _detail(found: Activity, names: Names, lang: Language) -> str:
    groups = (names.target_group(key) for key in found.target_groups)
    return " · ".join(filter(None, (channel_word(found.channel, lang), *groups)))


def _bar(line: Undated, on: Edtf, year: int, style: str, said: str) -> Bar:
    first = on.first.month if on.first.year == year else 1
    last = on.last.month if on.last.year == year else MONTHS
    places = (first - 1, last - first + 1, MONTHS - last)
    return Bar(line.title, line.href, line.detail, *places, style, said)


def _op_eds(work: UnitOfWork, year: int, but: set[str], names: Names, lang: Language) -> list[Bar]:
    row = tables.op_ed.c
    query = select(OpEd).where(row.status == OpEdStatus.PUBLISHED, within(row.published, year))
    bars = []
    for each in work.session.scalars(query).unique():
        if each.key in but or each.published is None:
            continue
        outlet = names.label(each.outlet) if each.outlet else ""
        line = Undated(each.title, address(each), outlet)
        bar = _bar(line, each.published, year, "fact", edtf_short(each.published, lang))
        bars.append((each.published, bar))
    return _in_order(bars)


def _meetings(work: UnitOfWork, year: int, names: Names, lang: Language) -> list[Bar]:
    row = tables.meeting.c
    query = select(Meeting).where(
        row.kind.in_(HELD_WITH_OTHERS),
        row.status == MeetingStatus.HELD,
        within(row.on_date, year),
    )
    bars = []
    for each in work.session.scalars(query):
        on, line = each.time.on, Undated(each.title, address(each), names.area(each.area))
        bars.append((on, _bar(line, on, year, "fact", edtf_short(on, lang))))
    return _in_order(bars)


def _in_order(bars: "Iterable[tuple[Edtf | None, Bar]]") -> list[Bar]:
    dated = [(on.sort_key() if on else (), bar) for on, bar in bars]
    return [bar for _, bar in sorted(dated, key=lambda each: (each[0], each[1].title))]
