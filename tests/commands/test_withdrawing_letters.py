"""A letter that was registered by mistake is withdrawn, on both databases, and restored."""

from datetime import date

import pytest
from sqlalchemy import func, select

from tilsvar.bootstrap import App
from tilsvar.commands.consultations import publish_consultation, submit_consultation
from tilsvar.commands.corrections import correct_letter
from tilsvar.commands.letters import (
    move_answer_due,
    receive_reply,
    send_letter,
    sign_off,
    withdraw_reply,
)
from tilsvar.commands.overdue import sent_about
from tilsvar.commands.withdrawing_letters import restore_letter, withdraw_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import LetterWithdrawn
from tilsvar.domain.kinds import Kind, LetterKind, ReplyKind, SignOffCode
from tilsvar.domain.letter_errors import (
    AnswersStand,
    AskedAbout,
    IsTheResponse,
    LetterIsWithdrawn,
    NotWithdrawn,
)
from tilsvar.domain.letters import Letter
from tilsvar.domain.watches import watched
from tilsvar.reports.unanswered import unanswered
from tilsvar.store import flow
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer


def send(
    office: Office, key: str, sent: str, *recipients: str, about: tuple[str, ...] = ()
) -> None:
    with office.work(by="SEK1") as work:
        send_letter(
            work, key=key, title=key, sent=Edtf(sent), recipients=recipients, follows_up=about
        )
        work.commit()


def withdraw(office: Office, key: str, why: str = "Registrert to ganger") -> None:
    with office.work(by="SEK1") as work:
        withdraw_letter(work, letter=key, why=why)
        work.commit()


def restore(office: Office, key: str) -> None:
    with office.work(by="SEK1") as work:
        restore_letter(work, letter=key)
        work.commit()


def open_letters(office: Office) -> list[str]:
    with office.reading() as work:
        return [row.letter for row in unanswered(work, work.today).rows]


def test_nothing_is_expected_because_of_a_withdrawn_letter_until_it_is_restored(
    office: Office,
) -> None:
    send(office, "L2023-01", "2023-01-02", "HOD", "KD")
    withdraw(office, "L2023-01")

    with office.reading() as work:
        found = work.get(Letter, "L2023-01")
        told = [each.event for each in history(work.session, Kind.LETTER, "L2023-01")]
        assert (found.withdrawn, watched(found)) == (True, [])
        assert told[-1] == LetterWithdrawn("L2023-01", "Registrert to ganger")
    assert open_letters(office) == []

    restore(office, "L2023-01")
    assert open_letters(office) == ["L2023-01", "L2023-01"]
    with office.reading() as work:
        assert [each.due() for each in work.get(Letter, "L2023-01").obligations] == [
            date(2023, 2, 2),
            date(2023, 2, 2),
        ]


def test_what_was_not_expected_before_is_not_expected_afterwards(office: Office) -> None:
    send(office, "L2023-01", "2023-01-02", "HOD", "KD")
    with office.work(by="SEK1") as work:
        correct_letter(
            work,
            letter="L2023-01",
            sent=Edtf("2023-01-02"),
            recipients=["HOD"],
            expects_answer=True,
            kind=LetterKind.LETTER,
        )
        work.commit()
    withdraw(office, "L2023-01")
    restore(office, "L2023-01")

    with office.reading() as work:
        obligations = work.get(Letter, "L2023-01").obligations
        assert [each.expected for each in obligations] == [True, False]


def test_a_withdrawn_letter_takes_nothing_and_is_not_withdrawn_twice(office: Office) -> None:
    send(office, "L2023-01", "2023-01-02", "HOD")
    with office.work(by="SEK1") as work, pytest.raises(NotWithdrawn):
        restore_letter(work, letter="L2023-01")
    withdraw(office, "L2023-01")

    with office.work(by="SEK1") as work:
        with pytest.raises(LetterIsWithdrawn):
            withdraw_letter(work, letter="L2023-01", why="Igjen")
        with pytest.raises(LetterIsWithdrawn):
            receive_reply(work, letter="L2023-01", sender="HOD", received=Edtf("2023-01-20"))
        with pytest.raises(LetterIsWithdrawn):
            sign_off(
                work,
                letter="L2023-01",
                recipient="HOD",
                code=SignOffCode.NOTED,
                on=Edtf("2023-01-20"),
            )
        with pytest.raises(LetterIsWithdrawn):
            correct_letter(
                work,
                letter="L2023-01",
                sent=Edtf("2023-01-03"),
                recipients=["HOD"],
                expects_answer=True,
                kind=LetterKind.LETTER,
            )


def test_what_was_registered_on_it_is_withdrawn_first(office: Office) -> None:
    send(office, "L2023-01", "2023-01-02", "HOD")
    with office.work(by="SEK1") as work:
        receive_reply(
            work,
            letter="L2023-01",
            sender="HOD",
            received=Edtf("2023-01-20"),
            kind=ReplyKind.INTERIM,
        )
        work.commit()
    with office.work(by="SEK1") as work, pytest.raises(AnswersStand, match="from HOD on L2023-01"):
        withdraw_letter(work, letter="L2023-01", why="Feil")

    with office.work(by="SEK1") as work:
        withdraw_reply(work, letter="L2023-01", sender="HOD", why="Feil")
        work.commit()
    withdraw(office, "L2023-01")
    assert open_letters(office) == []


def test_a_withdrawn_follow_up_gives_what_it_asked_about_its_own_date_back(office: Office) -> None:
    send(office, "L2022-01", "2022-10-03", "HOD")
    send(office, "L2022-02", "2022-11-21", "HOD", about=("L2022-01",))
    send(office, "L2023-01", "2023-01-09", "HOD", about=("L2022-01",))
    with office.work(by="SEK1") as work, pytest.raises(AskedAbout, match="L2022-02, L2023-01 asks"):
        withdraw_letter(work, letter="L2022-01", why="Feil")

    withdraw(office, "L2023-01")
    with office.reading() as work:
        [asked] = work.get(Letter, "L2022-01").obligations
        assert asked.asked_again_in == "L2022-02"
        assert [each.key for each in sent_about(work, "L2022-01", "HOD")] == ["L2022-02"]

    restore(office, "L2023-01")
    with office.reading() as work:
        assert work.get(Letter, "L2022-01").obligations[0].asked_again_in == "L2023-01"

    withdraw(office, "L2023-01")
    withdraw(office, "L2022-02")
    with office.reading() as work:
        first = work.get(Letter, "L2022-01")
        assert [each.key for each in watched(first)] == ["L2022-01/HOD"]
    assert open_letters(office) == ["L2022-01"]


def test_the_response_to_a_consultation_stays_while_it_counts_as_submitted(office: Office) -> None:
    send(office, "L2023-01", "2023-01-02", "HOD")
    with office.work(by="SEK1") as work:
        publish_consultation(work, key="C2023-01", title="Ny lov", publisher="HOD")
        submit_consultation(work, consultation="C2023-01", letter="L2023-01")
        work.commit()

    with office.work(by="SEK1") as work, pytest.raises(IsTheResponse, match="to C2023-01"):
        withdraw_letter(work, letter="L2023-01", why="Feil")


def test_a_withdrawn_letter_answers_no_consultation_and_is_not_asked_about_again(
    office: Office,
) -> None:
    send(office, "L2023-01", "2023-01-02", "HOD")
    withdraw(office, "L2023-01")

    with office.work(by="SEK1") as work:
        publish_consultation(work, key="C2023-01", title="Ny lov", publisher="HOD")
        with pytest.raises(LetterIsWithdrawn):
            submit_consultation(work, consultation="C2023-01", letter="L2023-01")
    with pytest.raises(LetterIsWithdrawn):
        send(office, "L2023-02", "2023-02-02", "HOD", about=("L2023-01",))


def test_a_date_set_by_hand_gives_way_to_the_rule_again(office: Office) -> None:
    send(office, "L2023-01", "2023-01-02", "HOD")
    for day in (date(2023, 3, 1), None):
        with office.work(by="SEK1") as work:
            move_answer_due(work, letter="L2023-01", recipient="HOD", day=day, why="")
            work.commit()

    with office.reading() as work:
        [answer] = work.get(Letter, "L2023-01").obligations
        assert (answer.set_by_hand, answer.due()) == (None, date(2023, 2, 2))


def test_the_clock_looks_at_a_withdrawn_letter_no_more_and_at_a_restored_one_again(
    app: App, bell: HandBell
) -> None:
    def waiting() -> int:
        answer(app, bell)
        rung = flow.rung.c
        query = select(func.count()).where(rung.group == "L2023-01", rung.state == "waiting")
        with app.office.reading() as work:
            return work.session.scalar(query) or 0

    send(app.office, "L2023-01", "2023-02-03", "HOD")
    assert waiting() == 3
    withdraw(app.office, "L2023-01")
    assert waiting() == 0
    restore(app.office, "L2023-01")
    assert waiting() == 3
