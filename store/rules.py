"""The council's own rules as one stored document."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from ..domain.due_dates import Period
from ..domain.kinds import LetterKind
from ..domain.rules import CouncilRules
from .tables import setting

KEY = "rules"
STORED = select(setting.c.value).where(setting.c.key == KEY)
"""The document as it is stored; a query that is made anyway may bring it along."""


def load_rules(session: Session) -> CouncilRules:
    """The stored rules, or the defaults where none were stored."""
    return rules_in(session.scalar(STORED))


def rules_in(stored: dict[str, Any] | None) -> CouncilRules:
    """The rules of that document, or the defaults where there is none."""
    if stored is None:
        return CouncilRules()
    rules = CouncilRules()
    return replace(
        rules,
        answer_periods={
            LetterKind(kind): Period.parse(text) for kind, text in stored["answer_periods"].items()
        },
        expects_answer={
            LetterKind(kind): bool(flag) for kind, flag in stored["expects_answer"].items()
        },
        legal_basis=stored["legal_basis"],
        closed_days=tuple((date.fromisoformat(day), name) for day, name in stored["closed_days"]),
        morning=time.fromisoformat(stored["morning"]),
        quorum=stored["quorum"],
        quorum_number=stored["quorum_number"],
    )


def save_rules(session: Session, rules: CouncilRules) -> None:
    value = {
        "answer_periods": {k.value: period.text for k, period in rules.answer_periods.items()},
        "expects_answer": {k.value: flag for k, flag in rules.expects_answer.items()},
        "legal_basis": rules.legal_basis,
        "closed_days": [[day.isoformat(), name] for day, name in rules.closed_days],
        "morning": rules.morning.isoformat(),
        "quorum": rules.quorum,
        "quorum_number": rules.quorum_number,
    }
    session.execute(delete(setting).where(setting.c.key == KEY))
    session.execute(insert(setting).values(key=KEY, value=value))
