"""Drafts follow-ups when an answer is long overdue, and keeps the drafts in step with the answers.

Drafting and reminding are one transaction, so that the reminder never goes out without its draft.
"""

from datetime import datetime

from ..commands.follow_ups import bring_into_step, draft_follow_up, drafts
from ..domain.events import Event, ReplyOverdue
from ..domain.letters import Letter
from ..domain.watches import Watch, watched
from ..notifications.follow_up_text import FollowUpWords
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork
from .reminding import remind

WORDS = FollowUpWords()


def draft_and_remind(work: UnitOfWork, event: ReplyOverdue, at: datetime) -> None:
    """On the last rung of an answer's ladder a follow-up is drafted; nobody but us hears of it."""
    # A follow-up is locked before the letters that it asks about, as when it is approved.
    letter = work.look(Letter, event.letter)
    for watch in watched(letter) if letter else ():
        recipient = watch.key.split("/", 1)[1]
        told = dict(zip(event.recipients, event.versions, strict=True))
        if told.get(recipient) == watch.version and _climbed(work, watch, at):
            draft_follow_up(work, department=recipient, words=WORDS)
    remind(work, event, at)


def _climbed(work: UnitOfWork, watch: Watch, at: datetime) -> bool:
    """Whether the last rung of its ladder has been reached."""
    ladder = work.ladders.ladder(watch.ladder, watch.key)
    days = [day for _, day in ladder.days(watch.anchor, work.calendar)]
    return bool(days) and days[-1] <= local_day(at, work.office.zone)


def narrow_drafts(work: UnitOfWork, event: Event, _at: datetime) -> None:
    """A letter was answered, signed off, put off or put right: the draft about it follows."""
    for each in drafts(work):
        if event.subject in each.letters:
            bring_into_step(work, follow_up=each.key, words=WORDS)
