"""The outlets with what they take and how they have answered, and what one of them has had."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select

from ...domain.dates import Edtf
from ...domain.kinds import OpEdStatus, SubmissionOutcome
from ...domain.media import MEDIA, Outlet
from ...domain.op_eds import OpEd
from ...store import media_tables, tables
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf
from ...wording.language import Language
from ...wording.numbers import capitalised
from ...wording.periods import days
from ..letters.related import point
from ..links import address
from ..lists.folding import folded
from ..names import Names
from ..today.timeline import Point
from ..words import OP_ED_STATES, SUBMISSION_OUTCOMES
from .takes import characters, early

SUBMISSION = tables.op_ed_submission.c
TAKEN, TURNED_DOWN, WAITING = (
    SubmissionOutcome.PUBLISHED,
    SubmissionOutcome.REJECTED,
    SubmissionOutcome.WAITING,
)


@dataclass(frozen=True)
class Attempt:
    """One outlet's turn at one op-ed."""

    op_ed: str
    sent: date
    outcome: SubmissionOutcome
    answered: Edtf | None


@dataclass(frozen=True)
class OutletRow:
    """One line of the list: what it takes, how it has answered, how often it wrote of us."""

    key: str
    name: str
    href: str
    takes: str
    early: str
    submit_to: str
    answers: str
    took: str
    coverage: int


def outlet_rows(work: UnitOfWork, names: Names, lang: Language) -> list[OutletRow]:
    """All organisations that are media, and others that had an op-ed or are described, by name."""
    described = {each.key: each for each in work.all(Outlet)}
    attempts, published = _attempts(work), _published_at(work)
    written = _written(work)
    keys = {key for key, each in names.organisations.items() if each.kind == MEDIA}
    keys |= {key for key, each in described.items() if each.is_described}
    keys |= {*attempts, *published} & {*names.organisations}
    rows = []
    for key in sorted(keys, key=lambda each: folded(names.title(each))):
        takes = described.get(key) or Outlet(key)
        turns = attempts.get(key, [])
        took = answer_time(turns, lang)
        rows.append(
            OutletRow(
                key,
                names.title(key),
                f"/media/{key}",
                characters(takes.longest, lang) if takes.longest is not None else "",
                early(takes.lead_days, lang) if takes.lead_days is not None else "",
                takes.submit_to,
                said_of_answers(turns, published.get(key, 0), lang),
                lang.text("after {days}", days=took) if took else "",
                written[key],
            )
        )
    return rows


def _attempts(work: UnitOfWork) -> dict[str, list[Attempt]]:
    query = select(
        SUBMISSION.outlet,
        SUBMISSION.op_ed_key,
        SUBMISSION.sent,
        SUBMISSION.outcome,
        SUBMISSION.answered,
    ).where(SUBMISSION.outlet.is_not(None))
    found: dict[str, list[Attempt]] = defaultdict(list)
    for outlet, *rest in work.session.execute(query):
        found[outlet].append(Attempt(*rest))
    return found


def _published_at(work: UnitOfWork) -> Counter[str]:
    """How many op-eds each has published of which nobody recorded the submission."""
    sent_there = (
        select(SUBMISSION.id)
        .where(
            SUBMISSION.op_ed_key == tables.op_ed.c.key,
            SUBMISSION.outlet == tables.op_ed.c.outlet,
            SUBMISSION.outcome == TAKEN,
        )
        .exists()
    )
    op_ed = tables.op_ed.c
    query = (
        select(op_ed.outlet, func.count())
        .where(op_ed.outlet.is_not(None), op_ed.status == OpEdStatus.PUBLISHED, ~sent_there)
        .group_by(op_ed.outlet)
    )
    return Counter({outlet: count for outlet, count in work.session.execute(query) if outlet})


def _written(work: UnitOfWork) -> Counter[str]:
    coverage = media_tables.coverage.c
    query = (
        select(coverage.outlet, func.count())
        .where(coverage.outlet.is_not(None), coverage.withdrawn.is_(False))
        .group_by(coverage.outlet)
    )
    return Counter({outlet: count for outlet, count in work.session.execute(query) if outlet})


def said_of_answers(turns: Iterable[Attempt], published: int, lang: Language) -> str:
    """How often it took one, turned one down, or has not answered: "2 tatt inn · 1 venter"."""
    outcomes = Counter(each.outcome for each in turns)
    taken, declined = outcomes[TAKEN] + published, outcomes[TURNED_DOWN]
    waiting = outcomes[WAITING]
    said = (
        lang.plural("{n} taken", "{n} taken", taken) if taken else "",
        lang.plural("{n} not taken", "{n} not taken", declined) if declined else "",
        lang.plural("{n} waits for an answer", "{n} wait for an answer", waiting)
        if waiting
        else "",
    )
    return " · ".join(filter(None, said))


def answer_time(turns: Iterable[Attempt], lang: Language) -> str:
    """How long its answers have taken, as a span; empty where it has not answered any."""
    spans = [
        (max((each.answered.first - each.sent).days, 0), (each.answered.last - each.sent).days)
        for each in turns
        if each.answered is not None and each.outcome in (TAKEN, TURNED_DOWN)
    ]
    if not spans:
        return ""
    shortest, longest = min(first for first, _ in spans), max(last for _, last in spans)
    if shortest == longest:
        return days(longest, lang)
    return lang.text("{first}–{last} days", first=shortest, last=longest)


def turns_of(work: UnitOfWork, outlet: str) -> list[Attempt]:
    """Every turn that the outlet has had."""
    query = select(
        SUBMISSION.op_ed_key, SUBMISSION.sent, SUBMISSION.outcome, SUBMISSION.answered
    ).where(SUBMISSION.outlet == outlet)
    return [Attempt(*row) for row in work.session.execute(query)]


def op_eds_at(
    work: UnitOfWork, outlet: str, turns: Iterable[Attempt], lang: Language
) -> list[Point]:
    """The op-eds that the outlet has had or printed, the latest first, each with what became."""
    by_op_ed: dict[str, list[Attempt]] = defaultdict(list)
    for turn in turns:
        by_op_ed[turn.op_ed].append(turn)
    had = select(SUBMISSION.op_ed_key).where(SUBMISSION.outlet == outlet)
    query = select(OpEd).where(or_(tables.op_ed.c.outlet == outlet, tables.op_ed.c.key.in_(had)))
    told: list[tuple[Edtf, Point]] = []
    for each in work.session.scalars(query):
        here = sorted(by_op_ed[each.key], key=lambda turn: turn.sent)
        printed = each.published if each.outlet == outlet else None
        on = printed or Edtf.on(here[-1].sent if here else each.touched)
        detail = " · ".join(said_of(turn, lang) for turn in here) or _state(each, lang)
        told.append((on, point(on, each.title, address(each), detail, work=work, lang=lang)))
    told.sort(key=lambda each: each[0].sort_key(), reverse=True)
    return [each for _, each in told]


def said_of(turn: Attempt, lang: Language) -> str:
    """One turn: "Sendt inn 3. februar 2023, ikke tatt inn 10. februar 2023 (7 dager)"."""
    sent, outcome = day_in_full(turn.sent, lang), lang.text(SUBMISSION_OUTCOMES[turn.outcome])
    took = answer_time([turn], lang)
    if turn.answered is None or not took:
        return lang.text("Sent {sent}, {outcome}", sent=sent, outcome=outcome)
    return lang.text(
        "Sent {sent}, {outcome} {answered} ({took})",
        sent=sent,
        outcome=outcome,
        answered=edtf(turn.answered, lang),
        took=took,
    )


def _state(found: OpEd, lang: Language) -> str:
    return capitalised(lang.text(OP_ED_STATES[found.status]))
