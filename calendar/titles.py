"""What a calendar is called and what it says that it holds, to whoever subscribes to it."""

from ..domain.areas import Area
from ..domain.people import Person
from ..domain.sentences import N_
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from ..wording.lists import joined
from .entries import KINDS
from .selection import Selection

COUNCIL = "council"
"""The name of the calendar that always exists: everything that the council has a date for."""

_MANY = {
    "council": N_("council meetings"),
    "dialogue": N_("dialogue meetings"),
    "workshop": N_("workshops"),
    "event": N_("events"),
    "external": N_("external events"),
    "parliamentary_hearing": N_("parliamentary hearings"),
    "deadline": N_("deadlines"),
}


def title_of(work: UnitOfWork, name: str, selection: Selection, lang: Language) -> str:
    """The name that the reader's calendar shows; a feed of a part is called as it was made."""
    if selection.person is not None:
        person = work.session.get_one(Person, selection.person)
        return lang.text("The council's calendar for {name}", name=person.name)
    return lang.text("The council's calendar") if name == COUNCIL else name


def contents_of(work: UnitOfWork, selection: Selection, lang: Language) -> str:
    """What it holds, in a sentence or two."""
    said = [_scope(selection, lang)]
    if selection.kinds:
        kinds = [lang.text(_MANY[each]) for each in KINDS if each in selection.kinds]
        said.append(lang.text("Only {kinds}.", kinds=joined(kinds, lang)))
    if selection.area is not None:
        area = work.session.get_one(Area, selection.area)
        said.append(lang.text("Only the area {area}.", area=area.name))
    return " ".join(said)


def _scope(selection: Selection, lang: Language) -> str:
    if selection.person is None:
        return lang.text("The council's meetings and deadlines.")
    if selection.invited:
        return lang.text(
            "Council meetings, meetings that you are invited to, and deadlines that you are"
            " responsible for."
        )
    return lang.text(
        "Council meetings and deadlines that you are responsible for, without the meetings that you"
        " have an invitation to."
    )
