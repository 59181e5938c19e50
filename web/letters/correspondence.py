"""A letter's thread: the letter itself and what came of it, newest first."""

from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote, urlencode

from ...domain.dates import Edtf
from ...domain.follow_ups import FollowUp
from ...domain.kinds import ReplyKind
from ...domain.letters import Letter
from ...domain.obligations import Obligation, Reply, SignOff
from ...domain.sentences import N_
from ...domain.words import SIGN_OFFS
from ...wording.dates import edtf
from ...wording.language import Language
from ...wording.lists import joined
from ..links import address
from ..names import Names
from ..stakeholders.from_answers import StanceOf
from ..words import kind_word
from .recipients import was_answered_here, was_signed_off_here

Fact = TypeVar("Fact", Reply, SignOff)

REPLIES = {
    ReplyKind.FINAL: N_("Answer from {who}"),
    ReplyKind.INTERIM: N_("Interim reply from {who}"),
    ReplyKind.ACKNOWLEDGEMENT: N_("Confirmation of receipt from {who}"),
}


@dataclass(frozen=True)
class Piece:
    """One thing in the thread; `tag` with its `color` where something is to be noted.

    `back` leads to where it is withdrawn, empty where that is not done here, and `stance` to where
    it is recorded what the answer says of a stance. A `draft` waits for somebody to read and
    approve it.
    """

    on: Edtf
    title: str
    text: str
    source: str = ""
    tag: str = ""
    color: str = "neutral"
    href: str | None = None
    back: str = ""
    draft: bool = False
    stance: str = ""


def thread(
    letter: Letter,
    follow_ups: list[Letter],
    drafts: list[FollowUp],
    names: Names,
    lang: Language,
    *,
    stance_of: StanceOf,
) -> list[Piece]:
    """All its pieces; `stance_of` says where a stance is recorded from an answer."""
    pieces = [_sent(letter, names, lang), *(_draft(each, names, lang) for each in drafts)]
    for number, each in enumerate(follow_ups, start=1):
        title = lang.text(
            "Follow-up no. {number} to {who}", number=number, who=_to(each, names, lang)
        )
        pieces.append(Piece(each.sent, title, each.outcome, href=address(each)))
    for obligation in letter.obligations:
        pieces.extend(_came(letter, obligation, names, lang, stance_of))
    return sorted(pieces, key=lambda piece: piece.on.last, reverse=True)


def _draft(draft: FollowUp, names: Names, lang: Language) -> Piece:
    title = lang.text(
        "Follow-up no. {number} to {who}", number=draft.number, who=names.label(draft.department)
    )
    note = lang.text("Drafted by Tilsvar. Nothing is sent before somebody approves it.")
    tag = lang.text("Draft")
    href = f"/follow-ups/{quote(draft.key, safe='')}"
    return Piece(Edtf.on(draft.drafted), title, draft.body, note, tag, "info", href, draft=True)


def _to(letter: Letter, names: Names, lang: Language) -> str:
    return joined([names.label(key) for key in letter.recipients], lang)


def _sent(letter: Letter, names: Names, lang: Language) -> Piece:
    title = lang.text(
        "{kind} to {who}", kind=kind_word(letter.kind, lang), who=_to(letter, names, lang)
    )
    tag = lang.text("Withdrawn") if letter.withdrawn else ""
    return Piece(letter.sent, title, letter.outcome, _source(letter.source, lang), tag)


def _source(source: str, lang: Language) -> str:
    return lang.text("Source: {source}", source=source) if source else ""


def _came(
    letter: Letter, obligation: Obligation, names: Names, lang: Language, stance_of: StanceOf
) -> list[Piece]:
    withdrawn = lang.text("Withdrawn")
    newest_reply = _newest(obligation.replies) if was_answered_here(obligation) else None
    newest_sign_off = _newest(obligation.sign_offs) if was_signed_off_here(obligation) else None
    pieces = [
        Piece(
            reply.received,
            lang.text(REPLIES[reply.kind], who=names.label(_sender(obligation, reply))),
            _words(reply, lang),
            _source(reply.source, lang),
            withdrawn if reply.withdrawn else "",
            back=_back(letter, obligation, "withdraw-reply") if reply is newest_reply else "",
            stance=stance_of(obligation, reply),
        )
        for reply in obligation.replies
    ]
    pieces += [
        Piece(
            each.on,
            lang.text("Signed off for {who}", who=names.label(obligation.recipient)),
            " ".join(filter(None, (f"{lang.text(SIGN_OFFS[each.code])}.", each.note))),
            tag=withdrawn if each.withdrawn else "",
            back=_back(letter, obligation, "withdraw-sign-off") if each is newest_sign_off else "",
        )
        for each in obligation.sign_offs
    ]
    return pieces


def _newest(facts: list[Fact]) -> Fact:
    return [each for each in facts if not each.withdrawn][-1]


def _back(letter: Letter, obligation: Obligation, deed: str) -> str:
    return f"{address(letter)}/{deed}?{urlencode({'sender': obligation.recipient})}"


def _sender(obligation: Obligation, reply: Reply) -> str:
    return reply.answered_by or obligation.recipient


def _words(reply: Reply, lang: Language) -> str:
    promised = ""
    if reply.promised is not None:
        promised = lang.text("Promised an answer {when}.", when=edtf(reply.promised, lang))
    return " ".join(filter(None, (reply.summary, promised)))
