"""The rows of a register once they are read: one type a sheet, each cell a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from ...domain.dates import Edtf
from ...domain.kinds import (
    ConsultationKind,
    ConsultationStatus,
    DeadlineKind,
    LetterKind,
    MeetingKind,
    MeetingStatus,
    OpEdStatus,
    ReplyKind,
    Role,
    SignOffCode,
)
from ...domain.meetings import MeetingTime
from .refusal import RowError
from .wall_time import WallTime


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row and where it stands.

    `cells` is every column of the sheet in its order as normalised text: dates as EDTF, lists with
    semicolons, empty where nothing is known. However a fact was typed, its cells are the same.
    """

    file: str = field(compare=False)
    line: int = field(compare=False)
    cells: Mapping[str, str] = field(compare=False, repr=False)

    @property
    def where(self) -> str:
        return f"{self.file} line {self.line}"

    def wrong(self, column: str, problem: str) -> RowError:
        """The error that the cell in this column, as it was read, is not right."""
        return RowError(self.file, self.line, column, self.cells[column], problem)


@dataclass(frozen=True, kw_only=True)
class OrganisationRow(Row):
    key: str
    name: str
    kind: str
    successor: str | None
    from_: Edtf | None
    email: str
    note: str


@dataclass(frozen=True, kw_only=True)
class AreaRow(Row):
    key: str
    name: str
    plan: str
    from_: Edtf | None
    to: Edtf | None


@dataclass(frozen=True, kw_only=True)
class PersonRow(Row):
    key: str
    name: str
    email: str
    role: Role
    organisation: str | None
    deputy_for: str | None
    from_: date | None
    to: date | None


@dataclass(frozen=True, kw_only=True)
class LetterRow(Row):
    """A letter. Where the register does not say, a submission expects no reply, the rest do."""

    id: str
    kind: LetterKind
    title: str
    area: str | None
    sent: Edtf
    recipients: tuple[str, ...]
    reply_expected: bool
    responsible: str | None
    follows_up: tuple[str, ...]
    outcome: str
    source: str


@dataclass(frozen=True, kw_only=True)
class ReplyRow(Row):
    letter: str
    from_: str
    received: Edtf
    kind: ReplyKind
    sign_off: SignOffCode | None
    promised: Edtf | None
    summary: str
    source: str


@dataclass(frozen=True, kw_only=True)
class ConsultationRow(Row):
    id: str
    title: str
    publisher: str
    kind: ConsultationKind
    published: Edtf | None
    deadline: Edtf | None
    status: ConsultationStatus
    submission: str | None
    area: str | None
    responsible: str | None
    known: Edtf | None
    source: str


@dataclass(frozen=True, kw_only=True)
class OpEdRow(Row):
    id: str
    title: str
    area: str | None
    status: OpEdStatus
    comments_by: date | None
    outlet: str | None
    published: Edtf | None
    cosigners: tuple[str, ...]
    reaction: str
    responsible: str | None
    known: Edtf | None
    source: str


@dataclass(frozen=True, kw_only=True)
class MeetingRow(Row):
    id: str
    kind: MeetingKind
    title: str
    start: WallTime
    end: WallTime | None
    place: str
    participants: tuple[str, ...]
    status: MeetingStatus
    moved_from: WallTime | None
    moved_on: Edtf | None
    known: Edtf | None
    source: str

    def time(self, zone: ZoneInfo) -> MeetingTime:
        """When the meeting is, with its hours in UTC; `zone` is where its clock hangs."""
        return MeetingTime(
            self.start.on, self.start.moment(zone), self.end.moment(zone) if self.end else None
        )


@dataclass(frozen=True, kw_only=True)
class DeadlineRow(Row):
    id: str
    title: str
    due: Edtf
    consultation: str | None
    kind: DeadlineKind
    responsible: str | None
    known: Edtf | None
    source: str
