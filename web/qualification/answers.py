"""The fields of the qualification form, and what happens where two have filled it in at once.

Nothing is lost: what only the other one changed is taken into the form, and where both changed the
same answer, mine stays in the field with theirs beside it, to be taken instead by one tick.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from ...domain.comparing import Meeting, Piece, compare, meet
from ...domain.form_words import QUESTIONS
from ...domain.qualification import LONGEST, Answers, FormField, put_in
from ..forms import Filled, Form, Typed, field

Answer = Annotated[str, StringConstraints(max_length=LONGEST)]


def _asked(question: FormField) -> str:
    answer: str = field(QUESTIONS[question], default="")
    return answer


class FormAnswers(Form):
    """`made_from` is the version that the form was made from, 0 where there was none.

    `take` names the questions where the other one's answer is to stand instead of what is typed.
    """

    problem: Answer = _asked(FormField.PROBLEM)
    contribution: Answer = _asked(FormField.CONTRIBUTION)
    background: Answer = _asked(FormField.BACKGROUND)
    goal: Answer = _asked(FormField.GOAL)
    sub_goals: Answer = _asked(FormField.SUB_GOALS)
    possible_measures: Answer = _asked(FormField.POSSIBLE_MEASURES)
    chosen_measures: Answer = _asked(FormField.CHOSEN_MEASURES)
    significance: Answer = _asked(FormField.SIGNIFICANCE)
    suitability: Answer = _asked(FormField.SUITABILITY)
    potential: Answer = _asked(FormField.POTENTIAL)
    feasibility: Answer = _asked(FormField.FEASIBILITY)
    arguments: Answer = _asked(FormField.ARGUMENTS)
    documents: Answer = _asked(FormField.DOCUMENTS)
    made_from: str = ""
    take: list[str] = field("", default=[])

    def answers(self, theirs: Answers) -> dict[FormField, str]:
        """What is to be saved; `theirs` are the answers of the version that it was made from."""
        typed = {each: getattr(self, each.value) for each in FormField}
        return {
            each: theirs.get(each, "") if each.value in self.take else text
            for each, text in typed.items()
        }


@dataclass(frozen=True)
class Met:
    """What the other one made of one answer, and what became of it in the form.

    `taken`: only they changed it, and it stands in the field. Else both did, and mine stands there.
    """

    taken: bool
    changes: list[list[Piece]]


def met_by(
    form: Filled[FormAnswers], mine: Mapping[FormField, str], base: Answers, theirs: Answers
) -> tuple[Filled[FormAnswers], dict[str, Met]]:
    """The form with what only the other one changed, and their changes by question.

    `base` is what both began with.
    """
    met: dict[str, Met] = {}
    typed: dict[str, list[str]] = {name: list(values) for name, values in form.typed.items()}
    kept = put_in({}, mine)
    for each in FormField:
        was, now = base.get(each, ""), theirs.get(each, "")
        how = meet(was, kept.get(each, ""), now)
        if how in (Meeting.THEIRS, Meeting.BOTH):
            met[each.value] = Met(how is Meeting.THEIRS, compare(was, now))
        typed[each.value] = [now if how is Meeting.THEIRS else mine[each]]
    typed["take"] = []
    again: Typed = typed
    return Filled(form.model, form.lang, again, None, form.mistakes, form.refusal), met
