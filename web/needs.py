"""What needs a person now, the most urgent first.

Nothing is invented: each line comes from what is registered, and a line with nothing in it is left
out.
"""

from sqlalchemy import select

from ..reports.failures import Task, failures
from ..store import flow
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import day_in_full
from ..wording.language import Language
from ..wording.numbers import capitalised, counted
from .links import address_of
from .names import Names
from .need_lines import Act, Item, Need, mentions
from .needs_of_answers import overdue_answers, without_promise
from .needs_of_cycles import minutes_to_send, papers_to_send, unplanned
from .needs_of_dates import (
    idle_op_eds,
    meetings_without_outcome,
    passed_consultations,
    passed_outside,
    passed_own,
)
from .needs_of_people import doubtful, follow_ups, proposals


def needs(work: UnitOfWork, names: Names, lang: Language) -> list[Need]:
    """The lines of today; empty ones are left out."""
    lines = (
        follow_ups(work, names, lang),
        overdue_answers(work, names, lang),
        doubtful(work, names, lang),
        proposals(work, lang),
        papers_to_send(work, lang),
        minutes_to_send(work, lang),
        passed_outside(work, lang),
        without_promise(work, names, lang),
        unplanned(work, lang),
        idle_op_eds(work, lang),
        passed_consultations(work, lang),
        passed_own(work, lang),
        meetings_without_outcome(work, lang),
        doubtful_mails(work, lang),
        failed_tasks(work, lang),
    )
    return [line for line in lines if line is not None]


def doubtful_mails(work: UnitOfWork, lang: Language) -> Need | None:
    """Reminders that were refused, or cut off so that nobody knows whether they arrived."""
    zone = work.office.zone
    mail = flow.mail.c
    query = select(
        mail.id, mail.subject_key, mail.at, mail.state, mail.error, mail.next_attempt_at
    ).where(mail.state.in_(("failed", "unknown")))
    items = tuple(
        Item(
            row.subject_key,
            "/history",
            row.error or "",
            lang.text(
                "{key} on {day}",
                key=row.subject_key,
                day=day_in_full(local_day(row.at, zone), lang),
            ),
            # One that was cut off is tried once more by itself.
            acts=() if row.next_attempt_at else (_again(f"{Task.MAIL.value}:{row.id}", lang),),
        )
        for row in work.session.execute(query.order_by(mail.at))
    )
    if not items:
        return None
    n = len(items)
    sentence = lang.plural(
        "{count} reminder may not have arrived.",
        "{count} reminders may not have arrived.",
        n,
        count=capitalised(counted(n, lang, "feminine")),
    )
    action = lang.plural("See the reminder", "See the reminders", n)
    return Need("mails", sentence, mentions(items, lang), action, "/today/mails", items)


def failed_tasks(work: UnitOfWork, lang: Language) -> Need | None:
    """What Tilsvar itself has tried in vain, besides mails: each with its fault and what to do."""
    items = tuple(
        Item(
            each.about,
            (address_of(each.kind, each.holder) if each.kind else None) or "/history",
            each.error,
            lang.text(
                "{key} on {day}",
                key=each.about,
                day=day_in_full(local_day(each.at, work.office.zone), lang),
            ),
            acts=(_again(each.key, lang),),
        )
        for each in failures(work)
        if each.task is not Task.MAIL
    )
    if not items:
        return None
    n = len(items)
    sentence = lang.plural(
        "{count} of Tilsvar's own tasks has failed.",
        "{count} of Tilsvar's own tasks have failed.",
        n,
        count=capitalised(counted(n, lang, "feminine")),
    )
    action = lang.plural("See the fault", "See the faults", n)
    return Need("failures", sentence, mentions(items, lang), action, "/today/failures", items)


def _again(key: str, lang: Language) -> Act:
    return Act(lang.text("Try again"), f"/failures/{key}/again")
