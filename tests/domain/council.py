"""Letters and moments that the domain's stories tell of."""

from datetime import UTC, datetime

from tilsvar.domain.dates import Edtf
from tilsvar.domain.due_dates import DueRule, Period, work_out
from tilsvar.domain.entity import Entity
from tilsvar.domain.events import Event
from tilsvar.domain.kinds import LetterKind, ReplyKind, SignOffCode
from tilsvar.domain.letters import Letter
from tilsvar.domain.obligations import Reply, SignOff
from tilsvar.domain.working_days import WorkingCalendar

NOW = datetime(2023, 2, 3, 11, tzinfo=UTC)
CALENDAR = WorkingCalendar()
ONE_MONTH = DueRule("letter", Period.parse("1 month"), "")


def letter(sent: str, *recipients: str, key: str = "L2022-06", expected: bool = True) -> Letter:
    """A letter that the council sent, due a month later by its own rule."""
    date = Edtf(sent)
    ruled = work_out(ONE_MONTH, date, CALENDAR) if expected else None
    return Letter.send(key, LetterKind.LETTER, "Et brev", date, recipients or ("NFD",), ruled=ruled)


def final(received: str, sign_off: SignOffCode | None = None) -> Reply:
    return Reply(ReplyKind.FINAL, Edtf(received), sign_off=sign_off)


def interim(received: str, promised: str | None = None) -> Reply:
    return Reply(ReplyKind.INTERIM, Edtf(received), Edtf(promised) if promised else None)


def noted(on: str) -> SignOff:
    return SignOff(SignOffCode.NOTED, Edtf(on), "SEK1")


def told(entity: Entity) -> list[Event]:
    """What has happened since the story last asked, oldest first."""
    events = list(entity.events)
    entity.events.clear()
    return events
