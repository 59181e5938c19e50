"""The council chooses the words of its letters, or takes the usual ones back."""

from ..domain.errors import DomainError
from ..domain.events import LetterTextChanged
from ..domain.letter_texts import WRITTEN, LetterText, check_text
from ..store.letter_texts import load_editions, load_texts, save_text
from ..store.unit_of_work import UnitOfWork


class NoSuchLetterText(DomainError):
    """There is no text called {name} in {written}."""


def change_text(work: UnitOfWork, *, name: str, written: str, text: str | None) -> None:
    """Letters of that name are written so from now on; None gives the usual text back.

    The text in force once more is no change. Drafts that there are stay as they are. Raises
    NoSuchLetterText, and what `check_text` finds wrong.
    """
    letter = named(name, written)
    if text is not None:
        text = "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"
        check_text(letter, text)
    if text != text_in_force(work, letter, written):
        save_text(work.session, letter, written, text, by=work.by, at=work.now)
        work.record(LetterTextChanged(letter.value, written, text is not None))


def named(name: str, written: str) -> LetterText:
    """The letter of that name. Raises NoSuchLetterText."""
    if name not in set(LetterText) or written not in WRITTEN:
        raise NoSuchLetterText(name=name, written=written)
    return LetterText(name)


def text_in_force(work: UnitOfWork, name: LetterText, written: str) -> str | None:
    """The council's own text, None where the usual one is used."""
    newest = next(iter(load_editions(work.session, name, written)), None)
    return newest.text if newest else None


def unusable_texts(work: UnitOfWork) -> list[tuple[LetterText, str, DomainError]]:
    """The council's own texts that cannot be used as they are, so that the usual ones are.

    They are checked when they are saved; but a name that a text may hold can change with a new
    version of the program.
    """
    found: list[tuple[LetterText, str, DomainError]] = []
    for (name, written), text in load_texts(work.session).items():
        try:
            check_text(named(name, written), text)
        except NoSuchLetterText:
            continue  # nobody writes such a letter any more
        except DomainError as fault:
            found.append((LetterText(name), written, fault))
    return found
