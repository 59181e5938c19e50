"""Which deeds there are for each kind of thing, and in which list it stands."""

from collections.abc import Mapping

from ...domain.kinds import Kind
from ...domain.sentences import N_
from .deed import Deed
from .of_activities import ACTIVITY_DEEDS, NEW_ACTIVITY
from .of_consultations import CONSULTATION_DEEDS, NEW_CONSULTATION
from .of_contacts import CONTACT_DEEDS, CONTACTS_OF_ORGANISATION
from .of_deadlines import DEADLINE_DEEDS, NEW_DEADLINE
from .of_letters import LETTER_DEEDS, NEW_LETTER
from .of_measures import MEASURE_DEEDS
from .of_media import COVERAGE_DEEDS, NEW_COVERAGE, NEW_OUTLET, OUTLET_DEEDS
from .of_notes import NEW_NOTE, NOTE_DEEDS
from .of_op_eds import NEW_OP_ED, OP_ED_DEEDS
from .of_organisations import NEW_ORGANISATION, ORGANISATION_DEEDS
from .of_people import NEW_PERSON, PERSON_DEEDS
from .of_points import NEW_POINT, POINT_DEEDS
from .of_promises import NEW_PROMISE, PROMISE_DEEDS
from .of_stakeholders import STAKEHOLDER_DEEDS, STAKEHOLDERS_OF_THEME
from .of_stances import STANCE_ANYWHERE
from .of_themes import NEW_THEME, THEME_DEEDS

DEEDS: Mapping[Kind, dict[str, Deed]] = {
    Kind.LETTER: LETTER_DEEDS,
    Kind.CONSULTATION: CONSULTATION_DEEDS,
    Kind.OP_ED: OP_ED_DEEDS,
    Kind.ACTIVITY: ACTIVITY_DEEDS,
    Kind.DEADLINE: DEADLINE_DEEDS,
    Kind.ORGANISATION: ORGANISATION_DEEDS | CONTACTS_OF_ORGANISATION,
    Kind.CONTACT: CONTACT_DEEDS,
    Kind.PERSON: PERSON_DEEDS,
    Kind.THEME: THEME_DEEDS | STAKEHOLDERS_OF_THEME,
    Kind.STAKEHOLDER: STAKEHOLDER_DEEDS,
    Kind.MEASURE: MEASURE_DEEDS,
    Kind.NOTE: NOTE_DEEDS,
    Kind.PROMISE: PROMISE_DEEDS,
    Kind.POINT: POINT_DEEDS,
    Kind.OUTLET: OUTLET_DEEDS,
    Kind.COVERAGE: COVERAGE_DEEDS,
}
NEW: Mapping[Kind, Deed] = {
    Kind.LETTER: NEW_LETTER,
    Kind.CONSULTATION: NEW_CONSULTATION,
    Kind.OP_ED: NEW_OP_ED,
    Kind.ACTIVITY: NEW_ACTIVITY,
    Kind.DEADLINE: NEW_DEADLINE,
    Kind.ORGANISATION: NEW_ORGANISATION,
    Kind.PERSON: NEW_PERSON,
    Kind.THEME: NEW_THEME,
    Kind.STAKEHOLDER: STANCE_ANYWHERE,
    Kind.NOTE: NEW_NOTE,
    Kind.PROMISE: NEW_PROMISE,
    Kind.POINT: NEW_POINT,
    Kind.OUTLET: NEW_OUTLET,
    Kind.COVERAGE: NEW_COVERAGE,
}
LISTS: Mapping[Kind, tuple[str, str, str]] = {
    Kind.LETTER: ("letters", "/letters", N_("Letters")),
    Kind.CONSULTATION: ("consultations", "/consultations", N_("Consultations")),
    Kind.OP_ED: ("op-eds", "/op-eds", N_("Op-eds")),
    Kind.ACTIVITY: ("communications", "/communications", N_("Communications")),
    Kind.DEADLINE: ("deadlines", "/deadlines", N_("Deadlines")),
    Kind.ORGANISATION: ("organisations", "/organisations", N_("Organisations")),
    Kind.THEME: ("themes", "/themes", N_("Themes")),
    Kind.MEASURE: ("themes", "/themes", N_("Themes")),
    Kind.STAKEHOLDER: ("themes", "/themes", N_("Themes")),
    Kind.CONTACT: ("organisations", "/organisations", N_("Organisations")),
    Kind.NOTE: ("organisations", "/organisations", N_("Organisations")),
    Kind.PROMISE: ("organisations", "/organisations", N_("Organisations")),
    Kind.POINT: ("letters", "/letters", N_("Letters")),
    Kind.PERSON: ("settings", "/settings/people", N_("People of the council")),
    Kind.OUTLET: ("communications", "/media", N_("Outlets")),
    Kind.COVERAGE: ("communications", "/media/coverage", N_("Coverage")),
}
"""The tab, the address and the name of the list that each kind is in."""
