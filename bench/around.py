"""The organisations and the themes around which the contacts of `contacts` take place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from tilsvar.domain.communications import Activity, Channel
from tilsvar.domain.contacts import ContactFunction
from tilsvar.domain.dates import Edtf
from tilsvar.domain.entity import Entity
from tilsvar.domain.measures import Measure
from tilsvar.domain.media import MEDIA, Outlet
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.stages import Stage
from tilsvar.domain.stakeholders import Level, Stakeholder, StakeholderRole, StanceValue
from tilsvar.domain.themes import Theme

from .places import NOW

TODAY = NOW.date()
DEPARTMENTS = ("HOD", "KD", "NFD", "KDD", "HDIR", "FHI", "KS", "NFR")
KNOWN_THEME = "T-KOMMUNELOFT"
SYLLABLES = ("hel", "sam", "for", "ny", "tek", "data", "lov", "klin", "reg", "fag")
TOPICS = ["".join(each) for each in product(SYLLABLES, repeat=3)]
KINDS = ("directorate", "university", "interest_organisation", "hospital_enterprise", "cluster")
MEDIA_AMONG = 20
"""One organisation in so many is a newspaper."""
STAKEHOLDERS, OWNERS = 10, 3
"""How many each theme has, and how many of them own a part of it."""
MEASURES = 3
QUIET = 20
"""The stakeholders of so many themes are silent, in a register of any size."""
COMING = 20
"""So many activities are planned or suggested, in a register of any size."""


@dataclass(frozen=True)
class Size:
    """How much lies beside the council's own; `contacts` are lines on organisations' timelines."""

    organisations: int
    themes: int
    contacts: int

    def whom(self, number: int) -> str:
        """Every third is one of the eight to whom the council writes most."""
        if number % 3 == 0:
            return DEPARTMENTS[number // 3 % len(DEPARTMENTS)]
        return f"ORG{number * 7 % self.organisations}"

    def theme(self, number: int) -> str:
        """The council's own theme, or one of the others."""
        at = number % (self.themes + 1)
        return f"TEMA{at}" if at < self.themes else KNOWN_THEME


def around(size: Size) -> Iterator[Entity]:
    """Everything but what was between the council and others."""
    for number in range(size.organisations):
        yield from _organisation(number)
    for number in range(size.themes):
        yield from _theme(size, number)
    for number in range(COMING):
        yield _activity(size, number)
    for number in range(2 * size.themes):
        yield _done(size, number)


def _organisation(number: int) -> Iterator[Entity]:
    key, in_press = f"ORG{number}", number % MEDIA_AMONG == 0
    kind = MEDIA if in_press else KINDS[number % len(KINDS)]
    name = f"{'Avisen' if in_press else 'Senter for'} {TOPICS[number % len(TOPICS)]} {number}"
    yield Organisation.register(key, name, kind, email=f"post@{key.lower()}.example")
    if in_press:
        yield Outlet(key, longest=5000, lead_days=7)
    yield ContactFunction.add(
        f"K-{key}", key, "Fagdirektør", "Svarer for temaet", email=f"fag@{key.lower()}.example"
    )


def _theme(size: Size, number: int) -> Iterator[Entity]:
    key, stage = f"TEMA{number}", list(Stage)[number % len(Stage)]
    title = f"Et løft for {TOPICS[number % len(TOPICS)]}"
    touched = TODAY - timedelta(days=number % 60)
    yield Theme.register(key, title, touched, stage=stage, plan="Handlingsplan 2022–2024")
    whom = {size.whom(number * STAKEHOLDERS + each): each for each in range(STAKEHOLDERS)}
    for organisation, place in whom.items():
        role = StakeholderRole.OWNER if place < OWNERS else StakeholderRole.INTERESTED
        found = Stakeholder.of(
            key,
            organisation,
            role,
            influence=list(Level)[place % len(Level)],
            interest=list(Level)[number % len(Level)],
        )
        found.heard = TODAY - timedelta(days=250 if number < QUIET else number % 150)
        for year in range(2022 - place % 2, 2023):
            stance = list(StanceValue)[(year + place) % len(StanceValue)]
            found.take_stance(stance, Edtf.on(date(year, 9, 1)), TODAY)
        yield found
    for each in range(MEASURES):
        measure = Measure.plan(f"{key}/{each}", key, f"Tiltak {each}", owner=size.whom(number))
        measure.done(Edtf.on(date(2022, 6, 1)))
        yield measure


def _activity(size: Size, number: int) -> Activity:
    """One to come; every other one waits to be weighed."""
    activity = Activity.suggest(f"AK{number}", f"Innlegg {number}", theme=size.theme(number))
    if number % 2:
        _plan(activity, TODAY + timedelta(days=number + 1))
    return activity


def _done(size: Size, number: int) -> Activity:
    """One of earlier years."""
    activity = Activity.suggest(f"AD{number}", f"Innlegg om {number}", theme=size.theme(number))
    on = date(2022, 12, 1) - timedelta(days=number * 7 % 2500)
    _plan(activity, on)
    activity.finish(Edtf.on(on))
    return activity


def _plan(activity: Activity, on: date) -> None:
    activity.plan(
        channel=Channel.POST,
        target_groups=("STORTINGET",),
        wanted_effect="Vet hva rådet mener",
        when=Edtf.on(on),
    )
