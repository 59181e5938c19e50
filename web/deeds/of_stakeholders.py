"""What the council does with a stakeholder: on the list of a theme, put right, off the list."""

from typing import Any

from ...commands.own_rows import correct_party, party_of, remove_party
from ...commands.stakeholders import (
    name_stakeholders,
    remove_stakeholder,
    restore_stakeholder,
    stakeholders_of,
)
from ...domain.errors import DomainError
from ...domain.sentences import N_
from ...domain.stakeholders import (
    Level,
    OnTheList,
    Stakeholder,
    StakeholderRole,
    key_of,
)
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..forms import Filled
from ..letters.typed_recipients import (
    NobodyByThatName,
    SeveralByThatName,
    as_suggested,
    recipients_in,
)
from ..lists.folding import folded
from ..names import Known, Names
from ..once import once
from ..stakeholders.said import level_word, role_word
from .deed import Deed, Undo, Values, Widget
from .fields import people, with_those_named
from .of_stances import STANCE_DEEDS
from .stakeholder_forms import Corrected, Named, Off, Unnamed


class NobodyNamed(DomainError):
    """Choose a department, or write the name of another organisation."""


@once
def unlisted(work: UnitOfWork, theme: str, names: Names) -> list[Known]:
    """The organisations of today that are not on the theme's list, by name."""
    listed = _listed(work, theme)
    here = [
        each
        for each in names.organisations.values()
        if names.successor(each.key) is None and each.key not in listed
    ]
    return sorted(here, key=lambda each: folded(each.name))


def _listed(work: UnitOfWork, theme: str) -> set[str]:
    return {each.organisation for each in stakeholders_of(work, theme) if not each.removed}


def _departments(
    found: Any, work: UnitOfWork, names: Names, _lang: Language
) -> list[tuple[str, str]]:
    here = unlisted(work, found.key, names)
    return [(each.key, as_suggested(each)) for each in here if each.is_department]


def _suggestions(
    found: Any, _form: Filled[Any], work: UnitOfWork, names: Names, _lang: Language
) -> dict[str, Any]:
    here = unlisted(work, found.key, names)
    return {"suggestions": [as_suggested(each) for each in here if not each.is_department]}


def _roles(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(each.value, role_word(each, lang)) for each in StakeholderRole]


def _levels(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    told = [(each.value, capitalised(level_word(each, lang))) for each in Level]
    return [("", lang.text("Not known")), *told]


def _acquainted(
    found: Stakeholder, work: UnitOfWork, names: Names, lang: Language
) -> list[tuple[str, str]]:
    """Those with a role today, and whoever is named already."""
    here, named = people(work, names, lang)[1:], party_of(work, found.key).known_by
    return with_those_named(here, named, lambda key: names.people.get(key, key))


def _name(work: UnitOfWork, key: str, typed: Any) -> str:
    if typed.nobody:
        raise NobodyNamed
    who = [work.succession.on(each, work.today) for each in _typed(work, typed.who)]
    for each in _listed(work, key).intersection(who):
        raise OnTheList(organisation=each)
    name_stakeholders(
        work,
        theme=key,
        organisations=who,
        role=StakeholderRole(typed.role),
        responsibility=typed.responsibility,
        source=typed.source,
    )
    return key


def _unname(work: UnitOfWork, key: str, typed: Any) -> str:
    for each in _typed(work, typed.who):
        today = work.succession.on(each, work.today)
        remove_stakeholder(work, stakeholder=key_of(key, today))
    return key


def _typed(work: UnitOfWork, who: str) -> list[str]:
    return recipients_in(who, Names(work).organisations.values())


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    return correct_party(
        work,
        stakeholder=key,
        role=StakeholderRole(typed.role),
        responsibility=typed.responsibility,
        influence=Level(typed.influence) if typed.influence else None,
        interest=Level(typed.interest) if typed.interest else None,
        known_by=tuple(typed.known_by),
        source=typed.source,
    ).key


def _remove(work: UnitOfWork, key: str, typed: Any) -> str:
    return remove_party(work, stakeholder=key, why=typed.why).key


def _restore(work: UnitOfWork, key: str, _typed: Any) -> str:
    return restore_stakeholder(work, stakeholder=key).key


def _facts(found: Stakeholder, work: UnitOfWork) -> Values:
    """What its own row says, else what is known of those that it continues."""
    party = party_of(work, found.key)
    said = party.own if party.has_own else party
    return {
        "role": said.role.value,
        "responsibility": said.responsibility,
        "influence": said.influence.value if said.influence else "",
        "interest": said.interest.value if said.interest else "",
        "known_by": list(party.known_by),
        "source": said.source,
    }


PART = (
    Widget(
        "role",
        "choices",
        N_(
            "Owners own a part of the measures, their cost or their gain. The interested are"
            " touched by them. Society hears of it through the media."
        ),
        options=_roles,
    ),
    Widget("responsibility", help=N_("What it answers for in this theme"), required=False),
)
SOURCE = Widget("source", required=False)

STAKEHOLDERS_OF_THEME = {
    each.name: each
    for each in (
        Deed(
            "name-stakeholders",
            N_("Put on the list of stakeholders"),
            N_("They are on the list of stakeholders."),
            _name,
            Named,
            (
                Widget("departments", "checks", required=False, offered=_departments),
                Widget("others", help=N_("Name or key, several with a semicolon between them")),
                *PART,
                SOURCE,
            ),
            proposed=lambda _found, _work: {"role": StakeholderRole.OWNER.value},
            at={
                NobodyNamed: "others",
                NobodyByThatName: "others",
                SeveralByThatName: "others",
                OnTheList: "others",
            },
            undo=Undo("unname-stakeholders", "who", typed="who"),
            placed=True,
            template="stakeholders_form.html",
            more=_suggestions,
        ),
        Deed(
            "unname-stakeholders",
            N_("Undo"),
            N_("They are off the list of stakeholders again."),
            _unname,
            Unnamed,
            quiet=True,
        ),
    )
}
"""What is done with the list as a whole, on the page of the theme."""

STAKEHOLDER_DEEDS = {
    each.name: each
    for each in (
        *STANCE_DEEDS,
        Deed(
            "correct",
            N_("Correct what is registered"),
            N_("What was registered is corrected."),
            _correct,
            Corrected,
            (
                *PART,
                Widget("influence", "select", options=_levels),
                Widget("interest", "select", options=_levels),
                Widget("known_by", "checks", required=False, offered=_acquainted),
                SOURCE,
            ),
            proposed=_facts,
            possible=lambda found: not found.removed,
        ),
        Deed(
            "remove",
            N_("Take off the list"),
            N_("It is off the list of stakeholders. What was known of it is kept."),
            _remove,
            Off,
            (Widget("why", help=N_("Such as that it does not answer for this any more")),),
            possible=lambda found: not found.removed,
            undo=Undo("restore"),
        ),
        Deed(
            "restore",
            N_("Put back on the list"),
            N_("It is on the list of stakeholders again."),
            _restore,
            possible=lambda found: found.removed,
            next=lambda found: found.removed,
        ),
    )
}
