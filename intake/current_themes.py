"""What themes, stakeholders and communications would say as rows of the register.

A row's cells are whole, apart from when it was known, which no object keeps.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import select

from ..commands.qualification import form_of
from ..commands.stances import has_answered
from ..domain.communications import Activity
from ..domain.contacts import ContactFunction
from ..domain.entity import Entity
from ..domain.kinds import Kind
from ..domain.letters import Letter
from ..domain.measures import Measure
from ..domain.media import Coverage, Outlet, Speaker
from ..domain.notes import Note
from ..domain.points import Point
from ..domain.promises import Promise
from ..domain.stakeholders import Stakeholder, Stance, key_of, newest_of
from ..domain.target_groups import TargetGroup
from ..domain.themes import Decision, Outcome, Theme
from ..store.belonging_tables import belonging_by_hand
from ..store.unit_of_work import UnitOfWork
from .facts_of_points import point_cells
from .register.cells import written

Cells = dict[str, str]

CLASSES: Mapping[str, type[Entity]] = {
    "themes": Theme,
    "measures": Measure,
    "contacts": ContactFunction,
    "notes": Note,
    "promises": Promise,
    "target_groups": TargetGroup,
    "activities": Activity,
    "outlets": Outlet,
    "coverage": Coverage,
    "points": Point,
}
"""The class behind each of these sheets whose rows are objects of their own."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "themes": ("title", "area", "plan", "goal", "responsible", "source"),
    "measures": (
        *("theme", "title", "owner", "responsible", "status", "follow_up", "done_on", "why"),
        *("note", "source"),
    ),
    "contacts": ("organisation", "function", "purpose", "name", "email", "themes"),
    "notes": ("organisation", "theme", "on", "by", "text"),
    "promises": (
        *("organisation", "theme", "given", "what", "by_when", "status", "kept_on", "said_in"),
        *("responsible", "note"),
    ),
    "target_groups": ("name", "retired", "source"),
    "activities": (
        *("title", "channel", "target_groups", "message", "wanted_effect", "theme", "area"),
        *("responsible", "when", "status", "done_on", "outcome", "why_not", "about", "op_ed"),
        *("suggested_on", "source"),
    ),
    "outlets": ("longest", "lead_days", "submit_to", "note"),
    "coverage": (
        *("title", "on", "sort", "outlet", "url", "op_ed", "theme", "letter", "speaker", "note"),
    ),
}
"""The columns that are called as the object calls what stands in them."""

OF_A_STAKEHOLDER = ("role", "responsibility", "influence", "interest", "known_by", "why")
OF_A_DECISION = ("point", "outcome", "on", "by", "meeting", "case", "note")


def object_cells(sheet: str, found: Entity) -> Cells:
    """What an object of such a sheet would say, apart from its key."""
    if isinstance(found, Point):
        return point_cells(found)
    cells = {name: written(getattr(found, name)) for name in COLUMNS[sheet]}
    if isinstance(found, Theme):
        stopped = any(each.outcome is Outcome.STOP for each in found.standing)
        aside = "yes" if found.set_aside else "no" if stopped else ""
        cells |= {"stage": written(found.told), "set_aside": aside}
    return cells


def decision_cells(theme: str, found: Decision) -> Cells:
    return {"theme": theme} | {name: written(getattr(found, name)) for name in OF_A_DECISION}


def stakeholder_cells(found: Stakeholder, stance: Stance | None) -> Cells:
    """The row that tells one of its stances; of a stakeholder without any, the only one."""
    source = stance.source if stance else found.source
    cells = {"theme": found.theme, "organisation": found.organisation, "source": source}
    cells |= {name: written(getattr(found, name)) for name in OF_A_STAKEHOLDER}
    cells["removed"] = "yes" if found.removed else ""
    told = {"stance": "", "as_of": "", "evidence": ""}
    if stance:
        told = {name: written(getattr(stance, name)) for name in told}
    return cells | told


def stance_on(found: Stakeholder, as_of: str) -> Stance | None:
    """The stance of that date (EDTF) that counts, of several the one recorded last."""
    return newest_of(each for each in found.stances if each.as_of.text == as_of)


def cells_now(work: UnitOfWork, sheet: str, before: Mapping[str, str]) -> Cells:
    """What the thing behind a row without a key says now; empty where it cannot be told."""
    match sheet:
        case "decisions":
            return _decision_now(work, before)
        case "stakeholders":
            return _stakeholder_now(work, before)
        case "forms":
            form = form_of(work, before["theme"])
            answers = form.answers if form else {}
            return {
                "text": next(
                    (text for each, text in answers.items() if each == before["field"]), ""
                )
            }
        case "theme_things":
            row = belonging_by_hand.c
            kind, _, key = before["thing"].partition(":")
            said = work.session.scalar(
                select(row.belongs).where(
                    row.theme == before["theme"], row.kind == kind, row.key == key
                )
            )
            return {} if said is None else {"belongs": written(said)}
    return {}


def _decision_now(work: UnitOfWork, before: Mapping[str, str]) -> Cells:
    theme = work.get(Theme, before["theme"])
    found = decision_on(theme, before)
    return decision_cells(theme.key, found) if found else {"outcome": "withdrawn"}


def decision_on(theme: Theme, before: Mapping[str, str]) -> Decision | None:
    """The decision that such a row told, unless it was withdrawn."""
    told = (before["point"], before["outcome"], before["on"])
    for each in theme.standing:
        if (each.point, each.outcome, each.on.text) == told:
            return each
    return None


def _stakeholder_now(work: UnitOfWork, before: Mapping[str, str]) -> Cells:
    found = work.find(Stakeholder, key_of(before["theme"], before["organisation"]))
    if found is None:
        # Its stance was recorded with whoever had taken over from it by then.
        return {}
    stance = stance_on(found, before["as_of"])
    cells = stakeholder_cells(found, stance)
    if before["as_of"] and stance is None:
        said = (*OF_A_STAKEHOLDER, "removed")
        cells = {name: cells[name] for name in said} | {"stance": "withdrawn"}
    # Where a further row leaves open what the first one says, nobody has changed it.
    return {
        name: text
        for name, text in cells.items()
        if before.get(name) or name not in OF_A_STAKEHOLDER
    }


def _with_standing_evidence(work: UnitOfWork, cells: Cells) -> Cells:
    """The row without an answer as its evidence that was withdrawn since."""
    sort, _, key = cells["evidence"].partition(":")
    letter = work.look(Letter, key) if sort == Kind.LETTER else None
    if letter is not None:
        today = work.succession.on(cells["organisation"], work.today)
        if not has_answered(letter, work.succession.line(today)):
            return cells | {"evidence": ""}
    return cells


def rows_without_key(work: UnitOfWork) -> Iterator[tuple[str, Cells]]:
    """Every row, with its sheet, that no object of its own stands behind."""
    for theme in work.all(Theme):
        for decision in theme.standing:
            yield "decisions", decision_cells(theme.key, decision)
        form = form_of(work, theme.key)
        for field, text in (form.answers if form else {}).items():
            yield "forms", {"theme": theme.key, "field": field.value, "text": text}
    for stakeholder in work.all(Stakeholder):
        dates = {each.as_of.text for each in stakeholder.stances if not each.withdrawn}
        for as_of in sorted(dates) or [""]:
            cells = stakeholder_cells(stakeholder, stance_on(stakeholder, as_of))
            yield "stakeholders", _with_standing_evidence(work, cells)
    for row in work.session.execute(select(belonging_by_hand)):
        thing = f"{row.kind}:{row.key}"
        yield "theme_things", {"theme": row.theme, "thing": thing, "belongs": written(row.belongs)}
    # Who has left the council speaks for it no more, and could not be named again.
    active = {person.key for person in work.people if person.active_on(work.today)}
    for speaker in work.all(Speaker):
        if not speaker.ended and speaker.person in active:
            yield (
                "speakers",
                {name: written(getattr(speaker, name)) for name in ("person", "theme", "area")},
            )
