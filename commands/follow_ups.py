"""Follow-ups: drafted for a department, brought into step with the answers, decided by a person."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from sqlalchemy import String, select, type_coerce

from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.follow_ups import FollowUp, TooSoon, earliest_next
from ..domain.kinds import FollowUpStatus
from ..domain.letters import Letter
from ..domain.organisations import Organisation
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from .keys import next_key
from .letters import send_letter
from .overdue import departments_of, overdue_letters, put_off, sent_about
from .withdrawing_letters import withdraw_letter


class DraftedAnew(DomainError):
    """{other} asks that department by now, so {follow_up} stays rejected."""


class AskedAnew(DomainError):
    """{other} asks that department by now, so {follow_up} stays approved."""


class Words(Protocol):
    """Who writes the system's own text."""

    def letter(self, work: UnitOfWork, follow_up: FollowUp) -> str:
        """The whole text, its title on the first line."""

    def paragraph(self, work: UnitOfWork, follow_up: FollowUp, letters: Sequence[str]) -> str:
        """What to add about these letters to a text that a person wrote."""


def draft_follow_up(work: UnitOfWork, *, department: str, words: Words) -> FollowUp | None:
    """Ask the department for all that is overdue: in the draft that waits for it, or in a new one.

    None where nothing is overdue that no follow-up waits for. What somebody has put off is not
    asked for, unless it is in the draft already. A new draft is in the department's own language.
    """
    department = work.succession.on(department, work.today)
    # Taking the key first makes two workers take turns, so that there is one draft and not two.
    key = next_key(work, FollowUp, f"F{work.today.year}")
    waiting = waiting_for(work, department)
    there = waiting.letters if waiting is not None else ()
    letters = tuple(
        each
        for each in overdue_letters(work, department)
        if each in there or not put_off(work, each, department)
    )
    if not letters:
        return None
    number = _number(work, department, letters)
    if waiting is not None:
        _ask_about(work, waiting, letters, number, words)
        return waiting
    follow_up = FollowUp.draft(
        key,
        department,
        letters,
        number=number,
        language=language_of(work, department),
        drafted=work.today,
    )
    follow_up.write(words.letter(work, follow_up))
    work.add(follow_up)
    return follow_up


def language_of(work: UnitOfWork, department: str) -> str:
    """In which language the department is written to, nb or nn: its own, else the council's."""
    found = work.look(Organisation, department)
    return (found.language if found is not None else "") or work.office.language


def waiting_for(work: UnitOfWork, department: str) -> FollowUp | None:
    """The draft that waits for a decision on that department, or on one it took over from."""
    for each in drafts(work):
        if work.succession.on(each.department, work.today) == department:
            return work.get(FollowUp, each.key)
    return None


def drafts(work: UnitOfWork) -> list[FollowUp]:
    """Every draft that waits for a decision, as it stands, by key."""
    work.session.flush()
    return list(
        work.session.scalars(
            select(FollowUp).where(tables.DRAFTED).order_by(tables.follow_up.c.key)
        )
    )


def follow_ups_about(work: UnitOfWork, letter: str) -> list[str]:
    """The keys of the follow-ups, drafted or decided, that ask about the letter."""
    column = tables.follow_up.c
    listed = ";" + type_coerce(column.letters, String) + ";"
    query = (
        select(column.key, column.letters)
        .where(listed.contains(f";{letter};", autoescape=True))
        .order_by(column.key)
    )
    return [row.key for row in work.session.execute(query) if letter in row.letters]


def bring_into_step(work: UnitOfWork, *, follow_up: str, words: Words) -> FollowUp:
    """Leave out of a draft what is no longer overdue; it lapses when nothing is left."""
    found = work.get(FollowUp, follow_up)
    if found.waits:
        department = work.succession.on(found.department, work.today)
        overdue = overdue_letters(work, department)
        still = [each for each in found.letters if each in overdue]
        _ask_about(work, found, still, _number(work, department, still), words)
    return found


def _ask_about(
    work: UnitOfWork, follow_up: FollowUp, letters: Sequence[str], number: int, words: Words
) -> None:
    came = follow_up.ask_about(letters, number)
    if not follow_up.waits:
        return
    if not follow_up.written_for:
        follow_up.write(words.letter(work, follow_up))
    elif came:
        follow_up.add(words.paragraph(work, follow_up, came), came)


def _number(work: UnitOfWork, department: str, letters: Iterable[str]) -> int:
    """Which follow-up this will be for the letter that has been followed up most."""
    return 1 + max((len(sent_about(work, each, department)) for each in letters), default=0)


def rewrite_follow_up(work: UnitOfWork, *, follow_up: str, text: str) -> FollowUp:
    """A person edits the draft: the first line is the title. Raises AlreadyDecided, NoText."""
    found = work.get(FollowUp, follow_up)
    found.rewrite(text)
    return found


def write_anew(
    work: UnitOfWork, *, follow_up: str, words: Words, language: str | None = None
) -> FollowUp:
    """The system writes the draft again, in another language (nb, nn); a person's text is lost."""
    found = work.get(FollowUp, follow_up)
    found.start_over(language or found.language)
    found.write(words.letter(work, found))
    return found


def approve_follow_up(
    work: UnitOfWork, *, follow_up: str, words: Words, on: date | None = None
) -> Letter:
    """Register the draft as sent on a day in Oslo, today where none is given.

    It is one letter to the department, and its answer is due by the council's own rule. What was
    answered meanwhile is left out first. Raises AlreadyDecided, NothingLeftToAsk, TextOutOfDate,
    and TooSoon within ten working days of the last follow-up to the same department.
    """
    found = bring_into_step(work, follow_up=follow_up, words=words)
    found.require_ready()
    day = on or work.today
    department = work.succession.on(found.department, day)
    last = last_follow_up(work, department)
    if last is not None and day < (earliest := earliest_next(last, work.calendar)):
        raise TooSoon(department=department, last=last, earliest=earliest)
    asked = [work.get(Letter, each) for each in sorted(found.letters)]
    letter = send_letter(
        work,
        title=found.title,
        sent=Edtf.on(day),
        recipients=[department],
        expects_answer=True,
        area=_common([each.area for each in asked]),
        responsible=_common([each.responsible for each in asked]),
        follows_up=found.letters,
    )
    found.approve(day, work.by, letter.key)
    return letter


def _common(values: Sequence[str | None]) -> str | None:
    return values[0] if len(set(values)) == 1 else None


def last_follow_up(work: UnitOfWork, department: str, *, besides: str | None = None) -> date | None:
    """When the department, or one that it took over from, last got a follow-up about anything.

    `besides` is the key of a letter that does not count.
    """
    letter, obligation = tables.letter.c, tables.obligation.c
    query = (
        select(letter.sent)
        .join_from(tables.letter, tables.obligation)
        .where(tables.FOLLOWING_UP, obligation.recipient.in_(departments_of(work, department)))
        .where(letter.key != (besides or ""))
    )
    return max((sent.last for sent in work.session.scalars(query)), default=None)


def reject_follow_up(work: UnitOfWork, *, follow_up: str, why: str) -> FollowUp:
    """A person decides that the draft does not go out. Raises AlreadyDecided."""
    found = work.get(FollowUp, follow_up)
    found.reject(work.today, work.by, why)
    return found


def reopen_follow_up(work: UnitOfWork, *, follow_up: str, words: Words) -> FollowUp:
    """Take a rejection back; what was answered meanwhile is left out of the draft.

    Raises NotRejected, and DraftedAnew where another draft to the department waits by now.
    """
    found = work.get(FollowUp, follow_up)
    other = waiting_for(work, work.succession.on(found.department, work.today))
    if other is not None and not found.waits:
        raise DraftedAnew(follow_up=follow_up, other=other.key)
    found.reopen()
    return bring_into_step(work, follow_up=follow_up, words=words)


def withdraw_approval(work: UnitOfWork, *, follow_up: str, words: Words, why: str = "") -> FollowUp:
    """A follow-up that was approved by mistake waits again, and its letter is withdrawn.

    Raises NotApproved, AskedAnew where another draft to the department waits by now, and what
    forbids to withdraw the letter: AnswersStand and AskedAbout where something came of it.
    """
    found = work.get(FollowUp, follow_up)
    other = waiting_for(work, work.succession.on(found.department, work.today))
    if other is not None and not found.waits:
        raise AskedAnew(follow_up=follow_up, other=other.key)
    letter = found.take_back()
    if not work.view(Letter, letter).withdrawn:
        withdraw_letter(work, letter=letter, why=why)
    return bring_into_step(work, follow_up=follow_up, words=words)


def all_follow_ups(work: UnitOfWork, *, waiting: bool = True) -> list[FollowUp]:
    """The drafts that wait for a decision, or all follow-ups, by key."""
    return [
        each for each in work.all(FollowUp) if not waiting or each.status is FollowUpStatus.DRAFTED
    ]
