"""What was just settled of what has passed: a deadline that was met, a meeting that was held."""

from collections.abc import Mapping
from urllib.parse import quote

from ...domain.deadlines import Deadline
from ...domain.kinds import MeetingStatus
from ...domain.meetings import Meeting
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from .undoing import Done, Tell, Undoing


def _met(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Deadline, about)
    if found is None or found.open:
        return None
    sentence = lang.text("“{title}” is recorded as done.", title=found.title)
    return Done(sentence, undo=Undoing(f"/deadlines/{quote(about, safe='')}/not-met"))


def _open_again(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Deadline, about)
    if found is None or not found.open:
        return None
    return Done(lang.text("“{title}” is open again.", title=found.title))


def _held(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Meeting, about)
    if found is None or found.status is not MeetingStatus.HELD:
        return None
    sentence = lang.text("{title} is registered as held.", title=found.title)
    return Done(sentence, undo=Undoing(f"/meetings/{quote(about, safe='')}/restore"))


PASSED: Mapping[str, Tell] = {
    "deadline-met": _met,
    "deadline-open": _open_again,
    "meeting-held": _held,
}
