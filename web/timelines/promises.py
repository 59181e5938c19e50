"""What others have promised, as lists show it: what is open first, with its day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from ...domain.kinds import Kind
from ...domain.promises import Promise, PromiseStatus
from ...store import note_tables
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf_short, when
from ...wording.language import Language
from ..links import address_of
from ..names import Names
from ..standing import Standing

SHOWN = 10


@dataclass(frozen=True)
class PromiseLine:
    title: str
    href: str
    detail: str
    standing: Standing


def promise_lines(
    promises: Iterable[Promise], work: UnitOfWork, names: Names, lang: Language
) -> list[PromiseLine]:
    """One line a promise, in the order given."""
    return [
        PromiseLine(
            each.title,
            address_of(Kind.PROMISE, each.key) or "",
            f"{names.label(each.organisation)} · {edtf_short(each.given, lang)}",
            promise_standing(each, work, lang),
        )
        for each in promises
    ]


def promise_standing(promise: Promise, work: UnitOfWork, lang: Language) -> Standing:
    """How it stands today."""
    if promise.withdrawn:
        return Standing("withdrawn", "", lang.text("Withdrawn"))
    match promise.status:
        case PromiseStatus.KEPT:
            kept = edtf_short(promise.kept_on, lang) if promise.kept_on else ""
            return Standing("kept", "success", lang.text("Kept {when}", when=kept))
        case PromiseStatus.DROPPED:
            return Standing("dropped", "", lang.text("Dropped"))
    due = promise.due
    if due is None:
        return Standing("open", "", lang.text("Without a day"))
    if due.last < work.today:
        return Standing("overdue", "danger", lang.text("Not kept {when}", when=when(due, lang)))
    return Standing("open", "", lang.text("To be kept {when}", when=when(due, lang)))


def promises_in(work: UnitOfWork, said_in: str) -> Sequence[Promise]:
    """Those that were given in that meeting or answer, "meeting:M2022-08"; the first said first."""
    c = note_tables.promise.c
    query = select(Promise).where(c.said_in == said_in, ~c.withdrawn).order_by(c.key).limit(SHOWN)
    return work.session.scalars(query).all()
