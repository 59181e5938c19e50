"""The council changes its own rules: open dates are worked out again, closed ones stay."""

from dataclasses import replace
from datetime import date
from functools import partial

from sqlalchemy import select

from ..domain.due_dates import Period
from ..domain.events import RulesChanged
from ..domain.kinds import LetterKind
from ..domain.letters import Letter
from ..domain.rules import CouncilRules
from ..store.rules import save_rules
from ..store.tables import obligation
from ..store.unit_of_work import UnitOfWork
from .letters import due_date


def change_answer_period(work: UnitOfWork, *, kind: LetterKind, period: Period) -> None:
    """From now on letters of that kind may wait so long; open ones are worked out again."""
    periods = {**work.rules.answer_periods, kind: period}
    _change(work, replace(work.rules, answer_periods=periods), "answer_periods", "rule")


def close_days(work: UnitOfWork, *, days: tuple[tuple[date, str], ...]) -> None:
    """Set the days, with the council's own words for each, on which it does not work."""
    _change(work, replace(work.rules, closed_days=tuple(sorted(days))), "closed_days", "calendar")


def _change(work: UnitOfWork, rules: CouncilRules, what: str, why: str) -> None:
    if rules == work.rules:
        return
    save_rules(work.session, rules)
    del work.rules
    work.__dict__.pop("calendar", None)
    work.record(RulesChanged("rules", (what,)))
    still_open = select(obligation.c.letter_key).where(
        obligation.c.expected, obligation.c.closed_on.is_(None)
    )
    for key in work.session.scalars(still_open.distinct().order_by(obligation.c.letter_key)):
        letter = work.get(Letter, key)
        letter.recompute(partial(due_date, work, letter.kind), why)
