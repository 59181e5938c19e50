"""What the secretariat does with the people of the council, and with how they get in."""

from typing import Any

from ...commands.accounts import (
    account_of,
    allow_account,
    allow_account_again,
    show_out,
    usual_tenant,
    withdraw_account,
)
from ...commands.people import (
    AddressInUse,
    LeavesBeforeJoining,
    OwnDeputy,
    change_role,
    correct_person,
    end_role,
    stay_in_role,
    take_up_role,
)
from ...commands.signing_in import keep_account
from ...domain.dates import read_date
from ...domain.kinds import Role
from ...domain.people import Person
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..languages import NAMES
from ..lists.folding import folded
from ..names import Names
from ..settings.roles import ROLE_NAMES
from .deed import Deed, Undo, Values, Widget
from .fields import organisation_or_none
from .people_forms import Account, Changed, Corrected, Ended, Joined, Session, Stays


def _roles(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [(role.value, lang.text(name)) for role, name in ROLE_NAMES.items()]


def _members(work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    members = [one for one in work.people if one.role is Role.MEMBER and one.active_on(work.today)]
    members.sort(key=lambda each: folded(each.name))
    return [("", lang.text("Nobody")), *((each.key, each.name) for each in members)]


def _languages(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [("", lang.text("The council’s own")), *NAMES.items()]


WHO = (
    Widget("role", "select", options=_roles),
    Widget("organisation", "select", required=False, options=organisation_or_none),
    Widget(
        "deputy_for",
        "select",
        required=False,
        options=_members,
        help=N_("For deputies: the member for whom they meet"),
    ),
)
LANGUAGE = Widget(
    "language",
    "choices",
    options=_languages,
    help=N_("For the mails to them, and for a browser that is new to them"),
)


def _facts(found: Person, work: UnitOfWork) -> Values:
    kept = account_of(work, found.key)
    return {
        "name": found.name,
        "email": found.email,
        "role": found.role.value,
        "organisation": found.organisation or "",
        "deputy_for": found.deputy_for or "",
        "since": found.since.isoformat() if found.since else "",
        "until": found.until.isoformat() if found.until else "",
        "language": (kept.language if kept else None) or "",
    }


def _join(work: UnitOfWork, _key: str, typed: Any) -> str:
    values = {name: value for name, value in dict(typed).items() if name != "language"}
    found = take_up_role(work, **values)
    _speak(work, found.key, typed.language)
    return found.key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    values = {name: value for name, value in dict(typed).items() if name != "language"}
    correct_person(work, person=key, **values)
    _speak(work, key, typed.language)
    return key


def _speak(work: UnitOfWork, key: str, language: str) -> None:
    kept = account_of(work, key)
    if language or (kept is not None and kept.language):
        keep_account(work, key, language=language or None)


def _change(work: UnitOfWork, key: str, typed: Any) -> str:
    return change_role(work, person=key, role=typed.role, on=typed.on).key


def _end(work: UnitOfWork, key: str, typed: Any) -> str:
    end_role(work, person=key, on=typed.on)
    return key


def _stay(work: UnitOfWork, key: str, typed: Any) -> str:
    until = None if typed.until == "open" else read_date(typed.until).day
    stay_in_role(work, person=key, until=until)
    return key


def _allow(work: UnitOfWork, key: str, typed: Any) -> str:
    allow_account(work, person=key, tenant=typed.tenant, subject=typed.subject)
    return key


def _withdraw(work: UnitOfWork, key: str, _typed: Any) -> str:
    withdraw_account(work, person=key)
    return key


def _allow_again(work: UnitOfWork, key: str, _typed: Any) -> str:
    allow_account_again(work, person=key)
    return key


def _show_out(work: UnitOfWork, key: str, typed: Any) -> str:
    show_out(work, person=key, number=typed.session)
    return key


NEW_PERSON = Deed(
    "new",
    N_("Add person"),
    N_("The person is registered. They get in by a link that you send them."),
    _join,
    Joined,
    (Widget("name"), Widget("email"), *WHO, Widget("since", "date"), LANGUAGE),
    proposed=lambda _found, work: {
        "role": Role.MEMBER.value,
        "since": work.today.isoformat(),
        "language": "",
    },
    at="email",
)
PERSON_DEEDS = {
    each.name: each
    for each in (
        Deed(
            "correct",
            N_("Correct what is registered"),
            N_("What was registered is corrected."),
            _correct,
            Corrected,
            (
                Widget("name"),
                Widget("email"),
                *WHO,
                Widget("since", "date", required=False),
                Widget("until", "date", required=False, help=N_("Empty while no day is known")),
                LANGUAGE,
            ),
            lead=N_(
                "For what was registered wrongly. Somebody who takes up another role from a day"
                " changes role instead."
            ),
            proposed=_facts,
            at={AddressInUse: "email", OwnDeputy: "deputy_for", LeavesBeforeJoining: "until"},
        ),
        Deed(
            "change-role",
            N_("Change role"),
            N_("The new role is registered; the earlier one ends the day before."),
            _change,
            Changed,
            (Widget("role", "select", options=_roles), Widget("on", "date")),
            lead=N_(
                "The history keeps who had which role when. From that day they sign in anew and"
                " make a new address for their calendar, and what they were responsible for is the"
                " secretariat’s."
            ),
            proposed=lambda found, work: {
                "role": found.role.value,
                "on": work.today.isoformat(),
            },
            at="on",
        ),
        Deed(
            "end",
            N_("End the role"),
            N_("The last day in the role is registered. After it they are not let in any more."),
            _end,
            Ended,
            (Widget("on", "date"),),
            lead=N_("Nothing is deleted: what they have done stays in the history."),
            proposed=lambda _found, work: {"on": work.today.isoformat()},
            undo=Undo("stay", "until", lambda found: str(found.until or "open")),
            at="on",
        ),
        Deed(
            "stay",
            N_("Stay in the role"),
            N_("The last day in the role is as it was."),
            _stay,
            Stays,
            possible=lambda found: found.until is not None,
            quiet=True,
        ),
        Deed(
            "allow-account",
            N_("Let in with an account at work"),
            N_("They may sign in with their account at work from now on."),
            _allow,
            Account,
            (
                Widget(
                    "tenant",
                    help=N_(
                        "The tenant id of their organisation in Entra ID; elsewhere the address"
                        " of the issuer"
                    ),
                ),
                Widget(
                    "subject",
                    required=False,
                    help=N_(
                        "Left empty, the first account there with their e-mail address becomes"
                        " theirs"
                    ),
                ),
            ),
            proposed=lambda _found, work: {"tenant": usual_tenant(work)},
            undo=Undo("withdraw-account"),
            at="subject",
            placed=True,
        ),
        Deed(
            "withdraw-account",
            N_("Withdraw the account at work"),
            N_("They sign in by links in e-mail only from now on."),
            _withdraw,
            undo=Undo("allow-again"),
            placed=True,
        ),
        Deed(
            "allow-again",
            N_("Let in with an account at work"),
            N_("They may sign in with their account at work from now on."),
            _allow_again,
            quiet=True,
        ),
        Deed(
            "sign-out",
            N_("Sign out"),
            N_("They are signed out there. Whoever has a role can sign in again."),
            _show_out,
            Session,
            quiet=True,
        ),
    )
}
"""Those without a button stand where people sign in on the person's page, or undo another."""
