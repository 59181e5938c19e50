"""The qualification form's own words: what each question is called, and what it asks for.

Labels are those of the form in case 43/5/2021, the help at the criteria that of the slides of
4 June 2020.
"""

from collections.abc import Mapping

from .qualification import FormField
from .sentences import N_

QUESTIONS: Mapping[FormField, str] = {
    FormField.PROBLEM: N_("What is the central problem?"),
    FormField.CONTRIBUTION: N_("How can the council contribute?"),
    FormField.BACKGROUND: N_("Background"),
    FormField.GOAL: N_("Overall goal"),
    FormField.SUB_GOALS: N_("Sub-goals"),
    FormField.POSSIBLE_MEASURES: N_("Possible measures"),
    FormField.CHOSEN_MEASURES: N_("Prioritised measures (plan)"),
    FormField.SIGNIFICANCE: N_("Significance"),
    FormField.SUITABILITY: N_("Suitability"),
    FormField.POTENTIAL: N_("Potential"),
    FormField.FEASIBILITY: N_("Feasibility"),
    FormField.ARGUMENTS: N_("What are our most important arguments?"),
    FormField.DOCUMENTS: N_("Relevant documents"),
}

HELP: Mapping[FormField, str] = {
    FormField.SIGNIFICANCE: N_(
        "How important the theme is for public health, for the health and care services and for "
        "value creation, in direct effect and in what follows from it."
    ),
    FormField.SUITABILITY: N_(
        "How far the theme depends on a broad approach such as the council’s: how many sectors "
        "and organisations must take part. How measurable it is to carry the measures out, and "
        "how far that is in our own hands."
    ),
    FormField.POTENTIAL: N_(
        "What is gained if it succeeds, and by whom. How long it takes from effort to results."
    ),
    FormField.FEASIBILITY: N_(
        "How far the measures depend on more money, (new) support systems, clarifications by "
        "others, new standards or large changes of behaviour. How they respond to incentives and "
        "steering. Who bears the cost, and who has the gain."
    ),
}

ONE_A_LINE = N_("One a line.")
