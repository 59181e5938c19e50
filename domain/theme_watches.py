"""What the clock keeps an eye on around a theme: its rest, its stakeholders, measures, promises.

Stakeholders are watched through their theme, so that those whose day has come are named together:
owners for their silence, owners and the interested for a stance that is old.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from .dates import Edtf
from .events import (
    Event,
    MeasureDue,
    PromiseDue,
    StakeholderGoneQuiet,
    StanceStale,
    ThemeIdle,
)
from .events.theme_bells import STANCE
from .events.themes import IDLE
from .kinds import Kind
from .ladders import Rung
from .measures import Measure
from .parties import Party
from .promises import Promise
from .stakeholders import StakeholderRole, Stance, StanceValue
from .themes import Theme
from .watch import Watch

RESTING, QUIET, STALE = "theme_idle", "stakeholder_quiet", "stance_stale"
"""The ladders under which a theme and its stakeholders are watched."""

ASKED = (StakeholderRole.OWNER, StakeholderRole.INTERESTED)
"""Whose stance is worth asking about again."""


def of_theme(theme: Theme, stakeholders: Iterable[Party]) -> list[Watch]:
    """The watches of a theme: its rest, and then those of the stakeholders that are told."""
    key, touched = f"{theme.key}{IDLE}", Edtf.on(theme.touched)
    own = Watch(Kind.THEME, key, theme.key, RESTING, touched, theme.touches)
    return [own, *(watch for each in stakeholders for watch in _of_stakeholder(each))]


def _of_stakeholder(party: Party) -> Iterator[Watch]:
    """Whoever has taken over from another is watched with all that is known of both."""
    kind, own = Kind.STAKEHOLDER, party.own
    if is_listened_for(party) and party.silent_since is not None:
        version = sum(each.hearings for each in party.rows)
        yield Watch(kind, own.key, own.theme, QUIET, Edtf.on(party.silent_since), version)
    stance = stance_to_renew(party)
    if stance is not None:
        version = sum(each.stance_version for each in party.rows)
        yield Watch(kind, f"{own.key}{STANCE}", own.theme, STALE, stance.as_of, version)


def is_listened_for(party: Party) -> bool:
    """Whether its silence is worth a word: an owner's is."""
    return party.role is StakeholderRole.OWNER and not party.removed


def stance_to_renew(party: Party) -> Stance | None:
    """The stance that grows old; what is not known does not."""
    stance = party.stance
    if party.removed or party.role not in ASKED or stance is None:
        return None
    return None if stance.stance is StanceValue.UNKNOWN else stance


def of_measure(measure: Measure) -> list[Watch]:
    """The day on which it is to be followed up, while it is open."""
    if measure.due is None:
        return []
    key = measure.key
    return [Watch(Kind.MEASURE, key, key, "measure", measure.due, measure.version)]


def of_promise(promise: Promise) -> list[Watch]:
    """The last day by which it is to be kept: until then nobody is late."""
    if promise.due is None:
        return []
    key, last = promise.key, Edtf.on(promise.due.last)
    return [Watch(Kind.PROMISE, key, key, "promised", last, promise.version)]


def _theme(rung: Rung, watches: Sequence[Watch]) -> Event:
    watch = watches[0]
    return ThemeIdle(watch.group, rung.name, watch.anchor.day, (watch.version,))


def _stakeholder(rung: Rung, watches: Sequence[Watch]) -> Event:
    theme = watches[0].group
    who = tuple(each.key.split("/")[1] for each in watches)
    oldest = min((each.anchor for each in watches), key=Edtf.sort_key)
    versions = tuple(each.version for each in watches)
    if watches[0].ladder == STALE:
        return StanceStale(theme, who, rung.name, oldest, versions)
    return StakeholderGoneQuiet(theme, who, rung.name, oldest.day, versions)


def _measure(rung: Rung, watches: Sequence[Watch]) -> Event:
    watch = watches[0]
    return MeasureDue(watch.key, rung.name, watch.anchor, (watch.version,))


def _promise(rung: Rung, watches: Sequence[Watch]) -> Event:
    watch = watches[0]
    return PromiseDue(watch.key, rung.name, watch.anchor, (watch.version,))


BELLS: Mapping[Kind, Callable[[Rung, Sequence[Watch]], Event]] = {
    Kind.THEME: _theme,
    Kind.STAKEHOLDER: _stakeholder,
    Kind.MEASURE: _measure,
    Kind.PROMISE: _promise,
}
