"""What sorts of organisations are called; another sort that a register brings stands for itself."""

from collections.abc import Mapping
from functools import lru_cache

from ...domain.sentences import N_
from ...wording.language import Language

KINDS: Mapping[str, str] = {
    "ministry": N_("Department"),
    "directorate": N_("Directorate"),
    "agency": N_("Agency"),
    "parliament": N_("Parliament"),
    "parliament_committee": N_("Parliamentary committee"),
    "committee": N_("Committee"),
    "cooperation_body": N_("Cooperation body"),
    "municipal_network": N_("Network of municipalities"),
    "hospital_enterprise": N_("Hospital enterprise"),
    "university": N_("University"),
    "interest_organisation": N_("Interest organisation"),
    "cluster": N_("Cluster"),
    "programme": N_("Programme"),
    "media": N_("Media"),
}


@lru_cache(maxsize=256)
def kind_of(kind: str, lang: Language) -> str:
    """What it is called; a list of organisations asks the same of each."""
    return lang.text(KINDS[kind]) if kind in KINDS else kind.replace("_", " ")
