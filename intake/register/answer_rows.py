"""The sheets of answers that a person has closed without a reply, or given another date."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...domain.dates import Edtf
from ...domain.kinds import ReplyKind, SignOffCode
from .columns import Column, Sheet, Value, choice, date, line, one, text
from .refusal import RowError
from .rows import LetterRow, ReplyRow, Row

_OF_AN_ANSWER = (
    one("letter", "letters", required=True),
    one("recipient", "organisations", required=True),
)

ANSWER_SHEETS = (
    Sheet(
        "sign_offs",
        (
            *_OF_AN_ANSWER,
            choice("code", [each for each in SignOffCode if each is not SignOffCode.UNSPECIFIED]),
            date("on", required=True),
            one("by", "people"),
            text("note"),
        ),
        told_by=("letter", "recipient"),
    ),
    Sheet(
        "answer_dates",
        (*_OF_AN_ANSWER, Column("due", Value.DAY, required=True), *line("why")),
        told_by=("letter", "recipient"),
    ),
)


@dataclass(frozen=True, kw_only=True)
class AnswerRow(Row):
    """A row about the answer of one recipient of a letter."""

    letter: str
    recipient: str


@dataclass(frozen=True, kw_only=True)
class SignOffRow(AnswerRow):
    """An answer that was closed without a reply: for which reason (Noark 5), when and by whom."""

    code: SignOffCode
    on: Edtf
    by: str | None
    note: str


@dataclass(frozen=True, kw_only=True)
class AnswerDateRow(AnswerRow):
    """The day that a person has set for an answer, instead of the one by the council's rule."""

    due: dt.date
    why: str


def check_answers(
    rows: Iterable[AnswerRow], letters: Iterable[LetterRow], replies: Iterable[ReplyRow]
) -> Iterator[RowError]:
    """Everything that does not go with the letter, among rows that can be read by themselves.

    A letter that only the system knows is judged where the row enters.
    """
    sent = {letter.id: letter for letter in letters}
    final = {
        (reply.letter, reply.from_): reply for reply in replies if reply.kind is ReplyKind.FINAL
    }
    for row in rows:
        letter = sent.get(row.letter)
        if letter and row.recipient not in letter.recipients:
            problem = f"is not a recipient of {letter.id}. Write {' or '.join(letter.recipients)}."
            yield row.wrong("recipient", problem)
        elif isinstance(row, AnswerDateRow) and letter and not letter.reply_expected:
            yield row.wrong("letter", "expects no reply, so none is due. Delete the row.")
        elif isinstance(row, SignOffRow) and (reply := final.get((row.letter, row.recipient))):
            problem = f"gave a final reply to {row.letter} ({reply.where}). Delete one of the two."
            yield row.wrong("recipient", problem)
