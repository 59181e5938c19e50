"""What is done with a note of a conversation: it is written, put right, withdrawn."""

from typing import Any

from ...commands.notes import correct_note, restore_note, take_note, withdraw_note
from ...domain.kinds import Kind
from ...domain.notes import LONGEST, Note, NotYetSaid, written
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..forms import Form, Line, Text, When, field
from ..names import Names
from .deed import Chosen, Deed, Undo, Values, Widget
from .fields import organisation_or_none, people, themes, with_those_named
from .pressed_twice import require_other
from .withdrawing import withdrawing


class Noted(Form):
    organisation: Line = field(N_("With whom"))
    on: When = field(N_("When"))
    text: Text = field(N_("What was said"), min_length=1, max_length=LONGEST)
    who: Line = field(N_("Who of us"))
    theme: Chosen = field(N_("Theme"), default=None)


def _who(found: Any, work: UnitOfWork, names: Names, lang: Language) -> list[tuple[str, str]]:
    """Those with a role today, and who it was, whether they have one or not."""
    was = [found.by] if isinstance(found, Note) else []
    here = people(work, names, lang)
    return with_those_named(here, was, lambda key: names.people.get(key, key))


FIELDS = (
    Widget("organisation", "select", options=organisation_or_none),
    Widget("on", "date"),
    Widget("text", "passage", N_("Only what is needed; others in the office can read it")),
    Widget("who", "select", offered=_who),
    Widget("theme", "select", options=themes),
)


def _take(work: UnitOfWork, _key: str, typed: Any) -> str:
    said = {"organisation": typed.organisation, "on": typed.on, "text": written(typed.text)}
    require_other(work, Kind.NOTE, Note, withdrawn=False, **said)
    return take_note(work, **dict(typed)).key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    values = dict(typed)
    values["by"] = values.pop("who")
    return correct_note(work, note=key, **values).key


def _withdraw(work: UnitOfWork, key: str, typed: Any) -> str:
    return withdraw_note(work, note=key, why=typed.why).key


def _restore(work: UnitOfWork, key: str, _typed: Any) -> str:
    return restore_note(work, note=key).key


def _facts(found: Note, _work: UnitOfWork) -> Values:
    return {
        "organisation": found.organisation,
        "on": found.on.text,
        "text": found.text,
        "who": found.by,
        "theme": found.theme or "",
    }


def _stands(found: Note) -> bool:
    return not found.withdrawn


NEW_NOTE = Deed(
    "new",
    N_("Write a note of a conversation"),
    N_("The note is written."),
    _take,
    Noted,
    FIELDS,
    proposed=lambda _found, work: {"on": work.today.isoformat()},
    undo=Undo("withdraw"),
    at={NotYetSaid: "on"},
    mine="who",
)
NOTE_DEEDS = {
    each.name: each
    for each in (
        Deed(
            "correct",
            N_("Correct the note"),
            N_("The note is corrected."),
            _correct,
            Noted,
            FIELDS,
            proposed=_facts,
            possible=_stands,
            at={NotYetSaid: "on"},
        ),
        *withdrawing(
            (N_("Withdraw the note"), N_("The note is withdrawn and stands on no timeline.")),
            _withdraw,
            (N_("Take it back in"), N_("The note stands after all.")),
            _restore,
        ),
    )
}
