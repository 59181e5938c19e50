"""The communications plan as a list, with its views and filters."""

from dataclasses import replace

from ...domain.communications import Activity, ActivityStatus
from ...domain.dates import Edtf
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.lists import joined
from ..links import address
from ..lists.listing import Entry, ListShape
from ..names import Names
from .facts import standing_of
from .words import channel_word

ACTIVITIES = ListShape(
    "/communications",
    (N_("When"), N_("Title"), N_("For whom"), N_("Status")),
    {
        "planned": N_("Planned"),
        "suggested": N_("Suggestions"),
        "done": N_("Was done"),
        "dropped": N_("Given up"),
        "all": N_("All"),
    },
    {
        "group": N_("Target group"),
        "theme": N_("Theme"),
        "channel": N_("Channel"),
        "responsible": N_("Responsible"),
        "year": N_("Year"),
    },
)


def activity_entry(found: Activity, work: UnitOfWork, names: Names, lang: Language) -> Entry:
    on, standing = when_of(found), standing_of(found, work, lang)
    groups = tuple((key, names.target_group(key)) for key in found.target_groups)
    channel, theme = channel_word(found.channel, lang), names.theme(found.theme)
    year, responsible = str(on.last.year) if on else "", found.responsible or ""
    return Entry(
        address(found),
        found.title,
        " · ".join(filter(None, (channel, theme or names.area(found.area)))),
        on,
        joined([name for _, name in groups], lang),
        replace(standing, after="" if on and found.open else standing.after),
        frozenset({found.status.value}),
        {
            "theme": (found.theme or "", theme),
            "channel": (found.channel.value if found.channel else "", channel),
            "responsible": (responsible, names.people.get(responsible, responsible)),
            "year": (year, year),
        },
        f"{found.key} {found.message} {found.wanted_effect} {found.outcome} {found.why_not}",
        {"group": groups},
    )


def when_of(found: Activity) -> Edtf | None:
    """When it takes or took place; for what has no date yet, the day on which it was suggested."""
    if found.took_place or found.status is ActivityStatus.PLANNED:
        return found.took_place
    return Edtf.on(found.suggested_on) if found.suggested_on else None


def in_order(every: list[Activity]) -> list[Activity]:
    """The newest first, and before them what has no date yet."""
    dated = [each for each in every if when_of(each)]
    without = [each for each in every if not when_of(each)]
    dated.sort(key=lambda each: (_sorted(when_of(each)), each.key), reverse=True)
    return [*without, *dated]


def _sorted(on: Edtf | None) -> object:
    return on.sort_key() if on else ()
