"""One sentence on each thing that is told of themes, in a digest and in a mail of its own."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from ..domain.dates import Edtf
from ..wording.dates import day_in_full, edtf, when
from ..wording.language import Language
from ..wording.lists import joined
from ..wording.periods import days
from . import spans
from .contexts import Mail
from .theme_contexts import (
    MeasureMail,
    PromiseMail,
    QuietMail,
    StakeholderLine,
    StakeholdersMail,
    StanceMail,
    ThemeIdleMail,
)


def stakeholders(mail: StakeholdersMail, lang: Language) -> str:
    """The stakeholders by their keys: "HOD, KD og KDD"."""
    return joined([each.key for each in mail.stakeholders], lang)


def idle(mail: ThemeIdleMail, lang: Language) -> str:
    return lang.text(
        "Nothing has happened in the theme for {days}, since {day}.",
        days=days(mail.idle_days, lang),
        day=day_in_full(mail.last_touched, lang),
    )


def quiet(mail: QuietMail, lang: Language) -> str:
    """Who has been silent since when; those since the same month together."""
    together = _by_date(mail.stakeholders, lambda each: _month(each.since))
    if len(together) == 1:
        since, lines = together[0]
        return lang.plural(
            "{who} has been silent about the theme since {month}.",
            "{who} have been silent about the theme since {month}.",
            len(lines),
            who=stakeholders(mail, lang),
            month=edtf(since, lang),
        )
    named = [_named(lines, lang, month=edtf(since, lang)) for since, lines in together]
    return lang.text("{who} have been silent about the theme.", who=", ".join(named))


def _named(lines: Sequence[StakeholderLine], lang: Language, *, month: str) -> str:
    who = joined([each.key for each in lines], lang)
    return lang.text("{who} (since {month})", who=who, month=month)


def _month(day: Edtf) -> Edtf:
    """A silence is told by its month; nobody counts its days."""
    return Edtf(f"{day.last:%Y-%m}")


def old(mail: StanceMail, lang: Language) -> str:
    """Whose stance is from when."""
    together = _by_date(mail.stakeholders, lambda each: each.since)
    if len(together) == 1:
        as_of, lines = together[0]
        return lang.plural(
            "The stance of {who} is from {date}. It may be another one now.",
            "The stances of {who} are from {date}. They may be others now.",
            len(lines),
            who=stakeholders(mail, lang),
            date=spans.period(as_of, lang),
        )
    named = [
        lang.text(
            "{who} ({date})",
            who=joined([each.key for each in lines], lang),
            date=spans.period(as_of, lang),
        )
        for as_of, lines in together
    ]
    return lang.text("The stances of {who} are old. They may be others now.", who=", ".join(named))


def _by_date(
    lines: Sequence[StakeholderLine], date: Callable[[StakeholderLine], Edtf]
) -> list[tuple[Edtf, list[StakeholderLine]]]:
    in_order = sorted(lines, key=lambda each: (date(each).sort_key(), each.key))
    return [(since, list(those)) for since, those in groupby(in_order, key=date)]


def measure(mail: MeasureMail, lang: Language) -> str:
    """The day to follow it up, and who is to carry it out."""
    if mail.is_past:
        said = lang.text(
            "The measure was to be followed up {when}, and has not been.", when=when(mail.due, lang)
        )
    else:
        day = spans.time_left(mail, lang)
        said = lang.text("The measure is to be followed up {when}.", when=day)
    if not mail.owner:
        return said
    return f"{said} {lang.text('{owner} is to carry it out.', owner=mail.owner)}"


def promise(mail: PromiseMail, lang: Language) -> str:
    """Who promised it when, and by when it is to be kept."""
    given = when(mail.given, lang)
    who = mail.promised_by
    if mail.is_past:
        return lang.text(
            "{who} promised this {given}, to be kept by {date}. Nothing has been recorded since.",
            who=who,
            given=given,
            date=by(mail.due, lang),
        )
    if mail.due.last == mail.today:
        return lang.text(
            "{who} promised this {given}. It is to be kept today at the latest.",
            who=who,
            given=given,
        )
    return lang.text(
        "{who} promised this {given}. It is to be kept by {date}.",
        who=who,
        given=given,
        date=by(mail.due, lang),
    )


def by(due: Edtf, lang: Language) -> str:
    """What stands after "innen": "8. mars 2023", "mai 2023", also where the date says so itself."""
    return spans.period(due, lang) if due.imprecise else day_in_full(due.last, lang)


SENTENCES: Mapping[type[Mail], Callable[[Any, Language], str]] = {
    ThemeIdleMail: idle,
    QuietMail: quiet,
    StanceMail: old,
    MeasureMail: measure,
    PromiseMail: promise,
}


def about_theme(mail: Mail, lang: Language) -> str:
    """The sentence on it, for the mails' templates."""
    return SENTENCES[type(mail)](mail, lang)
