"""What the secretariat does with an organisation: registers it, puts it right, who took over."""

from typing import Any, Literal

from ...commands.council import correct_organisation, register_organisation, write_to
from ...commands.taking_over import (
    TakenOverAlready,
    TakesOverItself,
    TakesOverLater,
    TookOverFromIt,
    take_back,
    take_over,
)
from ...domain.dates import read_date
from ...domain.errors import TilsvarError
from ...domain.organisations import MINISTRY, Organisation
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..forms import Day, Filled, Form, Line, Text, field
from ..letters.typed_recipients import (
    NobodyByThatName,
    SeveralByThatName,
    as_suggested,
    recipients_in,
)
from ..lists.folding import folded
from ..names import Names
from ..things.organisation_kinds import KINDS, kind_of
from .deed import Deed, Undo, Values, Widget


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


class TakenOver(Form):
    others: Line = field(N_("Taken over by"))
    on: Day = field(N_("From"))


class TakenOverAgain(Form):
    others: Line = field(N_("Taken over by"), pattern=r"^\S+ \d{4}-\d{2}-\d{2}$")


class OneSuccessor(TilsvarError):
    """Write one organisation. If several took over, choose who answers for it."""


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


def _take_over(work: UnitOfWork, key: str, typed: Any) -> str:
    named = recipients_in(typed.others, Names(work).organisations.values())
    if len(named) != 1:
        raise OneSuccessor
    return take_over(work, organisation=key, successor=named[0], on=typed.on).key


def _take_over_again(work: UnitOfWork, key: str, typed: Any) -> str:
    successor, _, on = typed.others.rpartition(" ")
    return take_over(work, organisation=key, successor=successor, on=read_date(on).day).key


def _take_back(work: UnitOfWork, key: str, _typed: Any) -> str:
    return take_back(work, organisation=key).key


def _who_could(
    found: Any, _form: Filled[Any], _work: UnitOfWork, names: Names, _lang: Language
) -> dict[str, Any]:
    """The organisations of today, departments first."""
    here = [
        each
        for each in names.organisations.values()
        if each.key != found.key and names.successor(each.key) is None
    ]
    here.sort(key=lambda each: (not each.is_department, folded(each.name)))
    return {"suggestions": [as_suggested(each) for each in here]}


def _is_taken_over(found: Organisation) -> bool:
    return found.successor is not None


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
    ),
    "succeeded-by": Deed(
        "succeeded-by",
        N_("Register who took over"),
        N_("It is registered who took over."),
        _take_over,
        TakenOver,
        (
            Widget("others", help=N_("Name or key. One that is new is registered first.")),
            Widget("on", "date", help=N_("The first day on which they answer for it")),
        ),
        N_("What is open here is asked of whoever took over, and what was known is kept."),
        possible=lambda found: not _is_taken_over(found),
        undo=Undo("not-succeeded"),
        at={
            NobodyByThatName: "others",
            SeveralByThatName: "others",
            OneSuccessor: "others",
            TakesOverItself: "others",
            TookOverFromIt: "others",
            TakesOverLater: "on",
        },
        conflicts=(TakenOverAlready,),
        template="stakeholders_form.html",
        more=_who_could,
    ),
    "not-succeeded": Deed(
        "not-succeeded",
        N_("Nobody took over after all"),
        N_("It answers for itself again."),
        _take_back,
        possible=_is_taken_over,
        undo=Undo(
            "succeeded-again",
            "others",
            before=lambda found: f"{found.successor} {found.succeeded_on}",
        ),
    ),
    "succeeded-again": Deed(
        "succeeded-again",
        N_("Undo"),
        N_("It is registered who took over."),
        _take_over_again,
        TakenOverAgain,
        possible=lambda found: not _is_taken_over(found),
        undo=Undo("not-succeeded"),
        quiet=True,
    ),
}
