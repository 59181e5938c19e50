"""Which deeds there are for each kind of thing, and in which list it stands."""

from collections.abc import Mapping

from ...domain.kinds import Kind
from ...domain.sentences import N_
from .deed import Deed
from .of_consultations import CONSULTATION_DEEDS, NEW_CONSULTATION
from .of_deadlines import DEADLINE_DEEDS, NEW_DEADLINE
from .of_letters import LETTER_DEEDS, NEW_LETTER
from .of_op_eds import NEW_OP_ED, OP_ED_DEEDS
from .of_organisations import NEW_ORGANISATION, ORGANISATION_DEEDS
from .of_people import NEW_PERSON, PERSON_DEEDS

DEEDS: Mapping[Kind, dict[str, Deed]] = {
    Kind.LETTER: LETTER_DEEDS,
    Kind.CONSULTATION: CONSULTATION_DEEDS,
    Kind.OP_ED: OP_ED_DEEDS,
    Kind.DEADLINE: DEADLINE_DEEDS,
    Kind.ORGANISATION: ORGANISATION_DEEDS,
    Kind.PERSON: PERSON_DEEDS,
}
NEW: Mapping[Kind, Deed] = {
    Kind.LETTER: NEW_LETTER,
    Kind.CONSULTATION: NEW_CONSULTATION,
    Kind.OP_ED: NEW_OP_ED,
    Kind.DEADLINE: NEW_DEADLINE,
    Kind.ORGANISATION: NEW_ORGANISATION,
    Kind.PERSON: NEW_PERSON,
}
LISTS: Mapping[Kind, tuple[str, str, str]] = {
    Kind.LETTER: ("letters", "/letters", N_("Letters")),
    Kind.CONSULTATION: ("consultations", "/consultations", N_("Consultations")),
    Kind.OP_ED: ("op-eds", "/op-eds", N_("Op-eds")),
    Kind.DEADLINE: ("deadlines", "/deadlines", N_("Deadlines")),
    Kind.ORGANISATION: ("organisations", "/organisations", N_("Organisations")),
    Kind.PERSON: ("settings", "/settings/people", N_("People of the council")),
}
"""The tab, the address and the name of the list that each kind is in."""
