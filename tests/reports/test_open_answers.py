"""What is read in columns says what every answer says of itself, among few and among many."""

from datetime import date, timedelta
from itertools import product

import pytest

from tilsvar.commands.letters import withdraw_reply
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ReplyKind
from tilsvar.domain.letters import Letter
from tilsvar.domain.obligations import ObligationState
from tilsvar.reports import open_answers
from tilsvar.reports.unanswered import unanswered
from tilsvar.tests.reports.council import Council

PROMISES = (None, "2023-03", "2023-01-20", "../2023-02-15")
RECEIVED = ("2023-01-10", "2023-02")


@pytest.fixture
def answered_halfway(council: Council) -> Council:
    """Interim replies of every sort, some of them two, withdrawn or followed by the answer."""
    council.today_is("2023-06-30")
    histories = product(PROMISES, RECEIVED, (False, True), ("", "2023-02-20"))
    for promised, received, withdrawn, closed in histories:
        letter = council.send("2022-12-05", "HOD")
        for each in dict.fromkeys((promised, None)):
            promise = Edtf(each) if each else None
            council.receive(letter, "HOD", received, kind=ReplyKind.INTERIM, promised=promise)
        if withdrawn:
            with council.work() as work:
                withdraw_reply(work, letter=letter, sender="HOD", why="Gjaldt et annet brev")
                work.commit()
        if closed:
            council.receive(letter, "HOD", closed)
    return council


@pytest.mark.parametrize("few", [5000, 0])
def test_on_every_day_each_row_says_what_the_answer_says(
    answered_halfway: Council, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(open_answers, "FEW", few)
    with answered_halfway.reading() as work:
        letters = work.all(Letter)
        for day in (date(2022, 12, 1) + timedelta(days=5 * n) for n in range(30)):
            rows = [
                (each.letter, each.state, each.due, each.promised)
                for each in unanswered(work, day).rows
            ]
            said = [
                (letter.key, each.state(day), each.due(day), each.promised(day))
                for letter in sorted(letters, key=lambda letter: letter.key)
                for each in letter.obligations
                if letter.sent.last <= day and each.state(day) is not ObligationState.CLOSED
            ]
            assert rows == said
