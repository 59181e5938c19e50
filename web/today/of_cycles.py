"""What needs a person around council meetings and consultations: papers, minutes, plans."""

from collections.abc import Callable, Iterator
from datetime import date

from ...commands.planning import adopted
from ...domain.kinds import MeetingStatus
from ...domain.meeting_cycle import minutes_due, papers_due
from ...domain.meetings import Meeting
from ...domain.working_days import WorkingCalendar
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf, with_weekday
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ..links import address
from .need_lines import Act, Item, Need, need
from .open_things import council_meetings, open_consultations
from .put_off import held


def papers_to_send(work: UnitOfWork, lang: Language) -> Need | None:
    """Meetings ahead whose papers are due, and not registered as sent."""
    items = [
        item
        for found, item in _due(work, "papers", papers_due, lang)
        if found.awaits_papers and found.time.on.day >= work.today
    ]
    n = len(items)
    sentence = lang.plural(
        "The papers for {count} council meeting are not registered as sent.",
        "The papers for {count} council meetings are not registered as sent.",
        n,
        count=counted(n, lang, "neuter"),
    )
    return _line("papers", sentence, items, lang)


def minutes_to_send(work: UnitOfWork, lang: Language) -> Need | None:
    """Meetings behind us whose minutes are due, and not registered as sent."""
    items = [
        item for found, item in _due(work, "minutes", minutes_due, lang) if found.awaits_minutes
    ]
    n = len(items)
    sentence = lang.plural(
        "The minutes of {count} council meeting are not registered as sent.",
        "The minutes of {count} council meetings are not registered as sent.",
        n,
        count=counted(n, lang, "neuter"),
    )
    return _line("minutes", sentence, items, lang)


def _line(name: str, sentence: str, items: list[Item], lang: Language) -> Need | None:
    action = lang.plural("See the meeting", "See the meetings", len(items))
    act = items[0].acts[0] if len(items) == 1 else None
    return need(name, items, sentence, action, lang, act=act)


def _due(
    work: UnitOfWork, what: str, due_for: Callable[[date, WorkingCalendar], date], lang: Language
) -> Iterator[tuple[Meeting, Item]]:
    """Council meetings whose papers or minutes are due by today and not put off."""
    certain, later = (MeetingStatus.SCHEDULED, MeetingStatus.HELD), held(work, work.today)
    for each in council_meetings(work):
        key = f"{each.key}/{what}"
        if each.status not in certain or not each.time.on.is_day or key in later:
            continue
        due = due_for(each.time.on.day, work.calendar)
        if due <= work.today:
            when = lang.text("deadline {when}", when=with_weekday(due, lang))
            mention = lang.text("{title}, {when}", title=each.title, when=when)
            sent = Act(lang.text("Register as sent today"), f"{address(each)}/sent/{what}")
            yield each, Item(each.title, address(each), capitalised(when), mention, key, (sent,))


def unplanned(work: UnitOfWork, lang: Language) -> Need | None:
    """Consultations ahead whose steps nobody has adopted."""
    planned, later = adopted(work), held(work, work.today)
    items = []
    for each in open_consultations(work):
        if each.deadline is None or each.deadline.last < work.today:
            continue
        if each.key not in planned and each.key not in later:
            when = lang.text("deadline {when}", when=edtf(each.deadline, lang))
            mention = lang.text("{title}, {when}", title=each.title, when=when)
            items.append(Item(each.title, address(each), capitalised(when), mention, each.key))
    n = len(items)
    sentence = lang.plural(
        "{count} consultation has no adopted plan.",
        "{count} consultations have no adopted plan.",
        n,
        count=capitalised(counted(n, lang, "feminine")),
    )
    action = lang.plural("See the plan", "See the plans", n)
    return need("plans", items, sentence, action, lang)
