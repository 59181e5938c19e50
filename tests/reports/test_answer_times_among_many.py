"""Answer times say the same whether letters are named one by one or by their time."""

from datetime import date

import pytest

from tilsvar.commands.letters import sign_off
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ReplyKind, SignOffCode
from tilsvar.reports import answer_times as asking
from tilsvar.reports.answer_times import answer_times
from tilsvar.reports.asked import Asked
from tilsvar.tests.reports.council import Council


def test_among_very_many_letters_the_same_is_said_as_among_few(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    for month in range(1, 9):
        letter = council.send(f"2022-{month:02}-01", "HOD", "KD")
        council.receive(letter, "HOD", f"2022-{month + 1:02}-{month:02}")
        council.receive(letter, "KD", f"2022-{month + 2:02}-01", kind=ReplyKind.INTERIM)
    with council.work() as work:
        sign_off(work, letter=letter, recipient="KD", code=SignOffCode.NOTED, on=Edtf("2022-12-01"))
        work.commit()
    asked = Asked(date(2023, 2, 3), date(2022, 1, 1), date(2022, 12, 31))

    with council.reading() as work:
        few = answer_times(work, asked)
        monkeypatch.setattr(asking, "FEW", 0)
        many = answer_times(work, asked)

    assert (few.all.answer.number, few.all.answer.over, few.all.interim.over) == (16, 8, 8)
    assert many == few
