"""The dated facts of the communications plan and of the media.

Target groups, and what outlets take, have always been known; a spokesperson speaks from the first
day in the council, and an activity is known when what it comes from is.
"""

from collections.abc import Iterator
from functools import partial

from ..commands import communications, media, target_groups
from ..domain.communications import Activity, ActivityStatus
from ..store.unit_of_work import UnitOfWork
from .fact import BEGINNING, Enter, Fact
from .known_days import KnownDays
from .register.communication_rows import (
    ActivityRow,
    CoverageRow,
    OutletRow,
    SpeakerRow,
    TargetGroupRow,
)
from .register.reader import Register
from .register.sheets import SHEETS
from .row_keys import row_name


def communication_facts(register: Register, days: KnownDays) -> Iterator[Fact]:
    """Every fact of these sheets; `days` tells when all the others enter."""
    for group in register.rows("target_groups", TargetGroupRow):
        yield from _target_group(group)
    for activity in register.rows("activities", ActivityRow):
        yield from _activity(activity, days)
    for outlet in register.rows("outlets", OutletRow):
        yield _outlet(outlet)
    for coverage in register.rows("coverage", CoverageRow):
        yield _coverage(coverage, days)
    begins = {each.key: each.from_ for each in register.people if each.from_}
    for speaker in register.rows("speakers", SpeakerRow):
        enter: Enter = partial(
            media.name_speaker, person=speaker.person, theme=speaker.theme, area=speaker.area
        )
        day = days.after("speakers", speaker, begins.get(speaker.person, BEGINNING))
        name = row_name(SHEETS["speakers"], speaker.cells)
        yield Fact(day, 17, "speakers", name, speaker, enter)


def _target_group(row: TargetGroupRow) -> Iterator[Fact]:
    enter: Enter = partial(
        target_groups.register_target_group, key=row.key, name=row.name, source=row.source
    )
    yield Fact(BEGINNING, 2, "target_groups", row.key, row, enter)
    if row.retired:
        enter = partial(target_groups.retire_target_group, target_group=row.key)
        yield Fact(BEGINNING, 3, "target_groups", row.key, row, enter)


def _activity(row: ActivityRow, days: KnownDays) -> Iterator[Fact]:
    known = row.known.last if row.known else row.suggested_on or BEGINNING
    day = days.after("activities", row, known)
    yield Fact(
        day, 15, "activities", row.key, row, partial(_begin, row=row), assumed=known == BEGINNING
    )
    if row.status in (ActivityStatus.DONE, ActivityStatus.DROPPED):
        day = max(day, row.done_on.last if row.done_on else day)
        yield Fact(day, 16, "activities", row.key, row, partial(close_activity, row=row))


def _begin(work: UnitOfWork, *, row: ActivityRow) -> None:
    """Enter an activity as it was before it was done or dropped."""
    whole = row.channel is not None and row.target_groups and row.wanted_effect
    found = Activity.suggest(
        row.key,
        row.title,
        about=row.about,
        on=row.suggested_on,
        theme=row.theme,
        area=row.area,
        responsible=row.responsible,
        source=row.source,
    )
    found.change({name: getattr(row, name) for name in SAID})
    work.add(found)
    if whole and row.status is not ActivityStatus.SUGGESTED:
        found.plan()
    if row.op_ed:
        found.become(row.op_ed)


SAID = ("channel", "target_groups", "message", "wanted_effect", "when")
"""What a suggestion need not say yet, and what is planned says."""


def close_activity(work: UnitOfWork, *, row: ActivityRow) -> None:
    """Say that it was done, or will not be; that its op-ed was published may have said so."""
    found = work.get(Activity, row.key)
    if row.status is ActivityStatus.DROPPED:
        communications.drop_activity(work, activity=row.key, why=row.why_not)
    elif found.status is ActivityStatus.DONE:
        found.correct(done_on=row.done_on, outcome=row.outcome)
    else:
        communications.finish_activity(work, activity=row.key, on=row.done_on, outcome=row.outcome)


def _outlet(row: OutletRow) -> Fact:
    enter: Enter = partial(
        media.describe_outlet,
        outlet=row.organisation,
        longest=row.longest,
        lead_days=row.lead_days,
        submit_to=row.submit_to,
        note=row.note,
    )
    return Fact(BEGINNING, 4, "outlets", row.organisation, row, enter)


def _coverage(row: CoverageRow, days: KnownDays) -> Fact:
    enter: Enter = partial(
        media.record_coverage,
        key=row.key,
        title=row.title,
        on=row.on,
        sort=row.sort,
        outlet=row.outlet,
        url=row.url,
        op_ed=row.op_ed,
        theme=row.theme,
        letter=row.letter,
        speaker=row.speaker,
        note=row.note,
    )
    day = days.note("coverage", row.key, days.after("coverage", row, row.on.last))
    return Fact(day, 16, "coverage", row.key, row, enter)
