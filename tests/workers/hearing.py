"""What people have heard of: which rungs were told to whom, and what they have got to read."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Row

from tilsvar.domain.dates import local_moment
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.rows import rows
from tilsvar.workers.digests import DIGEST


def morning(day: date) -> datetime:
    """07:30 in Oslo in winter."""
    return datetime(day.year, day.month, day.day, 6, 30, tzinfo=UTC)


def at(office: Office, day: str, hour: str = "07:30") -> datetime:
    """That hour in Oslo, in summer and in winter."""
    return local_moment(date.fromisoformat(day), time.fromisoformat(hour), office.zone)


def told(office: Office) -> list[tuple[str, str]]:
    """Which rungs have been told of people, by rung and person."""
    return [(row.rung, row.recipient) for row in rows(office, flow.reminder)]


def mails(office: Office, *where: Any) -> list[Row[Any]]:
    """The mails that were sent, in the order in which they were written."""
    found = rows(office, flow.mail, flow.mail.c.state == "sent", *where)
    return sorted(found, key=lambda row: (row.at, row.person, row.kind))


def digests(office: Office, person: str = "SEK1") -> list[Row[Any]]:
    """The digests that were sent to that person."""
    return mails(office, flow.mail.c.kind == DIGEST, flow.mail.c.person == person)


def lines(office: Office, mail: Row[Any]) -> list[tuple[str, str]]:
    """What a mail told of: the keys of the objects and their rungs."""
    told_there = rows(office, flow.reminder, flow.reminder.c.mail_id == mail.id)
    return sorted((row.key, row.rung) for row in told_there)


def read(office: Office) -> list[tuple[str, str]]:
    """What was sent, in that order: the rung and the reader, once for each thing in each mail."""
    found: list[tuple[str, str]] = []
    for mail in mails(office):
        there = rows(office, flow.reminder, flow.reminder.c.mail_id == mail.id)
        things = dict.fromkeys((row.group, row.bell, row.rung) for row in there)
        found += [(rung, mail.person) for _, _, rung in sorted(things)]
    return found


def in_the_box(folder: Path, *words: str) -> list[EmailMessage]:
    """The mails in the tests' outbox whose names hold all these words, from the earliest on."""
    found = []
    for path in sorted((folder / "outbox").glob("*.eml")):
        if all(word in path.name for word in words):
            mail = message_from_bytes(path.read_bytes(), policy=default)
            assert isinstance(mail, EmailMessage)
            found.append(mail)
    return found


def text(mail: EmailMessage) -> str:
    """Its plain words, with ordinary spaces and on one line."""
    body = mail.get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())


def names(mail: EmailMessage) -> Sequence[str]:
    """The names of the files that hang on it."""
    return [str(part.get_filename()) for part in mail.iter_attachments()]
