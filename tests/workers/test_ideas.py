"""Ideas rest too: whoever does not take one further is reminded of it, once."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.themes import set_theme_aside, take_up_theme
from tilsvar.domain.stages import Stage
from tilsvar.domain.themes import Theme
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.workers.about_themes import (
    LIFT,
    answered,
    asked,
    owners,
    theme,
    told_of,
    waits,
)
from tilsvar.tests.workers.hearing import morning


def test_an_idea_is_brought_up_but_its_owners_are_not_asked_after_until_it_is_worked_on(
    app: App, bell: HandBell
) -> None:
    theme(app.office, Stage.IDEA)
    owners(app.office, "HOD")
    asked(app.office, "HOD")
    answered(app.office, "HOD")
    answer(app, bell)
    assert waits(app.office, "theme_idle") == [(f"{LIFT}/idle", date(2023, 5, 4))]
    assert waits(app.office, "stakeholder_quiet") == []
    pass_time(app, bell, morning(date(2023, 5, 4)))
    assert told_of(app.office, "ThemeIdle") == [f"{LIFT}/idle"]

    with app.office.work(by="SEK1") as work:
        set_theme_aside(work, theme=LIFT, why="Ikke nå")
        take_up_theme(work, theme=LIFT)
        work.commit()
    answer(app, bell)
    assert waits(app.office, "theme_idle") == [(f"{LIFT}/idle", date(2023, 8, 2))]
    with app.office.work(by="SEK1") as work:
        set_theme_aside(work, theme=LIFT, why="Ikke nå")
        work.commit()
    answer(app, bell)
    assert waits(app.office, "theme_idle") == []


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_ideas_of_an_old_register_are_known_too_late_to_be_brought_up(
    app: App, bell: HandBell
) -> None:
    with app.office.work(by="SEK1") as work:
        work.add(Theme.register(LIFT, "Et kunnskapsløft", date(2020, 6, 4)))
        work.commit()
    pass_time(app, bell, morning(date(2023, 2, 6)))
    assert told_of(app.office, "ThemeIdle") == []
