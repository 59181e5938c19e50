"""What a stance is known from: the answer or the meeting that it names, else an answer of that day.

Where nobody has said what a stance comes from, but the stakeholder answered a letter of the theme
on that very date, the answer is shown beside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import and_, select

from ...domain.dates import Edtf
from ...domain.kinds import Kind
from ...domain.stakeholders import Stakeholder, Stance
from ...store import tables
from ...store.belonging_tables import belonging, contact_line
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..links import address_of

NEWEST = 100
"""How many answers of one stakeholder one can choose from."""

_LETTER = f"{Kind.LETTER.value}:"
TABLES = {Kind.LETTER: tables.letter, Kind.MEETING: tables.meeting}
Told = tuple[Stakeholder, Stance]


@dataclass(frozen=True)
class Evidence:
    title: str
    href: str


@dataclass(frozen=True)
class AnswerGiven:
    """An answer of `organisation` to a letter of ours, when it came, and the letter's title."""

    letter: str
    organisation: str
    on: Edtf
    title: str


def evidence_of(
    work: UnitOfWork, theme: str, told: Iterable[Told], lang: Language
) -> Mapping[tuple[str, int], Evidence]:
    """For each of these stances of the theme, by its row's key and its number, what says so."""
    every = list(told)
    named = {each.evidence for _, each in every if each.evidence}
    titles, stands = _titles(work, named), _stand(work, named)
    then = _answered_then(work, theme, [pair for pair in every if not pair[1].evidence])
    found: dict[tuple[str, int], Evidence] = {}
    for row, each in every:
        where = (row.key, each.number)
        if each.evidence in titles:
            today = work.succession.on(row.organisation, work.today)
            line = work.succession.line(today)
            gone = each.evidence.startswith(_LETTER) and not any(
                (each.evidence, who) in stands for who in line
            )
            found[where] = _evidence(each.evidence, titles[each.evidence], lang, gone=gone)
        elif (row.organisation, each.as_of) in then and not each.evidence:
            answer = then[row.organisation, each.as_of]
            found[where] = _evidence(f"{_LETTER}{answer.letter}", answer.title, lang)
    return found


def _evidence(evidence: str, title: str, lang: Language, *, gone: bool = False) -> Evidence:
    """`gone`: the answer was taken back since, or the letter was."""
    kind, _, key = evidence.partition(":")
    said = lang.text("Answer to {title}", title=title) if kind == Kind.LETTER else title
    if gone:
        said = lang.text("{kind}, withdrawn", kind=said)
    return Evidence(said, address_of(Kind(kind), key) or "")


def _titles(work: UnitOfWork, evidence: Iterable[str]) -> dict[str, str]:
    titles: dict[str, str] = {}
    for kind, table in TABLES.items():
        keys = [each.partition(":")[2] for each in evidence if each.startswith(f"{kind}:")]
        if keys:
            query = select(table.c.key, table.c.title).where(table.c.key.in_(keys))
            titles |= {f"{kind}:{row.key}": row.title for row in work.session.execute(query)}
    return titles


def _stand(work: UnitOfWork, evidence: Iterable[str]) -> set[tuple[str, str]]:
    """Of the answers to these letters those that stand, each with who gave it."""
    letters = [each.removeprefix(_LETTER) for each in evidence if each.startswith(_LETTER)]
    if not letters:
        return set()
    c = contact_line.c
    query = select(c.key, c.organisation).where(c.kind == Kind.LETTER, c.key.in_(letters), c.heard)
    return {(f"{_LETTER}{row.key}", row.organisation) for row in work.session.execute(query)}


def _answered_then(
    work: UnitOfWork, theme: str, told: Iterable[Told]
) -> dict[tuple[str, Edtf], AnswerGiven]:
    wanted = {(row.organisation, each.as_of) for row, each in told}
    if not wanted:
        return {}
    c, b = contact_line.c, belonging.c
    query = (
        _ANSWERS.join(
            belonging, and_(c.kind == b.kind, c.key == b.key, c.part == b.part, b.theme == theme)
        )
        .where(c.organisation.in_({each for each, _ in wanted}))
        .where(c.on.in_({each for _, each in wanted}))
        .order_by(c.place)
    )
    answers = [AnswerGiven(*row) for row in work.session.execute(query)]
    return {
        (each.organisation, each.on): each
        for each in answers
        if (each.organisation, each.on) in wanted
    }


def answers_of(work: UnitOfWork, line: Iterable[str], theme: str | None) -> list[AnswerGiven]:
    """The newest answers of these organisations, those to letters of the theme first."""
    c, b = contact_line.c, belonging.c
    query = _ANSWERS.where(c.organisation.in_(list(line))).order_by(c.place.desc()).limit(NEWEST)
    answers = [AnswerGiven(*row) for row in work.session.execute(query)]
    about: set[str] = set()
    if theme is not None and answers:
        keys = {each.letter for each in answers}
        here = select(b.key).where(b.theme == theme, b.kind == Kind.LETTER, b.key.in_(keys))
        about = set(work.session.scalars(here))
    return sorted(answers, key=lambda each: each.letter not in about)


_ANSWERS = (
    select(
        contact_line.c.key, contact_line.c.organisation, contact_line.c.on, tables.letter.c.title
    )
    .join(tables.letter, tables.letter.c.key == contact_line.c.key)
    .where(contact_line.c.kind == Kind.LETTER, contact_line.c.heard)
)
