"""What differs between two texts, in words, and what two people made of the same one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|[^\s]+")
MOST_WORDS = 2_000
"""Longer passages are compared as a whole; to look at every word of them would take seconds."""


class Mark(StrEnum):
    """What became of a piece of text."""

    SAME = ""
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Piece:
    """A piece of text that both have, or only the newer (added) or the older (removed)."""

    mark: Mark
    text: str


def compare(before: str, after: str) -> list[list[Piece]]:
    """The two texts as one, line by line; without what is marked removed it is the newer one.

    A line that both have, changed, is told word by word.
    """
    old, new = before.splitlines(), after.splitlines()
    lines: list[list[Piece]] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if what == "equal":
            lines += [[Piece(Mark.SAME, line)] for line in new[new_from:new_to]]
            continue
        lines += _changed(old[old_from:old_to], new[new_from:new_to])
    return lines


def _changed(old: list[str], new: list[str]) -> Iterator[list[Piece]]:
    """Lines that stand in each other's place: as many as there are pairs of, then the rest."""
    for was, now in zip(old, new, strict=False):
        yield from _line(was, now)
    for line in old[len(new) :]:
        yield [Piece(Mark.REMOVED, line)]
    for line in new[len(old) :]:
        yield [Piece(Mark.ADDED, line)]


def _line(was: str, now: str) -> Iterator[list[Piece]]:
    old, new = _WORDS.findall(was), _WORDS.findall(now)
    likeness = SequenceMatcher(None, was.split(), now.split(), autojunk=False)
    if max(len(old), len(new)) > MOST_WORDS or likeness.ratio() < ALIKE:
        yield from ([Piece(mark, text)] for mark, text in _apart(was, now) if text)
        return
    yield _words(SequenceMatcher(None, old, new, autojunk=False), old, new)


ALIKE = 0.4
"""So alike (0 to 1) in their words, two lines are one line with some words changed."""


def _apart(was: str, now: str) -> tuple[tuple[Mark, str], ...]:
    return ((Mark.REMOVED, was), (Mark.ADDED, now))


def _words(matcher: "SequenceMatcher[str]", old: list[str], new: list[str]) -> list[Piece]:
    pieces: list[Piece] = []
    removed = added = ""
    for what, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        was, now = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if what == "equal" and not (was.isspace() and (removed or added) and new_to < len(new)):
            pieces += [Piece(mark, text) for mark, text in _apart(removed, added) if text]
            pieces.append(Piece(Mark.SAME, now))
            removed = added = ""
        else:
            # A mere space between two changes belongs to them: they read as one.
            removed, added = removed + was, added + now
    return pieces + [Piece(mark, text) for mark, text in _apart(removed, added) if text]


class Meeting(StrEnum):
    """How two people's work on the same text meets."""

    ALIKE = "alike"
    """Neither changed it, or both in the same way."""
    MINE = "mine"
    """Only I changed it."""
    THEIRS = "theirs"
    """Only the other one changed it."""
    BOTH = "both"
    """Both did, and not in the same way."""


def meet(base: str, mine: str, theirs: str) -> Meeting:
    """`base` is the text that both began with."""
    if mine == theirs:
        return Meeting.ALIKE
    if mine == base:
        return Meeting.THEIRS
    return Meeting.MINE if theirs == base else Meeting.BOTH
