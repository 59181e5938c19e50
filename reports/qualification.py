"""The qualification form of a theme as it is read: the questions, the answers and who has a stake.

Nobody types the stakeholders into the form: they are those of the register, as they are today.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..commands.qualification import form_of
from ..commands.stakeholders import stakeholders_of
from ..domain.dates import Edtf
from ..domain.qualification import LISTS, Answers, FormField, FormVersion, entries
from ..domain.stakeholders import StakeholderRole, StanceValue
from ..domain.themes import Theme
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Answered:
    """One question with its answer: the paragraphs of a text, or the entries of a list."""

    question: FormField
    parts: tuple[str, ...]

    @property
    def is_list(self) -> bool:
        return self.question in LISTS


@dataclass(frozen=True)
class StakeholderLine:
    """One organisation of today; `former` are the keys of those that it took over from."""

    organisation: str
    name: str
    role: StakeholderRole
    responsibility: str
    former: tuple[str, ...] = ()
    stance: StanceValue | None = None
    as_of: Edtf | None = None


@dataclass(frozen=True)
class FormSheet:
    """The form of one theme; `saved` is the day (in Oslo) of its version, if there is one."""

    theme: str
    title: str
    version: FormVersion | None
    saved: date | None
    stakeholders: Sequence[StakeholderLine]

    @property
    def answers(self) -> Answers:
        return self.version.answers if self.version else {}

    @property
    def answered(self) -> list[Answered]:
        """Every question in its order, those without an answer too."""
        return [Answered(each, tuple(entries(self.answers.get(each, "")))) for each in FormField]


def form_sheet(work: UnitOfWork, theme: str, number: int | None = None) -> FormSheet:
    """The form as that version left it, the newest where none is named.

    Raises Unknown for the theme and NoSuchVersion.
    """
    found = work.view(Theme, theme)
    version = form_of(work, theme, number)
    saved = local_day(version.at, work.office.zone) if version else None
    return FormSheet(theme, found.title, version, saved, stakeholder_lines(work, theme))


def stakeholder_lines(work: UnitOfWork, theme: str) -> list[StakeholderLine]:
    """Who has a stake in the theme today, owners first."""
    lines = []
    for each in stakeholders_of(work, theme):
        if each.removed:
            continue
        stance, known = each.stance, work.organisations.get(each.organisation)
        lines.append(
            StakeholderLine(
                each.organisation,
                known.name if known else each.organisation,
                each.role,
                each.responsibility,
                each.continued_from,
                stance.stance if stance else None,
                stance.as_of if stance else None,
            )
        )
    return lines
