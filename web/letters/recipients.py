"""Which recipients of a letter a form is about, and how they are called in it."""

from collections.abc import Callable

from ...domain.letters import Letter
from ...domain.obligations import Obligation, Reply, SignOff
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..names import Names

Which = Callable[[Obligation], bool]

CORRECTED = "corrected"
"""Why something is withdrawn that was registered by mistake; the history has a sentence for it."""


def waits(obligation: Obligation) -> bool:
    return obligation.open


def may_move(obligation: Obligation) -> bool:
    """Whether a person may set its date: a promise is moved by a newer promise only."""
    return obligation.open and obligation.promised() is None


def was_answered_here(obligation: Obligation) -> bool:
    """Whether its newest reply was registered on this very letter, and so is withdrawn here."""
    return _here([each for each in obligation.replies if not each.withdrawn])


def was_signed_off_here(obligation: Obligation) -> bool:
    return _here([each for each in obligation.sign_offs if not each.withdrawn])


def _here(facts: list[Reply] | list[SignOff]) -> bool:
    return bool(facts) and facts[-1].given_to is None


def some(which: Which) -> Callable[[Letter], bool]:
    """Whether it is so of any recipient of a letter that counts."""
    return lambda found: not found.withdrawn and any(which(each) for each in found.obligations)


def those(which: Which) -> Callable[[Letter, Names, Language], list[tuple[str, str]]]:
    """The recipients of whom it is so, to choose from."""

    def options(found: Letter, names: Names, lang: Language) -> list[tuple[str, str]]:
        return [
            (each.recipient, recipient_in_full(each.recipient, names, lang))
            for each in found.obligations
            if which(each)
        ]

    return options


def recipient_in_full(recipient: str, names: Names, lang: Language) -> str:
    """The name, and who answers today: "Kommunal- og moderniseringsdepartementet, nå KDD"."""
    now = names.successor(recipient)
    if now is None:
        return names.title(recipient)
    return lang.text("{name}, now {successor}", name=names.title(recipient), successor=now)


def answering(work: UnitOfWork, recipient: str) -> str:
    """Who answers today for that recipient."""
    return work.succession.on(recipient, work.today)


def answer_of(found: Letter, recipient: str) -> Obligation | None:
    return next((each for each in found.obligations if each.recipient == recipient), None)
