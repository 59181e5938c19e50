"""How long one waits: those still waiting count, and what is not exact stays a span."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as some

from tilsvar.domain.waiting_times import HALF, QUARTER, Span, Wait, WaitingTimes

REMISSION = [6, 6, 6, 7, 10, 13, 16, 22, 23]
STILL_IN_REMISSION = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]


def test_the_estimate_is_that_of_the_textbooks_own_example() -> None:
    """Freireich et al. 1963, as in Kleinbaum and Klein, Survival Analysis, table 2.2."""
    waits = [Wait(weeks, weeks) for weeks in REMISSION]
    waits += [Wait(weeks, weeks, over=False) for weeks in STILL_IN_REMISSION]

    times = WaitingTimes.of(waits)

    assert times.soonest == times.latest
    assert {step.days: round(1 - step.share, 4) for step in times.latest} == {
        6: 0.8571,
        7: 0.8067,
        10: 0.7529,
        13: 0.6902,
        16: 0.6275,
        22: 0.5378,
        23: 0.4482,
    }


def test_leaving_out_whoever_still_waits_would_make_the_answer_look_quicker() -> None:
    answered = [Wait(10, 10), Wait(20, 20)]
    waiting = [Wait(400, 400, over=False), Wait(500, 500, over=False)]

    assert WaitingTimes.of(answered).median == Span(10, 10)
    assert WaitingTimes.of([*answered, *waiting]).median == Span(20, 20)


def test_where_fewer_than_half_have_answered_there_is_no_median() -> None:
    times = WaitingTimes.of([Wait(10, 10), *[Wait(99, 99, over=False)] * 2])

    assert times.median == Span(None, None)
    assert (times.number, times.over, times.waiting) == (3, 1, 2)


def test_an_answer_of_some_day_in_september_makes_a_span() -> None:
    assert WaitingTimes.of([Wait(63, 92)]).median == Span(63, 92)


def test_the_median_may_be_sooner_where_answers_came_later() -> None:
    """Three answered "in September", one on day 117; one is open since 89 days, two since long.

    From day 90 on the three answers stand for the letter of which no more is known, too.
    """
    september = [Wait(63, 92)] * 3
    waiting = [Wait(days, days, over=False) for days in (89, 632, 691)]

    assert WaitingTimes.of([*september, Wait(117, 117), *waiting]).median == Span(90, 117)


def estimated(waits: Sequence[tuple[int, bool]], share: Fraction) -> int | None:
    """The day on which that share has come, counted out day by day, in exact numbers."""
    still = Fraction(1)
    for day in range(max(days for days, _ in waits) + 1):
        at_risk = sum(days >= day for days, _ in waits)
        still *= 1 - Fraction(sum(over and days == day for days, over in waits), at_risk)
        if 1 - still >= share:
            return day
    return None


NEVER = 10**6
FEW = some.builds(
    lambda shortest, more, over: Wait(shortest, shortest + more, over),
    some.integers(0, 5),
    some.integers(0, 3),
    some.booleans(),
)


@given(some.lists(FEW, min_size=1, max_size=5))
def test_a_span_reaches_from_the_least_to_the_most_of_all_lengths_that_there_may_be(
    waits: list[Wait],
) -> None:
    lengths = [
        [(days, each.over) for days in range(each.shortest, each.longest + 1)] for each in waits
    ]
    for share in (QUARTER, HALF, 1 - QUARTER):
        every = {estimated(those, Fraction(share)) for those in product(*lengths)}
        days = sorted(NEVER if each is None else each for each in every)

        found = WaitingTimes.of(waits).after(share)

        assert [NEVER if each is None else each for each in (found.shortest, found.longest)] == [
            days[0],
            days[-1],
        ]


_WAITS = some.lists(
    some.tuples(some.integers(0, 400), some.integers(0, 60), some.booleans()).map(
        lambda each: Wait(each[0], each[0] + each[1], each[2])
    ),
    min_size=1,
    max_size=30,
)


@given(_WAITS)
def test_the_share_only_grows_and_never_passes_one(waits: list[Wait]) -> None:
    for steps in (WaitingTimes.of(waits).soonest, WaitingTimes.of(waits).latest):
        shares = [step.share for step in steps]
        assert shares == sorted(shares)
        assert all(0 < share <= 1 + 1e-9 for share in shares)
        assert [step.days for step in steps] == sorted({step.days for step in steps})


@given(some.lists(some.integers(0, 300), min_size=1, max_size=30))
def test_where_everybody_has_answered_it_is_the_plain_share(days: list[int]) -> None:
    times = WaitingTimes.of(Wait(each, each) for each in days)

    for step in times.soonest:
        assert abs(step.share - sum(each <= step.days for each in days) / len(days)) < 1e-9
    median = times.after(HALF).shortest
    assert median is not None
    assert sum(each <= median for each in days) * 2 >= len(days)
    assert sum(each < median for each in days) * 2 < len(days)
