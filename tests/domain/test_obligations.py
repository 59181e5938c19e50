"""The state of an expected answer on a given day, and what databases are told of it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.dates import Edtf
from tilsvar.domain.due_dates import DueRule, Period, PeriodUnit, work_out
from tilsvar.domain.errors import DomainError
from tilsvar.domain.kinds import ReplyKind, SignOffCode
from tilsvar.domain.letters import Letter
from tilsvar.domain.obligations import Obligation, ObligationState, Reply, SignOff
from tilsvar.tests.domain.council import CALENDAR, final, interim, letter

AWAITING, INTERIM = ObligationState.AWAITING, ObligationState.INTERIM
OVERDUE, CLOSED = ObligationState.OVERDUE, ObligationState.CLOSED


def kmd_report() -> Letter:
    """L2020-02 of the register: three ministries, all answered in September."""
    sent = letter("2020-06-30", "HOD", "KMD", "KD", key="L2020-02")
    for department in sent.recipients:
        sent.take_reply(department, final("2020-09"))
    return sent


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2020, 7, 30), AWAITING),
        (date(2020, 7, 31), OVERDUE),
        (date(2020, 8, 15), OVERDUE),
        (date(2020, 9, 29), OVERDUE),
        (date(2020, 9, 30), CLOSED),
        (date(2020, 10, 1), CLOSED),
    ],
)
def test_three_ministries_were_overdue_in_august_and_had_answered_by_october(
    day: date, state: ObligationState
) -> None:
    assert [each.state(day) for each in kmd_report().obligations] == [state] * 3


def test_the_three_answers_outstanding_on_3_february_2023() -> None:
    day = date(2023, 2, 3)
    clinical = letter("2021-02-08", "HOD", key="L2021-02")
    clinical.take_reply("HOD", interim("2021-02"))
    sustainable = letter("2021-04-08", "HOD", key="L2021-03")
    industry = letter("2022-10-03", "NFD", key="L2022-06")

    found = [
        (each.obligations[0].state(day), each.obligations[0].due(day))
        for each in (clinical, sustainable, industry)
    ]
    assert found == [
        (INTERIM, date(2021, 3, 8)),
        (OVERDUE, date(2021, 5, 10)),
        (OVERDUE, date(2022, 11, 3)),
    ]


def test_a_promise_holds_until_its_last_day_has_passed() -> None:
    sent = letter("2022-10-03")
    sent.take_reply("NFD", interim("2022-11-10", "2023-01"))
    nfd = sent.obligations[0]

    assert nfd.state(date(2022, 11, 9)) is OVERDUE
    assert nfd.state(date(2022, 11, 10)) is INTERIM
    assert nfd.state(date(2023, 1, 31)) is INTERIM
    assert nfd.state(date(2023, 2, 1)) is OVERDUE
    assert nfd.due(date(2022, 11, 9)) == date(2022, 11, 3)
    assert nfd.due(date(2022, 11, 10)) == date(2023, 1, 31)


def test_a_withdrawn_reply_is_left_out_of_the_past_too() -> None:
    sent = letter("2022-10-03")
    sent.take_reply("NFD", final("2022-10-20"))
    sent.withdraw_reply("NFD", "gjaldt et annet brev")

    assert sent.obligations[0].state(date(2022, 10, 25)) is AWAITING
    assert sent.obligations[0].state(date(2022, 11, 4)) is OVERDUE


SENT = date(2022, 10, 3)
DATES = st.one_of(
    st.dates(SENT, SENT + timedelta(days=400)).map(Edtf.on),
    st.sampled_from([Edtf(t) for t in ("2022-11", "2023-21", "2023", "../2023-03-08")]),
)
PERIODS = st.builds(Period, st.integers(1, 9), st.sampled_from(PeriodUnit))
Step = Callable[[Letter], object]


def _replies(kind: ReplyKind, received: Edtf, promised: Edtf | None) -> Step:
    return lambda sent: sent.take_reply("NFD", Reply(kind, received, promised))


def _signs_off(code: SignOffCode, on: Edtf) -> Step:
    return lambda sent: sent.sign_off("NFD", SignOff(code, on, "SEK1"))


def _moves(day: date) -> Step:
    return lambda sent: sent.move_due("NFD", day, "avtalt")


def _recomputes(period: Period) -> Step:
    rule = DueRule("letter", period, "")
    return lambda sent: sent.recompute(lambda day: work_out(rule, day, CALENDAR), "rule")


def _corrects(sent_on: date, period: Period | None) -> Step:
    day = Edtf.on(sent_on)
    ruled = work_out(DueRule("letter", period, ""), day, CALENDAR) if period else None
    return lambda sent: sent.correct_sending(day, ["NFD"], ruled)


STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(
        st.builds(_replies, st.sampled_from(ReplyKind), DATES, st.none() | DATES),
        st.builds(_signs_off, st.sampled_from(SignOffCode), DATES),
        st.just(lambda sent: sent.withdraw_reply("NFD", "feil")),
        st.just(lambda sent: sent.withdraw_sign_off("NFD", "feil")),
        st.builds(_moves, st.dates(SENT, SENT + timedelta(days=400))),
        st.builds(_recomputes, PERIODS),
        st.builds(_corrects, st.dates(SENT, SENT + timedelta(days=9)), st.none() | PERIODS),
    ),
    max_size=12,
)


def _snapshot(nfd: Obligation) -> tuple[bool, date | None, int]:
    return nfd.open, nfd.due(), nfd.version


@given(STEPS)
def test_whatever_happens_what_databases_look_for_stays_in_step(steps: list[Step]) -> None:
    sent = letter(SENT.isoformat())
    nfd = sent.obligations[0]

    for step in steps:
        was_open, was_due, was_version = _snapshot(nfd)
        try:
            step(sent)
        except DomainError:
            assert _snapshot(nfd) == (was_open, was_due, was_version), "a refusal changes nothing"
        now_open, due, version = _snapshot(nfd)

        assert nfd.due_on == due
        assert (nfd.closed_on is not None) == nfd.closed()
        assert version >= was_version
        if now_open and (not was_open or due != was_due):
            assert version > was_version, "reminders have to start anew"


@given(STEPS, st.dates(SENT, SENT + timedelta(days=500)))
def test_on_any_day_the_state_is_one_that_the_facts_bear_out(steps: list[Step], day: date) -> None:
    sent = letter(SENT.isoformat())
    for step in steps:
        try:
            step(sent)
        except DomainError:
            continue
    nfd = sent.obligations[0]
    state, due = nfd.state(day), nfd.due(day)

    closed_by_then = nfd.closed_on is not None and nfd.closed_on <= day
    assert nfd.closed(day) == closed_by_then
    assert (state is ObligationState.NONE_EXPECTED) == (not nfd.expected)
    assert (state is CLOSED) == (nfd.expected and closed_by_then)
    if state is OVERDUE:
        assert due is not None
        assert due < day
    if state is AWAITING:
        assert due is None or due >= day
