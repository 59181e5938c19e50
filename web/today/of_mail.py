"""What was refused by a mail server, or cut off so that nobody knows whether it arrived."""

from typing import Any

from sqlalchemy import and_, or_, select

from ...commands.signing_in import SIGN_IN_LINK
from ...domain.kinds import Kind
from ...reports.failures import Task
from ...store import flow
from ...store.clock import local_day
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ...workers.reporting import SCHEDULED_REPORT
from ..links import address_of
from ..names import Names
from ..once import once
from .need_lines import Act, Item, Need, need

REMINDERS, LINKS, MESSAGES = "mails", "sign-in-links", "messages"
"""The lines of today that tell of them."""


def line_of(kind: str, rung: str) -> str:
    """Which of the lines tells of a mail of that kind."""
    if kind == SIGN_IN_LINK:
        return LINKS
    return REMINDERS if rung else MESSAGES


def doubtful_reminders(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    items = _doubtful(REMINDERS, work, names, lang)
    n = len(items)
    sentence = lang.plural(
        "{count} reminder may not have arrived.",
        "{count} reminders may not have arrived.",
        n,
        count=capitalised(counted(n, lang, "feminine")),
    )
    action = lang.plural("See the reminder", "See the reminders", n)
    return need(REMINDERS, items, sentence, action, lang, href=_list(REMINDERS))


def doubtful_links(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    """Mails with a link to sign in, by the name of whoever asked for it."""
    items = _doubtful(LINKS, work, names, lang)
    n = len(items)
    sentence = lang.plural(
        "{count} link to sign in may not have arrived.",
        "{count} links to sign in may not have arrived.",
        n,
        count=capitalised(counted(n, lang, "feminine")),
    )
    action = lang.plural("See the link", "See the links", n)
    return need(LINKS, items, sentence, action, lang, href=_list(LINKS))


def doubtful_messages(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    """Invitations, and whatever else is neither a reminder nor a link."""
    items = _doubtful(MESSAGES, work, names, lang)
    n = len(items)
    sentence = lang.plural(
        "{count} e-mail may not have arrived.",
        "{count} e-mails may not have arrived.",
        n,
        count=capitalised(counted(n, lang)),
    )
    action = lang.plural("See the e-mail", "See the e-mails", n)
    return need(MESSAGES, items, sentence, action, lang, href=_list(MESSAGES))


def _list(line: str) -> str:
    """Where they stand with their faults, even a single one."""
    return f"/today/{line}"


@once
def _all_doubtful(work: UnitOfWork) -> list[Any]:
    mail = flow.mail.c
    columns = (mail.id, mail.subject_key, mail.at, mail.error, mail.next_attempt_at)
    query = select(*columns, mail.kind, mail.rung).where(
        or_(flow.FAILED, and_(flow.UNFINISHED, mail.state == "unknown"))
    )
    return list(work.session.execute(query.order_by(mail.at)))


def _doubtful(line: str, work: UnitOfWork, names: Names, lang: Language) -> tuple[Item, ...]:
    those = [row for row in _all_doubtful(work) if line_of(row.kind, row.rung) == line]
    return tuple(_item(row, names, work, lang) for row in those)


def _item(row: Any, names: Names, work: UnitOfWork, lang: Language) -> Item:
    about, href = names.people.get(row.subject_key, row.subject_key), "/history"
    if row.kind == SCHEDULED_REPORT:
        about = lang.text(names.scheduled_reports[row.subject_key])
        href = address_of(Kind.SCHEDULED_REPORT, row.subject_key) or href
    day = day_in_full(local_day(row.at, work.office.zone), lang)
    return Item(
        about,
        href,
        row.error or "",
        lang.text("{key} on {day}", key=about, day=day),
        # One that was cut off is tried once more by itself.
        acts=() if row.next_attempt_at else (again(f"{Task.MAIL.value}:{row.id}", lang),),
    )


def again(key: str, lang: Language) -> Act:
    """The button by which what has failed is tried once more."""
    return Act(lang.text("Try again"), f"/failures/{key}/again")
