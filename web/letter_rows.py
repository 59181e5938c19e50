"""The letters as their list shows them: one line a recipient, each with its own date and state."""

from dataclasses import dataclass

from ..domain.dates import Edtf
from ..domain.letters import Letter
from ..domain.obligations import Obligation
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from .folding import folded
from .links import address
from .names import Names
from .standing import Standing, standing
from .words import kind_word

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
    """`departments` are the keys under which the letter is found; `searched` is folded text."""

    key: str
    href: str
    kind: str
    title: str
    detail: str
    area: str
    sent: Edtf
    lines: tuple[RecipientLine, ...]
    departments: frozenset[str]
    searched: str


def letter_row(letter: Letter, work: UnitOfWork, names: Names, lang: Language) -> Row:
    lines = tuple(_line(each, work, names, lang) for each in letter.obligations)
    kind, area = kind_word(letter.kind, lang), names.area(letter.area)
    said = (letter.key, letter.title, letter.outcome, kind, area)
    replies = (reply.summary for each in letter.obligations for reply in each.replies)
    named = (text for line in lines for text in (line.label, line.name))
    return Row(
        key=letter.key,
        href=address(letter),
        kind=letter.kind.value,
        title=letter.title,
        detail=" · ".join(filter(None, (kind, area))),
        area=letter.area or "",
        sent=letter.sent,
        lines=lines,
        departments=_departments(letter, work, names),
        searched=folded("\n".join((*said, *replies, *named))),
    )


def _line(obligation: Obligation, work: UnitOfWork, names: Names, lang: Language) -> RecipientLine:
    key, due = obligation.recipient, obligation.due(work.today)
    return RecipientLine(
        label=names.label(key),
        name=names.title(key),
        now=names.successor(key),
        due=obligation.promised(work.today) or (Edtf.on(due) if due else None),
        standing=standing(obligation, work.today, work.calendar, lang),
    )


def _departments(letter: Letter, work: UnitOfWork, names: Names) -> frozenset[str]:
    found = set()
    for key in letter.recipients:
        organisation = names.organisations.get(key)
        if organisation is not None and organisation.is_department:
            found.add(work.succession.on(key, work.today))
        else:
            found.add(OTHERS)
    return frozenset(found)
