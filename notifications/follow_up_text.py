"""The system's own text of a follow-up: first, second, or for the leader's signature.

Each is a text in each of the two written standards of Norwegian, whatever language the readers of
the screens have chosen; the council may put its own in their place. No text that comes with the
program says that anybody has broken a law.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..commands.overdue import sent_about
from ..domain.dates import Edtf
from ..domain.follow_ups import FollowUp, Level
from ..domain.letter_texts import LetterText
from ..domain.letters import Letter
from ..domain.obligations import Obligation
from ..store.unit_of_work import UnitOfWork
from .letter_words import part, written_letter
from .one_line import as_one_line
from .templates import environment


@dataclass(frozen=True)
class Asked:
    """One letter that is asked about.

    `addressed_to` is the name of who was written to, where another answers now; `asked` are the
    dates of earlier follow-ups, `interim` that of an interim reply.
    """

    kind: str
    title: str
    sent: Edtf
    addressed_to: str
    asked: tuple[Edtf, ...]
    interim: Edtf | None


class FollowUpWords:
    """Writes follow-ups from the letters' facts as they stand; see `commands.follow_ups.Words`."""

    def letter(self, work: UnitOfWork, follow_up: FollowUp) -> str:
        """The whole text, its title on the first line."""
        name = LetterText(follow_up.level.value)
        return written_letter(work, name, follow_up.language, values_of(work, follow_up))

    def paragraph(self, work: UnitOfWork, follow_up: FollowUp, letters: Sequence[str]) -> str:
        """What to add about these letters to a text that a person wrote."""
        code = follow_up.language
        template = environment(code).get_template(f"follow_up_letters/more.{code}.txt.j2")
        return _tidied(template.render(asked=[_asked(work, follow_up, key) for key in letters]))


def values_of(work: UnitOfWork, follow_up: FollowUp) -> dict[str, str]:
    """What stands for each name in its text: the letters' facts as they are."""
    asked = [_asked(work, follow_up, key) for key in follow_up.letters]
    parts = f"follow_up_letters/parts.{follow_up.language}"
    we = "Rådet" if follow_up.level is Level.LEADER else "Vi"
    return {
        "tema": part(parts, "theme", asked),
        "henvisning": part(parts, "reference", asked, we),
        "svar": part(parts, "answer", asked),
    }


def _asked(work: UnitOfWork, follow_up: FollowUp, key: str) -> Asked:
    letter, today = work.look(Letter, key), work.today
    if letter is None:
        raise LookupError(f"the follow-up {follow_up.key} asks about {key}, which is not there")
    department = work.succession.on(follow_up.department, today)
    owed = [
        each
        for each in letter.obligations
        if each.open and work.succession.on(each.recipient, today) == department
    ]
    before = [each for each in sent_about(work, key, department) if each.sent.first <= today]
    return Asked(
        letter.kind.value,
        as_one_line(letter.title),
        letter.sent,
        _former(work, owed, department),
        tuple(each.sent for each in before),
        _interim(owed, today),
    )


def _former(work: UnitOfWork, owed: Sequence[Obligation], department: str) -> str:
    keys = [each.recipient for each in owed if each.recipient != department]
    return work.organisations[keys[0]].name if keys else ""


def _interim(owed: Sequence[Obligation], today: date) -> Edtf | None:
    found = [reply.received for each in owed if (reply := each.interim(today)) is not None]
    return max(found, key=Edtf.sort_key, default=None)


def _tidied(text: str) -> str:
    """Paragraphs with one empty line between them."""
    return re.sub(r"\n{3,}", "\n\n", text.strip()) + "\n"
