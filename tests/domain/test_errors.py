"""An error speaks to a person: its docstring, with the facts filled in."""

from datetime import date

from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import DomainError, TilsvarError


class AnsweredBeforeItWasSent(DomainError):
    """The answer of {answered} is earlier than the letter of {sent}."""


def test_the_message_is_the_docstring_with_dates_as_iso() -> None:
    error = AnsweredBeforeItWasSent(answered=date(2021, 9, 10), sent=Edtf("2021-10"))

    assert str(error) == "The answer of 2021-09-10 is earlier than the letter of 2021-10."
    assert error.template == "The answer of {answered} is earlier than the letter of {sent}."
    assert error.facts == {"answered": date(2021, 9, 10), "sent": Edtf("2021-10")}


def test_every_refusal_can_be_caught_as_one() -> None:
    assert issubclass(AnsweredBeforeItWasSent, TilsvarError)
    assert str(DomainError()) == "A rule of the council says no, or a fact cannot be."
