"""The rows of the communications plan and of the media."""

from dataclasses import dataclass
from datetime import date

from ...domain.communications import ActivityStatus, Channel
from ...domain.dates import Edtf
from ...domain.media import CoverageSort
from .rows import Row


@dataclass(frozen=True, kw_only=True)
class TargetGroupRow(Row):
    key: str
    name: str
    retired: bool
    source: str


@dataclass(frozen=True, kw_only=True)
class ActivityRow(Row):
    key: str
    title: str
    channel: Channel | None
    target_groups: tuple[str, ...]
    message: str
    wanted_effect: str
    theme: str | None
    area: str | None
    responsible: str | None
    when: Edtf | None
    status: ActivityStatus
    done_on: Edtf | None
    outcome: str
    why_not: str
    about: str
    op_ed: str | None
    suggested_on: date | None
    known: Edtf | None
    source: str


@dataclass(frozen=True, kw_only=True)
class OutletRow(Row):
    """What an outlet takes; its key is that of its organisation."""

    organisation: str
    longest: int | None
    lead_days: int | None
    submit_to: str
    note: str


@dataclass(frozen=True, kw_only=True)
class CoverageRow(Row):
    key: str
    title: str
    on: Edtf
    sort: CoverageSort
    outlet: str | None
    url: str
    op_ed: str | None
    theme: str | None
    letter: str | None
    speaker: str | None
    note: str


@dataclass(frozen=True, kw_only=True)
class SpeakerRow(Row):
    """Who may speak for the council: on a theme, on an area, or on everything."""

    person: str
    theme: str | None
    area: str | None
