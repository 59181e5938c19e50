"""Facts about the activities of the communications plan: planned, moved, done, dropped."""

from collections.abc import Iterable

from ..domain.areas import Area
from ..domain.communications import Activity, Channel
from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.op_eds import OpEd
from ..domain.past import happened
from ..domain.people import Person
from ..domain.target_groups import TargetGroup
from ..domain.themes import Theme
from ..store.unit_of_work import UnitOfWork
from .keys import next_key
from .naming import Classes, require_known
from .op_eds import start_op_ed

_NAMED: Classes = {"theme": Theme, "area": Area, "responsible": Person}


class StillToCome(DomainError):
    """{on} is still to come: say that {activity} is done when it is."""


class WhyNotNeeded(DomainError):
    """Say in a few words why it will not be done, so that nobody asks again."""


def suggest_activity(
    work: UnitOfWork,
    *,
    title: str,
    key: str | None = None,
    theme: str | None = None,
    area: str | None = None,
    responsible: str | None = None,
    about: str = "",
    source: str = "",
) -> Activity:
    """Something that somebody thinks the council should weigh. Raises Unknown."""
    named = {"theme": theme, "area": area, "responsible": responsible}
    require_known(work, _NAMED, named)
    activity = Activity.suggest(
        key or next_key(work, Activity, f"A{work.today.year}"),
        title,
        about=about,
        theme=theme or None,
        area=area or None,
        responsible=responsible,
        source=source,
    )
    work.add(activity)
    return activity


def plan_activity(
    work: UnitOfWork,
    *,
    title: str,
    channel: Channel | None,
    target_groups: Iterable[str],
    wanted_effect: str,
    activity: str | None = None,
    key: str | None = None,
    message: str = "",
    when: Edtf | None = None,
    theme: str | None = None,
    area: str | None = None,
    responsible: str | None = None,
    op_ed: str | None = None,
    about: str = "",
    source: str = "",
) -> Activity:
    """Plan a suggestion, or something new where no `activity` is named.

    One in the channel of op-eds becomes the `op_ed` that is named, or a new idea for one. Raises
    ChannelNeeded, TargetGroupNeeded, WantedEffectNeeded, PlannedAlready and Unknown.
    """
    if activity is None:
        found = suggest_activity(work, title=title, key=key, about=about, source=source)
    else:
        found = work.get(Activity, activity)
    named = {"theme": theme, "area": area, "responsible": responsible}
    require_known(work, _NAMED, named, found)
    found.plan(
        title=title,
        channel=channel,
        target_groups=_known_groups(work, target_groups),
        message=message,
        wanted_effect=wanted_effect,
        when=when,
        theme=theme or None,
        area=area or None,
        responsible=responsible,
    )
    _take_op_ed(work, found, op_ed)
    return found


def _take_op_ed(work: UnitOfWork, activity: Activity, op_ed: str | None) -> None:
    if activity.channel is not Channel.OP_ED:
        return
    if op_ed:
        activity.become(work.known(OpEd, op_ed))
    elif activity.op_ed is None:
        started = start_op_ed(
            work, title=activity.title, area=activity.area, responsible=activity.responsible
        )
        activity.become(started.key)


def _known_groups(work: UnitOfWork, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(work.known(TargetGroup, each) for each in dict.fromkeys(keys))


def unplan_activity(work: UnitOfWork, *, activity: str) -> Activity:
    """It was planned by mistake and is weighed again; its op-ed stays. Raises NotPlanned."""
    found = work.get(Activity, activity)
    found.unplan()
    return found


def move_activity(work: UnitOfWork, *, activity: str, when: Edtf | None) -> Activity:
    """Another date, or none yet. Raises NotPlanned."""
    found = work.get(Activity, activity)
    found.move(when)
    return found


def finish_activity(
    work: UnitOfWork, *, activity: str, on: Edtf | None = None, outcome: str = ""
) -> Activity:
    """It was done, today where no date is given; `outcome` says how it went.

    Raises NotPlanned, and StillToCome for a date that has not begun.
    """
    found, on = work.get(Activity, activity), on or Edtf.on(work.today)
    happened(on, work.today, StillToCome, activity=activity)
    found.finish(on, " ".join(outcome.split()))
    return found


def drop_activity(work: UnitOfWork, *, activity: str, why: str) -> Activity:
    """It will not be done. Raises NotOpen, and WhyNotNeeded without a reason."""
    found = work.get(Activity, activity)
    if not why.strip():
        raise WhyNotNeeded
    found.drop(" ".join(why.split()))
    return found


def reopen_activity(work: UnitOfWork, *, activity: str) -> Activity:
    """Take up again what was done or dropped. Raises StillOpen."""
    found = work.get(Activity, activity)
    found.reopen()
    return found


def correct_activity(work: UnitOfWork, *, activity: str, **values: object) -> Activity:
    """Put right what was registered. Raises Unknown and what a planned activity then would lack."""
    found = work.get(Activity, activity)
    require_known(work, _NAMED, values, found)
    groups = values.get("target_groups")
    if isinstance(groups, list | tuple):
        values["target_groups"] = _known_groups(work, groups)
    found.correct(**values)
    return found
