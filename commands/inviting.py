"""Stakeholders of a theme become participants of a meeting, which then belongs to the theme."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..domain.errors import DomainError
from ..domain.kinds import Kind, MeetingKind, MeetingStatus
from ..domain.meetings import Meeting
from ..domain.organisations import Organisation
from ..domain.themes import Theme
from ..store.timelines import themes_of
from ..store.unit_of_work import UnitOfWork
from .belonging import add_to_theme, take_from_theme
from .invitations import MeetingIsCancelled, MeetingIsOver


class NobodyChosen(DomainError):
    """Choose at least one to invite."""


class ThereAlready(DomainError):
    """All of them take part in {meeting} already."""


class NoGuestsThere(DomainError):
    """{meeting} is a meeting of the council, which guests are not added to: choose another one."""


@dataclass(frozen=True)
class Added:
    """Who is new among the participants, and whether the meeting belongs to the theme by this."""

    organisations: tuple[str, ...]
    linked: bool


def add_guests(
    work: UnitOfWork, *, theme: str, meeting: str, organisations: Iterable[str]
) -> Added:
    """Let these take part in a meeting to come, and let the meeting belong to the theme.

    Nobody is written to by this. Raises NobodyChosen, ThereAlready, NoGuestsThere, MeetingIsOver,
    MeetingIsCancelled, and Unknown.
    """
    chosen = tuple(dict.fromkeys(organisations))
    if not chosen:
        raise NobodyChosen
    found = work.get(Meeting, meeting)
    _require_ahead(work, found)
    new = tuple(work.known(Organisation, each) for each in chosen if each not in found.participants)
    linked = theme not in themes_of(work, Kind.MEETING, meeting)
    if not new and not linked:
        raise ThereAlready(meeting=found.title)
    if new:
        found.correct(work.now, participants=(*found.participants, *new))
    if linked:
        add_to_theme(work, theme=theme, kind=Kind.MEETING, key=meeting)
    else:
        work.known(Theme, theme)
    return Added(new, linked)


def take_guests_back(
    work: UnitOfWork, *, theme: str, meeting: str, organisations: Iterable[str], linked: bool
) -> None:
    """They were added by mistake; where it was `linked` by that, the meeting leaves the theme."""
    found = work.get(Meeting, meeting)
    gone = set(organisations)
    found.correct(
        work.now, participants=tuple(each for each in found.participants if each not in gone)
    )
    if linked and theme in themes_of(work, Kind.MEETING, meeting):
        take_from_theme(work, theme=theme, kind=Kind.MEETING, key=meeting)


def _require_ahead(work: UnitOfWork, meeting: Meeting) -> None:
    if meeting.kind is MeetingKind.COUNCIL:
        raise NoGuestsThere(meeting=meeting.title)
    if meeting.status is MeetingStatus.CANCELLED:
        raise MeetingIsCancelled(meeting=meeting.title)
    if meeting.status is MeetingStatus.HELD or meeting.time.on.last < work.today:
        raise MeetingIsOver(meeting=meeting.title)
