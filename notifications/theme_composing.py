"""From what the clock tells of themes to the words of the mail; None where nothing is left to tell.

The state is asked again: nothing is told of a theme that moved, an owner who was heard from or with
whom a meeting is planned, a stakeholder taken off the list, a measure or promise that is closed.
"""

from collections.abc import Callable
from urllib.parse import quote

from ..commands.stakeholders import stakeholders_of
from ..commands.watching import met_on, watches_of
from ..domain.events.theme_bells import STANCE
from ..domain.measures import Measure
from ..domain.parties import Party
from ..domain.promises import Promise
from ..domain.themes import Theme
from ..domain.watch import Watch
from . import theme_contexts as contexts
from .desk import Desk


def theme_idle(desk: Desk) -> contexts.ThemeIdleMail | None:
    theme = desk.thing(Theme)
    if not desk.still_watched(theme):
        return None
    return contexts.ThemeIdleMail(
        **desk.reader(theme.responsible),
        title=theme.title,
        url=_page(desk, "themes", theme.key),
        last_touched=theme.touched,
    )


def owners_quiet(desk: Desk) -> contexts.QuietMail | None:
    theme = desk.thing(Theme)
    lines = _lines(desk, theme, lambda each: not _meets(desk, each))
    if not lines:
        return None
    return contexts.QuietMail(
        **desk.reader(theme.responsible),
        title=theme.title,
        url=f"{desk.base_url}/themes/quiet?theme={quote(theme.key, safe='')}"
        if desk.reads_all
        else _page(desk, "themes", theme.key),
        stakeholders=lines,
        to_theme=not desk.reads_all,
    )


def _meets(desk: Desk, watch: Watch) -> bool:
    """Whether a meeting is planned that will break the silence."""
    return met_on(desk.work, watch.ladder, watch.key, desk.today) is not None


def stances_old(desk: Desk) -> contexts.StanceMail | None:
    theme = desk.thing(Theme)
    lines = _lines(desk, theme, lambda _watch: True)
    if not lines:
        return None
    url = _page(desk, "themes", theme.key)
    if len(lines) == 1 and desk.records:
        url = f"{url}/stakeholders/{quote(lines[0].row.partition('/')[2], safe='')}/stance"
    return contexts.StanceMail(
        **desk.reader(theme.responsible),
        title=theme.title,
        url=url,
        stakeholders=lines,
        to_theme=not desk.records,
    )


def _lines(
    desk: Desk, theme: Theme, told: Callable[[Watch], bool]
) -> tuple[contexts.StakeholderLine, ...]:
    """Those of whom it still holds, by who answers today."""
    wanted = desk.still_watched(theme)
    watches = [each for each in watches_of(desk.work, theme) if each.key in wanted and told(each)]
    parties = {each.own.key: each for each in stakeholders_of(desk.work, theme.key)}
    return tuple(_line(parties[_row_of(each)], each) for each in watches)


def _row_of(watch: Watch) -> str:
    return watch.key.removesuffix(STANCE)


def _line(party: Party, watch: Watch) -> contexts.StakeholderLine:
    return contexts.StakeholderLine(
        key=party.organisation,
        row=party.own.key,
        since=watch.anchor,
        never=party.heard is None,
    )


def measure_due(desk: Desk) -> contexts.MeasureMail | None:
    measure = desk.thing(Measure)
    if not desk.still_watched(measure) or measure.due is None:
        return None
    theme = desk.work.view(Theme, measure.theme)
    return contexts.MeasureMail(
        **desk.reader(measure.responsible),
        title=measure.title,
        url=_page(desk, "measures", measure.key),
        due=measure.due,
        working_days_left=desk.work.calendar.count(desk.today, measure.due.first),
        theme=theme.title,
        owner=_today(desk, measure.owner) if measure.owner else "",
    )


def promise_due(desk: Desk) -> contexts.PromiseMail | None:
    promise = desk.thing(Promise)
    if not desk.still_watched(promise) or promise.due is None:
        return None
    theme = desk.work.look(Theme, promise.theme) if promise.theme else None
    return contexts.PromiseMail(
        **desk.reader(promise.responsible),
        title=promise.title,
        url=_page(desk, "promises", promise.key),
        due=promise.due,
        promised_by=_today(desk, promise.organisation),
        given=promise.given,
        theme=theme.title if theme else "",
    )


def _today(desk: Desk, organisation: str) -> str:
    """The name of who answers for it today."""
    return desk.name_of(desk.work.succession.on(organisation, desk.today))


def _page(desk: Desk, folder: str, key: str) -> str:
    return f"{desk.base_url}/{folder}/{quote(key, safe='')}"
