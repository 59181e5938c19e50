"""What somebody chooses for themselves: when the digest comes, and when they are away."""

from datetime import time
from typing import Annotated, Literal

from ...domain.people import Person
from ...domain.sentences import N_
from ...wording.language import Language
from ..forms import Day, Filled, Form, blank, field, reading
from ..meetings.forms import read_hour

RHYTHMS = {"daily": N_("Every working day"), "weekly": N_("On the first working day of the week")}


class Digest(Form):
    rhythm: Literal["daily", "weekly"] = field(N_("How often"))
    hour: Annotated[time | None, reading(read_hour)] = field(N_("At what hour"), default=None)


class Absent(Form):
    first: Day = field(N_("First day away"))
    last: Day = field(N_("Last day away"))


def chosen_digest(person: Person, lang: Language) -> Filled[Digest]:
    hour = person.digest_hour.strftime("%H.%M") if person.digest_hour else ""
    return blank(Digest, lang, rhythm=person.digest_rhythm.value, hour=hour)
