"""A letter that was registered by mistake: withdrawn, and valid again where that was the mistake.

Nothing is expected of anybody because of a withdrawn letter; it stays readable, with its history.
"""

from . import letter_errors as wrong
from .events import LetterRestored, LetterWithdrawn
from .letters import Letter
from .obligations import Obligation, Reply, SignOff


def withdraw(letter: Letter, why: str) -> None:
    """Raises LetterIsWithdrawn, and AnswersStand where something was registered on it."""
    if letter.withdrawn:
        raise wrong.LetterIsWithdrawn(letter=letter.key)
    answered = [each.recipient for each in letter.obligations if _has_facts(each)]
    if answered:
        raise wrong.AnswersStand(letter=letter.key, recipients=", ".join(answered))
    letter.withdrawn = True
    for each in letter.obligations:
        if not each.expected:
            each.ruled = None  # by this `restore` knows that nothing was expected here
        _expect(each, expected=False)
    letter.record(LetterWithdrawn(letter.key, why))


def restore(letter: Letter) -> None:
    """What was expected before is expected again, with its old date. Raises NotWithdrawn."""
    if not letter.withdrawn:
        raise wrong.NotWithdrawn(letter=letter.key)
    letter.withdrawn = False
    for each in letter.obligations:
        _expect(each, expected=each.ruled is not None)
    letter.record(LetterRestored(letter.key))


def _has_facts(obligation: Obligation) -> bool:
    """Whether something that counts was registered here, not only on another letter."""
    facts: list[Reply | SignOff] = [*obligation.replies, *obligation.sign_offs]
    return any(not each.withdrawn and each.given_to is None for each in facts)


def _expect(obligation: Obligation, *, expected: bool) -> None:
    if obligation.expected != expected:
        obligation.expected = expected
        obligation.version += 1
    obligation.settle()
