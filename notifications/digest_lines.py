"""The lines of a digest under their headings, its subject, and why somebody gets it.

The order does not depend on that of the items, so that the same things are always the same bytes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..domain.digests import Rhythm
from ..domain.sentences import N_
from ..wording.dates import day_and_month, weekday
from ..wording.language import Language
from ..wording.lists import joined
from ..wording.numbers import Gender, capitalised, counted
from .contexts import AnswerMail
from .digest_contexts import Digest, DigestItem, Group
from .digest_sentences import said
from .one_line import as_one_line
from .rendered import Attachment

HEADINGS: Mapping[Group, str] = {
    Group.OVERDUE: N_("Overdue"),
    Group.TODAY: N_("Today"),
    Group.THIS_WEEK: N_("This week"),
    Group.WAITING: N_("Waiting for others"),
    Group.ANSWERS: N_("New answers"),
    Group.AHEAD: N_("Ahead"),
}
ALONE: Mapping[Group, str] = {**HEADINGS, Group.ANSWERS: N_("New answer")}
ALL: Mapping[Group, str] = {
    Group.OVERDUE: N_("{count} items overdue"),
    Group.TODAY: N_("{count} items today"),
    Group.THIS_WEEK: N_("{count} items this week"),
    Group.WAITING: N_("{count} items waiting for others"),
    Group.ANSWERS: N_("{count} new answers"),
    Group.AHEAD: N_("{count} items ahead"),
}
SOME: Mapping[Group, str] = {
    Group.OVERDUE: N_("{count} overdue"),
    Group.TODAY: N_("{count} today"),
    Group.THIS_WEEK: N_("{count} this week"),
    Group.WAITING: N_("{count} waiting for others"),
    Group.AHEAD: N_("{count} ahead"),
}
RHYTHMS: Mapping[Rhythm, str] = {
    Rhythm.DAILY: N_(
        "Your reminders come together each working day. When there is nothing to tell, nothing is"
        " sent. To have them at another hour, or once a week, write to the secretariat."
    ),
    Rhythm.WEEKLY: N_(
        "Your reminders come together on the first working day of each week. When there is nothing"
        " to tell, nothing is sent. To have them at another hour, or each working day, write to the"
        " secretariat."
    ),
}


@dataclass(frozen=True)
class Line:
    """A thing of the digest as it is read: its title, where it is found, and one sentence on it."""

    group: Group
    on: date
    key: str
    title: str
    url: str
    said: str
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Section:
    """The lines under one heading, from the earliest date on."""

    group: Group
    heading: str
    lines: tuple[Line, ...]


def sections(digest: Digest, lang: Language) -> list[Section]:
    """What the digest shows, most urgent first; without what would be empty."""
    lines = sorted(
        (_line(item, lang) for item in digest.items),
        key=lambda line: (line.on, line.key, line.said),
    )
    found = {group: tuple(each for each in lines if each.group is group) for group in Group}
    return [
        Section(group, lang.text(HEADINGS[group]), there) for group, there in found.items() if there
    ]


def headline(shown: Sequence[Section], digest: Digest, lang: Language, longest: int) -> str:
    """The subject: of one thing its title, of several how many they are and the most urgent.

    "Fredag 3. februar: fem saker, av dem to over fristen og én i dag". What would be longer than
    `longest` names the most urgent only.
    """
    first = shown[0]
    if len(digest.items) == 1:
        return f"{lang.text(ALONE[first.group])}: {first.lines[0].title}"
    day = _day(digest, lang)
    if len(shown) == 1:
        return f"{day}: {lang.text(ALL[first.group], count=_count(first, lang))}"
    count = counted(len(digest.items), lang, "feminine")
    named = [_part(section, lang) for section in shown]
    told = ""
    for parts in (named, named[:2], named[:1]):
        some = (
            N_("{count} items – {parts}")
            if parts == named
            else N_("{count} items, of them {parts}")
        )
        told = f"{day}: {lang.text(some, count=count, parts=joined(parts, lang))}"
        if len(told) <= longest:
            break
    return told


def attachments(shown: Sequence[Section]) -> tuple[Attachment, ...]:
    """The drafted follow-ups in the order of their lines; one that asks about several, once."""
    lines = (line for section in shown for line in section.lines)
    return tuple(dict.fromkeys(file for line in lines for file in line.files))


def rhythm(digest: Digest, lang: Language) -> str:
    """How often the digest comes, and how that is changed."""
    return lang.text(RHYTHMS[digest.rhythm])


def _line(item: DigestItem, lang: Language) -> Line:
    mail = item.mail
    return Line(
        group=item.group,
        on=item.on,
        key=mail.key,
        title=as_one_line(mail.title),
        url=mail.url,
        said=said(item, lang),
        files=tuple(each.file for each in mail.drafts) if isinstance(mail, AnswerMail) else (),
    )


def _day(digest: Digest, lang: Language) -> str:
    if digest.rhythm is Rhythm.WEEKLY:
        return lang.text("Week {week}", week=digest.today.isocalendar().week)
    return capitalised(f"{weekday(digest.today, lang)} {day_and_month(digest.today, lang)}")


def _part(section: Section, lang: Language) -> str:
    n, count = len(section.lines), _count(section, lang)
    if section.group is Group.ANSWERS:
        return lang.plural("{count} new answer", "{count} new answers", n, count=count)
    return lang.text(SOME[section.group], count=count)


def _count(section: Section, lang: Language) -> str:
    gender: Gender = "neuter" if section.group is Group.ANSWERS else "feminine"
    return counted(len(section.lines), lang, gender)
