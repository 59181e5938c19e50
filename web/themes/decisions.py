"""The decisions of a theme in words, as its steps, its history and the plan of action tell them."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from ...domain.sentences import N_
from ...domain.stages import Outcome, Stage
from ...domain.themes import Decision, Theme
from ...domain.words import STAGES
from ...wording.dates import edtf, edtf_short
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..names import Names

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.ONWARD: N_("goes on"),
    Outcome.WAIT: N_("waits"),
    Outcome.STOP: N_("stops"),
}
"""What a decision says of the theme."""


@dataclass(frozen=True)
class StageLine:
    """One stage, and the decisions that were taken in it; `style` is now, ahead or empty."""

    name: str
    style: str
    decisions: list["DecisionLine"]
    awaits: str


@dataclass(frozen=True)
class DecisionLine:
    """`href` leads to the meeting in which the council decided."""

    said: str
    href: str | None
    note: str


def stage_word(stage: Stage | None, lang: Language) -> str:
    """What a stage is called by itself: "Idé"; where none is known, that it is not."""
    return capitalised(lang.text(STAGES[stage])) if stage else lang.text("Stage not known")


def stage_lines(theme: Theme, names: Names, lang: Language) -> list[StageLine]:
    """The five stages in their order, each with what was decided at its end."""
    return [
        StageLine(
            stage_word(stage, lang),
            _style(theme, stage),
            [
                decision_line(each, names, lang)
                for each in theme.standing
                if each.point.leads_from is stage
            ],
            _awaits(theme, stage, lang),
        )
        for stage in Stage
    ]


def _style(theme: Theme, stage: Stage) -> str:
    if theme.stage is None or stage.place > theme.stage.place:
        return "ahead"
    return "now" if stage is theme.stage and not theme.set_aside else ""


def _awaits(theme: Theme, stage: Stage, lang: Language) -> str:
    """The decision that leads out of the stage, where none is recorded that did."""
    point = stage.next_point
    if point is None or theme.passed(point):
        return ""
    beyond = theme.stage is not None and stage.place < theme.stage.place
    return lang.text("{point}, not recorded", point=point) if beyond else str(point)


def decision_line(decision: Decision, names: Names, lang: Language) -> DecisionLine:
    """What was decided, when and by whom: "BP2, videre · 1. september 2021 · sak 43/5/2021"."""
    said = lang.text(
        "{point}, {outcome}", point=decision.point, outcome=lang.text(OUTCOMES[decision.outcome])
    )
    parts = (said, edtf(decision.on, lang), _who(decision, names, lang))
    href = f"/meetings/{quote(decision.meeting, safe='')}" if decision.meeting else None
    return DecisionLine(" · ".join(filter(None, parts)), href, decision.note)


def decision_short(decision: Decision, names: Names, lang: Language) -> str:
    """The same for a table."""
    said = lang.text(
        "{point}, {outcome}", point=decision.point, outcome=lang.text(OUTCOMES[decision.outcome])
    )
    parts = (said, edtf_short(decision.on, lang), _who(decision, names, lang))
    return " · ".join(filter(None, parts))


def _who(decision: Decision, names: Names, lang: Language) -> str:
    if decision.by:
        return names.people.get(decision.by, decision.by)
    return (
        lang.text("case {case}", case=decision.case) if decision.case else lang.text("the council")
    )
