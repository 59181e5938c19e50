"""A changed row about a theme, a stakeholder or communications puts right what it tells of."""

from collections.abc import Callable, Mapping

from ..commands import (
    belonging,
    communications,
    contacts,
    measures,
    media,
    notes,
    promises,
    qualification,
    stakeholders,
    target_groups,
    themes,
)
from ..domain.communications import Activity, ActivityStatus
from ..domain.errors import DomainError
from ..domain.events import StakeholderCorrected
from ..domain.kinds import Kind
from ..domain.measures import Measure, MeasureStatus
from ..domain.promises import Promise, PromiseStatus
from ..domain.stakeholders import Stakeholder, key_of
from ..domain.target_groups import TargetGroup
from ..domain.themes import Theme
from ..store.unit_of_work import UnitOfWork
from .current_themes import COLUMNS, decision_on, stance_on
from .facts_of_communications import close_activity
from .facts_of_points import correct_point
from .facts_of_stakeholders import close_promise, put_on_or_off, record_stance
from .facts_of_themes import bring_measure, decide, put_where_it_lies
from .register.communication_rows import ActivityRow, CoverageRow, OutletRow, TargetGroupRow
from .register.rows import Row
from .register.theme_checks import SAID_ONCE
from .register.theme_rows import (
    BelongingRow,
    ContactRow,
    DecisionRow,
    FormRow,
    MeasureRow,
    NoteRow,
    PromiseRow,
    StakeholderRow,
    ThemeRow,
)

Before = Mapping[str, str]
CORRECTED = "corrected"


class LaterDecision(DomainError):
    """A later decision in {point} stands: put this one right here, not in the register."""


def _changed(sheet: str, row: Row, before: Before) -> dict[str, object]:
    """What the row says otherwise than it did, of what its object calls as the column does."""
    return {
        name: getattr(row, name)
        for name in COLUMNS[sheet]
        if row.cells[name] != before.get(name, "")
    }


def _theme(work: UnitOfWork, row: ThemeRow, before: Before) -> None:
    values = _changed("themes", row, before)
    if row.cells["stage"] != before["stage"]:
        values["stage"] = row.stage
    themes.correct_theme(work, theme=row.key, **values)
    put_where_it_lies(work, row=row)


def _decision(work: UnitOfWork, row: DecisionRow, before: Before) -> None:
    """A wrong decision is withdrawn and the right one recorded; the history shows both."""
    theme = work.get(Theme, row.theme)
    in_point = [each for each in theme.standing if each.point is row.point]
    if in_point and in_point[-1] is not decision_on(theme, before):
        raise LaterDecision(point=row.point)
    themes.withdraw_decision(work, theme=row.theme, point=row.point, why=CORRECTED)
    decide(work, row=row)


def _form(work: UnitOfWork, row: FormRow, _before: Before) -> None:
    qualification.revise_form(work, theme=row.theme, answers={row.field: row.text})


def _measure(work: UnitOfWork, row: MeasureRow, before: Before) -> None:
    values = _changed("measures", row, before)
    status = values.pop("status", None)
    found = work.get(Measure, row.key)
    if status and not found.open:
        measures.reopen_measure(work, measure=row.key)
    if status:
        for closing in ("done_on", "why"):
            values.pop(closing, None)
    measures.correct_measure(work, measure=row.key, **values)
    if status is MeasureStatus.PLANNED:
        found.correct(status=status)
    elif status:
        bring_measure(work, row=row)


def _stakeholder(work: UnitOfWork, row: StakeholderRow, before: Before) -> None:
    key = key_of(row.theme, row.organisation)
    said = {
        name: getattr(row, name) for name in SAID_ONCE if row.cells[name] != before.get(name, "")
    }
    if row.role is None:
        said.pop("role", None)
    stakeholders.correct_stakeholder(work, stakeholder=key, **said)
    found = work.get(Stakeholder, key)
    if row.cells["removed"] != before.get("removed", ""):
        put_on_or_off(work, row=row)
    if found.removed and row.why:
        found.correct(why=row.why)
    stance = stance_on(found, row.cells["as_of"])
    if stance is None:
        if row.source != found.source and not row.stance:
            found.correct(source=row.source)
        return
    if stance.stance is not row.stance:
        found.withdraw_stance(stance.number, CORRECTED)
        record_stance(work, row=row)
    elif (stance.source, stance.evidence) != (row.source, row.evidence):
        stance.source, stance.evidence = row.source, row.evidence
        found.record(StakeholderCorrected(key, row.organisation, ("source",)))


def _belonging(work: UnitOfWork, row: BelongingRow, _before: Before) -> None:
    kind, _, key = row.thing.partition(":")
    belonging.settle_belonging(work, theme=row.theme, kind=Kind(kind), key=key, belongs=row.belongs)


def _contact(work: UnitOfWork, row: ContactRow, before: Before) -> None:
    contacts.correct_contact(work, contact=row.key, **_changed("contacts", row, before))


def _note(work: UnitOfWork, row: NoteRow, before: Before) -> None:
    values = _changed("notes", row, before)
    if "by" in values:
        values["by"] = row.by or work.by
    notes.correct_note(work, note=row.key, **values)


def _promise(work: UnitOfWork, row: PromiseRow, before: Before) -> None:
    values = _changed("promises", row, before)
    status = values.pop("status", None)
    kept_on = values.pop("kept_on", None)
    if (status or kept_on) and work.get(Promise, row.key).status is not PromiseStatus.OPEN:
        promises.reopen_promise(work, promise=row.key)
    promises.correct_promise(work, promise=row.key, **values)
    if status or kept_on:
        close_promise(work, row=row)


def _target_group(work: UnitOfWork, row: TargetGroupRow, _before: Before) -> None:
    found = work.get(TargetGroup, row.key)
    found.correct(name=row.name, source=row.source)
    if row.retired and not found.retired:
        target_groups.retire_target_group(work, target_group=row.key)
    elif found.retired and not row.retired:
        target_groups.take_up_target_group(work, target_group=row.key)


def _activity(work: UnitOfWork, row: ActivityRow, before: Before) -> None:
    values = _changed("activities", row, before)
    found = work.get(Activity, row.key)
    status = values.pop("status", None)
    if status and not found.open:
        communications.reopen_activity(work, activity=row.key)
    if status:
        for closing in ("done_on", "outcome", "why_not"):
            values.pop(closing, None)
    communications.correct_activity(work, activity=row.key, **values)
    if status is ActivityStatus.SUGGESTED and found.status is ActivityStatus.PLANNED:
        found.unplan()
    planned = status in (ActivityStatus.PLANNED, ActivityStatus.DONE)
    if planned and found.status is ActivityStatus.SUGGESTED:
        found.plan()
    if status in (ActivityStatus.DONE, ActivityStatus.DROPPED):
        close_activity(work, row=row)


def _outlet(work: UnitOfWork, row: OutletRow, _before: Before) -> None:
    media.describe_outlet(
        work,
        outlet=row.organisation,
        longest=row.longest,
        lead_days=row.lead_days,
        submit_to=row.submit_to,
        note=row.note,
    )


def _coverage(work: UnitOfWork, row: CoverageRow, before: Before) -> None:
    media.correct_coverage(work, coverage=row.key, **_changed("coverage", row, before))


def _speaker(_work: UnitOfWork, _row: Row, _before: Before) -> None:
    """All that such a row says tells it from the others: another one is a new one."""


CORRECTIONS: Mapping[str, Callable[..., None]] = {
    "themes": _theme,
    "decisions": _decision,
    "forms": _form,
    "measures": _measure,
    "stakeholders": _stakeholder,
    "theme_things": _belonging,
    "contacts": _contact,
    "notes": _note,
    "promises": _promise,
    "target_groups": _target_group,
    "activities": _activity,
    "outlets": _outlet,
    "coverage": _coverage,
    "speakers": _speaker,
    "points": correct_point,
}
