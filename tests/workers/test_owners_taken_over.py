"""One owner of a theme takes over from another: both are heard, and watched, as one."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.council import register_organisation, stay, succeed
from tilsvar.commands.stances import record_stance
from tilsvar.domain.dates import Edtf
from tilsvar.domain.stakeholders import StanceValue
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.workers.about_themes import (
    LIFT,
    answered,
    asked,
    gone_quiet,
    heard,
    owners,
    theme,
    told_of,
    waits,
)
from tilsvar.tests.workers.hearing import morning

ANSWERED = date(2023, 1, 30)
HALF_A_YEAR_LATER = date(2023, 7, 31)
"""180 days after the answer, which was a Saturday."""
HALF_A_YEAR_ON_THE_LIST = date(2023, 8, 2)
"""180 days after NND was named an owner, on 3 February."""


@pytest.fixture
def council(app: App, bell: HandBell) -> App:
    """A theme about which NFD has answered; NND is there as well."""
    with app.office.work(by="SEK1") as work:
        register_organisation(work, key="NND", name="Det nye departementet", kind="ministry")
        work.commit()
    theme(app.office)
    asked(app.office, "NFD")
    answered(app.office, "NFD")
    answer(app, bell)
    return app


def taken_over(app: App, on: date) -> None:
    with app.office.work(by="SEK1") as work:
        succeed(work, organisation="NFD", successor="NND", on=on)
        work.commit()


def test_what_the_one_said_the_other_said_until_the_succession_is_taken_back(
    council: App, bell: HandBell
) -> None:
    owners(council.office, "NND")
    answer(council, bell)
    assert heard(council.office, "NND") is None

    taken_over(council, date(2023, 2, 1))
    answer(council, bell)
    assert heard(council.office, "NND") == ANSWERED
    assert waits(council.office, "stakeholder_quiet") == [(f"{LIFT}/NND", HALF_A_YEAR_LATER)]

    with council.office.work(by="SEK1") as work:
        stay(work, organisation="NFD")
        work.commit()
    answer(council, bell)
    assert heard(council.office, "NND") is None
    assert waits(council.office, "stakeholder_quiet") == [(f"{LIFT}/NND", HALF_A_YEAR_ON_THE_LIST)]


@pytest.mark.parametrize("on", [date(2023, 2, 1), date(2023, 6, 1)])
def test_two_owners_who_become_one_are_brought_up_as_one(
    council: App, bell: HandBell, on: date
) -> None:
    """Also where the day comes long after the succession was registered."""
    owners(council.office, "NFD", "NND")
    answer(council, bell)
    taken_over(council, on)
    answer(council, bell)
    pass_time(council, bell, morning(HALF_A_YEAR_LATER))
    assert gone_quiet(council.office) == [f"{LIFT}/NND"]


@pytest.mark.parametrize("on", [date(2023, 2, 1), date(2023, 6, 1)])
def test_the_stance_of_the_one_grows_old_as_that_of_the_other(
    council: App, bell: HandBell, on: date
) -> None:
    owners(council.office, "NFD", "NND")
    with council.office.work(by="SEK1") as work:
        for who, when in (("NFD", "2022-12-01"), ("NND", "2023-01-16")):
            record_stance(
                work,
                theme=LIFT,
                organisation=who,
                stance=StanceValue.SUPPORTS,
                as_of=Edtf(when),
            )
        work.commit()
    answer(council, bell)
    taken_over(council, on)
    answer(council, bell)
    pass_time(council, bell, morning(date(2024, 1, 16)))
    assert told_of(council.office, "StanceStale") == [f"{LIFT}/NND/stance"]
