"""Pages and acts that are found by their names, like things are by their titles."""

from starlette.requests import Request

from ...domain.sentences import N_
from ...reports.catalogue import REPORTS
from ...store.search_words import words_of
from ...wording.language import Language
from ..access import opener
from .hits import Hit
from .shortcuts import KEYS

ACTS: tuple[tuple[str, str], ...] = (
    (N_("Register letter"), "/letters/new"),
    (N_("Register consultation"), "/consultations/new"),
    (N_("Set a deadline"), "/deadlines/new"),
    (N_("Start an op-ed"), "/op-eds/new"),
    (N_("Register a theme"), "/themes/new"),
    (N_("Plan of action"), "/themes/plan"),
    (N_("Outlets"), "/media"),
    (N_("Record coverage"), "/media/coverage/new"),
    (N_("Spokespersons"), "/media/speakers"),
    (N_("Register a meeting"), "/meetings/new"),
    (N_("The year's council meetings"), "/meetings/series"),
    (N_("Register organisation"), "/organisations/new"),
    (N_("What goes out today?"), "/due"),
    *((each.title, f"/reports/{each.name}") for each in REPORTS.values()),
    (N_("Lists of arrears"), "/reports/unanswered/snapshots"),
    (N_("Attendance at the council's meetings"), "/reports/attendance"),
    (N_("Papers and minutes"), "/reports/minutes"),
    (N_("Reports sent at fixed times"), "/settings/scheduled-reports"),
    (N_("Public list"), "/settings/public-list"),
    (N_("Put off"), "/put-off"),
    (N_("Accessibility statement"), "/accessibility"),
)


def places(request: Request, typed: str, lang: Language) -> list[Hit]:
    """Those that the reader may open and whose names have all the words, in a fixed order."""
    words, may = words_of(typed), opener(request)
    named = {href: label for label, href in ACTS}
    named |= {each.href: each.label for each in KEYS if each.href not in named}
    found = []
    for href, label in named.items():
        said = lang.text(label)
        own = words_of(said)
        fits = all(any(each.startswith(word) for each in own) for word in words)
        if words and fits and may(href):
            found.append(Hit(href, said, ""))
    return found
