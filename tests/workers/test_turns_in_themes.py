"""Whoever changes a theme and what hangs on it takes the theme first, so all get their turn."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.measures import finish_measure, plan_measure
from tilsvar.domain.entity import Entity
from tilsvar.domain.events import StakeholderNamed, ThemeCorrected
from tilsvar.domain.measures import Measure
from tilsvar.domain.stakeholders import Stakeholder
from tilsvar.domain.themes import Theme
from tilsvar.store.unit_of_work import Office, UnitOfWork
from tilsvar.tests.commands.test_at_the_same_moment import WAITING
from tilsvar.tests.servers.ports import until
from tilsvar.tests.workers.about_themes import LIFT, answered, asked, owners, theme
from tilsvar.workers.following_themes import follow_stakeholder, follow_theme

NOW = datetime(2023, 2, 3, 7, tzinfo=UTC)

MEASURE = f"{LIFT}-01"
OWNER = f"{LIFT}/HOD"


@pytest.fixture
def office(on_postgres: App) -> Office:
    """A theme with a measure and an owner who has answered, which no worker has noticed yet."""
    theme(on_postgres.office)
    owners(on_postgres.office, "HOD")
    asked(on_postgres.office, "HOD")
    answered(on_postgres.office, "HOD")
    with on_postgres.office.work(by="SEK1") as work:
        plan_measure(work, theme=LIFT, title="En veileder")
        work.commit()
    return on_postgres.office


@pytest.mark.parametrize(
    ("act", "cls", "key"),
    [
        (lambda work: finish_measure(work, measure=MEASURE), Measure, MEASURE),
        (
            lambda work: follow_theme(work, ThemeCorrected(LIFT, ("title",)), NOW),
            Stakeholder,
            OWNER,
        ),
        (
            lambda work: follow_stakeholder(work, StakeholderNamed(OWNER, "HOD", "owner"), NOW),
            Stakeholder,
            OWNER,
        ),
    ],
)
def test_who_has_the_theme_can_take_what_hangs_on_it(
    office: Office, act: Callable[[UnitOfWork], object], cls: type[Entity], key: str
) -> None:
    def meanwhile() -> None:
        with office.work(by="SEK1") as work:
            act(work)
            work.commit()

    with ThreadPoolExecutor(1) as pool:
        with office.work(by="SEK1") as work:
            work.get(Theme, LIFT)
            other = pool.submit(meanwhile)

            def waits_or_is_through() -> object:
                with office.engine.connect() as connection:
                    return other.done() or connection.scalar(WAITING)

            until(waits_or_is_through, "the other")
            work.get(cls, key)
            work.commit()
        other.result(30)
