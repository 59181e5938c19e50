"""What is known of an activity, as labels and values, and how it is said to stand."""

from typing import Any

from ...domain.communications import Activity, ActivityStatus
from ...domain.kinds import Kind
from ...domain.op_eds import OpEd
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf, edtf_short
from ...wording.language import Language
from ...wording.lists import joined
from ..facts import Fact, known
from ..links import CLASSES, address, address_of
from ..names import Names
from ..standing import Standing
from ..things.facts import Told
from .words import STATES, channel_word


def activity_facts(found: Activity, work: UnitOfWork, names: Names, lang: Language) -> Told:
    groups = joined([names.target_group(key) for key in found.target_groups], lang)
    responsible = found.responsible
    facts = known(
        Fact(lang.text("Status"), _status(found, work, lang)),
        Fact(lang.text("Channel"), channel_word(found.channel, lang)),
        _op_ed(found, work, lang),
        Fact(lang.text("Target groups"), groups),
        Fact(lang.text("What they should know or do differently"), found.wanted_effect),
        Fact(lang.text("Message"), found.message),
        Fact(lang.text("When"), edtf(found.when, lang) if found.when else ""),
        Fact(lang.text("Done on"), edtf(found.done_on, lang) if found.done_on else ""),
        Fact(lang.text("How it went"), found.outcome),
        Fact(lang.text("Why not"), found.why_not),
        _comes_from(found, work, lang),
        Fact(
            lang.text("Responsible"),
            names.people.get(responsible, responsible) if responsible else "",
        ),
        Fact(
            lang.text("Theme"),
            names.theme(found.theme),
            address_of(Kind.THEME, found.theme) if found.theme else None,
        ),
        Fact(lang.text("Area"), names.area(found.area)),
        Fact(lang.text("Source"), found.source),
    )
    return Told(lang.text("Activity"), facts)


def _status(found: Activity, work: UnitOfWork, lang: Language) -> str:
    standing = standing_of(found, work, lang)
    return " · ".join(filter(None, (standing.tag, standing.after)))


def _op_ed(found: Activity, work: UnitOfWork, lang: Language) -> Fact:
    op_ed = work.look(OpEd, found.op_ed) if found.op_ed else None
    return Fact(lang.text("Op-ed"), op_ed.title, address(op_ed)) if op_ed else Fact("", "")


def _comes_from(found: Activity, work: UnitOfWork, lang: Language) -> Fact:
    if found.thing is None:
        return Fact("", "")
    kind, key = found.thing
    thing: Any = work.look(CLASSES[kind], key)
    title = thing.title if thing else key
    return Fact(lang.text("What it comes from"), title, address_of(kind, key))


def standing_of(found: Activity, work: UnitOfWork, lang: Language) -> Standing:
    """Its state as a tag, and beside it what is said of its time."""
    said = lang.text(STATES[found.status])
    match found.status:
        case ActivityStatus.SUGGESTED:
            on = found.suggested_on
            since = lang.text("since {day}", day=day_in_full(on, lang)) if on else ""
            return Standing("suggested", "info", said, since)
        case ActivityStatus.DONE:
            return Standing("done", "success", said, _short(found, lang))
        case ActivityStatus.DROPPED if found.lapsed:
            return Standing("dropped", "neutral", said, lang.text("what it came from is withdrawn"))
        case ActivityStatus.DROPPED:
            return Standing("dropped", "neutral", said)
    if found.overdue(work.today):
        return Standing("late", "danger", lang.text("Should have been done"), _short(found, lang))
    return Standing("planned", "neutral", said, _short(found, lang))


def _short(found: Activity, lang: Language) -> str:
    return edtf_short(found.took_place, lang) if found.took_place else lang.text("no date yet")
