"""A calendar that somebody subscribes to, as pages list it: what it holds, and who fetched it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from ...calendar.clients import client_name
from ...calendar.feeds import selection_of
from ...calendar.titles import contents_of, title_of
from ...store.clock import local_day, machine_now
from ...store.unit_of_work import UnitOfWork
from ...wording.ago import ago
from ...wording.dates import day_in_full
from ...wording.language import Language
from ...wording.numbers import capitalised


@dataclass(frozen=True)
class FeedLine:
    """`title` is what calendars call it, `made` the day in the council's own time zone."""

    number: int
    title: str
    contents: str
    made: str
    fetched: str


def feed_line(row: "Row[Any]", work: UnitOfWork, lang: Language) -> FeedLine:
    selection = selection_of(row)
    return FeedLine(
        row.id,
        title_of(work, row.name, selection, lang),
        contents_of(work, selection, lang),
        day_in_full(local_day(row.created, work.office.zone), lang),
        fetched(row, lang),
    )


def fetched(row: "Row[Any]", lang: Language) -> str:
    """By what, and how long ago."""
    if row.fetched_at is None:
        return lang.text("Nobody has fetched this calendar yet.")
    said = lang.text(
        "{client} fetched this calendar {ago}.",
        client=client_name(row.fetched_by or "", lang),
        ago=ago(machine_now() - row.fetched_at, lang),
    )
    return capitalised(said)
