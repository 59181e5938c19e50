"""The front page: what needs a person now, the deadlines ahead, and what others owe."""

from collections import defaultdict
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import MeetingKind
from ...domain.obligations import Obligation, ObligationState
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_and_month, edtf, weekday, with_weekday
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised
from ...wording.periods import working_days
from ..access import sender
from ..languages import reader_language
from ..letters.open_letters import outstanding
from ..links import address
from ..meetings.steps import StepLine, meeting_steps
from ..meetings.times import hours
from ..names import Names
from ..rendering import page
from ..signing_in.first_steps import nothing_is_here
from ..today.needs import needs
from ..today.open_things import meetings_ahead
from ..today.put_off import resting
from ..today.timeline import timeline


@dataclass(frozen=True)
class NextMeeting:
    title: str
    href: str
    when: str
    place: str
    steps: list[StepLine]


@dataclass(frozen=True)
class Owed:
    """What others owe on one letter, those together whose answers stand alike."""

    title: str
    href: str
    who: str
    state: str
    late: bool


def today(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        groups = timeline(work, names, lang)
        ahead = [point for group in groups for point in group.points if point.style != "late"]
        return page(
            request,
            "today.html",
            work,
            section="today",
            day=_day(work, lang),
            first_steps=nothing_is_here(work),
            needs=needs(work, lang),
            may=sender(request),
            resting=len(resting(work)),
            groups=groups,
            next=ahead[0] if ahead else None,
            meeting=_next_meeting(work, lang),
            waiting=_owed(work, names, lang),
        )


def need(request: Request) -> Response:
    """Everything behind one line of the front page."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        lines = {each.name: each for each in needs(work, lang)}
        line = lines.get(request.path_params["name"])
        if line is None:
            raise HTTPException(404)
        return page(
            request,
            "need.html",
            work,
            section="today",
            need=line,
            here=request.url.path,
            may=sender(request),
        )


def _day(work: UnitOfWork, lang: Language) -> str:
    return lang.text(
        "{weekday} {day}, week {week}",
        weekday=weekday(work.today, lang),
        day=day_and_month(work.today, lang),
        week=work.today.isocalendar().week,
    )


def _next_meeting(work: UnitOfWork, lang: Language) -> NextMeeting | None:
    found = [
        each
        for each in meetings_ahead(work)
        if each.kind is MeetingKind.COUNCIL and each.time.on.last >= work.today
    ]
    if not found:
        return None
    first = min(found, key=lambda each: (each.time.on.sort_key(), each.key))
    on = first.time.on
    day = with_weekday(on.day, lang) if on.is_day else edtf(on, lang)
    if on.is_day and on.day == work.today:
        day = lang.text("today")
    when = capitalised(" ".join(filter(None, (day, hours(first.time, work.office.zone, lang)))))
    steps = meeting_steps(work, first, lang)
    return NextMeeting(first.title, address(first), when, first.place, steps)


def _owed(work: UnitOfWork, names: Names, lang: Language) -> list[Owed]:
    found: dict[tuple[str, str, str, bool], list[str]] = defaultdict(list)
    for letter, obligation in outstanding(work):
        state, late = _state(work, obligation, lang)
        who = names.label(work.succession.on(obligation.recipient, work.today))
        found[(letter.title, address(letter), state, late)].append(who)
    return [
        Owed(title, href, joined(who, lang), state, late)
        for (title, href, state, late), who in found.items()
    ]


def _state(work: UnitOfWork, obligation: Obligation, lang: Language) -> tuple[str, bool]:
    due, interim = obligation.due(work.today), obligation.interim(work.today)
    state = obligation.state(work.today)
    if state is ObligationState.OVERDUE and due is not None:
        late = working_days(work.calendar.count(due, work.today), lang)
        return lang.text("{days} overdue", days=late), True
    if state is ObligationState.INTERIM and interim is not None:
        promised = obligation.promised(work.today)
        if promised is not None:
            return lang.text("interim reply, promised {when}", when=edtf(promised, lang)), False
        return lang.text("interim reply {when}", when=edtf(interim.received, lang)), False
    return lang.text("due {when}", when=with_weekday(due or work.today, lang)), False
