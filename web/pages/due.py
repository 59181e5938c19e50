"""What goes out on a day, to whom and why, and what is held back. Looking sends nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import func, select
from starlette.requests import Request
from starlette.responses import Response

from ...domain.dates import end_of_day
from ...domain.errors import TilsvarError
from ...domain.people import Person
from ...domain.words import ROLES
from ...domain.working_days import ONE_DAY
from ...reports.foresight import due_on
from ...reports.render_foresight import WHY_NOT
from ...reports.reports_of_day import ReportOfDay, reports_of_day
from ...reports.rungs_in_words import rung_with_side
from ...reports.sent_mail import told_by_clock
from ...reports.tidings import HeldBack, Line, Message
from ...reports.why_told import why
from ...store import flow
from ...store.clock import local_day
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_and_month, weekday, with_weekday
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised, counted
from ..languages import reader_language
from ..names import Names
from ..rendering import page
from ..requests.asked_day import AskedDay, asked_day
from ..things.things_told_of import ThingsToldOf

NAMED = 3
"""How many people a heading names before it only counts them."""


@dataclass(frozen=True)
class Telling:
    """One line of a mail; `rung` says how far its day is from the date, empty for news."""

    title: str
    href: str | None
    why: str
    rung: str


@dataclass(frozen=True)
class Mails:
    """What somebody is told in one way: at once, or in the digest."""

    heading: str
    tellings: list[Telling]


@dataclass(frozen=True)
class Hearers:
    """A person who is told something on the day, or several who are told the same."""

    name: str
    detail: str
    mails: list[Mails]


@dataclass(frozen=True)
class Withheld:
    """A thing of which nothing is said, with each reason and whose answers it holds for."""

    title: str
    href: str | None
    reasons: list[str]


@dataclass(frozen=True)
class DayLink:
    label: str
    href: str


def due(request: Request) -> Response:
    """The page for `?on=`, a day as people write it, else for today."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        asked = asked_day(request, "on", work.today, lang)
        try:
            told = due_on(work, asked.day)
        except TilsvarError as error:
            # The working days around the first and the last year that are known.
            fault = lang.text(error.template, **error.facts)
            asked, told = AskedDay(work.today, asked.typed, fault), due_on(work, work.today)
        things, reports = ThingsToldOf(work, Names(work), lang), reports_of_day(work, asked.day)
        mails = len(told.messages) + sum(len(each.readers) for each in reports)
        return page(
            request,
            "due.html",
            work,
            status=400 if asked.fault else 200,
            section="history",
            heading=_heading(asked.day, work.today, lang),
            asked=asked,
            before=_link(asked.day - ONE_DAY, lang),
            after=_link(asked.day + ONE_DAY, lang),
            lead=_lead(asked.day, mails, work.today, lang),
            next=None if mails else _next(work, asked.day, lang),
            hearers=[*_hearers(told.messages, things, lang), *_reports(reports, lang)],
            withheld=_withheld(told.held_back, things, lang),
        )


def _heading(day: date, today: date, lang: Language) -> str:
    if day < today:
        return lang.text("What went out?")
    return lang.text("What goes out?")


def _link(day: date, lang: Language) -> DayLink:
    label = f"{weekday(day, lang)} {day_and_month(day, lang)}"
    return DayLink(capitalised(label), f"?on={day.isoformat()}")


def _lead(day: date, n: int, today: date, lang: Language) -> str:
    """How much it is, in the tense that the day asks for."""
    if not n:
        return _nothing(day, today, lang)
    mails = capitalised(counted(n, lang))
    if day < today:
        return lang.plural("{count} mail went out.", "{count} mails went out.", n, count=mails)
    if day == today:
        return lang.plural(
            "{count} mail has gone out or goes out today.",
            "{count} mails have gone out or go out today.",
            n,
            count=mails,
        )
    return lang.plural(
        "{count} mail goes out, as things are registered now.",
        "{count} mails go out, as things are registered now.",
        n,
        count=mails,
    )


def _nothing(day: date, today: date, lang: Language) -> str:
    if day < today:
        return lang.text("Nothing went out on this day.")
    if day == today:
        return lang.text("Nothing goes out today.")
    return lang.text("Nothing goes out on this day, as things are registered now.")


def _next(work: UnitOfWork, day: date, lang: Language) -> DayLink | None:
    """The next day on which the clock looks at something; for a day that is over it says little."""
    if day < work.today:
        return None
    zone, due_at = work.office.zone, flow.rung.c.due_at
    later = select(func.min(due_at)).where(flow.WAITING, due_at >= end_of_day(day, zone))
    found = work.session.scalar(later)
    if found is None:
        return None
    on = local_day(found, zone)
    label = lang.text("Next time: {day}", day=with_weekday(on, lang))
    return DayLink(label, f"?on={on.isoformat()}")


def _hearers(messages: Iterable[Message], things: ThingsToldOf, lang: Language) -> list[Hearers]:
    """The messages by who gets them, in the order of names; those told the same stand together."""
    ours = sorted(messages, key=lambda each: (each.person.name, each.person.key))
    alike: dict[tuple[tuple[bool, tuple[Line, ...]], ...], list[Person]] = {}
    for person, several in groupby(ours, key=lambda each: each.person):
        told = tuple((each.collected, each.lines) for each in several)
        alike.setdefault(told, []).append(person)
    return [
        Hearers(_named(people, lang), _detail(people, lang), _mails(told, things, lang))
        for told, people in alike.items()
    ]


def _reports(reports: Iterable[ReportOfDay], lang: Language) -> list[Hearers]:
    """The reports that go by themselves, each to those who get it."""
    return [
        Hearers(
            _named(each.readers, lang),
            _detail(each.readers, lang),
            [Mails(lang.text("A report"), [_report(each, lang)])],
        )
        for each in reports
    ]


def _report(found: ReportOfDay, lang: Language) -> Telling:
    address = f"/settings/scheduled-reports/{found.schedule.key}"
    return Telling(found.title(lang), address, found.why(lang), "")


def _named(people: Sequence[Person], lang: Language) -> str:
    if len(people) > NAMED:
        return lang.text("{n} people", n=len(people))
    return joined([each.name for each in people], lang)


def _detail(people: Sequence[Person], lang: Language) -> str:
    """What the heading does not say: the role and the address of one, else the others' names."""
    if len(people) > NAMED:
        return " · ".join(each.name for each in people)
    roles = [lang.text(ROLES[each.role]) for each in people] if len(people) == 1 else []
    return " · ".join([*roles, *(each.email for each in people if each.email)])


def _mails(
    told: Iterable[tuple[bool, tuple[Line, ...]]], things: ThingsToldOf, lang: Language
) -> list[Mails]:
    found = []
    for collected, heading in ((False, lang.text("At once")), (True, lang.text("In the digest"))):
        lines = [line for in_digest, lines in told if in_digest is collected for line in lines]
        if lines:
            found.append(Mails(heading, [_telling(line, things, lang) for line in lines]))
    return found


def _telling(line: Line, things: ThingsToldOf, lang: Language) -> Telling:
    thing = things.thing(line.objects[0])
    rung = rung_with_side(line.rung, lang) if told_by_clock(line.kind) else ""
    return Telling(thing.title, thing.href, why(line, lang), capitalised(rung))


def _withheld(held: Iterable[HeldBack], things: ThingsToldOf, lang: Language) -> list[Withheld]:
    """What is held back, thing by thing; the answers to one letter together where they can be."""
    by_thing = groupby(sorted(held, key=HeldBack.sort_key), key=lambda each: things.thing(each.key))
    found = []
    for thing, several in by_thing:
        keys: dict[str, list[str]] = {}
        for each in several:
            keys.setdefault(lang.text(WHY_NOT[each.reason]), []).append(each.key)
        reasons = [_about(things.whose(those), reason, lang) for reason, those in keys.items()]
        found.append(Withheld(thing.title, thing.href, reasons))
    return found


def _about(who: str, reason: str, lang: Language) -> str:
    return lang.text("{who}: {why}", who=who, why=reason) if who else reason
