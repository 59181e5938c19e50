"""What needs a person about themes: those that lie still, their measures, owners and promises."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, String, not_, or_, select, type_coerce

from ...commands.watching import worked_on
from ...domain.dates import Edtf
from ...domain.events.theme_bells import STANCE
from ...domain.events.themes import IDLE
from ...domain.kinds import Kind
from ...domain.measures import OPEN
from ...domain.notes import beginning
from ...domain.promises import PromiseStatus
from ...domain.sentences import N_
from ...domain.stakeholders import StakeholderRole
from ...domain.theme_watches import RESTING
from ...reports.old_stances import old_stances
from ...reports.silence import met_soon, silences
from ...store.note_tables import promise
from ...store.theme_tables import measure, theme
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf
from ...wording.language import Language
from ...wording.numbers import Gender, capitalised, counted
from ..links import address_of
from ..names import Names
from .need_lines import Item, Need, need
from .put_off import held


def still_themes(work: UnitOfWork, lang: Language) -> Need | None:
    """The themes in which nothing has happened for longer than the ladder says."""
    patience = min((each.days for each in work.ladders.ladder(RESTING).rungs), default=90)
    row, later = theme.c, held(work, work.today)
    still = row.touched < work.today - timedelta(days=patience)
    query = select(row.key, row.title, row.touched).where(worked_on(work), still)
    items = [
        Item(
            each.title,
            _page(Kind.THEME, each.key),
            lang.text("Last movement {day}", day=day_in_full(each.touched, lang)),
            each.title,
            f"{each.key}{IDLE}",
        )
        for each in work.session.execute(query.order_by(row.touched, row.key))
        if f"{each.key}{IDLE}" not in later
    ]
    n = len(items)
    sentence = lang.plural(
        "{count} theme has been without movement for more than {days} days.",
        "{count} themes have been without movement for more than {days} days.",
        n,
        count=_count(n, lang, "neuter"),
        days=patience,
    )
    action = lang.plural("See the theme", "See the themes", n)
    return need("themes", items, sentence, action, lang)


def measures_to_follow_up(work: UnitOfWork, lang: Language) -> Need | None:
    """The open measures whose day has come; of an imprecise date its first."""
    row, later = measure.c, held(work, work.today)
    query = (
        select(row.key, row.title, row.follow_up, theme.c.title.label("theme"))
        .join(theme, theme.c.key == row.theme)
        .where(row.status.in_(OPEN), not_(theme.c.set_aside), _may_be_by(row.follow_up, work.today))
    )
    due = [
        each
        for each in work.session.execute(query)
        if each.follow_up.first <= work.today and each.key not in later
    ]
    due.sort(key=lambda each: (each.follow_up.sort_key(), each.key))
    items = []
    for each in due:
        when = edtf(each.follow_up, lang)
        detail = lang.text("{theme}, to be followed up {when}", theme=each.theme, when=when)
        href = f"{_page(Kind.MEASURE, each.key)}/follow-up"
        items.append(Item(each.title, href, detail, each.title, each.key))
    n = len(items)
    sentence = lang.plural(
        "{count} measure is to be followed up.",
        "{count} measures are to be followed up.",
        n,
        count=_count(n, lang, "neuter"),
    )
    action = _action(N_("Follow up"), N_("See the measures"), n, lang)
    return need("measures", items, sentence, action, lang)


def quiet_owners(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    """The owners that have been silent for long, and whom no planned meeting brings here."""
    found, later = silences(work, role=StakeholderRole.OWNER), held(work, work.today)
    heard = [each for each in found if each.heard is not None and each.key not in later]
    met = met_soon(work) if heard else set()
    items = []
    for each in heard:
        if each.organisation in met or each.heard is None:
            continue
        who, day = names.label(each.organisation), day_in_full(each.heard, lang)
        since = lang.text("{who} since {day}", who=who, day=day)
        href = _page(Kind.STAKEHOLDER, f"{each.theme}/{each.organisation}")
        items.append(Item(each.title, href, since, since, each.key))
    n = len(items)
    sentence = lang.plural(
        "{count} owner has gone quiet.",
        "{count} owners have gone quiet.",
        n,
        count=_count(n, lang, "common"),
    )
    action = lang.text("See who has gone quiet")
    return need("owners", items, sentence, action, lang, href="/themes/quiet")


def stances_to_renew(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    """The stances that are so old that one should ask again."""
    items, later = [], held(work, work.today)
    for each in old_stances(work):
        key = f"{each.key}{STANCE}"
        if key not in later:
            who = names.label(each.organisation)
            said = lang.text("{who}, {when}", who=who, when=edtf(each.as_of, lang))
            href = f"{_page(Kind.STAKEHOLDER, f'{each.theme}/{each.organisation}')}/stance"
            items.append(Item(each.title, href, said, said, key))
    n = len(items)
    sentence = lang.plural(
        "{count} stance is so old that it is time to ask again.",
        "{count} stances are so old that it is time to ask again.",
        n,
        count=_count(n, lang, "feminine"),
    )
    action = _action(N_("Record the stance"), N_("See the stances"), n, lang)
    return need("stances", items, sentence, action, lang)


def promises_passed(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    """The promises whose last day is over, and of which nobody has said how it went."""
    row, later = promise.c, held(work, work.today)
    query = select(row.key, row.organisation, row.what, row.by_when).where(
        row.status == PromiseStatus.OPEN, not_(row.withdrawn), _may_be_by(row.by_when, work.today)
    )
    passed = [
        each
        for each in work.session.execute(query)
        if each.by_when.last < work.today and each.key not in later
    ]
    passed.sort(key=lambda each: (each.by_when.sort_key(), each.key))
    items = []
    for each in passed:
        who = names.label(work.succession.on(each.organisation, work.today))
        day = day_in_full(each.by_when.last, lang)
        detail = lang.text("{who}, by {day}", who=who, day=day)
        title = beginning(each.what)
        items.append(Item(title, _page(Kind.PROMISE, each.key), detail, detail, each.key))
    n = len(items)
    sentence = lang.plural(
        "{count} promise was to be kept by now.",
        "{count} promises were to be kept by now.",
        n,
        count=_count(n, lang, "neuter"),
    )
    action = lang.plural("See the promise", "See the promises", n)
    return need("promises", items, sentence, action, lang)


def _may_be_by(column: ColumnElement[Edtf], day: date) -> ColumnElement[bool]:
    """Whether the date may have come by that day, as far as its text tells.

    Texts sort as their dates do, but for seasons; a limit sorts before all.
    """
    text = type_coerce(column, String)
    return or_(text <= day.isoformat(), text.like("____-2_"))


def _page(kind: Kind, key: str) -> str:
    return address_of(kind, key) or "/themes"


def _action(one: str, several: str, n: int, lang: Language) -> str:
    """What is done about one of them at once, and with several by way of their list."""
    return lang.text(one if n == 1 else several)


def _count(n: int, lang: Language, gender: Gender) -> str:
    return capitalised(counted(n, lang, gender))
