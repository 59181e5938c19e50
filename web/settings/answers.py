"""How long answers may take and when reminders go out: what holds, in words, and the forms."""

from datetime import time
from typing import Annotated, Literal

from pydantic import StringConstraints

from ...domain.due_dates import Period, PeriodUnit
from ...domain.errors import TilsvarError
from ...domain.events import AnswerRuleChanged, LegalBasisChanged, MorningChanged
from ...domain.kinds import LetterKind
from ...domain.rules import CouncilRules
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.history import sentence
from ...wording.language import Language
from ..forms import Form, field, reading
from ..meetings.forms import NotAnHour, read_hour

UNITS = {
    PeriodUnit.MONTHS: N_("months"),
    PeriodUnit.WEEKS: N_("weeks"),
    PeriodUnit.CALENDAR_DAYS: N_("days"),
    PeriodUnit.WORKING_DAYS: N_("working days"),
}


class NotALength(TilsvarError):
    """Write a whole number from 1 to 999."""


def _count(text: str) -> int:
    """Raises NotALength."""
    text = text.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= len("999") and int(text)):
        raise NotALength
    return int(text)


def _an_hour(text: str) -> time:
    """Raises NotAnHour, for nothing too."""
    hour = read_hour(text)
    if hour is None:
        raise NotAnHour(text=text)
    return hour


class AnswerRule(Form):
    """How long answers to one kind of letter may take, and whether they are expected unasked."""

    count: Annotated[int, reading(_count)] = field(N_("How long an answer may take"))
    unit: PeriodUnit = field(N_("Counted in"))
    expected: Literal["yes", "no"] = field(N_("Is an answer expected?"))

    @property
    def period(self) -> Period:
        return Period(self.count, self.unit)


class Basis(Form):
    basis: Annotated[str, StringConstraints(max_length=300)] = field(
        N_("What the periods rest on"), default=""
    )


class Morning(Form):
    hour: Annotated[time, reading(_an_hour)] = field(N_("At what hour"))


def rule_told(rules: CouncilRules, kind: LetterKind, lang: Language) -> str:
    """The rule for that kind of letter, as its history says it."""
    period, asked = rules.answer_periods[kind].text, rules.expects_answer[kind]
    return sentence(AnswerRuleChanged(kind.value, period, asked, period, asked), lang, {})


def basis_told(rules: CouncilRules, lang: Language) -> str:
    return sentence(LegalBasisChanged("answers", rules.legal_basis, ""), lang, {})


def answers_told(work: UnitOfWork, lang: Language) -> str:
    """The rule for ordinary letters, which most are."""
    return rule_told(work.rules, LetterKind.LETTER, lang)


def morning_told(work: UnitOfWork, lang: Language) -> str:
    hour = work.rules.morning.isoformat("minutes")
    return sentence(MorningChanged("morning", hour, hour), lang, {})
