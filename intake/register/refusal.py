"""What is wrong with a register, cell by cell, in sentences that say what would be right."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ...domain.errors import TilsvarError

SHOWN_ERRORS = 50
_SHOWN_CHARACTERS = 60
# Comparing with every key takes milliseconds, so that only as many are compared as anyone reads.
_COMPARED = 2_000


@dataclass(frozen=True, slots=True)
class RowError:
    """One thing that is wrong: where it stands, what stands there, what would be right.

    `line` is the line in the file or the row in the workbook, from 1; both it and `column` are None
    where a file as a whole cannot be read. `problem` goes on from the value, to the full stop.
    """

    file: str
    line: int | None
    column: str | None
    value: str
    problem: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file} line {self.line}"
        if self.column:
            place += f", {self.column}"
        return ": ".join(
            (place, f"{quoted(self.value)} {self.problem}" if self.value else self.problem)
        )


class RegisterRefused(TilsvarError):
    """The register was not imported, for {found}:{listing}"""  # noqa: D400 - the list ends it

    def __init__(self, errors: Sequence[RowError]) -> None:
        """Take all errors in the order of the files; the text lists the first fifty."""
        self.errors = tuple(errors)
        lines = [str(error) for error in self.errors[:SHOWN_ERRORS]]
        if len(self.errors) > SHOWN_ERRORS:
            lines.append(f"and {len(self.errors) - SHOWN_ERRORS} more")
        super().__init__(
            found="1 error" if len(self.errors) == 1 else f"{len(self.errors)} errors",
            listing="".join(f"\n  {line}" for line in lines),
        )


class Hints:
    """Offers the nearest known word for a misspelt one, as often as a person would read it."""

    def __init__(self) -> None:
        self._left = SHOWN_ERRORS

    def nearest(self, text: str, *known: Collection[str]) -> str:
        """A sentence to append, with a space before it, or an empty text."""
        if self._left == 0:
            return ""
        self._left -= 1
        found = nearest(text, [word for words in known for word in words])
        return f" Did you mean {quoted(found)}?" if found else ""


def nearest(text: str, known: Collection[str]) -> str | None:
    """The known word that differs least, case aside; None when none is near."""
    likely = known
    if len(known) > _COMPARED:
        likely = [
            word
            for word in known
            if abs(len(word) - len(text)) <= 1 and word[:1].casefold() == text[:1].casefold()
        ][:_COMPARED]
    folded = {word.casefold(): word for word in likely}
    found = get_close_matches(text.casefold()[:_SHOWN_CHARACTERS], folded, n=1)
    return folded[found[0]] if found else None


def quoted(text: str) -> str:
    """The text on one line, cut where it is long, with what cannot be shown spelt out."""
    shown = " ".join(text.split())
    if len(shown) > _SHOWN_CHARACTERS:
        shown = shown[: _SHOWN_CHARACTERS - 1] + "…"
    visible = "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in shown)
    return f'"{visible}"'


def listed(words: Sequence[str]) -> str:
    """The words as a sentence names alternatives: letter, memo or submission."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
