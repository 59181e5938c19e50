"""From an answer to a letter to the form that records what it says of a stance."""

from collections import defaultdict
from collections.abc import Callable
from urllib.parse import urlencode

from sqlalchemy import select

from ...domain.kinds import Kind, ReplyKind
from ...domain.letters import Letter
from ...domain.obligations import Obligation, Reply
from ...store import stakeholder_tables as tables
from ...store.timelines import themes_of
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..links import place

ANYWHERE = "/stances/new"
StanceOf = Callable[[Obligation, Reply], str]
"""The address of the form for that answer, empty where there is none to record."""


def stance_forms(
    letter: Letter, work: UnitOfWork, may: Callable[[str], bool], lang: Language
) -> StanceOf:
    """The forms for the answers to this letter, for whoever may record a stance.

    Where the letter belongs to one theme in which whoever answered has a stake, it is that theme's;
    else the form asks for the theme.
    """
    if letter.withdrawn or not may(ANYWHERE):
        return lambda _obligation, _reply: ""
    themes = list(themes_of(work, Kind.LETTER, letter.key))
    stakes = _stakes(themes, work)
    source = lang.text("answer to {title}", title=letter.title)

    def form(obligation: Obligation, reply: Reply) -> str:
        if reply.withdrawn or reply.kind is ReplyKind.ACKNOWLEDGEMENT:
            return ""
        who = reply.answered_by or obligation.recipient
        today = work.succession.on(who, work.today)
        told = {
            "as_of": reply.received.text,
            "evidence": f"letter:{reply.given_to or letter.key}",
            "source": source,
        }
        theirs = stakes.get(today, set())
        if len(theirs) == 1:
            [theme] = theirs
            return f"{place(Kind.STAKEHOLDER, f'{theme}/{today}', 'stance')}?{urlencode(told)}"
        known = {"organisation": today} | ({"theme": themes[0]} if len(themes) == 1 else {})
        return f"{ANYWHERE}?{urlencode(told | known)}"

    return form


def _stakes(themes: list[str], work: UnitOfWork) -> dict[str, set[str]]:
    """By organisation of today, in which of these themes it has a stake."""
    row = tables.stakeholder.c
    query = select(row.theme, row.organisation).where(row.theme.in_(themes), row.removed.is_(False))
    found: dict[str, set[str]] = defaultdict(set)
    for each in work.session.execute(query) if themes else ():
        found[work.succession.on(each.organisation, work.today)].add(each.theme)
    return found
