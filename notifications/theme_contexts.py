"""What the mails about themes are told: of a theme's rest, its stakeholders, measures, promises."""

from dataclasses import dataclass
from datetime import date

from ..domain.dates import Edtf
from .contexts import DatedMail, Mail
from .transport import Unbuildable


@dataclass(frozen=True, kw_only=True)
class ThemeIdleMail(Mail):
    """A theme in which nothing has happened since `last_touched`."""

    last_touched: date

    @property
    def idle_days(self) -> int:
        return (self.today - self.last_touched).days


@dataclass(frozen=True, kw_only=True)
class StakeholderLine:
    """A stakeholder of a theme by the `key` of who answers today, and since when that counts.

    `row` is the key under which it stands on the theme's list, its own or a predecessor's. `never`
    says that nothing has ever come from it.
    """

    key: str
    row: str
    since: Edtf
    never: bool = False


@dataclass(frozen=True, kw_only=True)
class StakeholdersMail(Mail):
    """What concerns several stakeholders of one theme, each with its own date.

    `to_theme` says that the link leads to the theme's own page, for who may open no other.
    """

    stakeholders: tuple[StakeholderLine, ...]
    to_theme: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.stakeholders:
            raise Unbuildable(reason=f"no stakeholder of {self.key} is to be told of")

    @property
    def oldest(self) -> Edtf:
        return min((each.since for each in self.stakeholders), key=Edtf.sort_key)


@dataclass(frozen=True, kw_only=True)
class QuietMail(StakeholdersMail):
    """Owners of a theme from whom nothing has come since those days."""


@dataclass(frozen=True, kw_only=True)
class StanceMail(StakeholdersMail):
    """Stakeholders whose stance is from those dates."""


@dataclass(frozen=True, kw_only=True)
class MeasureMail(DatedMail):
    """A measure to follow up: in the theme called `theme`, carried out by `owner`, if anybody."""

    theme: str
    owner: str

    @property
    def is_our_own(self) -> bool:
        return True


@dataclass(frozen=True, kw_only=True)
class PromiseMail(DatedMail):
    """A promise that `promised_by` gave the council on a date, about the theme called `theme`.

    Either name may be empty.
    """

    promised_by: str
    given: Edtf
    theme: str
