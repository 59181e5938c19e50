"""The council changes its own rules: open dates are worked out again, closed ones stay."""

from dataclasses import replace
from datetime import time
from functools import partial

from sqlalchemy import select

from ..domain.due_dates import Period
from ..domain.errors import DomainError
from ..domain.events import (
    AnswerRuleChanged,
    Event,
    LegalBasisChanged,
    MorningChanged,
    QuorumChanged,
)
from ..domain.kinds import LetterKind, Role
from ..domain.letters import Letter
from ..domain.people import holding
from ..domain.rules import CouncilRules
from ..store.rules import save_rules
from ..store.tables import obligation
from ..store.unit_of_work import UnitOfWork
from .keys import take_turn
from .letters import due_date

RULES = "rules"
"""What changes of the rules take turns at."""


class QuorumOutOfReach(DomainError):
    """The council has {members} members, so {number} of them can never be there."""


def change_answer_rule(
    work: UnitOfWork,
    *,
    kind: LetterKind,
    period: Period | None = None,
    expected: bool | None = None,
) -> None:
    """How long answers to that kind may take, and whether they are expected unless it is chosen.

    What is left out stays as it is. Open answers are worked out again by the new period; a letter
    that is registered already expects what was chosen for it then.
    """
    take_turn(work, RULES)
    was = work.rules
    length, asked = was.answer_periods[kind], was.expects_answer[kind]
    now, ask = period or length, asked if expected is None else expected
    rules = replace(
        was,
        answer_periods={**was.answer_periods, kind: now},
        expects_answer={**was.expects_answer, kind: ask},
    )
    changed = AnswerRuleChanged(kind.value, now.text, ask, length.text, asked)
    change_rules(work, rules, changed, "rule")


def change_legal_basis(work: UnitOfWork, *, basis: str) -> None:
    """What the council writes that the periods rest on; empty for its own rule."""
    take_turn(work, RULES)
    basis = " ".join(basis.split())
    changed = LegalBasisChanged("answers", basis, work.rules.legal_basis)
    change_rules(work, replace(work.rules, legal_basis=basis), changed, "rule")


def change_morning(work: UnitOfWork, *, hour: time) -> None:
    """From what hour reminders go out, in the council's time zone; what waits goes with it."""
    take_turn(work, RULES)
    was, hour = work.rules.morning, hour.replace(second=0, microsecond=0)
    if hour == was:
        return
    save_rules(work.session, replace(work.rules, morning=hour))
    work.forget("rules")
    work.record(MorningChanged("morning", *(each.isoformat("minutes") for each in (hour, was))))


def choose_quorum(work: UnitOfWork, *, share: float = 0.0, number: int = 0) -> None:
    """How many members a decision needs: a share of them (0 to 1), or a number of them.

    Raises QuorumOutOfReach for more than the council's seats today; the share stays where a number
    is given.
    """
    take_turn(work, RULES)
    was = work.rules
    if number > (members := seats(work)):
        raise QuorumOutOfReach(members=members, number=number)
    share = was.quorum if number else share
    if (share, number) == (was.quorum, was.quorum_number):
        return
    save_rules(work.session, replace(was, quorum=share, quorum_number=number))
    work.forget("rules")
    work.record(QuorumChanged("quorum", share, number, was.quorum, was.quorum_number))


def seats(work: UnitOfWork) -> int:
    """The members of today, the leader among them."""
    return sum(len(holding(role, work.people, work.today)) for role in (Role.MEMBER, Role.LEADER))


def change_rules(work: UnitOfWork, rules: CouncilRules, changed: Event, why: str) -> None:
    """Put the rules in force and work out what is open by them; `why` is the dates' reason."""
    if rules == work.rules:
        return
    save_rules(work.session, rules)
    work.forget("rules", "calendar")
    work.record(changed)
    still_open = select(obligation.c.letter_key).where(
        obligation.c.expected, obligation.c.closed_on.is_(None)
    )
    for key in work.session.scalars(still_open.distinct().order_by(obligation.c.letter_key)):
        letter = work.get(Letter, key)
        letter.recompute(partial(due_date, work, letter.kind), why)
