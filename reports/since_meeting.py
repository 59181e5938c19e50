"""What has happened since the last council meeting: the item "Orienteringer" of the next one."""

from dataclasses import replace

from ..domain.kinds import MeetingKind, ReplyKind
from ..domain.sentences import N_
from ..domain.working_days import ONE_DAY
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import day_in_full
from ..wording.language import Language
from . import happenings
from .annual import lists
from .asked import Asked
from .documents.document import Coded, Column, Document, Linked, Section, Table, Value
from .naming import Naming

KINDS = {ReplyKind.FINAL: N_("Answer"), ReplyKind.INTERIM: N_("Interim reply")}


def since_meeting_report(work: UnitOfWork, asked: Asked, lang: Language) -> Document:
    """From the day after the last council meeting before the day, unless a period is given."""
    last = happenings.meetings(work, Asked(asked.as_of - ONE_DAY), MeetingKind.COUNCIL)
    lead: tuple[str, ...] = ()
    if asked.period is None:
        first = last[-1].time.on.last + ONE_DAY if last else None
        asked = replace(asked, first=first, last=asked.as_of)
        if last:
            day = day_in_full(last[-1].time.on.last, lang)
            lead = (lang.text("Since {meeting}, {day}.", meeting=last[-1].title, day=day),)
        else:
            day = day_in_full(asked.as_of, lang)
            lead = (lang.text("No council meeting is registered before {day}.", day=day),)
    return Document(
        "since-last-meeting",
        lang.text("Since the last meeting"),
        asked.as_of,
        lang,
        (*lists(work, asked, lang), _answers(work, asked, lang)),
        lead=lead,
        period=asked.period,
        made_from=lang.text(
            "Made from the letters, answers, meetings and op-eds that are registered. Meetings "
            "called by others, and what was withdrawn or called off, are left out."
        ),
    )


def _answers(work: UnitOfWork, asked: Asked, lang: Language) -> Section:
    naming = Naming(work)
    columns = (
        Column("date", lang.text("Date"), Value.DATE, width=3),
        Column("from", lang.text("From")),
        Column("kind", lang.text("Kind")),
        Column("letter", lang.text("Letter"), width=4),
        Column("summary", lang.text("Content"), width=5, spare=True),
    )
    rows = [
        (
            each.on,
            naming.coded(each.reply.answered_by or ""),
            Coded(lang.text(KINDS[each.reply.kind]), each.reply.kind.value),
            Linked(each.letter.title, f"/letters/{each.letter.key}"),
            each.reply.summary,
        )
        for each in happenings.came_in(work, asked)
    ]
    table = Table("answers", "", columns, rows, lang.text("No answers came in."))
    return Section(lang.text("Answers received"), (), (table,))
