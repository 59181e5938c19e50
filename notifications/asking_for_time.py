"""A drafted letter that asks a publisher for more time; a person decides whether it is sent.

It is in Norwegian, as all the council's letters are; the usual text claims no breach of any rule.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from ..domain.backwards import Plan
from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.kinds import ConsultationKind, Step
from ..domain.letter_texts import LetterText
from ..domain.meetings import Meeting
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import day_in_full, edtf
from ..wording.language import language
from .letter_words import part, written_letter
from .one_line import as_one_line

FOUR_WEEKS = timedelta(weeks=4)


class TimeEnough(DomainError):
    """{consultation} gives six weeks or more, or nobody knows when it was published. No letter was drafted."""  # noqa: E501 - the docstring is the message


@dataclass(frozen=True)
class _Letter:
    """What the parts of the letter say; the days are worked out already."""

    is_consultation: bool
    meeting_title: str
    meeting_day: date | None
    papers: date | None


def more_time_letter(
    work: UnitOfWork, consultation: Consultation, plan: Plan, *, council: str, code: str
) -> str:
    """The letter in `nb` or `nn`; `council` is the sender's name. Raises TimeEnough."""
    values = values_of(work, consultation, plan, council=council, code=code)
    return written_letter(work, LetterText.MORE_TIME, code, values)


def values_of(
    work: UnitOfWork,
    consultation: Consultation,
    plan: Plan,
    *,
    council: str,
    code: str,
    only_shown: bool = False,
) -> dict[str, str]:
    """What stands for each name in its text. Raises TimeEnough.

    A letter that is `only_shown` has days made up where none are known or none need be asked for.
    """
    wished, published, lang = plan.wished(work.calendar), plan.published, language(code)
    if only_shown:
        wished = wished or work.calendar.on_or_after(plan.deadline.last + FOUR_WEEKS)
        published = published or Edtf.on(plan.deadline.first - FOUR_WEEKS)
    if wished is None or published is None or wished <= plan.deadline.last:
        raise TimeEnough(consultation=consultation.key)
    publisher = work.organisations.get(consultation.publisher)
    meeting = work.look(Meeting, plan.meeting.key) if plan.meeting else None
    letter = _Letter(
        is_consultation=consultation.kind is ConsultationKind.CONSULTATION,
        meeting_title=as_one_line(meeting.title) if meeting else "",
        meeting_day=plan.meeting.day if plan.meeting else None,
        papers=plan.day_of(Step.PAPERS),
    )
    parts = f"more_time/parts.{code}"
    return {
        "mottaker": publisher.name if publisher else consultation.publisher,
        "tittel": as_one_line(consultation.title),
        "saken": part(parts, "case", letter),
        "kunngjort": edtf(published, lang),
        "frist": edtf(plan.deadline, lang),
        "ønsket frist": day_in_full(wished, lang),
        "rådet": council,
        "rådsmøtet": part(parts, "meeting", letter),
        "instruksen": part(parts, "instruction", letter),
    }
