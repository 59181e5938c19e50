"""What cannot be true of a theme and its decisions, each with the sentence that says why."""

from .errors import DomainError


class DecisionComesLater(DomainError):
    """{point} cannot be decided yet: {first} comes first, since the theme is in {stage}."""


class PassedAlready(DomainError):
    """The theme has passed {point} already: withdraw that decision first if it was wrong."""


class OutOfOrder(DomainError):
    """{point} was decided {on}, which does not fit with {other} of {other_on}: check the date."""


class NoDecisionLeft(DomainError):
    """There is no decision in {point} left to withdraw: somebody has withdrawn it already."""


class WhyMissing(DomainError):
    """Say why: whoever reads the history later will ask."""


class IsSetAside(DomainError):
    """The theme is set aside: take it up again first."""


class IsNotSetAside(DomainError):
    """The theme is not set aside."""


class UntitledTheme(DomainError):
    """A theme needs a title."""
