"""Stances so old that one should ask again, in themes that the council works with."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import String, exists, not_, select, type_coerce

from ..commands.stakeholders import parties_in
from ..commands.watching import worked_on
from ..domain.dates import Edtf
from ..domain.parties import Party
from ..domain.stakeholders import StanceValue
from ..domain.theme_watches import ASKED, STALE, stance_to_renew
from ..store.stakeholder_tables import stakeholder, stance
from ..store.theme_tables import theme
from ..store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class OldStance:
    """The stance of a stakeholder by its `key`, who answers for it today, and its date."""

    key: str
    theme: str
    title: str
    organisation: str
    as_of: Edtf
    known: bool


def old_stances(work: UnitOfWork) -> list[OldStance]:
    """The oldest first; what is not known does not grow old."""
    days = min((each.days for each in work.ladders.ladder(STALE).rungs), default=365)
    latest = work.today - timedelta(days=days)
    newest: dict[str, OldStance] = {}
    for each in _candidates(work, latest):
        if each.key not in newest or _age(each.as_of) >= _age(newest[each.key].as_of):
            newest[each.key] = each
    old = [each for each in newest.values() if each.known and each.as_of.first <= latest]
    line = work.succession.line
    taken_over = {each.key: each for each in old if len(line(each.organisation)) > 1}
    whom = [(each.theme, each.organisation) for each in taken_over.values()]
    today = parties_in(work, whom)
    found = [
        each
        for each in old
        if each.key not in taken_over or _stands(each, today.get((each.theme, each.organisation)))
    ]
    return sorted(found, key=lambda each: (each.as_of.sort_key(), each.key))


def _candidates(work: UnitOfWork, latest: date) -> list[OldStance]:
    """The stances of those that have none whose text sorts after that day, oldest number first."""
    s, t, other = stakeholder.c, stance.c, stance.alias("other").c
    # The text of a date begins with its year, and that of a limit with two full stops.
    newer = exists().where(
        other.stakeholder_key == s.key,
        not_(other.withdrawn),
        type_coerce(other.as_of, String) > latest.isoformat(),
        not_(type_coerce(other.as_of, String).like(f"{latest.year}-2_")),
    )
    query = (
        select(s.key, s.theme, s.organisation, theme.c.title, t.as_of, t.stance)
        .join(theme, theme.c.key == s.theme)
        .join(stance, t.stakeholder_key == s.key)
        .where(worked_on(work), not_(s.removed), s.role.in_(ASKED), not_(t.withdrawn), ~newer)
        .order_by(s.key, t.number)
    )
    work.session.flush()
    on, today = work.succession.on, work.today
    return [
        OldStance(
            row.key,
            row.theme,
            row.title,
            on(row.organisation, today),
            row.as_of,
            row.stance is not StanceValue.UNKNOWN,
        )
        for row in work.session.execute(query)
    ]


def _age(as_of: Edtf) -> tuple[date, date]:
    return (as_of.last, as_of.first)


def _stands(old: OldStance, party: Party | None) -> bool:
    """Whether it is the current one of the party, who took over from somebody."""
    if party is None or party.own.key != old.key:
        return False
    current = stance_to_renew(party)
    return current is not None and current.as_of == old.as_of
