"""What is said after something was done with a follow-up, and how it is undone."""

from collections.abc import Mapping
from urllib.parse import quote

from ...domain.follow_ups import FollowUp
from ...domain.kinds import FollowUpStatus
from ...domain.letters import Letter
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ..names import Names
from .undoing import Done, Tell, Undoing


def _approved(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(FollowUp, about)
    letter = work.look(Letter, found.sent_as) if found and found.sent_as else None
    if found is None or letter is None:
        return None
    due = letter.obligations[0].due(work.today)
    sentence = lang.text(
        "Follow-up no. {number} to {who} is approved and registered as sent; "
        "the answer is due {day}.",
        number=found.number,
        who=Names(work).label(found.department),
        day=day_in_full(due, lang) if due else "",
    )
    href = f"/follow-ups/{quote(about, safe='')}"
    more = lang.text("Download it for Word")
    return Done(sentence, href, more, Undoing(f"{href}/not-sent"))


def _rejected(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(FollowUp, about)
    if found is None or found.status is not FollowUpStatus.REJECTED:
        return None
    who = Names(work).label(found.department)
    sentence = lang.text(
        "Follow-up no. {number} to {who} is rejected.", number=found.number, who=who
    )
    return Done(sentence, undo=Undoing(f"/follow-ups/{quote(about, safe='')}/reopen"))


def _reopened(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    sentence = N_("Follow-up no. {number} to {who} waits for a decision again.")
    return _waits(work, about, sentence, lang)


def _drafted(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    sentence = N_(
        "Follow-up no. {number} to {who} is drafted. Nothing is sent before somebody approves it."
    )
    return _waits(work, about, sentence, lang)


def _waits(work: UnitOfWork, about: str, sentence: str, lang: Language) -> Done | None:
    """The sentence about a follow-up that nobody has decided on."""
    found = work.look(FollowUp, about)
    if found is None or not found.waits:
        return None
    who = Names(work).label(found.department)
    return Done(lang.text(sentence, number=found.number, who=who))


def _saved(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    return Done(lang.text("The text is saved.")) if work.look(FollowUp, about) else None


WITH_FOLLOW_UPS: Mapping[str, Tell] = {
    "follow-up-approved": _approved,
    "follow-up-rejected": _rejected,
    "follow-up-reopened": _reopened,
    "follow-up-drafted": _drafted,
    "follow-up-saved": _saved,
}
