"""A follow-up that was approved by mistake waits again, while nothing has come of its letter."""

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.follow_ups import (
    AskedAnew,
    withdraw_approval,
)
from tilsvar.domain.follow_ups import (
    NotApproved,
)
from tilsvar.domain.kinds import FollowUpStatus
from tilsvar.domain.letter_errors import AnswersStand
from tilsvar.domain.letters import Letter
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.commands.asking import (
    WORDS,
    answer,
    approve,
    draft,
    open_ones,
    send,
    state,
)


def test_an_approval_by_mistake_is_withdrawn_with_its_letter_and_the_draft_waits_again(
    office: Office,
) -> None:
    send(office, "L1", "2022-10-03", "HOD")
    key = draft(office) or ""
    letter = approve(office, key)

    with office.work(by="SEK1") as work:
        withdraw_approval(work, follow_up=key, words=WORDS, why="Sendt feil")
        work.commit()

    assert state(office, key)[:2] == (FollowUpStatus.DRAFTED, ("L1",))
    assert open_ones(office) == ["L1/HOD"]
    with office.reading() as work:
        assert work.view(Letter, letter).withdrawn
    again = approve(office, key)
    assert again != letter
    assert state(office, key)[0] is FollowUpStatus.APPROVED


def test_an_approval_of_which_something_came_stands(office: Office) -> None:
    send(office, "L1", "2022-10-03", "HOD")
    key = draft(office) or ""
    letter = approve(office, key)
    answer(office, letter)

    with office.work(by="SEK1") as work, pytest.raises(AnswersStand):
        withdraw_approval(work, follow_up=key, words=WORDS)
    assert state(office, key)[0] is FollowUpStatus.APPROVED


def test_only_an_approval_is_withdrawn_and_not_where_another_draft_waits(app: App) -> None:
    office = app.office
    send(office, "L1", "2022-10-03", "HOD")
    key = draft(office) or ""
    with office.work(by="SEK1") as work, pytest.raises(NotApproved):
        withdraw_approval(work, follow_up=key, words=WORDS)
    approve(office, key)
    send(office, "L2", "2022-10-04", "HOD")
    other = draft(office)

    with office.work(by="SEK1") as work, pytest.raises(AskedAnew, match=str(other)):
        withdraw_approval(work, follow_up=key, words=WORDS)
