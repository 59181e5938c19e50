"""What was changed in the settings: who last did what, what is said after it, and how to undo it.

A `Part` is what two people must not change at the same time: its stamp is the number of the last
event of its kinds, which a form carries. The same number names a change that is to be taken back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, and_, func, select
from starlette.requests import Request

from ...domain.events import Event
from ...domain.kinds import Kind
from ...reports.render_explanation import NOT_PEOPLE
from ...store import flow
from ...store.clock import local_day
from ...store.event_log import Recorded, from_row
from ...store.unit_of_work import UnitOfWork
from ...wording.history import sentence
from ...wording.language import Language
from ..access import sends
from ..deeds.acting import ChangedByAnother
from ..deeds.done import Done, Undoing
from ..names import Names
from ..requests.numbers import row_number
from ..signing_in.sessions import signed_in
from .undone import UNDO

SETTING = "setting"
"""What a page is told (`?done=`) that follows on a change here."""


MOST = 50
"""How much of the history a page of the settings shows; the history page has all of it."""


@dataclass(frozen=True)
class Part:
    """Events of these names about the council's rules or what it chooses from, of one or of any."""

    names: tuple[str, ...]
    subject: str = ""
    about: Kind = Kind.RULES

    @property
    def these(self) -> ColumnElement[bool]:
        event = flow.event.c
        found = and_(event.about == self.about.value, event.name.in_(self.names))
        return and_(found, event.subject == self.subject) if self.subject else found


LADDERS = Part(("LadderChanged",))
PAUSES = Part(("PauseSet", "PauseEnded"))
CLOSED_DAYS = Part(("DaysClosed", "DaysOpened"))
AREAS = Part(("AreaRegistered", "AreaCorrected", "AreaRetired", "AreaTakenUp"), about=Kind.AREA)
TARGET_GROUPS = Part(
    (
        "TargetGroupRegistered",
        "TargetGroupCorrected",
        "TargetGroupRetired",
        "TargetGroupTakenUp",
    ),
    about=Kind.TARGET_GROUP,
)
QUORUM = Part(("QuorumChanged",))
ANSWERS = Part(("AnswerRuleChanged", "LegalBasisChanged"))
MORNING = Part(("MorningChanged",))
REPORT_TEMPLATE = Part(("ReportTemplateChanged",))
FEEDS = Part(("FeedMade", "FeedWithdrawn", "FeedRestored"))
SCHEDULES = Part(
    (
        "ReportScheduled",
        "ReportScheduleChanged",
        "ReportScheduleStopped",
        "ReportScheduleResumed",
    ),
    about=Kind.SCHEDULED_REPORT,
)
SENDINGS = replace(SCHEDULES, names=(*SCHEDULES.names, "ScheduledReportDue"))
"""The same with each time that it went out, which stands in nobody's way."""
PARTS = (
    LADDERS,
    PAUSES,
    CLOSED_DAYS,
    AREAS,
    TARGET_GROUPS,
    QUORUM,
    ANSWERS,
    MORNING,
    REPORT_TEMPLATE,
    SCHEDULES,
)


def of_subject(part: Part, subject: str) -> Part:
    """The same of one ladder or one area."""
    return replace(part, subject=subject)


def last_change(work: UnitOfWork, part: Part) -> Recorded | None:
    query = select(flow.event).where(part.these).order_by(flow.event.c.id.desc()).limit(1)
    row = work.session.execute(query).first()
    return from_row(row) if row else None


def stamp(work: UnitOfWork, part: Part) -> str:
    """What a form carries of the part that it was made from; changes with each change."""
    last = last_change(work, part)
    return str(last.id) if last else "0"


def require_same(work: UnitOfWork, part: Part, made_from: str) -> None:
    """Raises ChangedByAnother where the form was made before the last change."""
    last = last_change(work, part)
    if str(last.id if last else 0) != made_from:
        people = Names(work).people
        raise ChangedByAnother(who=people.get(last.by, "Tilsvar") if last else "Tilsvar")


@dataclass(frozen=True)
class Line:
    """What was changed on a day in the council's own time zone, and by whom."""

    at: date
    sentence: str
    by: str


def changes(work: UnitOfWork, part: Part, lang: Language) -> list[Line]:
    """The history of the part, newest first."""
    query = select(flow.event).where(part.these).order_by(flow.event.c.id.desc()).limit(MOST)
    labels, zone = labels_of(work, lang), work.office.zone
    lines = []
    for each in map(from_row, work.session.execute(query)):
        by = lang.text(NOT_PEOPLE[each.by]) if each.by in NOT_PEOPLE else labels.get(each.by, "")
        said = told(each.event, labels, lang, named=not part.subject)
        lines.append(Line(local_day(each.at, zone), said, by))
    return lines


def told(event: Event, labels: Mapping[str, str], lang: Language, *, named: bool = True) -> str:
    """Its sentence; what is about an area, say, says which one, unless the page does."""
    said = sentence(event, lang, labels)
    if named and event.about in (Kind.AREA, Kind.TARGET_GROUP, Kind.SCHEDULED_REPORT):
        return f"{labels.get(event.subject, event.subject)}: {said}"
    return said


def labels_of(work: UnitOfWork, lang: Language) -> dict[str, str]:
    """What a sentence here says for the keys of people, areas, target groups and reports."""
    names = Names(work)
    groups = {each.key: each.name for each in names.target_groups.values()}
    reports = {key: lang.text(title) for key, title in names.scheduled_reports.items()}
    return reports | groups | names.areas | names.people


def part_of(event: Event) -> Part | None:
    """The part that the event changed; of what there are several, that very one."""
    found = next((each for each in PARTS if event.name in each.names), None)
    if found in (AREAS, TARGET_GROUPS, LADDERS, ANSWERS, SCHEDULES):
        return of_subject(found, event.subject)
    return found


def newest(work: UnitOfWork, number: str) -> Recorded | None:
    """The change of that number, while nothing has been changed there since."""
    id_ = row_number(number)
    if id_ is None:
        return None
    row = work.session.execute(select(flow.event).where(flow.event.c.id == id_)).first()
    part = part_of(from_row(row).event) if row else None
    last = last_change(work, part) if part else None
    return last if last and str(last.id) == number else None


def setting_done(request: Request, work: UnitOfWork, lang: Language) -> Done | None:
    """What was just changed here, what it moved, and how to take it back."""
    asked = request.query_params
    found = newest(work, asked.get("about", "")) if asked.get("done") == SETTING else None
    reader = signed_in(request)
    if found is None or reader is None or request.method == "POST":
        return None
    event = found.event
    said = told(event, labels_of(work, lang), lang)
    moved = _moved(work, found)
    if moved:
        said += " " + lang.plural(
            "{n} date for an answer moved with it.",
            "{n} dates for answers moved with it.",
            moved,
        )
    path = f"/settings/changes/{found.id}/undo"
    undoable = event.name in UNDO and sends(request, reader.role, path)
    return Done(said, undo=Undoing(path) if undoable else None)


def _moved(work: UnitOfWork, found: Recorded) -> int:
    """How many dates for answers moved in the same transaction."""
    if found.event.name not in (*CLOSED_DAYS.names, *ANSWERS.names):
        return 0
    event = flow.event.c
    query = select(func.count()).where(
        event.id > found.id,
        event.name == "AnswerDueMoved",
        event.at == found.at,
        event.by == found.by,
    )
    return work.session.scalar(query) or 0
