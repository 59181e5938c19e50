"""The digest's lines: each thing that was collected for its reader is looked at again, once.

Left out is what has been settled or put off since, and what went to the reader at once meanwhile.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import exists, or_, select, update
from sqlalchemy.engine import Row

from ..domain.entity import Entity
from ..domain.events import Bell, catalogue
from ..domain.events.theme_bells import STANCE
from ..domain.people import Person
from ..store import flow
from ..store.unit_of_work import UnitOfWork
from . import mails
from .composing import COMPOSERS
from .contexts import AnswerMail, Mail
from .desk import Desk
from .digest_contexts import Digest, DigestItem
from .rendered import Rendered
from .theme_contexts import StakeholdersMail

DIGEST = "Digest"
"""How the ledger calls such a mail."""

BELLS = tuple(name for name, event in catalogue().items() if issubclass(event, Bell))
"""What the clock tells; all else is news."""


def compose_digest(desk: Desk, mail_id: str) -> Rendered | None:
    """The digest's words as of now, or None where nothing is left to tell.

    A reminder that is left out belongs to no mail any more, so that the ledger tells what was said.
    """
    told = dict(_items(desk, _collected(desk, mail_id)))
    reminder = flow.reminder.c
    said = [each for ids in told for each in ids]
    left_out = update(flow.reminder).where(reminder.mail_id == mail_id, reminder.id.not_in(said))
    desk.work.session.execute(left_out.values(mail_id=None))
    if not told:
        return None
    digest = Digest(
        today=desk.today,
        rhythm=desk.work.view(Person, desk.telling.person).digest_rhythm,
        items=tuple(told.values()),
        url=f"{desk.base_url}/",
    )
    return mails.digest(digest, desk.lang.code)


def _collected(desk: Desk, mail_id: str) -> list[Row[Any]]:
    """The reminders of this mail, each thing once: the last that the clock told of it.

    An answer that has come is news of its own beside them.
    """
    reminder = flow.reminder.c
    other = flow.reminder.alias("other").c
    at_once = exists().where(
        other.kind == reminder.kind,
        other.key == reminder.key,
        other.recipient == reminder.recipient,
        other.digest_id.is_(None),
        other.at >= reminder.at,
        other.bell.in_(BELLS),
    )
    rows: Sequence[Row[Any]] = desk.work.session.execute(
        select(flow.reminder).where(
            reminder.mail_id == mail_id, or_(reminder.bell.not_in(BELLS), ~at_once)
        )
    ).all()
    in_order = sorted(rows, key=lambda row: (row.at, row.version, row.rung))
    return list({(row.key, _alone(row)): row for row in in_order}.values())


def _items(desk: Desk, rows: list[Row[Any]]) -> Iterator[tuple[tuple[int, ...], DigestItem]]:
    """One line for all that one bell told of one thing, as in a mail of its own."""
    rows.sort(key=lambda row: (*_telling(row), row.key))
    _bring_things(desk.work, rows)
    for (group, bell, rung, _), together in groupby(rows, key=_telling):
        lines = list(together)
        about = {row.key: row.version for row in lines}
        telling = replace(desk.telling, kind=bell, key=group, rung=rung, about=about)
        context = COMPOSERS[bell].context(replace(desk, telling=telling))
        if context is not None:
            said = tuple(row.id for row in lines if _speaks_of(context, row.key))
            yield said, DigestItem(kind=bell, mail=context)


def _bring_things(work: UnitOfWork, rows: list[Row[Any]]) -> None:
    """Read all that is told of in one query for each sort of thing."""
    wanted: dict[type[Entity], list[str]] = {}
    for row in rows:
        wanted.setdefault(COMPOSERS[row.bell].thing, []).append(row.group)
    for cls, keys in wanted.items():
        work.bring(cls, keys)


def _speaks_of(mail: Mail, key: str) -> bool:
    """Whoever has answered or been heard from since is not named any more."""
    if isinstance(mail, StakeholdersMail):
        return key.removesuffix(STANCE) in {line.row for line in mail.stakeholders}
    if not isinstance(mail, AnswerMail):
        return True
    return key in {f"{mail.key}/{line.addressed_to_key}" for line in mail.departments}


def _telling(row: Row[Any]) -> tuple[str, str, str, str]:
    """The clock tells of several objects of a thing together; an answer is told of by itself."""
    return (row.group, row.bell, row.rung, _alone(row))


def _alone(row: Row[Any]) -> str:
    return "" if row.bell in BELLS else f"{row.key} {row.rung}"
