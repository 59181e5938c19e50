"""What the secretariat does with an organisation: registers it and puts it right."""

from typing import Any, Literal

from ...commands.council import correct_organisation, register_organisation, write_to
from ...domain.errors import TilsvarError
from ...domain.organisations import MINISTRY, Organisation
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..forms import Form, Line, Text, field
from ..names import Names
from ..things.organisation_kinds import KINDS, kind_of
from .deed import Deed, Values, Widget


class KeyInUse(TilsvarError):
    """{key} is another organisation already. Choose another key."""


class Facts(Form):
    name: Line = field(N_("Name"))
    kind: Line = field(N_("Type"))
    email: Text = field(N_("E-mail"), default="")
    note: Text = field(N_("Note"), default="")
    language: Literal["", "nb", "nn"] = field(N_("Letters to it are written in"), default="")


class Registered(Facts):
    key: Line = field(N_("Key"))


def _kinds(_work: UnitOfWork, names: Names, lang: Language) -> list[tuple[str, str]]:
    used = dict.fromkeys([*KINDS, *(each.kind for each in names.organisations.values())])
    return [(each, kind_of(each, lang)) for each in used]


def _languages(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [("", lang.text("As the council writes")), ("nb", "Bokmål"), ("nn", "Nynorsk")]


REST = (
    Widget("kind", "select", options=_kinds),
    Widget("email", required=False),
    Widget("note", "text", required=False),
    Widget("language", "choices", options=_languages),
)


def _facts(found: Organisation, _work: UnitOfWork) -> Values:
    return {
        "name": found.name,
        "kind": found.kind,
        "email": found.email,
        "note": found.note,
        "language": found.language,
    }


def _register(work: UnitOfWork, _key: str, typed: Any) -> str:
    if work.look(Organisation, typed.key):
        raise KeyInUse(key=typed.key)
    values = {name: value for name, value in dict(typed).items() if name != "language"}
    found = register_organisation(work, **values)
    write_to(work, organisation=found.key, language=typed.language)
    return found.key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    values = {name: value for name, value in dict(typed).items() if name != "language"}
    correct_organisation(work, organisation=key, **values)
    write_to(work, organisation=key, language=typed.language)
    return key


NEW_ORGANISATION = Deed(
    "new",
    N_("Register organisation"),
    N_("The organisation is registered."),
    _register,
    Registered,
    (
        Widget("name"),
        Widget("key", help=N_("A short name without spaces, such as HOD; it stays as it is")),
        *REST,
    ),
    proposed=lambda _found, _work: {"kind": MINISTRY, "language": ""},
    at="key",
)
ORGANISATION_DEEDS = {
    "correct": Deed(
        "correct",
        N_("Correct what is registered"),
        N_("What was registered is corrected."),
        _correct,
        Facts,
        (Widget("name"), *REST),
        proposed=_facts,
    )
}
