"""What must hold between rows: who took over from whom, and which reply answers which letter."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from ...domain.kinds import ReplyKind
from .refusal import RowError
from .rows import ConsultationRow, LetterRow, OrganisationRow, ReplyRow


def check_across(
    organisations: Collection[OrganisationRow],
    letters: Iterable[LetterRow],
    replies: Iterable[ReplyRow],
) -> Iterator[RowError]:
    """Everything that is wrong between the rows, among those that can be read by themselves."""
    sent = {letter.id: letter for letter in letters}
    yield from _successions(organisations)
    yield from _follow_ups(sent)
    yield from _replies(replies, sent, organisations)


def late_submissions(
    letters: Iterable[LetterRow], consultations: Iterable[ConsultationRow]
) -> Iterator[str]:
    """A sentence for each submission that was certainly sent after its deadline."""
    sent = {letter.id: letter.sent for letter in letters}
    for row in consultations:
        when = sent.get(row.submission) if row.submission else None
        if when and row.deadline and when.first > row.deadline.last:
            yield (
                f"{row.where}: {row.submission} was sent {when}, after the deadline {row.deadline} "
                f"of {row.id}. It is shown as late."
            )


def _successions(organisations: Collection[OrganisationRow]) -> Iterator[RowError]:
    steps = {row.key: row.successor for row in organisations if row.successor}
    for row in organisations:
        if ring := _ring(row.key, steps):
            problem = f"closes a ring of successors ({ring}). One of them must be the last."
            yield row.wrong("successor", problem)


def _ring(key: str, steps: Mapping[str, str]) -> str:
    """The ring that begins and ends with the key, where it is the first of that ring."""
    chain = _chain(key, steps)
    begins = len(chain) > 1 and key == chain[-1] == min(chain)
    return " → ".join(chain) if begins else ""


def _chain(key: str, steps: Mapping[str, str]) -> list[str]:
    """The key and all that took over after it, up to the last, or to the first that returns."""
    chain = [key]
    while following := steps.get(chain[-1]):
        returns = following in chain
        chain.append(following)
        if returns:
            break
    return chain


def _follow_ups(sent: Mapping[str, LetterRow]) -> Iterator[RowError]:
    steps = {letter.id: letter.follows_up for letter in sent.values() if letter.follows_up}
    for ring in _rings(steps):
        shown = " → ".join(ring)
        problem = f"closes a ring of letters that follow up each other ({shown}). Correct one."
        yield sent[ring[0]].wrong("follows_up", problem)
    for letter in sent.values():
        for key in letter.follows_up:
            earlier = sent.get(key)
            if earlier and earlier is not letter and letter.sent.last < earlier.sent.first:
                problem = (
                    f"was sent {earlier.sent}, after this letter ({letter.sent}). Correct one."
                )
                yield letter.wrong("follows_up", problem)


def _rings(steps: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Every ring, from the first of its keys back to it."""
    left = dict(steps)
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            ring = error.args[1][:0:-1]
            first = ring.index(min(ring))
            ring = [*ring[first:], *ring[: first + 1]]
            yield ring
            del left[ring[0]]
        else:
            return


@dataclass
class _Answers:
    """What has been read of the replies so far: which rows close what, and which rows there are."""

    finals: dict[tuple[str, str], ReplyRow] = field(default_factory=dict)
    rows: dict[tuple[str, ...], ReplyRow] = field(default_factory=dict)


def _replies(
    replies: Iterable[ReplyRow],
    sent: Mapping[str, LetterRow],
    organisations: Collection[OrganisationRow],
) -> Iterator[RowError]:
    steps = {row.key: row.successor for row in organisations if row.successor}
    described = {row.key for row in organisations}
    answers = _Answers()
    for reply in replies:
        letter = sent.get(reply.letter)
        # A letter that only the system knows is judged where the reply is recorded.
        recipients = [reply.from_] if letter is None else _answered(reply, letter, steps)
        if letter and not recipients and described.issuperset(letter.recipients):
            problem = (
                f"is not a recipient of {letter.id} ({', '.join(letter.recipients)}). Write one of "
                "those, or an organisation that took over from one."
            )
            yield reply.wrong("from", problem)
            continue
        if letter and reply.received.last < letter.sent.first:
            problem = f"is before {letter.id} was sent ({letter.sent}). Correct one of them."
            yield reply.wrong("received", problem)
        yield from _twice(reply, recipients or [reply.from_], answers)


def _answered(reply: ReplyRow, letter: LetterRow, steps: Mapping[str, str]) -> list[str]:
    """The recipients for whom the reply can speak: itself, else those that it took over from."""
    if reply.from_ in letter.recipients:
        return [reply.from_]
    return [each for each in letter.recipients if reply.from_ in _chain(each, steps)]


def _twice(reply: ReplyRow, recipients: list[str], answers: _Answers) -> Iterator[RowError]:
    same = (reply.letter, reply.from_, reply.received.text, reply.kind)
    first = answers.rows.setdefault(same, reply)
    if first is not reply:
        problem = f"replied so on line {first.line} already, on the same date. Keep one of the two."
        yield reply.wrong("from", problem)
    elif reply.kind is ReplyKind.FINAL:
        open_still = [each for each in recipients if (reply.letter, each) not in answers.finals]
        if open_still:
            answers.finals[reply.letter, open_still[0]] = reply
            return
        earlier = answers.finals[reply.letter, recipients[0]]
        problem = (
            f"gave a final reply to {reply.letter} on line {earlier.line} already. Make one of the "
            "two interim, or delete it."
        )
        yield reply.wrong("from", problem)
