"""Why a follow-up was drafted, what it asks about, when it may go out, and who decided.

These are the facts; `render_explained_follow_up` puts them into words.
"""

from dataclasses import dataclass
from datetime import date

from ..commands.follow_ups import last_follow_up
from ..commands.overdue import departments_of
from ..domain.dates import Edtf
from ..domain.follow_ups import FollowUp, earliest_next
from ..domain.kinds import FollowUpStatus, Kind
from ..domain.letters import Letter
from ..domain.organisations import Organisation
from ..store.event_log import Recorded, history
from ..store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class AskedAbout:
    """One letter.

    `due` is when the department's answer was due, `late` how many working days it had been overdue
    on the day that counts; both are None where it owes nothing any more.
    """

    key: str
    title: str
    sent: Edtf
    due: date | None
    late: int | None


@dataclass(frozen=True)
class ExplainedFollowUp:
    """The follow-up as it stands, with what it rests on.

    `last` is when the department last got another follow-up, `earliest` the first day that keeps
    the distance to it; both None where it never did. `own_language` is the department's own, empty
    where it is written to as the council writes, in `council_language`. `due` is when the answer to
    the letter is due that an approved follow-up became.
    """

    follow_up: FollowUp
    asked: tuple[AskedAbout, ...]
    last: date | None
    earliest: date | None
    own_language: str
    council_language: str
    due: date | None
    changes: tuple[Recorded, ...]


def explain_follow_up(work: UnitOfWork, key: str) -> ExplainedFollowUp | None:
    """The follow-up with that key explained as of today, or None where there is none."""
    found = work.look(FollowUp, key)
    if found is None:
        return None
    department = work.succession.on(found.department, work.today)
    organisation = work.look(Organisation, department)
    last = last_follow_up(work, department, besides=found.sent_as)
    became = work.look(Letter, found.sent_as) if found.sent_as else None
    return ExplainedFollowUp(
        follow_up=found,
        asked=tuple(_asked(work, found, each, department) for each in found.letters),
        last=last,
        earliest=earliest_next(last, work.calendar) if last else None,
        own_language=organisation.language if organisation else "",
        council_language=work.office.language,
        due=became.obligations[0].due() if became else None,
        changes=tuple(history(work.session, Kind.FOLLOW_UP, found.key)),
    )


def _asked(work: UnitOfWork, follow_up: FollowUp, key: str, department: str) -> AskedAbout:
    """Seen from today while the draft waits, else from the day on which it was decided."""
    letter = work.view(Letter, key)
    day = work.today if follow_up.status is FollowUpStatus.DRAFTED else follow_up.decided
    day = day or follow_up.drafted
    ours = departments_of(work, department)
    owed = [
        due
        for each in letter.obligations
        if each.recipient in ours
        and not each.closed(day)
        and (due := each.due(day)) is not None
        and due < day
    ]
    due = min(owed, default=None)
    late = work.calendar.count(due, day) if due else None
    return AskedAbout(key, letter.title, letter.sent, due, late)
