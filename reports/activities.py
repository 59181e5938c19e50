"""What the council has done and is doing, area by area: the appendix to every council meeting.

The table is the one of the papers of 1 September 2021, case 41/5/2021 ("Oversikt gjennomførte og
pågående aktiviteter"): area, activity, status with its date, and what came of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..domain.dates import Edtf
from ..domain.kinds import LetterKind, MeetingKind, OpEdStatus, ReplyKind
from ..domain.letters import Letter
from ..domain.meetings import Meeting
from ..domain.obligations import Reply
from ..domain.op_eds import OpEd
from ..domain.sentences import N_
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import edtf, when
from ..wording.language import Language
from ..wording.numbers import capitalised
from . import happenings
from .areas_of_meetings import areas_of_meetings
from .asked import Asked
from .documents.document import Coded, Column, Document, Linked, Section, Table, Value
from .happenings import DIALOGUE, InWork
from .naming import Naming

LETTERS = {
    LetterKind.LETTER: N_("Letter"),
    LetterKind.MEMO: N_("Memo"),
    LetterKind.SUBMISSION: N_("Submission"),
}
MEETINGS = {
    MeetingKind.DIALOGUE: N_("Dialogue meeting"),
    MeetingKind.WORKSHOP: N_("Workshop"),
    MeetingKind.EVENT: N_("Event"),
    MeetingKind.PARLIAMENTARY_HEARING: N_("Parliamentary hearing"),
}
SAME_WORD = 6
"""So many letters alike at the beginning are the same word: "Dialog med …", "Dialogmøte"."""

SAME_ENDING = 4
"""So many at the end of a word: "Oppfølgingsmøte", "Dialogmøte"."""

ENDS = (".", "?", "!", "…")
"""What ends a sentence already."""

IN_WORK = {
    OpEdStatus.IDEA: N_("An idea, last worked on {day}"),
    OpEdStatus.DRAFT: N_("A draft, last worked on {day}"),
    OpEdStatus.CIRCULATED: N_("With the members for comments since {day}"),
    OpEdStatus.APPROVED: N_("Approved {day}, not submitted"),
    OpEdStatus.SUBMITTED: N_("Submitted to {outlet}, not answered"),
    OpEdStatus.REJECTED: N_("Turned down by {outlet}"),
}


@dataclass(frozen=True)
class Activity:
    """One line: what it was, how it stands, what came of it; `on` is where it stands in time."""

    area: str | None
    on: Edtf
    kind: str
    key: str
    title: str
    path: str
    status: str
    outcome: str


def activities(work: UnitOfWork, asked: Asked, lang: Language) -> list[Activity]:
    """Letters, op-eds and meetings with others of the period, areas in their plan's order."""
    naming = Naming(work)
    every = [
        *(_letter(each, asked, naming, lang) for each in happenings.letters(work, asked)),
        *(_op_ed(each, naming, lang) for each in happenings.op_eds(work, asked)),
        *(_in_work(each, naming, lang) for each in happenings.op_eds_in_work(work, asked)),
        *_meetings(work, asked, naming, lang),
    ]
    order = {key: at for at, key in enumerate(naming.areas)}
    return sorted(
        every,
        key=lambda each: (
            order.get(each.area or "", len(order)),
            each.area or "",
            each.on.sort_key(),
            each.key,
        ),
    )


def activities_report(work: UnitOfWork, asked: Asked, lang: Language) -> Document:
    """The table, one heading an area; those without an area come last."""
    naming = Naming(work)
    rows = [
        (
            Coded(naming.area(each.area, lang), each.area or ""),
            Linked(each.title, each.path),
            each.on,
            each.status,
            each.outcome,
        )
        for each in activities(work, asked, lang)
    ]
    columns = (
        Column("area", lang.text("Area"), width=3, once=True),
        Column("activity", lang.text("Activity"), width=5),
        Column("date", lang.text("Date"), Value.DATE, for_sorting=True),
        Column("status", lang.text("Status"), width=4),
        Column("outcome", lang.text("Follow-up and results"), width=5),
    )
    title = lang.text("Overview of completed and ongoing activities")
    table = Table(
        "activities", title, columns, rows, lang.text("Nothing is registered for this period.")
    )
    return Document(
        "activities",
        title,
        asked.as_of,
        lang,
        (Section("", (), (table,)),),
        period=asked.period,
        made_from=lang.text(
            "Made from the letters, answers, op-eds and meetings that are registered. What was "
            "withdrawn or called off is left out, and so are council meetings and follow-ups."
        ),
        wide=True,
    )


def _letter(letter: Letter, asked: Asked, naming: Naming, lang: Language) -> Activity:
    came = happenings.replies(letter, asked.as_of)
    said = [_answer(each, naming, lang) for each in came]
    # What came of it is told as it is known now; nobody wrote down on which day it was known.
    if letter.outcome and (asked.as_of >= letter.sent.last):
        said.append(letter.outcome)
    return Activity(
        letter.area,
        letter.sent,
        "letter",
        letter.key,
        _with_kind(LETTERS[letter.kind], letter.title, lang),
        f"/letters/{letter.key}",
        lang.text(
            "Sent to {recipients} {day}",
            recipients=naming.labels(letter.recipients, lang),
            day=edtf(letter.sent, lang),
        ),
        "\n".join(dict.fromkeys(said)),
    )


def _answer(reply: Reply, naming: Naming, lang: Language) -> str:
    """One answer: who, when, and what it says, where somebody has summed it up."""
    sentence = (
        N_("Interim reply from {who} {when}")
        if reply.kind is ReplyKind.INTERIM
        else N_("Answer from {who} {when}")
    )
    said = lang.text(sentence, who=naming.label(reply.answered_by), when=when(reply.received, lang))
    return f"{said}: {reply.summary}" if reply.summary else said


def _op_ed(op_ed: OpEd, naming: Naming, lang: Language) -> Activity:
    published = op_ed.published or Edtf.on(op_ed.touched)
    day = edtf(published, lang)
    status = (
        lang.text("Published in {outlet} {day}", outlet=naming.label(op_ed.outlet), day=day)
        if op_ed.outlet
        else lang.text("Published {day}", day=day)
    )
    return replace(_of_op_ed(op_ed, naming, lang), on=published, status=status)


def _in_work(found: InWork, naming: Naming, lang: Language) -> Activity:
    """One that was not out yet."""
    status = lang.text(
        IN_WORK[found.status],
        day=edtf(Edtf.on(found.on), lang),
        outlet=naming.label(found.outlet) if found.outlet else lang.text("an outlet"),
    )
    return replace(_of_op_ed(found.op_ed, naming, lang), on=Edtf.on(found.on), status=status)


def _of_op_ed(op_ed: OpEd, naming: Naming, lang: Language) -> Activity:
    title = _with_kind(N_("Op-ed"), op_ed.title, lang)
    if op_ed.cosigners:
        told = lang.text(
            "Signed together with {cosigners}", cosigners=naming.labels(op_ed.cosigners, lang)
        )
        title = f"{title} {told}" if title.endswith(ENDS) else f"{title}. {told}"
    return Activity(
        op_ed.area,
        Edtf.on(op_ed.touched),
        "op_ed",
        op_ed.key,
        title,
        f"/op-eds/{op_ed.key}",
        "",
        op_ed.reaction,
    )


def _meetings(work: UnitOfWork, asked: Asked, naming: Naming, lang: Language) -> Iterator[Activity]:
    kinds = (*DIALOGUE, MeetingKind.EVENT, MeetingKind.PARLIAMENTARY_HEARING)
    held = happenings.meetings(work, asked, *kinds)
    ahead = happenings.meetings_ahead(work, asked, *kinds)
    areas = areas_of_meetings(work, (*held, *ahead))
    for sentence, meetings in ((N_("Held {day}"), held), (N_("Planned for {day}"), ahead)):
        for each in meetings:
            yield replace(_meeting(each, sentence, naming, lang), area=areas[each.key])


def _meeting(meeting: Meeting, sentence: str, naming: Naming, lang: Language) -> Activity:
    status = lang.text(sentence, day=edtf(meeting.time.on, lang))
    if meeting.participants:
        with_whom = naming.labels(meeting.participants, lang)
        status = lang.text("{status}, with {participants}", status=status, participants=with_whom)
    return Activity(
        meeting.area,
        meeting.time.on,
        "meeting",
        meeting.key,
        _meeting_title(meeting, lang),
        f"/meetings/{meeting.key}",
        capitalised(status),
        "",
    )


def _meeting_title(meeting: Meeting, lang: Language) -> str:
    """Where a colon parts the title, what stands before it says what it was: "Arendalsuka: …"."""
    if ": " in meeting.title:
        return meeting.title
    return _with_kind(MEETINGS[meeting.kind], meeting.title, lang)


def _with_kind(kind: str, title: str, lang: Language) -> str:
    """With its kind before it, unless its own title says so: "Dialogmøte: fra behov til …".

    "Innspillsmøte" says of itself that it is a "Dialogmøte": both end in the same word.
    """
    word, own = lang.text(kind).casefold(), title.casefold()
    first = own.split()[0] if own.split() else ""
    alike = own.startswith(word[:SAME_WORD]) or first.endswith(word[-SAME_ENDING:])
    return title if word in own or alike else f"{lang.text(kind)}: {title}"
