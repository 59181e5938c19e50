"""Who had not answered, seen at the end of a day."""

from datetime import date
from importlib.resources import as_file, files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from tilsvar.commands.letters import (
    sign_off,
    withdraw_reply,
)
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import LetterKind, ReplyKind, SignOffCode
from tilsvar.domain.letters import Letter
from tilsvar.domain.obligations import Obligation, ObligationState
from tilsvar.intake.apply import import_register
from tilsvar.reports.unanswered import Unanswered, unanswered
from tilsvar.tests.reports.council import Council


@pytest.fixture
def example(empty_council: Council) -> Council:
    """The council's real register, imported as it is."""
    with as_file(files("tilsvar.examples.helseomsorg21")) as folder:
        import_register(empty_council.app.office, folder)
    return empty_council


def ask(council: Council, day: str) -> Unanswered:
    with council.reading() as work:
        return unanswered(work, date.fromisoformat(day))


def told(report: Unanswered) -> list[tuple[str, str, str, str]]:
    return [(row.letter, row.department, row.state.value, str(row.due)) for row in report.rows]


def test_on_3_february_2023_two_ministries_owe_three_answers(example: Council) -> None:
    report = ask(example, "2023-02-03")

    assert told(report) == [
        ("L2021-02", "HOD", "interim", "2021-03-08"),
        ("L2021-03", "HOD", "overdue", "2021-05-10"),
        ("L2022-06", "NFD", "overdue", "2022-11-03"),
    ]
    assert [row.days_open for row in report.rows] == [725, 666, 123]
    assert [row.working_days_overdue for row in report.rows] == [0, 444, 65]
    assert [row.working_days_open for row in report.rows] == [506, 466, 88]
    assert [(t.department, t.open, t.overdue, t.interim) for t in report.departments] == [
        ("HOD", 2, 1, 1),
        ("NFD", 1, 1, 0),
    ]


def test_in_august_2020_three_ministries_were_overdue_and_in_october_none(example: Council) -> None:
    assert told(ask(example, "2020-08-15")) == [
        ("L2020-02", department, "overdue", "2020-07-30") for department in ("HOD", "KMD", "KD")
    ]
    assert ask(example, "2020-10-01") == Unanswered(date(2020, 10, 1), (), ())


def test_what_a_ministry_left_open_is_asked_of_its_successor(council: Council) -> None:
    council.send("2021-06-01", "KMD")

    before, after = ask(council, "2021-12-31").rows[0], ask(council, "2022-02-01").rows[0]

    assert (before.department, before.addressed_to) == ("KMD", "KMD")
    assert (after.department, after.addressed_to) == ("KDD", "KMD")


def test_a_successors_reply_closes_what_its_predecessor_owed(council: Council) -> None:
    letter = council.send("2021-06-01", "KMD")
    council.receive(letter, "KDD", "2022-03-01")

    assert [row.department for row in ask(council, "2022-02-28").rows] == ["KDD"]
    assert ask(council, "2022-03-01").rows == ()


def test_a_reply_in_a_month_is_certain_only_on_its_last_day(council: Council) -> None:
    letter = council.send("2020-06-30", "HOD")
    council.receive(letter, "HOD", "2020-09")

    assert len(ask(council, "2020-09-29").rows) == 1
    assert ask(council, "2020-09-30").rows == ()


def test_a_letter_sent_in_a_month_is_open_from_its_last_day_on(council: Council) -> None:
    council.send("2023-02", "HOD")

    assert ask(council, "2023-02-27").rows == ()
    row = ask(council, "2023-03-02").rows[0]
    assert (row.sent, row.days_open, row.due) == (Edtf("2023-02"), 2, date(2023, 3, 28))


def test_a_winter_letter_is_found_in_the_year_in_which_the_winter_ends(council: Council) -> None:
    council.send("2022-24", "HOD")

    assert ask(council, "2023-02-27").rows == ()
    assert len(ask(council, "2023-02-28").rows) == 1


def test_a_withdrawn_reply_counts_as_if_it_had_never_come(council: Council) -> None:
    letter = council.send("2023-01-02", "HOD")
    council.receive(letter, "HOD", "2023-01-10")
    assert ask(council, "2023-01-15").rows == ()

    with council.work() as work:
        withdraw_reply(work, letter=letter, sender="HOD", why="Gjaldt et annet brev")
        work.commit()

    assert len(ask(council, "2023-01-15").rows) == 1


def test_a_promise_moves_the_date_and_once_passed_is_overdue(council: Council) -> None:
    letter = council.send("2023-01-02", "HOD")
    council.receive(letter, "HOD", "2023-01-20", kind=ReplyKind.INTERIM, promised=Edtf("2023-03"))

    waiting, passed = ask(council, "2023-03-31").rows[0], ask(council, "2023-04-12").rows[0]

    assert (waiting.state, waiting.promised) == (ObligationState.INTERIM, Edtf("2023-03"))
    assert (passed.state, passed.due) == (ObligationState.OVERDUE, date(2023, 3, 31))
    # Maundy Thursday to Easter Monday are no working days.
    assert (waiting.working_days_overdue, passed.working_days_overdue) == (0, 5)


def test_before_the_promise_came_the_first_date_stands(council: Council) -> None:
    letter = council.send("2023-01-02", "HOD")
    council.today_is("2023-02-20")
    council.receive(
        letter, "HOD", "2023-02-20", kind=ReplyKind.INTERIM, promised=Edtf("2023-05-02")
    )

    row = ask(council, "2023-02-10").rows[0]

    assert (row.state, row.due, row.promised) == (
        ObligationState.OVERDUE,
        date(2023, 2, 2),
        None,
    )


def test_a_sign_off_closes_and_a_submission_expects_nothing(council: Council) -> None:
    council.send("2023-01-02", "HOD", kind=LetterKind.SUBMISSION)
    letter = council.send("2023-01-02", "KD")
    with council.work() as work:
        sign_off(work, letter=letter, recipient="KD", code=SignOffCode.NOTED, on=Edtf("2023-01-05"))
        work.commit()

    assert [row.letter for row in ask(council, "2023-01-04").rows] == [letter]
    assert ask(council, "2023-01-05").rows == ()


def test_follow_ups_are_counted_for_the_department_that_got_them(council: Council) -> None:
    letter = council.send("2022-10-03", "HOD", "KD")
    council.send("2022-12-01", "HOD", follows_up=(letter,), expects_answer=False)
    council.send("2023-01-10", "HOD", follows_up=(letter,), expects_answer=False)

    by_day = {
        day: [(r.department, r.follow_ups, r.last_follow_up) for r in ask(council, day).rows]
        for day in ("2022-11-30", "2022-12-31", "2023-02-01")
    }

    assert by_day == {
        "2022-11-30": [("HOD", 0, None), ("KD", 0, None)],
        "2022-12-31": [("HOD", 1, Edtf("2022-12-01")), ("KD", 0, None)],
        "2023-02-01": [("HOD", 2, Edtf("2023-01-10")), ("KD", 0, None)],
    }


def test_rows_stand_by_sending_then_letter_then_order_of_recipients(council: Council) -> None:
    council.send("2022-05-01", "KD", "HOD", key="L2022-09")
    council.send("2022-05-01", "NFD", key="L2022-08")
    council.send("2022-04-30", "NFD", key="L2022-10")

    rows = [(row.letter, row.department) for row in ask(council, "2022-06-01").rows]

    assert rows == [
        ("L2022-10", "NFD"),
        ("L2022-08", "NFD"),
        ("L2022-09", "KD"),
        ("L2022-09", "HOD"),
    ]


def test_letters_that_are_closed_are_not_even_loaded(council: Council) -> None:
    for day in range(1, 20):
        letter = council.send(f"2023-01-{day:02}", "HOD")
        council.receive(letter, "HOD", "2023-01-25")
    still_open = council.send("2023-01-30", "HOD")

    with council.reading() as work:
        loaded: list[object] = []
        event.listen(work.session, "loaded_as_persistent", lambda _, each: loaded.append(each))
        rows = unanswered(work, date(2023, 2, 3)).rows

    assert [row.letter for row in rows] == [still_open]
    assert not [each for each in loaded if isinstance(each, Letter | Obligation)]


@given(day=st.dates(date(2016, 1, 1), date(2024, 12, 31)))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_on_any_day_it_says_what_each_answer_says_of_itself(example: Council, day: date) -> None:
    with example.reading() as work:
        rows = {(row.letter, row.addressed_to): row.state for row in unanswered(work, day).rows}
        by_themselves = {
            (letter.key, each.recipient): each.state(day)
            for letter in work.all(Letter)
            for each in letter.obligations
            if letter.sent.last <= day
        }

    silent = {ObligationState.CLOSED, ObligationState.NONE_EXPECTED}
    assert rows == {key: state for key, state in by_themselves.items() if state not in silent}


def test_a_follow_up_stands_with_the_letter_that_it_asks_about(council: Council) -> None:
    letter = council.send("2022-10-03", "HOD", "KD")
    follow_up = council.send("2022-12-01", "HOD", follows_up=(letter,))

    rows = ask(council, "2023-02-01").rows
    assert [(row.letter, row.department, row.follow_ups) for row in rows] == [
        (letter, "HOD", 1),
        (letter, "KD", 0),
    ]
    council.receive(follow_up, "HOD", "2023-01-10")
    assert [row.department for row in ask(council, "2023-02-01").rows] == ["KD"]
    assert len(ask(council, "2023-01-09").rows) == 2
