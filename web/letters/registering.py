"""A letter is registered, put right, or withdrawn because it was registered by mistake."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from ...commands.consultations import submit_consultation
from ...commands.corrections import correct_letter
from ...commands.keys import take_turn
from ...commands.letters import move_answer_due, send_letter
from ...commands.withdrawing_letters import restore_letter, withdraw_letter
from ...domain.attachments import Use
from ...domain.dates import Edtf
from ...domain.errors import TilsvarError
from ...domain.kinds import LetterKind
from ...domain.letters import Letter
from ...domain.past import StillAhead
from ...domain.sentences import N_
from ...store import tables
from ...store.unit_of_work import UnitOfWork, Unknown
from ...wording.dates import with_weekday
from ...wording.language import Language
from ..deeds.deed import Deed, Undo, Values, Widget
from ..names import Names
from .fields import FIRST, KEPT, REST, besides
from .forms import LetterFacts, LetterWithdrawn, NewLetter
from .recipients import CORRECTED
from .typed_recipients import NobodyByThatName, SeveralByThatName, recipients_in

IN_LETTER = "in_letter"
"""Why an answer is due on another day: the letter says so; the history has a sentence for it."""


class AlreadyRegistered(TilsvarError):
    """{letter} has this title, this date and these recipients already. Nothing was registered now."""  # noqa: E501 - the docstring is the message


class DueBeforeSent(TilsvarError):
    """An answer cannot be due before the letter was sent. Check both dates."""


class DueWithoutAnswer(TilsvarError):
    """Where no answer is expected, there is no date for one. Leave the date empty."""


def _recipients(work: UnitOfWork, typed: Any) -> list[str]:
    names = Names(work)
    keys = [*typed.to, *recipients_in(typed.other, names.organisations.values())]
    return list(dict.fromkeys(keys))


def _register(work: UnitOfWork, _key: str, typed: Any) -> str:
    recipients = _recipients(work, typed)
    sent, expects = typed.sent, {"yes": True, "no": False}.get(typed.answer)
    if typed.due is not None:
        if expects is False:
            raise DueWithoutAnswer
        if typed.due < typed.sent.first:
            raise DueBeforeSent
        expects = True
    _require_new(work, typed.title, sent, recipients)
    letter = send_letter(
        work,
        title=typed.title,
        sent=sent,
        recipients=recipients,
        kind=typed.kind,
        expects_answer=expects,
        area=typed.area,
        responsible=typed.responsible,
        follows_up=(typed.follows_up,) if typed.follows_up else (),
        outcome=typed.outcome,
        source=typed.source,
    )
    for each in letter.obligations if typed.due else ():
        if each.open:
            move_answer_due(
                work, letter=letter.key, recipient=each.recipient, day=typed.due, why=IN_LETTER
            )
    if typed.consultation:
        submit_consultation(work, consultation=typed.consultation, letter=letter.key)
    return letter.key


def _require_new(work: UnitOfWork, title: str, sent: Edtf, recipients: Iterable[str]) -> None:
    """A button that was pressed twice registers one letter. Raises AlreadyRegistered."""
    take_turn(work, "new letter")  # the second press may come before the first is through
    column = tables.letter.c
    query = select(Letter).where(column.sent == sent, column.title == title)
    for each in work.session.scalars(query):
        if set(each.recipients) == set(recipients) and not each.withdrawn:
            raise AlreadyRegistered(letter=each.key)


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    correct_letter(
        work,
        letter=key,
        sent=typed.sent,
        recipients=_recipients(work, typed),
        expects_answer=typed.answer != "no",
        kind=typed.kind,
        title=typed.title,
        area=typed.area,
        responsible=typed.responsible,
        outcome=typed.outcome,
        source=typed.source,
    )
    return key


def _as_registered(found: Letter, _work: UnitOfWork) -> Values:
    waited_for = [each.recipient for each in found.obligations if each.expected]
    return {
        "to": waited_for or list(found.recipients),
        "title": found.title,
        "sent": found.sent.text,
        "kind": found.kind.value,
        "answer": "yes" if waited_for else "no",
        "area": found.area or "",
        "responsible": found.responsible or "",
        "outcome": found.outcome,
        "source": found.source,
    }


def _withdraw(work: UnitOfWork, key: str, typed: Any) -> str:
    withdraw_letter(work, letter=key, why=getattr(typed, "why", CORRECTED))
    return key


def _restore(work: UnitOfWork, key: str, _typed: Any) -> str:
    restore_letter(work, letter=key)
    return key


def _told(found: Letter, _was: str, _work: UnitOfWork, lang: Language) -> str:
    if found.withdrawn:
        return ""
    days = {each.due() for each in found.obligations if each.open}
    if len(days) == 1 and (day := days.pop()) is not None:
        return lang.text(
            "The letter is registered. The answer is due {day}.", day=with_weekday(day, lang)
        )
    return lang.text("The letter is registered.")


AT = {
    Unknown: "to",
    NobodyByThatName: "other",
    SeveralByThatName: "other",
    StillAhead: "sent",
    DueBeforeSent: "due",
    DueWithoutAnswer: "due",
}

NEW_LETTER = Deed(
    "new",
    N_("Register letter"),
    "",
    _register,
    NewLetter,
    (*FIRST, *REST),
    lead=N_("A letter, memo or submission that the council has sent. Three fields are needed."),
    proposed=lambda _found, work: {
        "sent": work.today.isoformat(),
        "kind": LetterKind.LETTER.value,
    },
    undo=Undo("undo-new"),
    at=AT,
    conflicts=(AlreadyRegistered,),
    told=_told,
    mine="responsible",
    files=Use.LETTER,
    template="letter_form.html",
    more=besides,
)
REGISTERED = (
    Deed(
        "correct",
        N_("Correct what is registered"),
        N_("What was registered is corrected."),
        _correct,
        LetterFacts,
        (*FIRST, *KEPT),
        proposed=_as_registered,
        possible=lambda found: not found.withdrawn,
        at=AT,
        template="letter_form.html",
        more=besides,
    ),
    Deed(
        "withdraw",
        N_("Withdraw the letter"),
        N_("The letter is withdrawn. Nothing is expected because of it."),
        _withdraw,
        LetterWithdrawn,
        (Widget("why", help=N_("In one sentence, for the history")),),
        lead=N_(
            "For a letter that was registered by mistake. It stays readable, with its history."
        ),
        possible=lambda found: not found.withdrawn,
        undo=Undo("restore"),
    ),
    Deed(
        "undo-new",
        N_("Withdraw the letter"),
        N_("The letter is withdrawn. Nothing is expected because of it."),
        _withdraw,
        possible=lambda found: not found.withdrawn,
        undo=Undo("restore"),
        quiet=True,
    ),
    Deed(
        "restore",
        N_("Make the letter valid again"),
        N_("The letter is valid again, and its answers are expected as before."),
        _restore,
        possible=lambda found: found.withdrawn,
    ),
)
