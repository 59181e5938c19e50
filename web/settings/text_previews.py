"""How a text reads with a real letter of the register in it, before anybody gets it."""

from sqlalchemy import select

from ...domain.consultations import Consultation
from ...domain.dates import Edtf
from ...domain.errors import DomainError
from ...domain.follow_ups import FollowUp, Level
from ...domain.letter_texts import LetterText, check_text, fill
from ...notifications import asking_for_time, follow_up_text
from ...reports.render_plan import shown_plan
from ...store import tables
from ...store.unit_of_work import UnitOfWork

NUMBERS = {Level.FIRST: 1, Level.SECOND: 2, Level.LEADER: 3}
TRIED = 50
"""How many consultations are looked at for one that can be planned for."""


def preview(
    work: UnitOfWork, name: LetterText, written: str, text: str, *, council: str
) -> str | None:
    """The letter, None where the register has nothing to show it with. Raises as `fill`."""
    check_text(name, text)
    values = (
        _of_a_consultation(work, written, council)
        if name is LetterText.MORE_TIME
        else _of_a_letter(work, Level(name.value), written)
    )
    return None if values is None else fill(name, text, values)


def _of_a_letter(work: UnitOfWork, level: Level, written: str) -> dict[str, str] | None:
    """Of the letter whose answer has been due for longest, or was expected last."""
    obligation = tables.obligation.c
    expected = select(obligation.letter_key, obligation.recipient).where(obligation.expected)
    late = expected.where(obligation.closed_on.is_(None), obligation.due_on < work.today)
    row = (
        work.session.execute(late.order_by(obligation.due_on).limit(1)).first()
        or work.session.execute(expected.order_by(obligation.due_on.desc()).limit(1)).first()
    )
    if row is None:
        return None
    department = work.succession.on(row.recipient, work.today)
    shown = FollowUp.draft(
        "",
        department,
        (row.letter_key,),
        number=NUMBERS[level],
        language=written,
        drafted=work.today,
    )
    return follow_up_text.values_of(work, shown)


def _of_a_consultation(work: UnitOfWork, written: str, council: str) -> dict[str, str] | None:
    """Of the newest consultation with a deadline; it need not be short."""
    every = [each for each in work.all(Consultation) if each.deadline is not None]
    every.sort(key=_deadline, reverse=True)
    for each in every[:TRIED]:
        try:
            plan = shown_plan(work, each.key).plan
            return asking_for_time.values_of(
                work, each, plan, council=council, code=written, only_shown=True
            )
        except DomainError:
            continue  # it cannot be planned for
    return None


def _deadline(consultation: Consultation) -> tuple[object, ...]:
    deadline = consultation.deadline
    return Edtf.sort_key(deadline) if deadline is not None else ()
