"""Marks the sentences that a person will read, so that the catalogues can be held complete."""


def N_(sentence: str) -> str:
    """Return the sentence unchanged: it is translated where it is shown."""
    return sentence


class Word(str):
    """A word of ours among the facts of an error, in English: translated with its sentence."""

    __slots__ = ()
