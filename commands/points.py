"""Facts about the points that a letter raised: registered, judged, put right, withdrawn."""

from collections.abc import Sequence

from sqlalchemy import func, select

from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.letters import Letter
from ..domain.points import Point, Uptake
from ..store import point_tables
from ..store.unit_of_work import UnitOfWork
from .keys import next_key, take_turn
from .notes import said_by_now


class PointRaisedTwice(DomainError):
    """The letter has this point already: {point}."""


def raise_point(
    work: UnitOfWork,
    *,
    letter: str,
    text: str,
    number: int | None = None,
    key: str | None = None,
) -> Point:
    """Register a point of the letter, after those that it has unless `number` says where.

    Raises Unknown, NothingRaised, NoteTooLong and PointRaisedTwice.
    """
    take_turn(work, f"points of {letter}")
    work.known(Letter, letter)
    point = Point.of(
        key or next_key(work, Point, letter),
        letter,
        number or _last(work, letter) + 1,
        text,
    )
    for each in points_of(work, letter):
        if each.text.casefold() == point.text.casefold():
            raise PointRaisedTwice(point=each.key)
    work.add(point)
    return point


def _last(work: UnitOfWork, letter: str) -> int:
    c = point_tables.point.c
    work.session.flush()
    return work.session.scalar(select(func.max(c.number)).where(c.letter == letter)) or 0


def judge_point(
    work: UnitOfWork, *, point: str, uptake: Uptake, where: str = "", on: Edtf | None = None
) -> Point:
    """Say what has become of it, and where that is seen; `on` is a date in Oslo, today by default.

    Raises NotYetSaid, NowhereTakenUp, PlaceTooLong, JudgedBeforeSent and PointIsWithdrawn.
    """
    found = work.get(Point, point)
    seen = said_by_now(work, on or Edtf.on(work.today))
    found.judge(uptake, seen, where, work.by, work.view(Letter, found.letter).sent)
    return found


def withdraw_judgement(work: UnitOfWork, *, point: str) -> Point:
    """What was said last was wrong. Raises NotJudged and PointIsWithdrawn."""
    found = work.get(Point, point)
    found.withdraw_judgement()
    return found


def correct_point(work: UnitOfWork, *, point: str, **values: object) -> Point:
    """Put right its words or its place. Raises NothingRaised, NoteTooLong, PointIsWithdrawn."""
    found = work.get(Point, point)
    found.correct(**values)
    return found


def withdraw_point(work: UnitOfWork, *, point: str, why: str = "") -> Point:
    """It was registered by mistake; no report tells it any more."""
    found = work.get(Point, point)
    found.withdraw(why)
    return found


def restore_point(work: UnitOfWork, *, point: str) -> Point:
    """It stands after all."""
    found = work.get(Point, point)
    found.restore()
    return found


def points_of(work: UnitOfWork, letter: str) -> Sequence[Point]:
    """The points of that letter in their order, without those that are withdrawn."""
    c = point_tables.point.c
    work.session.flush()
    query = select(Point).where(c.letter == letter, ~c.withdrawn).order_by(c.number, c.key)
    return work.session.scalars(query).all()
