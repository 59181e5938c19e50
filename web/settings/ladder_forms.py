"""A ladder as a form: one row for each reminder, read into rungs and made of rungs again.

A row without a side of the date is none at all, so that a reminder is taken away by choosing that.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache
from math import ceil
from typing import Any, Literal

from pydantic import Field, create_model

from ...domain.errors import TilsvarError
from ...domain.ladder_text import MOST
from ...domain.ladders import Channel, Rung
from ...domain.sentences import N_
from ...wording.language import Language
from ..forms import CHOOSE, Filled, Form, Mistake, Typed, blank, check, field
from .rungs_told import in_order

ROWS = 20
"""The form has so many rows, or a multiple of them where a ladder has more rungs."""

MOST_ROWS = 10 * ROWS
"""More than all the fields that a form may have, so that a ladder is kept whole or refused."""

SPARE = 1
"""Empty rows below those that are used; to look at what it means brings another."""

NONE = ""
SIDES = {
    NONE: N_("No reminder"),
    "before": N_("Before the date"),
    "on": N_("On the day"),
    "after": N_("After the date"),
}
SIDES_OF_END = {
    "before_end": N_("Before the last day"),
    "on_end": N_("On the last day"),
    "after_end": N_("After the last day"),
}
UNITS = {"d": N_("days"), "wd": N_("working days")}

LONG = 4  # digits: more than any number of a row has
COLUMNS = ("side", "days", "unit", "to", "also", "channel")

Side = Literal["", "before", "on", "after", "before_end", "on_end", "after_end"]


class NotANumberOfDays(TilsvarError):
    """Write how many days, a whole number from 1 to {most}."""


class SameDayTwice(TilsvarError):
    """Another reminder comes that day already: give each day once, with everybody."""


class NobodyReminded(TilsvarError):
    """Choose who is reminded."""


class LadderForm(Form):
    """What stands besides the rows; `act` is the button."""

    act: Literal["save", "preview", "reset"] = field(N_("What to do"), default="save")


def _row(number: int) -> dict[str, Any]:
    text = (str, Field(default="", title=N_("How many"), max_length=20))
    return {
        f"side_{number}": (Side, Field(default="", title=N_("When"))),
        f"days_{number}": text,
        f"unit_{number}": (Literal["d", "wd"], Field(default="d", title=N_("Counted in"))),
        f"to_{number}": (list[str], Field(default=[], title=N_("Who"), max_length=50)),
        f"also_{number}": (str, Field(default="", title=N_("Somebody else"), max_length=80)),
        f"channel_{number}": (
            Literal["digest", "at once", "calendar"],
            Field(default="digest", title=N_("How")),
        ),
    }


@cache
def _with_rows(rows: int) -> type[LadderForm]:
    """The form with so many rows, whose fields are known at run time only."""
    fields = {name: made for number in range(1, rows + 1) for name, made in _row(number).items()}
    return create_model("LadderRows", __base__=LadderForm, **fields)


def _rows_for(used: int) -> int:
    """How many rows a form has in which so many are used, and the spare one."""
    return min(MOST_ROWS, ROWS * max(1, ceil((used + SPARE) / ROWS)))


def _rows_in(typed: Typed) -> int:
    """How many rows the form had that was sent."""
    numbers = [name.removeprefix("side_") for name in typed if name.startswith("side_")]
    sent = [int(each) for each in numbers if each.isascii() and each.isdigit() and len(each) < LONG]
    return _rows_for(max(sent, default=0))


def filled_with(rungs: tuple[Rung, ...], lang: Language) -> Filled[LadderForm]:
    """The form as a ladder stands."""
    values: dict[str, str | list[str]] = {}
    for number, rung in enumerate(in_order(rungs), 1):
        side = "on" if not rung.days else ("before" if rung.days < 0 else "after")
        values |= {
            f"side_{number}": f"{side}_end" if rung.from_end else side,
            f"days_{number}": str(abs(rung.days)) if rung.days else "",
            f"unit_{number}": "wd" if rung.working else "d",
            f"to_{number}": list(rung.to),
            f"channel_{number}": rung.channel.value,
        }
    return blank(_with_rows(_rows_for(len(rungs))), lang, **values)


def read_ladder(
    typed: Typed, known: Collection[str], lang: Language
) -> tuple[Filled[LadderForm], tuple[Rung, ...]]:
    """The form with its mistakes, and the rungs where there are none.

    `known` are the roles and the keys of people who may be reminded.
    """
    rows = _rows_in(typed)
    form = check(_with_rows(rows), typed, lang)
    content, rungs = form.content, list[Rung]()
    for number in range(1, rows + 1) if content else ():
        row = {name: getattr(content, f"{name}_{number}") for name in COLUMNS}
        form = _read_row(form, number, row, known, rungs)
    return replace(form, mistakes=tuple(_numbered(each, lang) for each in form.mistakes)), (
        () if form.mistakes else tuple(rungs)
    )


def used_rows(form: Filled[LadderForm]) -> int:
    """How many rows are shown: those that are used or wrong, and some to fill."""
    rows = _rows_in(form.typed)
    wrong = {each.name for each in form.mistakes}
    used = [
        number
        for number in range(1, rows + 1)
        if form.value(f"side_{number}") or any(name in wrong for name in _row(number))
    ]
    return min(rows, max(used, default=0) + SPARE)


def _read_row(
    form: Filled[LadderForm],
    number: int,
    row: Mapping[str, Any],
    known: Collection[str],
    rungs: list[Rung],
) -> Filled[LadderForm]:
    """Add the row's rung to those before it, or its mistakes to the form."""
    if row["side"] == NONE:
        return form
    who = tuple(dict.fromkeys(filter(None, [*row["to"], row["also"]])))
    days = _days(row["side"], row["days"])
    if days is None:
        return form.refused(NotANumberOfDays(most=MOST), f"days_{number}")
    if not who:
        return form.refused(NobodyReminded(), f"to_{number}")
    if not set(who) <= set(known):
        strange = Mistake(f"to_{number}", "", form.lang.text(CHOOSE))
        return replace(form, mistakes=(*form.mistakes, strange))
    channel, from_end = Channel(row["channel"]), row["side"].endswith("_end")
    rung = Rung(days, row["unit"] == "wd", who, channel, from_end)
    if any(each.name == rung.name for each in rungs):
        return form.refused(SameDayTwice(), f"side_{number}")
    rungs.append(rung)
    return form


def _days(side: str, text: str) -> int | None:
    """So many before (negative) or after the date, None where it is no number of days."""
    if side.startswith("on"):
        return 0
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= number <= MOST:
        return None
    return -number if side.startswith("before") else number


def _numbered(mistake: Mistake, lang: Language) -> Mistake:
    """The same, said of the reminder that its field belongs to."""
    number = mistake.name.rpartition("_")[2]
    if not number.isdigit():
        return mistake
    return replace(mistake, label=lang.text("Reminder {n}", n=number))
