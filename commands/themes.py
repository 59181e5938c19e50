"""Facts about themes: which there are, how far each has come, and what the council decided."""

from datetime import date

from ..domain.areas import Area
from ..domain.cases import CaseNumber
from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.kinds import MeetingKind
from ..domain.meetings import Meeting
from ..domain.past import happened
from ..domain.people import Person
from ..domain.stages import DecisionPoint, Outcome, Stage
from ..domain.themes import Decision, Theme
from ..store.unit_of_work import UnitOfWork
from .keys import free_key, key_of_name
from .naming import require_known


class ThemeNamedTwice(DomainError):
    """There is a theme named {title} already: choose another title."""


class NotDecidedThere(DomainError):
    """{title} is no council meeting: choose the meeting in which the council decided."""


class DecidedOnAnotherDay(DomainError):
    """{title} was {on}, so the council did not decide there {decided}: check the date."""


class CaseWithoutMeeting(DomainError):
    """Choose the council meeting to which case {case} belongs."""


class OneDecides(DomainError):
    """Either the council decided in a meeting, or one person did: choose one of them."""


class NotYetDecided(DomainError):
    """A decision of {on} can be recorded from that day on: today is {today}."""


def register_theme(
    work: UnitOfWork,
    *,
    title: str,
    key: str | None = None,
    area: str | None = None,
    stage: Stage | None = Stage.IDEA,
    plan: str = "",
    goal: str = "",
    source: str = "",
    responsible: str | None = None,
    on: date | None = None,
) -> Theme:
    """A theme enters, as a rule as an idea; `on` is the day in Oslo on which it came up.

    Raises ThemeNamedTwice and UntitledTheme.
    """
    title = " ".join(title.split())
    every = work.all(Theme)
    _require_own_title(title, every)
    theme = Theme.register(
        key or free_key(f"T-{key_of_name(title, 'TEMA')}", {each.key for each in every}),
        title,
        on or work.today,
        area=work.known(Area, area) if area else None,
        stage=stage,
        plan=plan,
        goal=goal,
        source=source,
        responsible=work.known(Person, responsible) if responsible else None,
    )
    work.add(theme)
    return theme


def _require_own_title(title: str, themes: list[Theme], but: str = "") -> None:
    for each in themes:
        if each.title.casefold() == title.casefold() and each.key != but:
            raise ThemeNamedTwice(title=each.title)


def decide(
    work: UnitOfWork,
    *,
    theme: str,
    point: DecisionPoint,
    outcome: Outcome = Outcome.ONWARD,
    on: Edtf | None = None,
    by: str = "",
    meeting: str | None = None,
    case: str = "",
    note: str = "",
) -> Theme:
    """Record a decision: of the council, in `meeting` under `case`, or of the person `by`.

    Without a date it is of the meeting's day, else of today. Raises OneDecides, NotDecidedThere,
    DecidedOnAnotherDay, CaseWithoutMeeting, NotYetDecided, the errors of CaseNumber and of
    `Theme.decide`.
    """
    found = work.get(Theme, theme)
    if by and (meeting or case.strip()):
        raise OneDecides
    held = work.view(Meeting, meeting) if meeting else None
    number = _case(case, held)
    if held is not None:
        _require_meeting(held, on)
        on = on or held.time.on
    on = happened(on or Edtf.on(work.today), work.today, NotYetDecided)
    decision = Decision(
        point,
        outcome,
        on,
        by=work.known(Person, by) if by else "",
        meeting=meeting or None,
        case=number,
        note=note.strip(),
    )
    found.decide(decision, work.today)
    return found


def _case(text: str, meeting: Meeting | None) -> str:
    if not text.strip():
        return ""
    case = CaseNumber.read(text)
    if meeting is None:
        raise CaseWithoutMeeting(case=case)
    case.require_meeting(meeting.title)
    return str(case)


def _require_meeting(meeting: Meeting, on: Edtf | None) -> None:
    if meeting.kind is not MeetingKind.COUNCIL:
        raise NotDecidedThere(title=meeting.title)
    day = meeting.time.on
    if on is not None and (on.last < day.first or on.first > day.last):
        raise DecidedOnAnotherDay(title=meeting.title, on=day, decided=on)


def withdraw_decision(work: UnitOfWork, *, theme: str, point: DecisionPoint, why: str) -> Theme:
    """The newest decision in that point was recorded wrongly.

    Raises WhyMissing and NoDecisionLeft.
    """
    found = work.get(Theme, theme)
    found.withdraw_decision(point, why, work.today)
    return found


def correct_theme(work: UnitOfWork, *, theme: str, **values: object) -> Theme:
    """Put right what is registered. Raises ThemeNamedTwice, UntitledTheme and Unknown."""
    found = work.get(Theme, theme)
    require_known(work, {"area": Area, "responsible": Person}, values, found)
    if "title" in values:
        values["title"] = " ".join(str(values["title"]).split())
        _require_own_title(str(values["title"]), work.all(Theme), but=theme)
    found.correct(**values)
    return found


def set_theme_aside(work: UnitOfWork, *, theme: str, why: str) -> Theme:
    """The council does not work with it for now. Raises IsSetAside and WhyMissing."""
    found = work.get(Theme, theme)
    found.put_aside(why, work.today)
    return found


def take_up_theme(work: UnitOfWork, *, theme: str) -> Theme:
    """The council works with it again. Raises IsNotSetAside."""
    found = work.get(Theme, theme)
    found.take_up(work.today)
    return found


def touch_theme(work: UnitOfWork, *, theme: str, on: date | None = None) -> Theme:
    """Something of what belongs to it happened on that day in Oslo, today if none is given."""
    found = work.get(Theme, theme)
    found.touch(on or work.today)
    return found
