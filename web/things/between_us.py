"""Everything between the council and one organisation, newest first, and how long answers took."""

from dataclasses import dataclass

from ...domain.consultations import Consultation
from ...domain.dates import Edtf
from ...domain.kinds import MeetingStatus, ReplyKind
from ...domain.letters import Letter
from ...domain.meetings import Meeting
from ...domain.obligations import Obligation
from ...domain.op_eds import OpEd
from ...domain.organisations import Organisation
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.periods import days
from ..letters.related import point
from ..letters.to_one import letters_to
from ..links import address
from ..today.timeline import Point
from ..words import kind_word

REPLIES = {
    ReplyKind.FINAL: N_("Answer to {title}"),
    ReplyKind.INTERIM: N_("Interim reply to {title}"),
    ReplyKind.ACKNOWLEDGEMENT: N_("Acknowledgement of {title}"),
}


@dataclass(frozen=True)
class AnswerTime:
    """How long one answer took: a span where a date is imprecise, never one number then."""

    title: str
    href: str
    told: str


def between_us(found: Organisation, work: UnitOfWork, lang: Language) -> list[Point]:
    """Letters, answers, meetings, op-eds and consultations, those of its predecessors included.

    Of the letters, the newest: see `letters_to`.
    """
    line = frozenset(work.succession.line(found.key))
    told: list[tuple[Edtf, str, str, str]] = []
    for letter in letters_to(work, line).newest:
        said = kind_word(letter.kind, lang)
        if letter.withdrawn:
            said = lang.text("{kind}, withdrawn", kind=said)
        told.append((letter.sent, letter.title, address(letter), said))
        told += _replies(letter, line, lang)
    for meeting in work.all(Meeting):
        if line.intersection(meeting.participants):
            said = kind_word(meeting.kind, lang)
            if meeting.status is MeetingStatus.CANCELLED:
                said = lang.text("{kind}, called off", kind=said)
            told.append((meeting.time.on, meeting.title, address(meeting), said))
    for op_ed in work.all(OpEd):
        outlets = {op_ed.outlet, *(each.outlet for each in op_ed.submissions)}
        if line.intersection({*op_ed.cosigners, *filter(None, outlets)}):
            on = op_ed.published or Edtf.on(op_ed.touched)
            told.append((on, op_ed.title, address(op_ed), lang.text("Op-ed")))
    for call in work.all(Consultation):
        on_day = call.deadline or call.published
        if call.publisher in line and on_day is not None:
            told.append((on_day, call.title, address(call), kind_word(call.kind, lang)))
    told.sort(key=lambda each: each[0].sort_key(), reverse=True)
    return [
        point(on, title, href, detail, work=work, lang=lang) for on, title, href, detail in told
    ]


def _replies(
    letter: Letter, line: frozenset[str], lang: Language
) -> list[tuple[Edtf, str, str, str]]:
    return [
        (
            reply.received,
            lang.text(REPLIES[reply.kind], title=letter.title),
            address(letter),
            reply.summary,
        )
        for obligation in letter.obligations
        if obligation.recipient in line
        for reply in obligation.replies
        if not reply.withdrawn and reply.given_to is None
    ]


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
