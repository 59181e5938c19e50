"""What the page of the settings lists: each section with what holds now, in a sentence.

Add a section by a line in `SECTIONS` and a function that tells what holds.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..public.told import public_list_told
from .answers import answers_told, morning_told
from .people_told import absences_told, feeds_told, people_told, texts_told
from .report_templates import template_told
from .schedules import schedules_told
from .told import (
    areas_told,
    closed_days_told,
    ladders_told,
    pauses_told,
    quorum_told,
    target_groups_told,
)


@dataclass(frozen=True)
class Section:
    """`told` says what holds now; who may not open `href` does not see the section."""

    title: str
    href: str
    told: Callable[[UnitOfWork, Language], str]


SECTIONS: tuple[Section, ...] = (
    Section(N_("Periods for answers"), "/settings/answers", answers_told),
    Section(N_("Reminders"), "/settings/ladders", ladders_told),
    Section(N_("Hour of reminders"), "/settings/morning", morning_told),
    Section(N_("Pauses"), "/settings/pauses", pauses_told),
    Section(N_("Closed days"), "/settings/closed-days", closed_days_told),
    Section(N_("Areas"), "/settings/areas", areas_told),
    Section(N_("Target groups"), "/settings/target-groups", target_groups_told),
    Section(N_("Quorum"), "/settings/quorum", quorum_told),
    Section(N_("People of the council"), "/settings/people", people_told),
    Section(N_("Absences"), "/settings/absences", absences_told),
    Section(N_("Subscribed calendars"), "/settings/feeds", feeds_told),
    Section(N_("Texts of letters"), "/settings/texts", texts_told),
    Section(N_("Reports in Word"), "/settings/report-template", template_told),
    Section(N_("Reports sent at fixed times"), "/settings/scheduled-reports", schedules_told),
    Section(N_("Public list"), "/settings/public-list", public_list_told),
)
