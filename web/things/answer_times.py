"""How long the answers of one organisation took."""

from dataclasses import dataclass

from ...domain.kinds import ReplyKind
from ...domain.letters import Letter
from ...domain.obligations import Obligation
from ...domain.organisations import Organisation
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.periods import days
from ..letters.to_one import letters_to
from ..links import address


@dataclass(frozen=True)
class AnswerTime:
    """How long one answer took: a span where a date is imprecise, never one number then."""

    title: str
    href: str
    told: str


def answer_times(found: Organisation, work: UnitOfWork, lang: Language) -> list[AnswerTime]:
    """Each answer that came, newest letter first; of the letters, the newest."""
    line = frozenset(work.succession.line(found.key))
    return [
        AnswerTime(letter.title, address(letter), told)
        for letter in letters_to(work, line).newest
        for obligation in letter.obligations
        if obligation.recipient in line
        for told in _took(letter, obligation, lang)
    ]


def _took(letter: Letter, obligation: Obligation, lang: Language) -> list[str]:
    final = [
        each.received
        for each in obligation.replies
        if each.kind is ReplyKind.FINAL and not each.withdrawn
    ]
    if not final:
        return []
    shortest = max((final[0].first - letter.sent.last).days, 0)
    longest = (final[0].last - letter.sent.first).days
    if shortest == longest:
        return [days(longest, lang)]
    return [lang.text("{first}–{last} days", first=shortest, last=longest)]
