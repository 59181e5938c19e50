"""What the stories about invitations begin with: a meeting, somebody invited, and their mails."""

from collections.abc import Iterable
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from icalendar import Calendar

from tilsvar.bootstrap import App
from tilsvar.commands.invitations import invite
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.invitations import Invitation
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.domain.organisations import Organisation
from tilsvar.store.unit_of_work import Office

START = datetime(2023, 3, 8, 9, tzinfo=UTC)
TIME = MeetingTime(Edtf("2023-03-08"), START, START.replace(hour=11))
LATER = MeetingTime(Edtf("2023-03-15"), START.replace(day=15), START.replace(day=15, hour=11))


def hold_dialogue(office: Office, *who: str, key: str = "M1", time: MeetingTime = TIME) -> None:
    """A dialogue meeting on 8 March 2023 from 10 to 12 in Oslo, to which those are invited."""
    with office.work(by="SEK1") as work:
        work.get(Organisation, "HOD").correct(
            name="Helse- og omsorgsdepartementet",
            kind="ministry",
            email="postmottak@hod.example",
            note="",
        )
        schedule_meeting(
            work,
            key=key,
            title="Dialogmøte om helsedata",
            time=time,
            kind=MeetingKind.DIALOGUE,
            place="Lysaker",
        )
        for each in who:
            invite(work, meeting=key, who=each)
        work.commit()


def do(office: Office, fact: Any, **values: Any) -> Any:
    """Record one fact."""
    with office.work(by="SEK1") as work:
        found = fact(work, **values)
        work.commit()
    return found


def invitation(office: Office, key: str) -> Invitation:
    with office.reading() as work:
        found = work.look(Invitation, key)
    assert found is not None
    return found


def meeting(office: Office, key: str = "M1") -> Meeting:
    with office.reading() as work:
        found = work.look(Meeting, key)
    assert found is not None
    return found


def mails(app: App) -> list[EmailMessage]:
    """The mails in the outbox, in the order of their names."""
    folder = Path(app.settings.mail_url.removeprefix("file:"))
    return [
        message_from_bytes(path.read_bytes(), policy=default)
        for path in sorted(folder.glob("*.eml"))
    ]


def told(app: App) -> list[tuple[str, str, int]]:
    """To whom which message went, with its sequence; in the order in which it was made."""
    said = [(str(mail["To"]), *_method(mail)) for mail in mails(app) if _is_for_calendars(mail)]
    return [(to, method, sequence) for to, method, sequence, _ in sorted(said, key=_by_stamp)]


def _by_stamp(said: tuple[str, str, int, datetime]) -> tuple[datetime, str]:
    return said[3], said[0]


def _is_for_calendars(mail: EmailMessage) -> bool:
    return any(part.get_content_type() == "text/calendar" for part in mail.walk())


def _method(mail: EmailMessage) -> tuple[str, int, datetime]:
    calendar = calendar_of(mail)
    event = event_of(mail)
    return str(calendar["METHOD"]), int(event["SEQUENCE"]), event["DTSTAMP"].dt


def calendar_bytes(mail: EmailMessage) -> bytes:
    (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def calendar_of(mail: EmailMessage) -> Calendar:
    found = Calendar.from_ical(calendar_bytes(mail))
    assert isinstance(found, Calendar)
    return found


def event_of(mail: EmailMessage) -> Any:
    """The one event; the values of its properties have many types."""
    (event,) = calendar_of(mail).walk("VEVENT")
    return event


def attendees(mail: EmailMessage) -> list[tuple[str, str]]:
    """The address and the answer of each attendee that the calendar's part names."""
    found = event_of(mail).get("ATTENDEE", [])
    listed: Iterable[Any] = found if isinstance(found, list) else [found]
    return [(str(each).removeprefix("mailto:"), each.params["PARTSTAT"]) for each in listed]
