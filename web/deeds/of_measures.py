"""What the council does with a measure of a theme: follow it up, until it is done or given up."""

from typing import Any

from ...commands.measures import (
    begin_measure,
    correct_measure,
    drop_measure,
    finish_measure,
    follow_up_measure,
    reopen_measure,
)
from ...domain.dates import Edtf
from ...domain.measures import Measure, MeasureStatus
from ...domain.past import StillAhead
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ..forms import Form, Line, Text, When, field
from .deed import Deed, MaybeWhen, Undo, Values, Widget
from .fields import organisation_or_none, people
from .theme_forms import Because, PlannedMeasure


class FollowedUp(Form):
    note: Text = field(N_("How far it has come"), default="")
    again: When = field(N_("Next follow-up"))


class Finished(Form):
    on: MaybeWhen = field(N_("Carried out"), default=None)


class PutBack(Form):
    was: Line = field(N_("Status"), pattern=r"^(planned|under_way) .*$")


def _follow_up(work: UnitOfWork, key: str, typed: Any) -> str:
    return follow_up_measure(work, measure=key, again=typed.again, note=typed.note).key


def _begin(work: UnitOfWork, key: str, _typed: Any) -> str:
    return begin_measure(work, measure=key).key


def _finish(work: UnitOfWork, key: str, typed: Any) -> str:
    return finish_measure(work, measure=key, on=typed.on).key


def _drop(work: UnitOfWork, key: str, typed: Any) -> str:
    return drop_measure(work, measure=key, why=typed.why).key


def _reopen(work: UnitOfWork, key: str, _typed: Any) -> str:
    return reopen_measure(work, measure=key).key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    return correct_measure(work, measure=key, **dict(typed)).key


def _restore(work: UnitOfWork, key: str, typed: Any) -> str:
    """A follow-up was recorded by mistake: it stands as before."""
    status, _, day = typed.was.partition(" ")
    return correct_measure(
        work,
        measure=key,
        status=MeasureStatus(status),
        follow_up=Edtf(day) if day != "-" else None,
    ).key


def _as_it_was(found: Measure) -> str:
    return f"{found.status} {found.follow_up or '-'}"


def _facts(found: Measure, _work: UnitOfWork) -> Values:
    return {
        "title": found.title,
        "owner": found.owner or "",
        "responsible": found.responsible or "",
        "follow_up": found.follow_up.text if found.follow_up else "",
        "note": found.note,
        "source": found.source,
    }


def _open(found: Measure) -> bool:
    return found.open


BACK = Undo("restore", "was", _as_it_was)
OWNER = (
    Widget("owner", "select", options=organisation_or_none),
    Widget("responsible", "select", options=people),
)

MEASURE_DEEDS = {
    each.name: each
    for each in (
        Deed(
            "follow-up",
            N_("Follow up"),
            N_("The measure is followed up, and the next day is set."),
            _follow_up,
            FollowedUp,
            (
                Widget("note", "text", required=False),
                Widget("again", "date", N_("Such as 1 May 2023 or spring 2023")),
            ),
            proposed=lambda found, _work: {"note": found.note},
            possible=_open,
            next=_open,
            undo=BACK,
        ),
        Deed(
            "begin",
            N_("It is under way"),
            N_("The measure is under way."),
            _begin,
            possible=lambda found: found.status is MeasureStatus.PLANNED,
            undo=BACK,
        ),
        Deed(
            "done",
            N_("It is carried out"),
            N_("The measure is recorded as carried out."),
            _finish,
            Finished,
            (Widget("on", "date", N_("Leave it empty for today"), required=False),),
            possible=_open,
            undo=Undo("reopen"),
            at={StillAhead: "on"},
        ),
        Deed(
            "drop",
            N_("Give the measure up"),
            N_("The measure is given up."),
            _drop,
            Because,
            (Widget("why"),),
            possible=_open,
            undo=Undo("reopen"),
        ),
        Deed(
            "reopen",
            N_("Open it again"),
            N_("The measure is open again."),
            _reopen,
            possible=lambda found: not found.open,
        ),
        Deed(
            "correct",
            N_("Correct what is registered"),
            N_("What was registered is corrected."),
            _correct,
            PlannedMeasure,
            (
                Widget("title"),
                *OWNER,
                Widget("follow_up", "date", required=False),
                Widget("note", "text", required=False),
                Widget("source", required=False),
            ),
            proposed=_facts,
        ),
        Deed(
            "restore",
            N_("Undo"),
            N_("The step is undone; the history shows both."),
            _restore,
            PutBack,
            possible=_open,
            quiet=True,
        ),
    )
}
