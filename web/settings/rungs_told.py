"""The rungs of a ladder as one reads them: when, who, and how it reaches them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ...domain.entity import Entity
from ...domain.ladders import Audience, Channel, Rung
from ...domain.sentences import N_
from ...reports.ladder_ahead import Ahead
from ...reports.rungs_in_words import rung_with_side
from ...wording.dates import edtf, with_weekday
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised
from ..links import address

AUDIENCES: Mapping[str, str] = {
    Audience.RESPONSIBLE: N_("the one responsible"),
    Audience.SECRETARIAT: N_("the whole secretariat"),
    Audience.LEADER: N_("the leader"),
    Audience.MEMBERS: N_("the members"),
}
CHANNELS: Mapping[Channel, str] = {
    Channel.DIGEST: N_("collected in the digest"),
    Channel.AT_ONCE: N_("at once, in a mail of its own"),
    Channel.CALENDAR: N_("only as a line in the calendar"),
}


@dataclass(frozen=True)
class RungTold:
    """One rung: 21 days before, the one responsible and the leader, at once."""

    when: str
    who: str
    how: str


@dataclass(frozen=True)
class AheadTold:
    """An open date and on which days who would be reminded of it."""

    title: str
    href: str
    date: str
    days: tuple[str, ...]


def rungs_told(
    rungs: tuple[Rung, ...], people: Mapping[str, str], lang: Language
) -> list[RungTold]:
    """Each rung in words, from the earliest; `people` gives names by key."""
    return [
        RungTold(
            capitalised(rung_with_side(each.name, lang)),
            joined([audience(who, people, lang) for who in each.to], lang),
            lang.text(CHANNELS[each.channel]),
        )
        for each in in_order(rungs)
    ]


def in_order(rungs: tuple[Rung, ...]) -> list[Rung]:
    return sorted(rungs, key=lambda each: (each.from_end, each.days, each.working))


def audience(who: str, people: Mapping[str, str], lang: Language) -> str:
    """A role, or somebody by name."""
    return lang.text(AUDIENCES[who]) if who in AUDIENCES else people.get(who, who)


def ahead_told(found: Ahead, people: Mapping[str, str], lang: Language) -> AheadTold:
    return AheadTold(
        _title(found.entity, found.key),
        address(found.entity),
        edtf(found.anchor, lang),
        tuple(_day(rung, day, people, lang) for rung, day in found.days),
    )


def _title(entity: Entity, key: str) -> str:
    """Its title; of an answer, whose it is too."""
    title = " ".join(str(getattr(entity, "title", key)).split())
    part = key.partition("/")[2]
    return f"{title} ({part})" if part and part.isupper() else title


def _day(rung: Rung, day: date, people: Mapping[str, str], lang: Language) -> str:
    who = joined([audience(each, people, lang) for each in rung.to], lang)
    return lang.text("{day}: {who}", day=capitalised(with_weekday(day, lang)), who=who)
