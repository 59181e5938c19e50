"""A button that was pressed twice registers one thing, and the second press says which one."""

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


def require_new(work: UnitOfWork, kind: Kind, cls: type[Any], title: str) -> None:
    """Whoever presses at the same time waits until this work is done. Raises RegisteredJustNow."""
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
        if found is not None and found.title == title:
            raise RegisteredJustNow(key=key)
