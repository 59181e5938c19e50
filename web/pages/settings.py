"""The settings: what the council has decided for itself, each with a page to change it."""

from starlette.requests import Request
from starlette.responses import Response

from ...commands.keys import take_turn
from ...commands.rules import RULES
from ...domain.errors import TilsvarError
from ...domain.events import Event
from ...domain.kinds import Kind
from ..access import opener
from ..deeds.acting import ChangedMeanwhile, reader_of
from ..deeds.done import landed
from ..deeds.refused_page import refused_page
from ..languages import reader_language
from ..rendering import page
from ..settings import schedules
from ..settings.changes import SETTING, newest, part_of, stamp
from ..settings.sections import SECTIONS
from ..settings.undone import UNDO

LADDERS, PAUSES, CLOSED_DAYS = "/settings/ladders", "/settings/pauses", "/settings/closed-days"
AREAS, QUORUM = "/settings/areas", "/settings/quorum"
TARGET_GROUPS = "/settings/target-groups"
ANSWERS, MORNING = "/settings/answers", "/settings/morning"

PAGES = {
    "PauseSet": PAUSES,
    "PauseEnded": PAUSES,
    "DaysClosed": CLOSED_DAYS,
    "DaysOpened": CLOSED_DAYS,
    "QuorumChanged": QUORUM,
    "LegalBasisChanged": ANSWERS,
    "MorningChanged": MORNING,
    "ReportTemplateChanged": "/settings/report-template",
}


def settings(request: Request) -> Response:
    """Every section that the reader may open, with what holds now."""
    lang, may = reader_language(request), opener(request)
    with request.app.state.tilsvar.office.reading() as work:
        rows = [
            (lang.text(each.title), each.href, each.told(work, lang))
            for each in SECTIONS
            if may(each.href)
        ]
        return page(request, "settings.html", work, section="settings", rows=rows)


def undo_setting(request: Request) -> Response:
    """Take back the change of that number, while it is the last of its part."""
    number = str(request.path_params["number"])
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            take_turn(work, RULES)
            found = newest(work, number)
            part = part_of(found.event) if found else None
            if found is None or part is None or found.event.name not in UNDO:
                raise ChangedMeanwhile
            UNDO[found.event.name](work, found.event)
            work.commit()
            now = stamp(work, part)
    except TilsvarError as error:
        return refused_page(request, error, "settings")
    return landed(page_of(found.event), SETTING, about=now)


def page_of(event: Event) -> str:
    """Where that part of the settings is changed."""
    if event.name == "AnswerRuleChanged":
        return f"{ANSWERS}/{event.subject}"
    if event.about is Kind.SCHEDULED_REPORT:
        return schedules.address(event.subject)
    by_kind = {Kind.AREA: AREAS, Kind.TARGET_GROUP: TARGET_GROUPS}
    return PAGES.get(event.name, by_kind.get(event.about, LADDERS))
