"""The day that an address asks for, as people write it: `?on=3.2.2023`, `?as_of=15. aug. 2020`."""

from dataclasses import dataclass
from datetime import date

from starlette.requests import Request

from ...domain.dates import read_date
from ...domain.errors import TilsvarError
from ...wording.dates import day_in_full
from ...wording.language import Language
from ..refusals import refusal


@dataclass(frozen=True)
class AskedDay:
    """`typed` is what stands in the field.

    Where no day could be read, `fault` is a sentence and `day` is today.
    """

    day: date
    typed: str
    fault: str = ""


def asked_day(request: Request, name: str, today: date, lang: Language) -> AskedDay:
    """The day under that name in the address, today where it is empty or left out."""
    typed = request.query_params.get(name, "").strip()
    try:
        day = read_date(typed).day if typed else today
    except TilsvarError as error:
        return AskedDay(today, typed, refusal(error, lang))
    return AskedDay(day, day_in_full(day, lang))
