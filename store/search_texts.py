"""By which words each thing is found: its title, its key, and whatever is noted about it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import object_session

from ..domain.attachments import Attachment
from ..domain.comments import Comment
from ..domain.communications import Activity
from ..domain.consultations import Consultation
from ..domain.contacts import ContactFunction
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.follow_ups import FollowUp
from ..domain.kinds import Kind
from ..domain.letters import Letter
from ..domain.measures import Measure
from ..domain.media import Coverage
from ..domain.meetings import Meeting
from ..domain.notes import Note
from ..domain.op_eds import OpEd
from ..domain.organisations import Organisation
from ..domain.people import Person
from ..domain.points import Point
from ..domain.promises import Promise
from ..domain.themes import Theme
from .form_tables import newest_version
from .search_words import indexed, marks


@dataclass(frozen=True)
class Said:
    """The title, the other text, and the keys of whom or what it names."""

    title: str
    text: Iterable[str] = ()
    names: Iterable[str | None] = ()


def _letter(found: Letter) -> Said:
    replies = [each for one in found.obligations for each in one.replies if not each.withdrawn]
    closed = [each for one in found.obligations for each in one.sign_offs if not each.withdrawn]
    text = [found.outcome, found.source]
    text += [part for each in replies for part in (each.summary, each.source)]
    text += [each.note for each in closed]
    answered_by = [each.answered_by for each in replies]
    return Said(found.title, text, (*found.recipients, *answered_by, found.area, found.responsible))


def _consultation(found: Consultation) -> Said:
    named = (found.publisher, found.area, found.responsible)
    return Said(found.title, (found.source, found.submission or ""), named)


def _op_ed(found: OpEd) -> Said:
    outlets = (each.outlet for each in found.submissions)
    named = (found.outlet, *outlets, *found.cosigners, found.area, found.responsible)
    return Said(found.title, (found.reaction, found.source, *found.cosigners), named)


def _meeting(found: Meeting) -> Said:
    text = (found.place, found.agenda, found.source)
    return Said(found.title, text, (*found.participants, found.area))


def _deadline(found: Deadline) -> Said:
    text = (found.source, found.consultation or "", found.meeting or "")
    return Said(found.title, text, (found.responsible,))


def _organisation(found: Organisation) -> Said:
    return Said(found.name, (found.email, found.note), (found.key, found.successor))


def _person(found: Person) -> Said:
    return Said(found.name, (found.email,), (found.key, found.organisation, found.deputy_for))


def _follow_up(found: FollowUp) -> Said:
    title, _, rest = found.text.strip().partition("\n")
    text = (rest, *found.letters, found.sent_as or "", found.reason)
    return Said(title, text, (found.department,))


def _comment(found: Comment) -> Said:
    return Said(found.text if found.stands else "", names=(found.by,))


def _attachment(found: Attachment) -> Said:
    return Said(found.name if found.stands else "", names=(found.party,))


def _theme(found: Theme) -> Said:
    decided = [part for each in found.standing for part in (each.point, each.case, each.note)]
    text = (found.plan, found.goal, found.source, *decided, *_form(found))
    return Said(found.title, text, (found.area, found.responsible))


def _form(found: Theme) -> Iterable[str]:
    """What its qualification form says, which is a row of its own."""
    session = object_session(found)
    form = newest_version(session, found.key) if session else None
    return form.answers.values() if form else ()


def _measure(found: Measure) -> Said:
    return Said(found.title, (found.note, found.source), (found.owner, found.responsible))


def _coverage(found: Coverage) -> Said:
    named = (found.outlet, found.op_ed, found.theme, found.letter, found.speaker)
    return Said(found.title, (found.note, found.url), named)


def _contact(found: ContactFunction) -> Said:
    if found.erased:
        return Said("")
    text = (found.name, found.email, found.purpose)
    return Said(found.function, text, (found.organisation,))


def _note(found: Note) -> Said:
    if found.withdrawn:
        return Said("")
    return Said(found.text, names=(found.organisation, found.by, found.theme))


def _promise(found: Promise) -> Said:
    if found.withdrawn:
        return Said("")
    return Said(found.what, (found.note,), (found.organisation, found.theme))


def _point(found: Point) -> Said:
    if found.withdrawn:
        return Said("")
    judged = found.judged()
    return Said(found.text, (judged.where if judged else "",), (found.letter,))


def _activity(found: Activity) -> Said:
    text = (found.message, found.wanted_effect, found.outcome, found.why_not, found.source)
    return Said(found.title, text, (found.area, found.theme, found.responsible, found.op_ed))


SEARCHED: Mapping[Kind, tuple[type[Any], Callable[[Any], Said]]] = {
    Kind.LETTER: (Letter, _letter),
    Kind.CONSULTATION: (Consultation, _consultation),
    Kind.OP_ED: (OpEd, _op_ed),
    Kind.MEETING: (Meeting, _meeting),
    Kind.DEADLINE: (Deadline, _deadline),
    Kind.ORGANISATION: (Organisation, _organisation),
    Kind.PERSON: (Person, _person),
    Kind.FOLLOW_UP: (FollowUp, _follow_up),
    Kind.THEME: (Theme, _theme),
    Kind.MEASURE: (Measure, _measure),
    Kind.ATTACHMENT: (Attachment, _attachment),
    Kind.CONTACT: (ContactFunction, _contact),
    Kind.COMMENT: (Comment, _comment),
    Kind.ACTIVITY: (Activity, _activity),
    Kind.COVERAGE: (Coverage, _coverage),
    Kind.NOTE: (Note, _note),
    Kind.PROMISE: (Promise, _promise),
    Kind.POINT: (Point, _point),
}
"""What can be found, in the order in which it is shown."""


_SHORT: Mapping[Kind, str] = {
    Kind.LETTER: "l",
    Kind.CONSULTATION: "c",
    Kind.OP_ED: "o",
    Kind.MEETING: "m",
    Kind.DEADLINE: "d",
    Kind.ORGANISATION: "g",
    Kind.PERSON: "p",
    Kind.FOLLOW_UP: "f",
    Kind.THEME: "t",
    Kind.MEASURE: "u",
    Kind.ATTACHMENT: "a",
    Kind.CONTACT: "i",
    Kind.COMMENT: "n",
    Kind.ACTIVITY: "x",
    Kind.COVERAGE: "v",
    Kind.NOTE: "s",
    Kind.PROMISE: "r",
    Kind.POINT: "q",
}


def term(kind: Kind, word: str) -> str:
    """The word as the index holds it for things of that kind.

    Each kind has words of its own, so that what all letters have is no burden to the others.
    """
    return f"{_SHORT[kind]}_{word}"


def row_of(kind: Kind, entity: Entity) -> dict[str, str]:
    """The row of the index; its words hold those of its title too."""
    said = SEARCHED[kind][1](entity)
    title = indexed(f"{said.title}\n{entity.key}")
    words = dict.fromkeys((*title, *indexed("\n".join(said.text)), *marks(said.names)))
    return {
        "kind": kind.value,
        "key": entity.key,
        "title": " ".join(term(kind, each) for each in title),
        "words": " ".join(term(kind, each) for each in words),
    }
