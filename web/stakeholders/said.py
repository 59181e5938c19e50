"""How roles, stances and levels are said on pages: a tag always has its words."""

from collections.abc import Mapping

from ...domain.parties import Party
from ...domain.sentences import N_
from ...domain.stakeholders import Level, StakeholderRole, Stance, StanceValue
from ...domain.words import LEVELS, STAKEHOLDER_ROLES, STANCES
from ...wording.dates import edtf_short
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised
from ..names import Names
from ..standing import Standing

HEADINGS: Mapping[StakeholderRole, str] = {
    StakeholderRole.OWNER: N_("Owners"),
    StakeholderRole.INTERESTED: N_("Interested"),
    StakeholderRole.SOCIETY: N_("Society"),
}
COLORS: Mapping[StanceValue, str] = {
    StanceValue.SUPPORTS: "success",
    StanceValue.PARTLY: "info",
    StanceValue.NEUTRAL: "neutral",
    StanceValue.OPPOSED: "danger",
    StanceValue.UNKNOWN: "",
}


def stance_tag(stance: StanceValue | None, lang: Language) -> Standing:
    """The stance alone; nothing known is said like a stance that is unknown."""
    value = stance or StanceValue.UNKNOWN
    return Standing(value.value, COLORS[value], stance_word(value, lang))


def stance_now(stance: Stance | None, lang: Language) -> Standing:
    """The stance, with its date after it."""
    said = stance_tag(stance.stance if stance else None, lang)
    when = edtf_short(stance.as_of, lang) if stance else ""
    return Standing(said.name, said.color, said.tag, when)


def stance_word(value: StanceValue, lang: Language) -> str:
    return capitalised(lang.text(STANCES[value]))


def role_word(role: StakeholderRole, lang: Language) -> str:
    return capitalised(lang.text(STAKEHOLDER_ROLES[role]))


def level_word(level: Level | None, lang: Language) -> str:
    """Empty where it is not known."""
    return lang.text(LEVELS[level]) if level else ""


def known_by(party: Party, names: Names, lang: Language) -> str:
    """The people of the council who know them."""
    return joined([names.people.get(each, each) for each in party.known_by], lang)


def continued(party: Party, names: Names, lang: Language) -> str:
    """From whom it was taken over, "videreført fra KMD"; empty where from nobody."""
    if not party.continued_from:
        return ""
    before = joined([names.label(each) for each in party.continued_from], lang)
    return lang.text("continued from {organisation}", organisation=before)
