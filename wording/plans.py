"""What the steps of a plan, and of the cycle around a meeting, are called."""

from collections.abc import Mapping

from ..domain.kinds import Step
from ..domain.sentences import N_
from .language import Language, language

STORED = "nb"
"""Titles that Tilsvar itself stores are in bokmål, as the council's registers are."""

STEPS: Mapping[Step, str] = {
    Step.PAPERS: N_("Papers out"),
    Step.MEETING: N_("Meeting"),
    Step.MINUTES: N_("Minutes out"),
    Step.COMMENTS: N_("Deadline for comments"),
    Step.APPROVAL: N_("Approval"),
    Step.SUBMISSION: N_("Response sent"),
}
_TITLES: Mapping[Step, str] = {
    Step.PAPERS: N_("Draft for the papers: {title}"),
    Step.COMMENTS: N_("Comments from the members: {title}"),
    Step.APPROVAL: N_("Approval by the leader: {title}"),
    Step.SUBMISSION: N_("Submission: {title}"),
}


def step_name(step: Step, lang: Language) -> str:
    """The step in a list: "Sakspapirer ut", "Godkjenning"."""
    return lang.text(STEPS[step])


def step_title(step: Step, title: str) -> str:
    """The title to store for the deadline of such a step, for a consultation of that title."""
    return language(STORED).text(_TITLES[step], title=title)


def comments_title(meeting: str) -> str:
    """The title to store for the deadline for comments on the minutes of that meeting."""
    return language(STORED).text("Comments on the minutes of {title}", title=meeting)
