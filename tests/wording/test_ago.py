"""How long ago something was, as one says it."""

from datetime import timedelta

import pytest

from tilsvar.wording.ago import ago
from tilsvar.wording.language import language


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (timedelta(seconds=-3), "nettopp"),
        (timedelta(minutes=14), "nettopp"),
        (timedelta(minutes=15), "for 15 minutter siden"),
        (timedelta(minutes=59, seconds=59), "for 59 minutter siden"),
        (timedelta(hours=1), "for en time siden"),
        (timedelta(hours=3, minutes=50), "for 3 timer siden"),
        (timedelta(hours=47), "for 47 timer siden"),
        (timedelta(days=2), "for 2 dager siden"),
        (timedelta(days=400), "for 400 dager siden"),
    ],
)
def test_a_span_is_told_in_the_largest_unit_that_says_enough(since: timedelta, said: str) -> None:
    assert ago(since, language("nb")) == said


def test_each_language_has_its_own_words() -> None:
    three_hours = timedelta(hours=3)

    assert ago(three_hours, language("nn")) == "for 3 timar sidan"
    assert ago(three_hours, language("en")) == "3 hours ago"
