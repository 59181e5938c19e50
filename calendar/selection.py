"""What a calendar holds: which meetings, deadlines and consultations, found without their words.

Only as much of each row is read as tells whether it belongs there and whether its bytes, made
earlier, are still right: a calendar of ten thousand entries is looked through in milliseconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, case, select, type_coerce, union_all
from sqlalchemy.types import NULLTYPE

from ..commands.invitations import COUNCIL as THE_COUNCIL
from ..domain.consultations import CLOSED
from ..domain.dates import Edtf
from ..domain.kinds import DeadlineStatus, Kind, MeetingKind, MeetingStatus, Role
from ..domain.people import Person
from ..store import invitation_tables, tables
from ..store.unit_of_work import UnitOfWork
from .entries import DEADLINE

CANCELLED_STAYS = timedelta(days=30)
"""How long after its date a cancelled entry is still shown as cancelled."""


class Selection(NamedTuple):
    """Which entries a calendar holds; empty is everything.

    `kinds` are those of `entries.KINDS`, `area` the key of one, `person` the key of somebody whose
    own calendar it is. Theirs holds the council's meetings, those to which they are invited, and
    the dates for which they are responsible; without `invited` it leaves out every meeting to which
    they are invited, which the invitation itself has put into their calendar.
    """

    kinds: tuple[str, ...] = ()
    area: str | None = None
    person: str | None = None
    invited: bool = True


class Item(NamedTuple):
    """One entry that belongs there, and all that its words depend on.

    `uid` and `modified` name one state of it; `names` are words from elsewhere that are told with
    it, by their keys; `joining` says whether the reader may see how to take part from afar.
    """

    source: Kind
    uid: str
    modified: Any
    names: tuple[tuple[str, str], ...] = ()
    joining: bool = False


@dataclass
class Listing:
    """`gone` is the latest day on which something that was shown as cancelled went."""

    items: list[Item] = field(default_factory=list)
    gone: date | None = None

    def gone_by(self, on: str, today: date) -> bool:
        """Whether what was cancelled on that date (EDTF) is shown no longer."""
        going = Edtf(on).last + CANCELLED_STAYS + timedelta(days=1)
        if going > today:
            return False
        self.gone = max(going, self.gone or going)
        return True


@dataclass(frozen=True)
class Holder:
    """The person whose calendar it is, and the meetings to which they have an invitation."""

    person: Person
    invitations: frozenset[str]
    today: date

    def invited(self, meeting: Row[Any]) -> bool:
        key = self.person.key
        return meeting.key in self.invitations or (
            key in meeting.participants and key in meeting.participants.split(";")
        )

    def knows_of(self, meeting: Row[Any]) -> bool:
        """Whether it is a meeting of the council that they are, or were, part of."""
        if meeting.kind != MeetingKind.COUNCIL:
            return False
        until = self.person.until
        return until is None or Edtf(meeting.on_date).first <= until

    def takes_part(self, meeting: Row[Any]) -> bool:
        return (
            meeting.kind == MeetingKind.COUNCIL
            and self.person.role in THE_COUNCIL
            and self.person.active_on(Edtf(meeting.on_date).first)
        )

    def answers_for(self, responsible: str | None) -> bool:
        """What nobody is responsible for is the secretariat's."""
        if responsible is not None:
            return responsible == self.person.key
        return self.person.role is Role.SECRETARIAT and self.person.active_on(self.today)


def listed(work: UnitOfWork, selection: Selection) -> Listing:
    """What the calendar holds as the records stand, each sort by its keys."""
    work.session.flush()
    holder = _holder(work, selection.person) if selection.person is not None else None
    listing = Listing()
    listing.items += _meetings(work, selection, holder, listing)
    if not selection.kinds or DEADLINE in selection.kinds:
        listing.items += _deadlines(work, selection, holder, listing)
        listing.items += _consultations(work, selection, holder)
    return listing


def _holder(work: UnitOfWork, key: str) -> Holder:
    invitation = invitation_tables.invitation.c
    invited = select(invitation.meeting).where(
        invitation.who == key, invitation.withdrawn.is_(False)
    )
    return Holder(
        work.session.get_one(Person, key), frozenset(work.session.scalars(invited)), work.today
    )


def _meetings(
    work: UnitOfWork, selection: Selection, holder: Holder | None, listing: Listing
) -> Iterator[Item]:
    meeting = tables.meeting.c
    query = select(
        _plain(meeting.uid),
        _plain(meeting.modified),
        _plain(meeting.key),
        _plain(meeting.kind),
        _plain(meeting.status),
        _plain(meeting.on_date),
        _plain(meeting.participants),
        case((meeting.join_url == "", 0), else_=1).label("has_link"),
    ).order_by(meeting.key)
    if selection.kinds:
        wanted = [each for each in MeetingKind if each.value in selection.kinds]
        query = query.where(meeting.kind.in_(wanted))
    names: dict[str, str] | None = None
    for row in work.session.execute(_in_area(query, meeting.area, selection)):
        invited = holder is not None and holder.invited(row)
        if holder is not None and not (selection.invited if invited else holder.knows_of(row)):
            continue
        if row.status == MeetingStatus.CANCELLED and listing.gone_by(row.on_date, work.today):
            continue
        told: tuple[tuple[str, str], ...] = ()
        if row.participants:
            names = names or _names(work)
            told = tuple((key, names.get(key, key)) for key in row.participants.split(";"))
        joining = bool(row.has_link and holder and (invited or holder.takes_part(row)))
        yield Item(Kind.MEETING, row.uid, row.modified, told, joining)


def _deadlines(
    work: UnitOfWork, selection: Selection, holder: Holder | None, listing: Listing
) -> Iterator[Item]:
    deadline, consultation = tables.deadline.c, tables.consultation.c
    query = (
        select(
            _plain(deadline.uid),
            _plain(deadline.modified),
            _plain(deadline.status),
            _plain(deadline.due),
            _plain(deadline.responsible),
            _plain(deadline.consultation),
            _plain(consultation.title),
        )
        .outerjoin_from(
            tables.deadline, tables.consultation, deadline.consultation == consultation.key
        )
        .order_by(deadline.key)
    )
    for row in work.session.execute(_in_area(query, consultation.area, selection)):
        if holder is not None and not holder.answers_for(row.responsible):
            continue
        if row.status == DeadlineStatus.CANCELLED and listing.gone_by(row.due, work.today):
            continue
        names = ((row.consultation, row.title),) if row.title is not None else ()
        yield Item(Kind.DEADLINE, row.uid, row.modified, names)


def _consultations(work: UnitOfWork, selection: Selection, holder: Holder | None) -> Iterator[Item]:
    """The deadlines of those that are still to be answered; nobody keeps the others' any more."""
    consultation = tables.consultation.c
    query = (
        select(
            _plain(consultation.uid),
            _plain(consultation.modified),
            _plain(consultation.publisher),
            _plain(consultation.responsible),
        )
        .where(consultation.status.not_in(CLOSED), consultation.deadline.is_not(None))
        .order_by(consultation.key)
    )
    rows = work.session.execute(_in_area(query, consultation.area, selection)).all()
    names = _names(work) if rows else {}
    for row in rows:
        if holder is None or holder.answers_for(row.responsible):
            publisher = (row.publisher, names.get(row.publisher, row.publisher))
            yield Item(Kind.CONSULTATION, row.uid, row.modified, (publisher,))


def _in_area(query: Select[Any], area: ColumnElement[Any], selection: Selection) -> Select[Any]:
    return query if selection.area is None else query.where(area == selection.area)


def _names(work: UnitOfWork) -> dict[str, str]:
    """The names of organisations and people by their keys."""
    query = union_all(
        *(select(each.c.key, each.c.name) for each in (tables.organisation, tables.person))
    )
    return {row.key: row.name for row in work.session.execute(query)}


def _plain(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The value as the driver gives it, which is enough to compare and costs no reading."""
    return type_coerce(column, NULLTYPE).label(getattr(column, "name", None))
