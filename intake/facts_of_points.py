"""The dated facts about the points that letters raised.

A point is known when its letter is, and what became of it on the last day on which that was seen.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from ..commands import points
from ..domain.points import Judgement, Point, Uptake
from ..store.unit_of_work import UnitOfWork
from .fact import Fact
from .known_days import KnownDays
from .register.point_rows import JudgementRow, PointRow
from .register.reader import Register
from .register.sheets import SHEETS
from .row_keys import row_name

Cells = dict[str, str]

JUDGED = ("uptake", "place", "seen")


def point_facts(register: Register, days: KnownDays) -> Iterator[Fact]:
    """Every fact of the sheet, in its order; `days` tells when the letters enter."""
    for step, row in enumerate(register.rows("points", PointRow)):
        enter = partial(points.raise_point, key=row.key, letter=row.letter, text=row.text)
        day = days.note("points", row.key, days.after("points", row))
        yield Fact(day, 14, "points", row.key, row, enter, step=step)
        if row.uptake is not Uptake.UNKNOWN and row.seen is not None:
            seen = max(day, row.seen.last)
            yield Fact(seen, 15, "points", row.key, row, partial(judge, row=row))

    for earlier in register.rows("judgements", JudgementRow):
        seen = days.after("judgements", earlier, earlier.seen.last)
        name = row_name(SHEETS["judgements"], earlier.cells)
        yield Fact(seen, 15, "judgements", name, earlier, partial(judge_earlier, row=earlier))


def judge(work: UnitOfWork, *, row: PointRow) -> None:
    points.judge_point(work, point=row.key, uptake=row.uptake, where=row.place, on=row.seen)


def judge_earlier(work: UnitOfWork, *, row: JudgementRow) -> None:
    points.judge_point(work, point=row.point, uptake=row.uptake, where=row.place, on=row.seen)


def correct_judgement(work: UnitOfWork, row: JudgementRow, _before: Mapping[str, str]) -> None:
    """Of two of the same date the one that is said last counts."""
    judge_earlier(work, row=row)


def correct_point(work: UnitOfWork, row: PointRow, before: dict[str, str]) -> None:
    """Put the words right; a wrong judgement is withdrawn and the right one recorded."""
    if row.text != before.get("text", ""):
        points.correct_point(work, point=row.key, text=row.text)
    if all(row.cells[name] == before.get(name, "") for name in JUDGED):
        return
    found = work.get(Point, row.key)
    wrong = found.judged()
    if wrong is not None:
        points.withdraw_judgement(work, point=row.key)
    if row.uptake is not Uptake.UNKNOWN:
        judge(work, row=row)
    elif wrong is not None and found.judged() is not None:
        points.judge_point(work, point=row.key, uptake=Uptake.UNKNOWN, on=wrong.on)


def point_cells(found: Point) -> dict[str, str]:
    """What the row of a point would say, apart from its key."""
    judged = found.judged()
    cells = {"letter": found.letter, "text": found.text, "uptake": found.uptake.value}
    if judged is None or judged.uptake is Uptake.UNKNOWN:
        return cells | {"place": "", "seen": ""}
    return cells | {"place": judged.where, "seen": judged.on.text}


def judgement_rows(work: UnitOfWork) -> Iterator[tuple[str, Cells]]:
    """What counted on some day, and is not what the row of the point itself tells."""
    for found in work.all(Point):
        if found.withdrawn:
            continue
        now = found.judged()
        for each in _counted(found):
            if each is not now or each.uptake is Uptake.UNKNOWN:
                told = {"point": found.key, "seen": each.on.text}
                yield "judgements", told | _of(each)


def judgement_now(work: UnitOfWork, before: Mapping[str, str]) -> Cells:
    seen = (each for each in _counted(work.get(Point, before["point"])))
    told = next((each for each in seen if each.on.text == before["seen"]), None)
    return _of(told) if told else {"uptake": "withdrawn"}


def _counted(found: Point) -> list[Judgement]:
    """Of each last day on which something was seen, what was said last, the oldest day first."""
    ends = sorted({each.on.last for each in found.judgements if not each.withdrawn})
    return [judged for end in ends if (judged := found.judged(end))]


def _of(judged: Judgement) -> Cells:
    return {"uptake": judged.uptake.value, "place": judged.where}
