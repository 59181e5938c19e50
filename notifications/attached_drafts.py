"""The drafted follow-ups that go with a reminder, as Word files."""

import re
from collections.abc import Collection

from ..domain.follow_ups import FollowUp
from ..domain.letters import Letter
from .contexts import Draft
from .desk import Desk
from .rendered import Attachment
from .word_file import word_file

UNSAFE = re.compile(r"[^A-Za-z0-9]+")


def attached_drafts(desk: Desk, letter: Letter, departments: Collection[str]) -> tuple[Draft, ...]:
    """The drafts to these departments that ask about the letter, or about what it follows up."""
    work, found = desk.work, []
    for each in desk.asked_again.drafts_about({letter.key, *letter.follows_up}):
        department = work.succession.on(each.department, work.today)
        if department in departments:
            found.append(Draft(number=each.number, department=department, file=as_word(each)))
    return tuple(found)


def as_word(follow_up: FollowUp) -> Attachment:
    """The follow-up as a Word file, named by its number and department."""
    department = UNSAFE.sub("-", follow_up.department).strip("-")
    name = f"purring-{follow_up.number}-{department}"[:50].rstrip("-")
    return Attachment(f"{name}.docx", word_file(follow_up.text, follow_up.language))
