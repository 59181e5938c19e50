"""Everything that the secretariat does with a letter, from registering it to signing it off."""

from ..letters.answering import ANSWERS
from ..letters.closing import DECISIONS
from ..letters.registering import NEW_LETTER, REGISTERED

__all__ = ["LETTER_DEEDS", "NEW_LETTER"]

LETTER_DEEDS = {each.name: each for each in (*ANSWERS, *DECISIONS, *REGISTERED)}
