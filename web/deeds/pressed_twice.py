"""A button that was pressed twice registers one thing, and the second press says which one."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from ...commands.keys import take_turn
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind
from ...store import flow
from ...store.unit_of_work import UnitOfWork

A_MOMENT = timedelta(minutes=1)


class RegisteredJustNow(TilsvarError):
    """You registered {key} under this title a moment ago. Nothing was registered now."""


class SameJustNow(TilsvarError):
    """You registered the same a moment ago, as {key}. Nothing was registered now."""


def require_new(work: UnitOfWork, kind: Kind, cls: type[Any], title: str) -> None:
    """Refuse a second one of that title within a moment. Raises RegisteredJustNow."""
    for each in _lately(work, kind, cls):
        if each.title == title:
            raise RegisteredJustNow(key=each.key)


def require_other(work: UnitOfWork, kind: Kind, cls: type[Any], **said: object) -> None:
    """Refuse one of which the same is `said` as of another a moment ago. Raises SameJustNow."""
    for each in _lately(work, kind, cls):
        if all(getattr(each, name) == value for name, value in said.items()):
            raise SameJustNow(key=each.key)


def _lately(work: UnitOfWork, kind: Kind, cls: type[Any]) -> Iterator[Any]:
    """What whoever works has registered just now; others who press wait until this is done."""
    take_turn(work, f"new {kind.value}")
    event = flow.event.c
    of_this = event.about == kind.value
    lately = select(event.subject).where(
        of_this, event.by == work.by, event.at >= work.now - A_MOMENT
    )
    begun = (
        select(event.subject)
        .where(of_this, event.subject.in_(lately))
        .group_by(event.subject)
        .having(func.min(event.at) >= work.now - A_MOMENT)
    )
    for key in work.session.scalars(begun):
        found = work.look(cls, key)
        if found is not None:
            yield found
