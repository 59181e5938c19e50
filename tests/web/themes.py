"""A theme with everything on its page, for whoever looks at the pages or tries their doors."""

from tilsvar.commands.measures import drop_measure, plan_measure
from tilsvar.commands.qualification import revise_form
from tilsvar.commands.themes import decide, register_theme, set_theme_aside
from tilsvar.domain.dates import Edtf
from tilsvar.domain.qualification import FormField
from tilsvar.domain.stages import DecisionPoint
from tilsvar.domain.themes import Theme
from tilsvar.store.unit_of_work import UnitOfWork

THEME, MEASURE = "T-VENTETID", "T-VENTETID-01"
FIRST_ANSWERS = {
    FormField.PROBLEM: "Pasientene venter lenge, og ingen vet hvor lenge",
    FormField.SUB_GOALS: "Felles tall\nEnighet om hva som telles",
}
SECOND_ANSWERS = {
    FormField.PROBLEM: "Pasientene venter for lenge, og ingen vet hvor lenge",
    FormField.BACKGROUND: "Ventetiden har økt.\n\nTallene er ulike.",
    FormField.SIGNIFICANCE: "Stor for folkehelsen",
    FormField.ARGUMENTS: "Alle blir berørt\nTall finnes alt",
    FormField.DOCUMENTS: "Rapport https://example.org/ventetid",
}


def a_theme(work: UnitOfWork) -> Theme:
    """A theme in analysis with two measures, one of them given up, and another one set aside."""
    found = register_theme(
        work,
        key=THEME,
        title="Ventetid i tjenestene",
        goal="Kortere ventetid\nog bedre oversikt",
        plan="Handlingsplan 2022–2023",
        area="FREMTIDENS",
        responsible="M01",
    )
    decide(work, theme=THEME, point=DecisionPoint.BP1, meeting="M2022-09", case="12/5/2022")
    for title in ("Felles tall for ventetid", "Egen nettside"):
        plan_measure(
            work,
            theme=THEME,
            title=title,
            owner="HDIR",
            responsible="M01",
            follow_up=Edtf("2023-01-16"),
        )
    revise_form(work, theme=THEME, answers=FIRST_ANSWERS)
    revise_form(work, theme=THEME, answers=SECOND_ANSWERS)
    drop_measure(work, measure=f"{THEME}-02", why="Direktoratet har en")
    register_theme(work, key="T-PAUSE", title="Et tema som hviler")
    set_theme_aside(work, theme="T-PAUSE", why="Venter på stortingsmeldingen")
    return found
