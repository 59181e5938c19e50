"""Which organisations a form about a meeting offers to tick, and which ones are written instead.

There may be thousands. Offered are those who take part already, those with a stake in the theme,
those who came to the latest meetings, and those with a stake in most themes; all others are written
by name or key, as the recipients of a letter are.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, not_, select

from ...domain.kinds import MeetingKind
from ...store import tables
from ...store.stakeholder_tables import stakeholder
from ...store.unit_of_work import UnitOfWork
from ..letters.typed_recipients import (
    NobodyByThatName,
    SeveralByThatName,
    as_suggested,
    recipients_in,
)
from ..names import Names

MOST = 24
"""So many are offered besides those who take part already or have a stake in the theme."""

LATEST = 50
"""Of so many meetings the participants count."""

GUESTS_AT = {NobodyByThatName: "others", SeveralByThatName: "others"}
"""The field that each of those is about."""


def all_named(work: UnitOfWork, ticked: Sequence[str], written: str) -> list[str]:
    """The keys of those ticked and of those written, each once.

    Raises NobodyByThatName and SeveralByThatName.
    """
    known = Names(work).organisations.values() if written.strip() else ()
    return list(dict.fromkeys([*ticked, *recipients_in(written, known)]))


def guests_offered(
    work: UnitOfWork, names: Names, chosen: Sequence[str], theme: str = ""
) -> dict[str, Any]:
    """Those to tick, the chosen ones on top, and how all others are proposed to whoever writes."""
    first = list(dict.fromkeys(chosen))
    likely = [*_in_theme(work, theme), *_likely(work)[:MOST]]
    here = {
        each: names.organisations[each]
        for each in likely
        if each in names.organisations and names.successor(each) is None and each not in first
    }
    by_name = sorted(here.values(), key=lambda each: each.name.casefold())
    shown = {*first, *here}
    return {
        "organisations": [
            *((key, _called(names, key)) for key in first),
            *((each.key, each.name) for each in by_name),
        ],
        "suggestions": sorted(
            as_suggested(each) for key, each in names.organisations.items() if key not in shown
        ),
    }


def _called(names: Names, key: str) -> str:
    """The name of a person, since people take part as well, or of an organisation."""
    return names.people.get(key) or names.title(key)


def _in_theme(work: UnitOfWork, theme: str) -> list[str]:
    column = stakeholder.c
    query = select(column.organisation).where(column.theme == theme, not_(column.removed))
    return list(work.session.scalars(query)) if theme else []


def _likely(work: UnitOfWork) -> list[str]:
    """Whoever took part lately, the latest first, then whoever has a stake in most themes."""
    meeting, column = tables.meeting.c, stakeholder.c
    lately = (
        select(meeting.participants)
        .where(meeting.kind != MeetingKind.COUNCIL)
        .order_by(meeting.created.desc(), meeting.key.desc())
        .limit(LATEST)
    )
    came: Iterable[Sequence[str]] = work.session.scalars(lately)
    most = (
        select(column.organisation)
        .where(not_(column.removed))
        .group_by(column.organisation)
        .order_by(func.count().desc(), column.organisation)
        .limit(MOST)
    )
    together = [*(key for each in came for key in each), *work.session.scalars(most)]
    return list(dict.fromkeys(together))
