"""The letters as their list shows them: one line a recipient, each with its own date and state."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...domain.dates import Edtf
from ...domain.letters import Letter
from ...domain.obligations import Obligation
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..links import address
from ..names import Names
from ..standing import Standing
from ..words import kind_word
from .standing import standing

OTHERS = "others"
"""Among a row's departments: some recipient is no department."""


@dataclass(frozen=True)
class RecipientLine:
    """`now` is who answers today for a recipient that has been taken over."""

    label: str
    name: str
    now: str | None
    due: Edtf | None
    standing: Standing


@dataclass(frozen=True)
class Row:
    """`departments` are the keys under which the letter is found."""

    key: str
    href: str
    kind: str
    title: str
    detail: str
    area: str
    sent: Edtf
    lines: tuple[RecipientLine, ...]
    departments: frozenset[str]


def letter_row(letter: Letter, work: UnitOfWork, names: Names, lang: Language) -> Row:
    lines = tuple(_line(letter, each, work, names, lang) for each in letter.obligations)
    kind, area = kind_word(letter.kind, lang), names.area(letter.area)
    return Row(
        key=letter.key,
        href=address(letter),
        kind=letter.kind.value,
        title=letter.title,
        detail=" · ".join(filter(None, (kind, area))),
        area=letter.area or "",
        sent=letter.sent,
        lines=lines,
        departments=departments(letter.recipients, work, names),
    )


def _line(
    letter: Letter, obligation: Obligation, work: UnitOfWork, names: Names, lang: Language
) -> RecipientLine:
    key, due = obligation.recipient, obligation.due(work.today)
    return RecipientLine(
        label=names.label(key),
        name=names.title(key),
        now=names.successor(key),
        due=(obligation.promised(work.today) or Edtf.on(due)) if due else None,
        standing=Standing("withdrawn", "", lang.text("Withdrawn"))
        if letter.withdrawn
        else standing(obligation, work.today, work.calendar, lang),
    )


def departments(recipients: Iterable[str], work: UnitOfWork, names: Names) -> frozenset[str]:
    """The departments that answer for these today, and others."""
    found = set()
    for key in recipients:
        organisation = names.organisations.get(key)
        if organisation is not None and organisation.is_department:
            found.add(work.succession.on(key, work.today))
        else:
            found.add(OTHERS)
    return frozenset(found)
