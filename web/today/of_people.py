"""What needs a person's decision: drafted follow-ups, and answers that came by mail."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from sqlalchemy import Row, select

from ...commands.follow_ups import drafts
from ...commands.invitation_answers import doubtful_answers
from ...domain.follow_ups import FollowUp
from ...domain.invitation_answers import Doubt
from ...domain.invitations import Invitation
from ...domain.kinds import Kind, PartStat
from ...domain.meetings import Meeting
from ...domain.obligations import ObligationState
from ...domain.sentences import N_
from ...store import invitation_tables
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ..letters.open_letters import outstanding
from ..links import address, address_of
from ..meetings.times import day_and_hours
from ..names import Names
from ..once import once
from .need_lines import Act, Item, Need, need


@once
def asked_for(work: UnitOfWork) -> dict[tuple[str, str], FollowUp]:
    """The drafts that wait, by the letter that they ask about and the department of today."""
    return {
        (letter, work.succession.on(draft.department, work.today)): draft
        for draft in drafts(work)
        for letter in draft.letters
    }


def follow_ups(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    """The drafts that somebody has to read and approve, with what they ask for."""
    since: dict[str, list[Any]] = {}
    asked = asked_for(work)
    for letter, obligation in outstanding(work):
        department = work.succession.on(obligation.recipient, work.today)
        draft, due = asked.get((letter.key, department)), obligation.due(work.today)
        late = obligation.state(work.today) is ObligationState.OVERDUE
        if draft is not None and due is not None and late:
            since.setdefault(draft.key, []).append(due)
    items = []
    for draft in {each.key: each for each in asked.values()}.values():
        who = names.label(work.succession.on(draft.department, work.today))
        mention = who
        if draft.key in since:
            day = day_in_full(min(since[draft.key]), lang)
            mention = lang.text("{who} since {day}", who=who, day=day)
        href = f"/follow-ups/{quote(draft.key, safe='')}"
        items.append(Item(draft.title, href, mention, mention))
    n = len(items)
    sentence = lang.plural(
        "{count} department has not answered in time. The follow-up is drafted.",
        "{count} departments have not answered in time. The follow-ups are drafted.",
        n,
        count=capitalised(counted(n, lang, "neuter")),
    )
    action = lang.text("Read and approve")
    return need("follow-ups", items, sentence, action, lang, late=True)


SAID: Mapping[PartStat, str] = {
    PartStat.ACCEPTED: N_("comes"),
    PartStat.TENTATIVE: N_("may come"),
    PartStat.DECLINED: N_("does not come"),
    PartStat.DELEGATED: N_("sends somebody else"),
}

DOUBTS: Mapping[Doubt, str] = {
    Doubt.UNKNOWN_MEETING: N_("{who} has answered about a meeting that is not known here"),
    Doubt.UNKNOWN_ATTENDEE: N_("{who} has answered and is not invited"),
    Doubt.WRONG_SENDER: N_("{sender} has answered for {who}"),
    Doubt.DELEGATED: N_("{who} sends {other}"),
    Doubt.ONE_OF_SERIES: N_("{who} has answered for one meeting of a series only"),
    Doubt.DEPUTY_ACCEPTED: N_("{member} comes after all, and {who} has said yes as deputy"),
}

ACCEPT: Mapping[Doubt, str] = {
    Doubt.UNKNOWN_ATTENDEE: N_("Invite them"),
    Doubt.WRONG_SENDER: N_("Let it count"),
    Doubt.DELEGATED: N_("Invite them"),
    Doubt.ONE_OF_SERIES: N_("Let it count"),
    Doubt.DEPUTY_ACCEPTED: N_("The deputy need not come"),
}

DISMISS: Mapping[Doubt, str] = {Doubt.DEPUTY_ACCEPTED: N_("Both may come")}


def doubtful(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    """Answers to invitations that are not certainly the attendee's own."""
    items = tuple(_doubtful(row, work, names, lang) for row in doubtful_answers(work))
    n = len(items)
    sentence = lang.plural(
        "{count} answer to an invitation is in doubt.",
        "{count} answers to invitations are in doubt.",
        n,
        count=capitalised(counted(n, lang, "neuter")),
    )
    action = lang.plural("See the answer", "See the answers", n)
    return need("answers", items, sentence, action, lang, href="/today/answers")


def doubtful_about(found: Meeting, work: UnitOfWork, names: Names, lang: Language) -> list[Item]:
    """The same for one meeting, on whose page they stand too."""
    rows = doubtful_answers(work)
    return [_doubtful(row, work, names, lang) for row in rows if row.meeting == found.key]


def _doubtful(row: Row[Any], work: UnitOfWork, names: Names, lang: Language) -> Item:
    said, doubt = row.answer, Doubt(row.why)
    invitation = work.find(Invitation, row.invitation) if row.invitation else None
    meeting = work.find(Meeting, row.meeting) if row.meeting else None
    title = lang.text(
        DOUBTS[doubt],
        who=invitation.name if invitation and invitation.name else said["attendee"],
        sender=said.get("sender", ""),
        other=said.get("delegated_to", ""),
        member=names.people.get(said.get("comment", ""), said.get("comment", "")),
    )
    answer = SAID.get(PartStat(said["partstat"])) if "partstat" in said else None
    comment = said.get("comment", "") if doubt is not Doubt.DEPUTY_ACCEPTED else ""
    quoted = lang.text("“{words}”", words=comment) if comment else ""
    where = ""
    if meeting is not None:
        when = day_and_hours(meeting.time, work.office.zone, lang)
        where = lang.text("{meeting}, {when}", meeting=meeting.title, when=when)
    detail = " · ".join(filter(None, (where, lang.text(answer) if answer else "", quoted)))
    href = address(meeting) if meeting else "/today/answers"
    acts = [Act(lang.text(DISMISS.get(doubt, N_("Dismiss"))), f"/answers/{row.id}/dismiss")]
    if meeting is not None and doubt in ACCEPT:
        acts.insert(0, Act(lang.text(ACCEPT[doubt]), f"/answers/{row.id}/accept"))
    return Item(title, href, detail, title, acts=tuple(acts))


def proposals(work: UnitOfWork, lang: Language) -> Need | None:
    """Other times that people propose for a meeting: whoever leads it moves it, or does not."""
    column = invitation_tables.invitation.c
    query = select(Invitation).where(column.proposal.is_not(None)).order_by(column.key)
    found = [each for each in work.session.scalars(query) if each.stands and each.proposal]
    items = []
    for each in found:
        meeting = work.find(Meeting, each.meeting)
        if meeting is None or each.proposal is None:
            continue
        when = day_and_hours(each.proposal.time, work.office.zone, lang)
        detail = lang.text("{who} proposes {when}", who=each.name, when=when)
        href = address_of(Kind.MEETING, each.meeting) or ""
        items.append(Item(meeting.title, href, detail, detail))
    n = len(items)
    sentence = lang.plural(
        "{count} proposal of another time waits for a yes or no.",
        "{count} proposals of another time wait for a yes or no.",
        n,
        count=capitalised(counted(n, lang, "neuter")),
    )
    action = lang.plural("See the meeting", "See the meetings", n)
    return need("proposals", items, sentence, action, lang)
