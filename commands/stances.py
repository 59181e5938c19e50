"""Facts about where a stakeholder stands: a stance recorded, withdrawn, taken up again."""

from collections.abc import Mapping

from ..domain.dates import Edtf
from ..domain.entity import Entity
from ..domain.errors import DomainError
from ..domain.kinds import Kind
from ..domain.letters import Letter
from ..domain.meetings import Meeting
from ..domain.organisations import Organisation
from ..domain.parties import Party
from ..domain.stakeholders import (
    OffTheList,
    Stakeholder,
    StanceKnown,
    StanceValue,
    key_of,
)
from ..store.unit_of_work import UnitOfWork
from .own_rows import own_row
from .stakeholders import party_in

EVIDENCE: Mapping[str, type[Entity]] = {Kind.LETTER: Letter, Kind.MEETING: Meeting}
"""What can say where somebody stands: the answer to a letter, and a meeting."""


class NotAStakeholder(DomainError):
    """{organisation} is not on the list of stakeholders of {theme}: put it there first."""


class NoEvidence(DomainError):
    """{evidence} says nothing of a stance: give letter:KEY or meeting:KEY."""


class NoAnswerThere(DomainError):
    """{organisation} has not answered {letter}: choose a letter that it has answered."""


def record_stance(
    work: UnitOfWork,
    *,
    theme: str,
    organisation: str,
    stance: StanceValue,
    as_of: Edtf,
    source: str = "",
    evidence: str = "",
) -> Stakeholder:
    """Record where a stakeholder stood on a date, and from what that is known.

    Whoever was taken over by then is recorded as its successor, whose row is made where it has
    none yet; what the predecessor said before that stays with it. A stance older than the newest
    one does not become the current one. `evidence` is
    "letter:KEY", a letter that it has answered, "meeting:KEY", or empty. Raises NotAStakeholder,
    StanceAhead, StanceKnown, OffTheList, NoEvidence, NoAnswerThere and Unknown.
    """
    work.known(Organisation, organisation)
    who = work.succession.on(organisation, as_of.last)
    party = party_in(work, theme, who)
    if party is None:
        raise NotAStakeholder(organisation=organisation, theme=theme)
    _require_evidence(work, evidence, work.succession.line(party.organisation))
    if party.removed:
        raise OffTheList(organisation=party.organisation)
    if any(row.is_known(stance, as_of) for row in party.rows):
        raise StanceKnown(organisation=party.organisation, as_of=as_of)
    found = _row(work, party, who, as_of)
    found.take_stance(stance, as_of, work.today, source=source, evidence=evidence)
    return found


def _row(work: UnitOfWork, party: Party, who: str, as_of: Edtf) -> Stakeholder:
    """Where the stance of that organisation belongs: its own row, or what it continues."""
    own = work.find(Stakeholder, key_of(party.theme, who))
    if own is not None:
        return own
    for each in party.rows:
        if work.succession.on(each.organisation, as_of.last) == each.organisation:
            return work.get(Stakeholder, each.key)
    return own_row(work, party, who)


def _require_evidence(work: UnitOfWork, evidence: str, line: tuple[str, ...]) -> None:
    if not evidence:
        return
    kind, _, key = evidence.partition(":")
    if kind not in EVIDENCE:
        raise NoEvidence(evidence=evidence)
    found: Entity = work.view(EVIDENCE[kind], key)
    if isinstance(found, Letter) and not has_answered(found, line):
        raise NoAnswerThere(organisation=line[0], letter=key)


def has_answered(letter: Letter, line: tuple[str, ...]) -> bool:
    """Whether one of these organisations has sent a reply to the letter."""
    return any(
        not reply.withdrawn and (reply.answered_by or obligation.recipient) in line
        for obligation in letter.obligations
        for reply in obligation.replies
    )


def withdraw_stance(
    work: UnitOfWork, *, stakeholder: str, number: int, why: str = ""
) -> Stakeholder:
    """It was recorded by mistake. Raises Unknown, NoSuchStance and StanceIsWithdrawn."""
    found = work.get(Stakeholder, stakeholder)
    found.withdraw_stance(number, why)
    return found


def restore_stance(work: UnitOfWork, *, stakeholder: str, number: int) -> Stakeholder:
    """It was withdrawn by mistake. Raises Unknown, NoSuchStance, StanceStands and StanceKnown."""
    found = work.get(Stakeholder, stakeholder)
    found.restore_stance(number)
    return found
