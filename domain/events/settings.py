"""What is decided in the settings: closed days, the quorum, which areas are still used."""

from dataclasses import dataclass
from datetime import date

from ..kinds import Kind
from ..sentences import N_
from .base import Event


@dataclass(frozen=True)
class DaysClosed(Event):
    """The council does not work from the first to the last day; `why` is what it calls them."""

    about = Kind.RULES
    calendar: str
    first: date
    last: date
    why: str

    @property
    def sentence(self) -> str:
        """One day or several."""
        if self.first == self.last:
            return N_("The council is closed {when_first}: {why}.")
        return N_("The council is closed from {first} to {last}: {why}.")


@dataclass(frozen=True)
class DaysOpened(Event):
    """The council works on those days after all; `why` is what they were called."""

    about = Kind.RULES
    calendar: str
    first: date
    last: date
    why: str

    @property
    def sentence(self) -> str:
        """One day or several."""
        if self.first == self.last:
            return N_("The council is not closed {when_first} after all ({why}).")
        return N_("The council is not closed from {first} to {last} after all ({why}).")


@dataclass(frozen=True)
class QuorumChanged(Event):
    """How many a decision needs: a share of the members, or a `number` of them where it is not 0.

    The share and the number before are there too, so that it can be taken back.
    """

    about = Kind.RULES
    quorum: str
    share: float
    number: int
    share_before: float
    number_before: int

    @property
    def sentence(self) -> str:
        """The shares that have a name, any other one, or a number."""
        if self.number:
            return N_("The council can decide when {number} of its members are there.")
        return _SHARES.get(self.share, N_("The council can decide with another share of members."))


@dataclass(frozen=True)
class AnswerRuleChanged(Event):
    """How long answers to that kind of letter may take, and whether they are expected unasked.

    Periods are as `Period.parse` reads them. What held before is there too, to be taken back.
    """

    about = Kind.RULES
    letter_kind: str
    period: str
    expected: bool
    period_before: str
    expected_before: bool

    @property
    def sentence(self) -> str:
        """The rule that holds now."""
        return (_EXPECTED if self.expected else _UNEXPECTED)[self.letter_kind]


@dataclass(frozen=True)
class LegalBasisChanged(Event):
    """What the council writes that its answer periods rest on; empty: on its own rule."""

    about = Kind.RULES
    rules: str
    basis: str
    basis_before: str

    @property
    def sentence(self) -> str:
        if self.basis:
            return N_("The periods for answers rest on this: {basis}.")
        return N_("The periods for answers are the council's own rule.")


@dataclass(frozen=True)
class MorningChanged(Event):
    """From what hour reminders go out: HH:MM in the council's time zone."""

    about = Kind.RULES
    sentence = N_("Reminders go out at {from_hour}.")
    morning: str
    from_hour: str
    from_hour_before: str


@dataclass(frozen=True)
class FeedMade(Event):
    """An address of a calendar; `person` is whose it is, nobody meaning the council's."""

    about = Kind.RULES
    feed: str
    person: str | None

    @property
    def sentence(self) -> str:
        if self.person is None:
            return N_("An address of the council's calendar was made.")
        return N_("An address of a calendar was made for {person}.")


@dataclass(frozen=True)
class FeedWithdrawn(Event):
    """The address shows nothing any more."""

    about = Kind.RULES
    feed: str
    person: str | None

    @property
    def sentence(self) -> str:
        if self.person is None:
            return N_("An address of the council's calendar was withdrawn.")
        return N_("An address of a calendar for {person} was withdrawn.")


@dataclass(frozen=True)
class FeedRestored(Event):
    """The address that was withdrawn works again."""

    about = Kind.RULES
    feed: str
    person: str | None

    @property
    def sentence(self) -> str:
        if self.person is None:
            return N_("An address of the council's calendar works again.")
        return N_("An address of a calendar for {person} works again.")


@dataclass(frozen=True)
class AreaRetired(Event):
    """Nothing new belongs to the area after that day."""

    about = Kind.AREA
    sentence = N_("The area is not used after {until}.")
    area: str
    until: date


@dataclass(frozen=True)
class AreaTakenUp(Event):
    about = Kind.AREA
    sentence = N_("The area is used again.")
    area: str


_SHARES = {
    0.5: N_("The council can decide when at least half of its members are there."),
    0.51: N_("The council can decide when more than half of its members are there."),
    0.667: N_("The council can decide when at least two thirds of its members are there."),
}

_EXPECTED = {
    "letter": N_("A letter is to be answered within {period}."),
    "memo": N_("A memo is to be answered within {period}."),
    "submission": N_("A submission is to be answered within {period}."),
}
_UNEXPECTED = {
    "letter": N_("A letter expects an answer only where that is chosen, then within {period}."),
    "memo": N_("A memo expects an answer only where that is chosen, then within {period}."),
    "submission": N_(
        "A submission expects an answer only where that is chosen, then within {period}."
    ),
}
