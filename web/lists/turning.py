"""The history, a page at a time: each page begins where another ends.

How many pages there are is not said: that would count everything that ever happened.
"""

from sqlalchemy import literal, select, tuple_
from sqlalchemy.orm import Session
from starlette.requests import Request

from ...store import flow
from ...store.event_log import Recorded, from_row
from ...store.types import UtcMoment
from .paging import Paging

PAGE = 50
LONG = 10  # digits; no event has as many in its number

_PLACE = (flow.event.c.at, flow.event.c.id)


def newest_first(request: Request, session: Session) -> tuple[list[Recorded], Paging]:
    """The events before the one in `?before=`, or after that in `?after=`; else the newest."""
    upwards = "after" in request.query_params
    bound = _number(request.query_params.get("after" if upwards else "before", ""))
    at = session.scalar(select(flow.event.c.at).where(flow.event.c.id == bound))
    query = select(flow.event).limit(PAGE + 1)
    query = query.order_by(*(each if upwards else each.desc() for each in _PLACE))
    if at is not None:
        here, there = tuple_(*_PLACE), tuple_(literal(at, UtcMoment), literal(bound))
        query = query.where(here > there if upwards else here < there)
    rows = session.execute(query).all()
    shown, more = rows[:PAGE], len(rows) > PAGE
    newer, older = at is not None, more
    if upwards:
        shown, newer, older = shown[::-1], more, at is not None
    return [from_row(row) for row in shown], Paging(
        0,
        0,
        0,
        PAGE,
        f"?after={shown[0].id}" if newer and shown else None,
        f"?before={shown[-1].id}" if older and shown else None,
    )


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < LONG else None
