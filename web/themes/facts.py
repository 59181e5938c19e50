"""What is known of a theme and of a measure, as labels and values."""

from ...domain.kinds import Kind
from ...domain.measures import Measure
from ...domain.themes import Theme
from ...wording.dates import day_in_full, edtf
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..facts import Fact, known
from ..links import address, address_of
from ..names import Names
from .measures import MEASURE_STATES


def theme_facts(found: Theme, names: Names, lang: Language) -> list[Fact]:
    return known(
        Fact(lang.text("Plan of action"), found.plan),
        Fact(lang.text("Area"), names.area(found.area)),
        Fact(lang.text("Responsible"), names.people.get(found.responsible or "", "")),
        Fact(lang.text("Without movement since"), day_in_full(found.touched, lang)),
        Fact(lang.text("Source"), found.source),
    )


def measure_facts(found: Measure, theme: Theme, names: Names, lang: Language) -> list[Fact]:
    return known(
        Fact(lang.text("Theme"), theme.title, address(theme)),
        Fact(
            lang.text("Owner"),
            names.title(found.owner) if found.owner else "",
            address_of(Kind.ORGANISATION, found.owner) if found.owner else None,
        ),
        Fact(lang.text("Responsible"), names.people.get(found.responsible or "", "")),
        Fact(lang.text("Status"), capitalised(lang.text(MEASURE_STATES[found.status]))),
        Fact(lang.text("To be followed up"), edtf(found.due, lang) if found.due else ""),
        Fact(lang.text("Carried out"), edtf(found.done_on, lang) if found.done_on else ""),
        Fact(lang.text("Why dropped"), found.why),
        Fact(lang.text("Note"), found.note),
        Fact(lang.text("Source"), found.source),
    )
