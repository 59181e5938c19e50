"""The timeline of an organisation or a theme on its own page, and whole on a page of timelines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...domain.organisations import Organisation
from ...domain.themes import Theme
from ...store import timelines
from ...store.timelines import Entry
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf
from ...wording.language import Language
from ...wording.periods import days
from ..facts import Fact, known
from ..names import Names
from .lines import Line, TimelineLines, Year

SHOWN = 30
"""How many lines of what has been stand on the page of an organisation or a theme."""
WHOLE = 60
"""How many stand on a page of the whole timeline."""
AHEAD = 20
"""How much of what comes is shown; nobody has planned more."""
QUIET = 30
"""After so many days without a word one says that somebody is silent."""


@dataclass(frozen=True)
class Timeline:
    """What comes, the next first; what has been, by years; and what follows from both.

    `older` is the place from which the rest goes on, empty where nothing is left out; `told` are
    the last contact and the next that is planned, `silence` since when we have not heard of them.
    """

    coming: Sequence[Line]
    years: Sequence[Year]
    older: str = ""
    told: Sequence[Fact] = ()
    silence: str = ""

    @property
    def empty(self) -> bool:
        return not self.coming and not self.years


def of_organisation(
    found: Organisation, work: UnitOfWork, names: Names, lang: Language
) -> Timeline:
    """Everything between us and the organisation, and those that it took over from."""
    line = work.succession.line(found.key)
    past = timelines.timeline(work, line, limit=SHOWN + 1)
    ahead = timelines.coming(work, line, limit=AHEAD)
    lines = TimelineLines(work, names, lang, of=found.key)
    last, planned = timelines.last_contact(work, line), timelines.next_planned(work, line)
    told = [*_said(lang.text("Last contact"), last, lines, lang)]
    told += _said(lang.text("Next planned"), planned, lines, lang)
    heard = timelines.heard_of(work, line)
    return _made(past, ahead, lines, SHOWN, told=told, silence=_silence(heard, work.today, lang))


def of_theme(found: Theme, work: UnitOfWork, names: Names, lang: Language) -> Timeline:
    """Everything that belongs to the theme."""
    past = timelines.timeline_of_theme(work, found.key, limit=SHOWN + 1)
    ahead = timelines.coming_in_theme(work, found.key, limit=AHEAD)
    lines = TimelineLines(work, names, lang, theme=found.key)
    last = next((each for each in past if each.counts and not each.planned), None)
    told = [*_said(lang.text("Last contact"), last, lines, lang)]
    told += _said(lang.text("Next planned"), next(iter(ahead), None), lines, lang)
    return _made(past, ahead, lines, SHOWN, told=told)


def whole_of_organisation(
    found: Organisation, before: str, work: UnitOfWork, names: Names, lang: Language
) -> Timeline:
    """A page of it, `before` that place; what comes stands on the first."""
    line = work.succession.line(found.key)
    past = timelines.timeline(work, line, limit=WHOLE + 1, before=before)
    ahead = [] if before else timelines.coming(work, line, limit=WHOLE)
    return _made(past, ahead, TimelineLines(work, names, lang, of=found.key), WHOLE)


def whole_of_theme(
    found: Theme, before: str, work: UnitOfWork, names: Names, lang: Language
) -> Timeline:
    """A page of it, `before` that place; what comes stands on the first."""
    past = timelines.timeline_of_theme(work, found.key, limit=WHOLE + 1, before=before)
    ahead = [] if before else timelines.coming_in_theme(work, found.key, limit=WHOLE)
    return _made(past, ahead, TimelineLines(work, names, lang, theme=found.key), WHOLE)


def _made(
    past: Sequence[Entry],
    ahead: Sequence[Entry],
    lines: TimelineLines,
    most: int,
    *,
    told: Sequence[Fact] = (),
    silence: str = "",
) -> Timeline:
    shown = past[:most]
    lines.bring([*ahead, *shown])
    older = shown[-1].place if len(past) > most else ""
    return Timeline(lines.lines(ahead), lines.years(shown), older, told, silence)


def _said(label: str, entry: Entry | None, lines: TimelineLines, lang: Language) -> list[Fact]:
    if entry is None:
        return []
    point = lines.point(entry)
    return known(Fact(label, f"{edtf(entry.on, lang)}: {point.title}", point.href or None))


def _silence(heard: date | None, today: date, lang: Language) -> str:
    """Since when they are silent; empty where we have just heard of them, or never."""
    if heard is None or (today - heard).days < QUIET:
        return ""
    since = lang.text("Silent since {day}", day=day_in_full(heard, lang))
    return f"{since} · {days((today - heard).days, lang)}"
