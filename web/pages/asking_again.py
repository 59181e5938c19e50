"""The button beside an overdue answer that has a follow-up drafted before its ladder does it."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ...commands.follow_ups import draft_follow_up
from ...domain.errors import TilsvarError
from ...domain.letters import Letter
from ...notifications.follow_up_text import FollowUpWords
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..deeds.refused_page import refused_page
from ..letters.asking_again import to_ask_again
from ..letters.related import drafts_about

WORDS = FollowUpWords()


class NothingToAskFor(TilsvarError):
    """A follow-up asks for this answer already, or it is not overdue any more."""


def ask_again(request: Request) -> Response:
    """Draft it, or bring the letter into the draft that waits; nothing is sent."""
    key, recipient = request.path_params["key"], request.path_params["recipient"]
    with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
        # Only looked at: a follow-up is locked before the letters that it asks about.
        letter = work.view(Letter, key)
        draft = None
        if recipient in to_ask_again(letter, drafts_about(letter, work), work):
            draft = draft_follow_up(work, department=recipient, words=WORDS)
        work.commit()
    if draft is None:
        return refused_page(request, NothingToAskFor())
    return landed(f"/follow-ups/{quote(draft.key, safe='')}", "follow-up-drafted", about=draft.key)
