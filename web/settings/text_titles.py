"""What the letters' texts are called, and where each has its page."""

from collections.abc import Mapping

from ...domain.letter_texts import LetterText
from ...domain.sentences import N_

TITLES: Mapping[LetterText, str] = {
    LetterText.FIRST: N_("First follow-up"),
    LetterText.SECOND: N_("Second follow-up"),
    LetterText.LEADER: N_("Follow-up for the leader’s signature"),
    LetterText.MORE_TIME: N_("Request for more time"),
}


def text_path(name: LetterText, written: str) -> str:
    return f"/settings/texts/{name.value}/{written}"
