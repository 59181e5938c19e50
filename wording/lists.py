"""Things named one after the other, as in "HOD, KMD og KD"."""

from collections.abc import Sequence

from .language import Language


def joined(things: Sequence[str], lang: Language) -> str:
    """The things with commas and, before the last, "og"; empty where there are none."""
    if len(things) <= 1:
        return "".join(things)
    return lang.text(
        "{all_but_last} and {last}", all_but_last=", ".join(things[:-1]), last=things[-1]
    )
