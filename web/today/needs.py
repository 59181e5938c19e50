"""What needs a person now, the most urgent first.

Nothing is invented: each line comes from what is registered, and a line with nothing in it is left
out.
"""

from ...reports.failures import Task, failures
from ...store.clock import local_day
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ..links import address_of
from ..names import Names
from ..once import once
from .need_lines import Item, Need, need
from .of_answers import overdue_answers, without_promise
from .of_comments import comments_to_go_through
from .of_communications import suggested_activities
from .of_cycles import minutes_to_send, papers_to_send, unplanned
from .of_dates import (
    idle_op_eds,
    meetings_without_outcome,
    passed_consultations,
    passed_outside,
    passed_own,
)
from .of_mail import again, doubtful_links, doubtful_messages, doubtful_reminders
from .of_people import doubtful, follow_ups, proposals
from .of_texts import unusable
from .of_themes import (
    measures_to_follow_up,
    promises_passed,
    quiet_owners,
    stances_to_renew,
    still_themes,
)


@once
def needs(work: UnitOfWork, lang: Language) -> list[Need]:
    """The lines of today; empty ones are left out."""
    names = Names(work)
    lines = (
        follow_ups(work, names, lang),
        overdue_answers(work, names, lang),
        doubtful(work, names, lang),
        proposals(work, lang),
        papers_to_send(work, lang),
        minutes_to_send(work, lang),
        passed_outside(work, lang),
        without_promise(work, names, lang),
        promises_passed(work, names, lang),
        measures_to_follow_up(work, lang),
        unplanned(work, lang),
        comments_to_go_through(work, lang),
        idle_op_eds(work, lang),
        passed_consultations(work, lang),
        passed_own(work, lang),
        meetings_without_outcome(work, lang),
        quiet_owners(work, names, lang),
        stances_to_renew(work, names, lang),
        still_themes(work, lang),
        suggested_activities(work, lang),
        doubtful_reminders(work, names, lang),
        doubtful_links(work, names, lang),
        doubtful_messages(work, names, lang),
        failed_tasks(work, lang),
        unusable(work, lang),
    )
    return [line for line in lines if line is not None]


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
            acts=(again(each.key, lang),),
        )
        for each in failures(work)
        if each.task is not Task.MAIL
    )
    n = len(items)
    sentence = lang.plural(
        "{count} of Tilsvar's own tasks has failed.",
        "{count} of Tilsvar's own tasks have failed.",
        n,
        count=capitalised(counted(n, lang, "feminine")),
    )
    action = lang.plural("See the fault", "See the faults", n)
    return need("failures", items, sentence, action, lang, href="/today/failures")
