"""The entries of the navigation, and how much waits behind those of the registers."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from ..domain.consultations import CLOSED
from ..domain.kinds import OpEdStatus
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language


@dataclass(frozen=True)
class Tab:
    """One entry of the navigation; `count` says how many things wait there, none where zero."""

    name: str
    href: str
    label: str
    count: int = 0
    counted: str = ""


def tabs_of_registers(work: UnitOfWork | None, lang: Language) -> tuple[Tab, ...]:
    """Consultations without an outcome, and op-eds that are drafts."""
    consultations = op_eds = 0
    if work is not None:
        call, op_ed = tables.consultation.c.status, tables.op_ed.c.status
        consultations = _count(work, call.not_in(CLOSED))
        op_eds = _count(work, op_ed == OpEdStatus.DRAFT)
    return (
        Tab(
            "consultations",
            "/consultations",
            lang.text("Consultations"),
            consultations,
            lang.text("without an outcome"),
        ),
        Tab("op-eds", "/op-eds", lang.text("Op-eds"), op_eds, lang.text("drafts")),
    )


def _count(work: UnitOfWork, those: ColumnElement[bool]) -> int:
    return work.session.scalar(select(func.count()).where(those)) or 0
