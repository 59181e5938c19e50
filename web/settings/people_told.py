"""What holds now of people, absences, calendars and texts, for the page of the settings."""

from collections import Counter

from ...commands.feeds import list_feeds
from ...domain.kinds import Role
from ...store.letter_texts import load_texts
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised, counted


def people_told(work: UnitOfWork, lang: Language) -> str:
    """How many hold each role today."""
    holding = Counter(each.role for each in work.people if each.active_on(work.today))
    secretariat, members = holding[Role.SECRETARIAT], holding[Role.MEMBER]
    return capitalised(
        lang.text(
            "{secretariat} in the secretariat, {members} members, {all} with a role in all.",
            secretariat=counted(secretariat, lang),
            members=counted(members, lang),
            all=counted(holding.total(), lang),
        )
    )


def absences_told(work: UnitOfWork, lang: Language) -> str:
    """Who is away today."""
    away = {each.person for each in work.roll.absences if each.covers(work.today)}
    names = [each.name for each in work.people if each.key in away]
    if not names:
        return lang.text("Nobody is away today.")
    return lang.text("Away today: {who}.", who=joined(names, lang))


def feeds_told(work: UnitOfWork, lang: Language) -> str:
    """How many addresses show a calendar."""
    n = sum(row.revoked is None for row in list_feeds(work))
    if not n:
        return lang.text("Nobody subscribes to a calendar yet.")
    return lang.plural(
        "{count} address shows a calendar.",
        "{count} addresses show a calendar.",
        n,
        count=capitalised(counted(n, lang, "feminine")),
    )


def texts_told(work: UnitOfWork, lang: Language) -> str:
    """How many are the council's own."""
    n = len(load_texts(work.session))
    if not n:
        return lang.text("All letters have the usual text.")
    return lang.plural(
        "{count} text is the council’s own; the others are the usual ones.",
        "{count} texts are the council’s own; the others are the usual ones.",
        n,
        count=capitalised(counted(n, lang)),
    )
