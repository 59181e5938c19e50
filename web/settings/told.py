"""What holds now of the council's settings, a sentence each, for the page that lists them."""

from datetime import date

from ...commands.closed_days import closed_days
from ...domain.areas import Area
from ...domain.events import QuorumChanged
from ...domain.target_groups import TargetGroup
from ...domain.words import LADDERS
from ...store.pauses import load_pauses
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_and_month, day_in_full
from ...wording.history import sentence
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised, counted


def ladders_told(work: UnitOfWork, lang: Language) -> str:
    """Which kinds are reminded of otherwise than usual."""
    own = [name for name in LADDERS if (name, "") in work.ladders.edited]
    if not own:
        return lang.text("All reminders come as usual.")
    return lang.text(
        "The council's own: {ladders}. All others come as usual.",
        ladders=joined([lang.text(LADDERS[each]) for each in own], lang),
    )


def pauses_told(work: UnitOfWork, lang: Language) -> str:
    """The pause of today, else the next one."""
    ahead = [each for each in load_pauses(work.session) if each.last >= work.today]
    if not ahead:
        return lang.text("No pause is planned: reminders go out.")
    first = ahead[0]
    if first.covers(work.today):
        until = day_in_full(first.last, lang)
        return lang.text("All reminders rest until {day}.", day=until)
    days = days_told(first.first, first.last, lang)
    return lang.text("Next pause: {days}.", days=days)


def closed_days_told(work: UnitOfWork, lang: Language) -> str:
    """The next days on which nobody works."""
    ahead = [each for each in closed_days(work) if each.last >= work.today]
    if not ahead:
        return lang.text("No days ahead are closed besides weekends and public holidays.")
    days = days_told(ahead[0].first, ahead[0].last, lang)
    return lang.text("Closed next: {days} ({why}).", days=days, why=ahead[0].why)


def areas_told(work: UnitOfWork, lang: Language) -> str:
    """How many there are to choose from."""
    used = sum(each.used_on(work.today) for each in work.all(Area))
    if not used:
        return lang.text("No areas are in use.")
    return lang.plural(
        "{count} area is in use.",
        "{count} areas are in use.",
        used,
        count=capitalised(counted(used, lang)),
    )


def target_groups_told(work: UnitOfWork, lang: Language) -> str:
    """How many there are to choose from."""
    used = sum(not each.retired for each in work.all(TargetGroup))
    if not used:
        return lang.text("No target groups are in use.")
    return lang.plural(
        "{count} target group is in use.",
        "{count} target groups are in use.",
        used,
        count=capitalised(counted(used, lang, "feminine")),
    )


def quorum_told(work: UnitOfWork, lang: Language) -> str:
    """When the council can decide."""
    share, number = work.rules.quorum, work.rules.quorum_number
    return sentence(QuorumChanged("quorum", share, number, share, number), lang, {})


def days_told(first: date, last: date, lang: Language) -> str:
    """One day, or the first and the last of several."""
    if first == last:
        return day_in_full(first, lang)
    end = day_in_full(last, lang)
    if (first.year, first.month) == (last.year, last.month):
        return lang.text("{day}–{last}", day=first.day, last=end)
    start = day_and_month(first, lang) if first.year == last.year else day_in_full(first, lang)
    return lang.text("{first} to {last}", first=start, last=end)
