"""What needs a person about dates that have passed: deadlines, consultations, drafts, meetings."""

from collections import Counter
from datetime import timedelta

from sqlalchemy import select

from ...domain.deadlines import Deadline
from ...domain.kinds import OpEdStatus
from ...domain.op_eds import OpEd
from ...store import tables
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised, counted
from ..links import address
from ..once import once
from ..words import kind_word
from .need_lines import Act, Item, Need, need
from .open_things import meetings_ahead, open_consultations, open_deadlines
from .put_off import held


@once
def _passed(work: UnitOfWork) -> list[Deadline]:
    later = held(work, work.today)
    found = [
        each
        for each in open_deadlines(work)
        if each.due.last < work.today and each.key not in later
    ]
    return sorted(found, key=lambda each: (each.due.sort_key(), each.key), reverse=True)


def _deadline_item(deadline: Deadline, lang: Language) -> Item:
    when = edtf(deadline.due, lang)
    said = lang.text("due {when}", when=when)
    if not deadline.ours:
        said = lang.text("expected {when}", when=when)
    mention = lang.text("{title}, {when}", title=deadline.title, when=said)
    met = Act(lang.text("Record as done"), f"{address(deadline)}/met")
    acts = (met,) if deadline.ours else ()
    return Item(deadline.title, address(deadline), capitalised(said), mention, deadline.key, acts)


def passed_outside(work: UnitOfWork, lang: Language) -> Need | None:
    items = tuple(_deadline_item(each, lang) for each in _passed(work) if not each.ours)
    n = len(items)
    sentence = lang.plural(
        "{count} expected event has passed without an outcome.",
        "{count} expected events have passed without an outcome.",
        n,
        count=capitalised(counted(n, lang)),
    )
    action = lang.plural("See the deadline", "See the deadlines", n)
    return need("expected", items, sentence, action, lang)


def passed_own(work: UnitOfWork, lang: Language) -> Need | None:
    items = tuple(_deadline_item(each, lang) for each in _passed(work) if each.ours)
    n = len(items)
    sentence = lang.plural(
        "{count} of the council's own deadlines has no outcome.",
        "{count} of the council's own deadlines have no outcome.",
        n,
        count=capitalised(counted(n, lang)),
    )
    action = lang.plural("See the deadline", "See the deadlines", n)
    return need("deadlines", items, sentence, action, lang)


def idle_op_eds(work: UnitOfWork, lang: Language) -> Need | None:
    patience = min((r.days for r in work.ladders.ladder("op_ed_idle").rungs), default=14)
    latest = work.today - timedelta(days=patience)
    op_ed, later = tables.op_ed.c, held(work, work.today)
    query = select(OpEd).where(op_ed.status == OpEdStatus.DRAFT, op_ed.touched < latest)
    items = tuple(
        Item(
            each.title,
            address(each),
            lang.text("Last worked on {day}", day=day_in_full(each.touched, lang)),
            each.title,
            each.key,
        )
        for each in work.session.scalars(query.order_by(op_ed.touched, op_ed.key))
        if each.key not in later
    )
    n = len(items)
    sentence = lang.plural(
        "{count} op-ed draft has not been touched for more than {days} days.",
        "{count} op-ed drafts have not been touched for more than {days} days.",
        n,
        count=capitalised(counted(n, lang, "neuter")),
        days=patience,
    )
    action = lang.plural("See the draft", "See the drafts", n)
    return need("op-eds", items, sentence, action, lang)


def passed_consultations(work: UnitOfWork, lang: Language) -> Need | None:
    items, later = [], held(work, work.today)
    for each in open_consultations(work):
        passed = each.deadline is not None and each.deadline.last < work.today
        if each.deadline is not None and passed and each.key not in later:
            when = lang.text("deadline {when}", when=edtf(each.deadline, lang))
            mention = lang.text("{title}, {when}", title=each.title, when=when)
            items.append(Item(each.title, address(each), capitalised(when), mention, each.key))
    n = len(items)
    sentence = lang.plural(
        "{count} consultation has passed its deadline and has no outcome.",
        "{count} consultations have passed their deadlines and have no outcome.",
        n,
        count=capitalised(counted(n, lang, "feminine")),
    )
    action = lang.plural("See the consultation", "See the consultations", n)
    return need("consultations", items, sentence, action, lang)


def meetings_without_outcome(work: UnitOfWork, lang: Language) -> Need | None:
    found = [each for each in meetings_ahead(work) if each.without_outcome(work.today)]
    found.sort(key=lambda each: (each.time.on.sort_key(), each.key))
    if not found:
        return None
    items = tuple(
        Item(
            each.title,
            address(each),
            edtf(each.time.on, lang),
            each.title,
            acts=(Act(lang.text("The meeting was held"), f"{address(each)}/held"),),
        )
        for each in found
    )
    n = len(items)
    sentence = lang.plural(
        "{count} past meeting has no outcome.",
        "{count} past meetings have no outcome.",
        n,
        count=capitalised(counted(n, lang, "neuter")),
    )
    kinds = Counter(each.kind for each in found)
    by_kind = [
        lang.text("{kind}: {n}", kind=kind_word(kind, lang), n=number)
        for kind, number in kinds.most_common()
    ]
    years = sorted({each.time.on.last.year for each in found})
    detail = lang.text(
        "{kinds}, from {years}",
        kinds=", ".join(by_kind),
        years=joined([str(year) for year in years], lang),
    )
    action = lang.plural("See the meeting", "See the meetings", n)
    return need("meetings", items, sentence, action, lang, detail=detail)
