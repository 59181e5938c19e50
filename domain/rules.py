"""The council's own settings: how long an answer may take, its closed days, its morning hour."""

from dataclasses import dataclass, field
from datetime import date, time

from .due_dates import DueRule, Period, PeriodUnit
from .kinds import LetterKind
from .working_days import WorkingCalendar

ONE_MONTH = Period(1, PeriodUnit.MONTHS)


@dataclass(frozen=True)
class CouncilRules:
    """What the council has decided for itself. Nothing here is a legal claim on anybody.

    `answer_periods` gives how long each kind of letter may wait, `closed_days` the days besides
    public holidays on which the council does not work, `morning` the hour in local time at which
    reminders go out, `quorum` the share of members that a decision needs, `quorum_number` so many
    of them instead where it is not 0.
    """

    answer_periods: dict[LetterKind, Period] = field(
        default_factory=lambda: dict.fromkeys(LetterKind, ONE_MONTH)
    )
    expects_answer: dict[LetterKind, bool] = field(
        default_factory=lambda: {
            LetterKind.LETTER: True,
            LetterKind.MEMO: True,
            LetterKind.SUBMISSION: False,
        }
    )
    legal_basis: str = ""
    closed_days: tuple[tuple[date, str], ...] = ()
    morning: time = time(7, 30)
    quorum: float = 0.5
    quorum_number: int = 0

    @property
    def calendar(self) -> WorkingCalendar:
        return WorkingCalendar(self.closed_days)

    def answer_rule(self, kind: LetterKind) -> DueRule:
        return DueRule(kind.value, self.answer_periods[kind], self.legal_basis)
