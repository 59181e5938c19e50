"""A drafted letter that asks a publisher for more time; a person decides whether it is sent.

It is in Norwegian, as all the council's letters are, and claims no breach of any rule.
"""

from dataclasses import dataclass
from datetime import date

from ..domain.backwards import Plan
from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.kinds import ConsultationKind, Step
from ..domain.meetings import Meeting
from ..store.unit_of_work import UnitOfWork
from .one_line import as_one_line
from .templates import environment

LANGUAGES = ("nb", "nn")


class TimeEnough(DomainError):
    """{consultation} gives six weeks or more, or nobody knows when it was published. No letter was drafted."""  # noqa: E501 - the docstring is the message


@dataclass(frozen=True)
class _Letter:
    """What the letter says; the days are worked out already."""

    title: str
    publisher: str
    council: str
    is_consultation: bool
    published: Edtf | None
    deadline: Edtf
    wished: date
    meeting_title: str
    meeting_day: date | None
    papers: date | None


def more_time_letter(
    work: UnitOfWork, consultation: Consultation, plan: Plan, *, council: str, code: str
) -> str:
    """The letter in `nb` or `nn`; `council` is the sender's name. Raises TimeEnough."""
    wished = plan.wished(work.calendar)
    if wished is None or wished <= plan.deadline.last:
        raise TimeEnough(consultation=consultation.key)
    publisher = work.organisations.get(consultation.publisher)
    meeting = work.look(Meeting, plan.meeting.key) if plan.meeting else None
    letter = _Letter(
        title=as_one_line(consultation.title),
        publisher=publisher.name if publisher else consultation.publisher,
        council=council,
        is_consultation=consultation.kind is ConsultationKind.CONSULTATION,
        published=plan.published,
        deadline=plan.deadline,
        wished=wished,
        meeting_title=as_one_line(meeting.title) if meeting else "",
        meeting_day=plan.meeting.day if plan.meeting else None,
        papers=plan.day_of(Step.PAPERS),
    )
    template = environment(code).get_template(f"more_time/letter.{code}.txt.j2")
    return template.render(letter=letter) + "\n"
