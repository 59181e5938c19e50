"""What can be done about each expected answer, as buttons beside the letter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from ...domain.kinds import Kind
from ...domain.letters import Letter
from ...domain.obligations import Obligation
from ...wording.language import Language
from ..deeds.panel import Button
from ..links import place
from .recipients import may_move

May = Callable[[str], bool]


@dataclass(frozen=True)
class AnswerButtons:
    """`of` holds each recipient's own by its key, `shared` what is done for several at once."""

    of: Mapping[str, list[Button]]
    shared: list[Button]


def answer_buttons(
    letter: Letter, may: May, lang: Language, overdue: frozenset[str]
) -> AnswerButtons:
    """Only what can be done as things stand, and what the reader may do.

    `overdue` are the recipients who may be asked again now.
    """
    if letter.withdrawn or not may(place(Kind.LETTER, letter.key, "answer")):
        return AnswerButtons({each.recipient: [] for each in letter.obligations}, [])
    alone = len(letter.obligations) == 1
    movable = [each for each in letter.obligations if may_move(each)]
    return AnswerButtons(
        {
            each.recipient: [
                *(_of(letter, each, lang, moves=alone) if each.open else []),
                *([_again(letter, each, lang)] if each.recipient in overdue else []),
            ]
            for each in letter.obligations
        },
        [] if alone or not movable else [_button(letter, "move", lang.text("Move the deadline"))],
    )


def _of(letter: Letter, obligation: Obligation, lang: Language, *, moves: bool) -> list[Button]:
    who = obligation.recipient
    found = [
        _button(letter, "answer", lang.text("Register the answer"), sender=who),
        _button(letter, "interim", lang.text("Interim reply"), sender=who),
    ]
    if moves and may_move(obligation):
        found.append(_button(letter, "move", lang.text("Move the deadline")))
    return [*found, _button(letter, "sign-off", lang.text("Sign off"), recipient=who)]


def _again(letter: Letter, obligation: Obligation, lang: Language) -> Button:
    href = place(Kind.LETTER, letter.key, f"ask-again/{quote(obligation.recipient, safe='')}")
    return Button(lang.text("Draft a follow-up"), href, sent=True, filled=False)


def _button(letter: Letter, deed: str, label: str, **asked_for: str) -> Button:
    asked = f"?{urlencode(asked_for)}" if asked_for else ""
    return Button(label, place(Kind.LETTER, letter.key, deed) + asked, sent=False, filled=False)
