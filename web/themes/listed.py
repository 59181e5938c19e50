"""The list of themes: how far each has come, and since when nothing has happened in it."""

from ...domain.dates import Edtf
from ...domain.sentences import N_
from ...domain.stages import Stage
from ...domain.themes import Theme
from ...wording.language import Language
from ..links import address
from ..lists.listing import Entry, ListShape
from ..names import Names
from ..standing import Standing
from .decisions import stage_word

THEMES = ListShape(
    "/themes",
    (N_("Without movement since"), N_("Title"), N_("Responsible"), N_("Stage")),
    {
        "all": N_("All"),
        "plan": N_("On a plan of action"),
        Stage.IDEA.value: N_("Idea"),
        Stage.ANALYSIS.value: N_("Analysis"),
        Stage.VERIFICATION.value: N_("Verification"),
        Stage.IMPLEMENTATION.value: N_("Implementation"),
        Stage.FOLLOW_UP.value: N_("Following up"),
        "aside": N_("Set aside"),
    },
    {"plan": N_("Plan of action"), "area": N_("Area"), "responsible": N_("Responsible")},
)


def theme_entry(found: Theme, names: Names, lang: Language) -> Entry:
    area = names.area(found.area)
    responsible = names.people.get(found.responsible or "", "")
    return Entry(
        address(found),
        found.title,
        " · ".join(filter(None, (found.plan, area if area != found.title else ""))),
        Edtf.on(found.touched),
        responsible,
        theme_standing(found, lang),
        _views(found),
        {
            "plan": (found.plan, found.plan),
            "area": (found.area or "", area),
            "responsible": (found.responsible or "", responsible),
        },
        f"{found.key} {found.goal}",
    )


def _views(found: Theme) -> frozenset[str]:
    if found.set_aside:
        return frozenset({"aside"})
    views = {found.stage.value} if found.stage else set()
    return frozenset(views | ({"plan"} if found.plan else set()))


def theme_standing(found: Theme, lang: Language) -> Standing:
    """The stage; what is set aside says so beside it."""
    after = lang.text("set aside") if found.set_aside else ""
    color = "" if found.set_aside or found.stage in (None, Stage.IDEA) else "neutral"
    return Standing("theme", color, stage_word(found.stage, lang), after)
