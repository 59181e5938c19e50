"""What the council does with an activity of its communications plan, from a suggestion on."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select

from ...commands.communications import (
    StillToCome,
    correct_activity,
    drop_activity,
    finish_activity,
    move_activity,
    plan_activity,
    reopen_activity,
    unplan_activity,
)
from ...domain.communications import (
    Activity,
    ActivityStatus,
    Channel,
    ChannelNeeded,
    TargetGroupNeeded,
    WantedEffectNeeded,
)
from ...domain.consultations import Consultation
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind, OpEdStatus
from ...domain.letters import Letter
from ...domain.meetings import Meeting
from ...domain.op_eds import OpEd
from ...domain.sentences import N_
from ...store import tables
from ...store.unit_of_work import UnitOfWork, Unknown
from ...wording.language import Language
from ..communications.words import CHANNELS
from ..names import Names
from .activity_forms import (
    DroppedActivity,
    FinishedActivity,
    MovedActivity,
    NewActivity,
    Outcome,
    PlannedActivity,
)
from .deed import Deed, Undo, Values, Widget
from .fields import areas, people, themes

COMES_FROM = {Kind.LETTER: Letter, Kind.CONSULTATION: Consultation, Kind.MEETING: Meeting}
"""What an activity may be about, as the address of its form says: `?about=letter:L2022-06`."""

AT: Mapping[type[TilsvarError], str] = {
    ChannelNeeded: "channel",
    TargetGroupNeeded: "target_groups",
    WantedEffectNeeded: "wanted_effect",
}


def _channels(_work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    return [("", lang.text("Not chosen")), *((c.value, lang.text(w)) for c, w in CHANNELS.items())]


def _groups(found: Any, names: Names, _lang: Language) -> list[tuple[str, str]]:
    """Those in use, and those that it is for already."""
    chosen = found.target_groups if isinstance(found, Activity) else ()
    every = names.target_groups.values()
    return [(each.key, each.name) for each in every if not each.retired or each.key in chosen]


def _op_eds(work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    """A new idea, or one that is not published yet, the last worked on first."""
    row = tables.op_ed.c
    query = select(OpEd).where(row.status != OpEdStatus.PUBLISHED)
    unpublished = work.session.scalars(query.order_by(row.touched.desc(), row.key)).unique()
    started = [(each.key, each.title) for each in unpublished]
    return [("", lang.text("A new idea for an op-ed")), *started]


PLAN = (
    Widget("title"),
    Widget("channel", "select", options=_channels),
    Widget("target_groups", "checks", own=_groups),
    Widget("wanted_effect", "text"),
    Widget("message", "text", N_("In one or two sentences; may be left out"), required=False),
    Widget(
        "when",
        "date",
        N_("Such as 3 February 2023, May 2023, spring 2023 or 2023; may be left out"),
        required=False,
    ),
    Widget("responsible", "select", options=people),
    Widget("theme", "select", options=themes),
    Widget("area", "select", options=areas),
)
OP_ED = Widget("op_ed", "select", N_("Only where the channel is an op-ed"), options=_op_eds)


def _values(typed: PlannedActivity) -> dict[str, Any]:
    values = dict(typed)
    values["channel"] = Channel(typed.channel)
    values["target_groups"] = tuple(typed.target_groups)
    return values


def _new(work: UnitOfWork, _key: str, typed: Any) -> str:
    kind, _, key = typed.about.partition(":")
    if typed.about and kind not in set(COMES_FROM):
        raise Unknown(what=kind, key=typed.about)
    if typed.about:
        work.known(COMES_FROM[Kind(kind)], key)
    return plan_activity(work, **_values(typed)).key


def _plan(work: UnitOfWork, key: str, typed: Any) -> str:
    return plan_activity(work, activity=key, **_values(typed)).key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    values = _values(typed)
    for apart in ("when", "op_ed"):
        del values[apart]
    return correct_activity(work, activity=key, **values).key


def _move(work: UnitOfWork, key: str, typed: Any) -> str:
    return move_activity(work, activity=key, when=typed.when).key


def _finish(work: UnitOfWork, key: str, typed: Any) -> str:
    return finish_activity(work, activity=key, on=typed.on, outcome=typed.outcome).key


def _outcome(work: UnitOfWork, key: str, typed: Any) -> str:
    return correct_activity(work, activity=key, outcome=" ".join(typed.outcome.split())).key


def _drop(work: UnitOfWork, key: str, typed: Any) -> str:
    return drop_activity(work, activity=key, why=typed.why).key


def _reopen(work: UnitOfWork, key: str, _typed: Any) -> str:
    return reopen_activity(work, activity=key).key


def _unplan(work: UnitOfWork, key: str, _typed: Any) -> str:
    return unplan_activity(work, activity=key).key


def _known(found: Activity) -> Values:
    return {
        "title": found.title,
        "channel": found.channel.value if found.channel else "",
        "target_groups": list(found.target_groups),
        "wanted_effect": found.wanted_effect,
        "message": found.message,
        "when": found.when.text if found.when else "",
        "responsible": found.responsible or "",
        "theme": found.theme or "",
        "area": found.area or "",
        "op_ed": found.op_ed or "",
    }


def _proposing(channel: Channel | None) -> Callable[[Any, UnitOfWork], Values]:
    def proposed(found: Any, _work: UnitOfWork) -> Values:
        return _known(found) | ({"channel": channel.value} if channel else {})

    return proposed


def _is(*those: ActivityStatus) -> Callable[[Any], bool]:
    return lambda found: found.status in those


SUGGESTED = _is(ActivityStatus.SUGGESTED)
PLANNED = _is(ActivityStatus.PLANNED)
DONE = _is(ActivityStatus.DONE)


def _planning(name: str, title: str, channel: Channel | None) -> Deed:
    return Deed(
        name,
        title,
        N_("The activity is planned."),
        _plan,
        PlannedActivity,
        (*PLAN, OP_ED) if channel is not Channel.POST else PLAN,
        proposed=_proposing(channel),
        possible=SUGGESTED,
        next=(lambda _found: True) if channel is Channel.OP_ED else (lambda _found: False),
        undo=Undo("unplan"),
        at=AT,
    )


NEW_ACTIVITY = Deed(
    "new",
    N_("Plan an activity"),
    N_("The activity is planned."),
    _new,
    NewActivity,
    (*PLAN, OP_ED, Widget("about", "hidden", required=False)),
    at=AT,
)
ACTIVITY_DEEDS = {
    each.name: each
    for each in (
        _planning("plan-op-ed", N_("Plan as an op-ed"), Channel.OP_ED),
        _planning("plan-post", N_("Plan as a post"), Channel.POST),
        _planning("plan", N_("Plan in another channel"), None),
        Deed(
            "decline",
            N_("Not this time"),
            N_("The suggestion is dropped."),
            _drop,
            DroppedActivity,
            (Widget("why"),),
            possible=SUGGESTED,
            undo=Undo("reopen"),
            at="why",
        ),
        Deed(
            "done",
            N_("Record as done"),
            N_("The activity is recorded as done."),
            _finish,
            FinishedActivity,
            (
                Widget("on", "date", N_("Leave it empty for today"), required=False),
                Widget("outcome", "text", required=False),
            ),
            possible=PLANNED,
            next=PLANNED,
            undo=Undo("reopen"),
            at={StillToCome: "on"},
        ),
        Deed(
            "move",
            N_("Move to another time"),
            N_("The activity has another time."),
            _move,
            MovedActivity,
            (Widget("when", "date", N_("Leave it empty where no time is set"), required=False),),
            proposed=lambda found, _work: {"when": found.when.text if found.when else ""},
            possible=PLANNED,
            undo=Undo("move", "when", lambda found: found.when.text if found.when else ""),
            at="when",
        ),
        Deed(
            "outcome",
            N_("Say how it went"),
            N_("How it went is recorded."),
            _outcome,
            Outcome,
            (Widget("outcome", "text", required=False),),
            proposed=lambda found, _work: {"outcome": found.outcome},
            possible=DONE,
        ),
        Deed(
            "drop",
            N_("Drop the activity"),
            N_("The activity is dropped."),
            _drop,
            DroppedActivity,
            (Widget("why"),),
            possible=PLANNED,
            undo=Undo("reopen"),
            at="why",
        ),
        Deed(
            "reopen",
            N_("Take it up again"),
            N_("The activity is taken up again."),
            _reopen,
            possible=_is(ActivityStatus.DONE, ActivityStatus.DROPPED),
        ),
        Deed(
            "correct",
            N_("Correct what is registered"),
            N_("What was registered is corrected."),
            _correct,
            PlannedActivity,
            tuple(each for each in PLAN if each.name != "when"),
            proposed=_proposing(None),
            possible=_is(ActivityStatus.PLANNED, ActivityStatus.DONE),
            at=AT,
        ),
        Deed(
            "unplan",
            N_("Undo"),
            N_("The activity is a suggestion again."),
            _unplan,
            possible=PLANNED,
            quiet=True,
        ),
    )
}
