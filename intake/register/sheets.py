"""The sheets of a register and their columns, as data: what may stand where."""

from ...domain.errors import TilsvarError
from ...domain.kinds import (
    ConsultationKind,
    ConsultationStatus,
    DeadlineKind,
    LetterKind,
    MeetingKind,
    MeetingStatus,
    OpEdStatus,
    ReplyKind,
    Role,
    SignOffCode,
)
from .answer_rows import ANSWER_SHEETS
from .attendance_rows import ATTENDANCE
from .circulation_rows import CIRCULATIONS
from .columns import Column, Sheet, Value, choice, date, key, line, many, one, text, words, yes_no
from .communication_sheets import COMMUNICATION_SHEETS
from .point_rows import JUDGEMENTS, POINTS
from .public_rows import PUBLIC_LIST
from .submission_rows import SUBMISSIONS
from .theme_sheets import THEME_SHEETS

_AREA = one("area", "areas")
_RESPONSIBLE = one("responsible", "people")
_KNOWN = date("known")
_SOURCE = Column("source", Value.LINE)
# A reply without a code stays unspecified, so that nobody has to write the word.
_SIGN_OFF_CODES = tuple(code for code in SignOffCode if code is not SignOffCode.UNSPECIFIED)

_COUNCIL = (
    Sheet(
        "organisations",
        (
            key("key"),
            words("name"),
            key("kind"),
            one("successor", "organisations"),
            date("from"),
            Column("email", Value.EMAIL),
            text("note"),
        ),
        key="key",
    ),
    Sheet(
        "areas",
        (key("key"), words("name"), *line("plan"), date("from"), date("to")),
        key="key",
    ),
    Sheet(
        "people",
        (
            key("key"),
            words("name"),
            Column("email", Value.EMAIL),
            choice("role", Role),
            one("organisation", "organisations"),
            one("deputy_for", "people"),
            Column("from", Value.DAY),
            Column("to", Value.DAY),
        ),
        key="key",
    ),
    Sheet(
        "letters",
        (
            key("id"),
            choice("kind", LetterKind),
            words("title"),
            _AREA,
            date("sent", required=True),
            many("recipients", "organisations", required=True),
            yes_no("reply_expected"),
            _RESPONSIBLE,
            many("follows_up", "letters"),
            text("outcome"),
            _SOURCE,
        ),
        key="id",
    ),
    Sheet(
        "replies",
        (
            one("letter", "letters", required=True),
            one("from", "organisations", required=True),
            date("received", required=True),
            choice("kind", ReplyKind),
            choice("sign_off", _SIGN_OFF_CODES, required=False),
            date("promised"),
            text("summary"),
            _SOURCE,
        ),
        told_by=("letter", "from", "kind"),
        alike=True,
    ),
    Sheet(
        "consultations",
        (
            key("id"),
            words("title"),
            one("publisher", "organisations", required=True),
            choice("kind", ConsultationKind),
            date("published"),
            date("deadline"),
            choice("status", ConsultationStatus),
            one("submission", "letters"),
            _AREA,
            _RESPONSIBLE,
            _KNOWN,
            _SOURCE,
        ),
        key="id",
    ),
    Sheet(
        "opeds",
        (
            key("id"),
            words("title"),
            _AREA,
            choice("status", OpEdStatus),
            Column("comments_by", Value.DAY),
            one("outlet", "organisations"),
            date("published"),
            many("cosigners", "organisations", "people"),
            text("reaction"),
            _RESPONSIBLE,
            _KNOWN,
            _SOURCE,
        ),
        key="id",
    ),
    Sheet(
        "meetings",
        (
            key("id"),
            choice("kind", MeetingKind),
            words("title"),
            Column("start", Value.WALL_TIME, required=True),
            Column("end", Value.WALL_TIME),
            *line("place"),
            many("participants", "organisations", "people"),
            choice("status", MeetingStatus),
            Column("moved_from", Value.WALL_TIME),
            date("moved_on"),
            _KNOWN,
            _SOURCE,
        ),
        key="id",
    ),
    Sheet(
        "deadlines",
        (
            key("id"),
            words("title"),
            date("due", required=True),
            one("consultation", "consultations"),
            choice("kind", DeadlineKind),
            _RESPONSIBLE,
            _KNOWN,
            _SOURCE,
        ),
        key="id",
    ),
)

_BESIDES = (*ANSWER_SHEETS, ATTENDANCE, CIRCULATIONS, SUBMISSIONS, PUBLIC_LIST)

SHEETS = {
    sheet.name: sheet
    for sheet in (*_COUNCIL, *THEME_SHEETS, *COMMUNICATION_SHEETS, POINTS, JUDGEMENTS, *_BESIDES)
}


class NoSuchSheet(TilsvarError):
    """{name} is not a sheet of a register. The sheets are {sheets}."""


def named_sheets(text: str) -> tuple[str, ...]:
    """The sheets whose names stand in the text, with commas between. Raises NoSuchSheet."""
    wanted = [part.strip().casefold() for part in text.split(",") if part.strip()]
    for name in wanted:
        if name not in SHEETS:
            raise NoSuchSheet(name=name, sheets=", ".join(SHEETS))
    return tuple(name for name in SHEETS if name in wanted)
