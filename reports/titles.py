"""What each report is called, by the name that stands in its address."""

from collections.abc import Mapping

from ..domain.sentences import N_

TITLES: Mapping[str, str] = {
    "unanswered": N_("Unanswered letters to the departments"),
    "response-times": N_("Answer times"),
    "activities": N_("Overview of completed and ongoing activities"),
    "since-last-meeting": N_("Since the last meeting"),
    "annual": N_("Lists for the annual report"),
    "promises": N_("Promises and uptake"),
    "handover": N_("Handover"),
}
