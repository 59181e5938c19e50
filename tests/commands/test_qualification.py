"""The qualification form of a theme gets versions: none is lost, and one can be taken back."""

import pytest

from tilsvar.commands.qualification import form_of, revise_form, take_back_form
from tilsvar.commands.themes import register_theme
from tilsvar.domain.events import FormRevised, FormTakenBack
from tilsvar.domain.kinds import Kind
from tilsvar.domain.qualification import (
    FormChangedMeanwhile,
    FormField,
    FormVersion,
    NoSuchVersion,
    NothingFilledIn,
)
from tilsvar.domain.themes import Theme
from tilsvar.store.event_log import history
from tilsvar.store.form_tables import list_versions
from tilsvar.store.unit_of_work import Office, Unknown

LIFT = "T-KOMMUNELOFT"
PROBLEM, GOAL, SUB_GOALS = FormField.PROBLEM, FormField.GOAL, FormField.SUB_GOALS


@pytest.fixture
def office(office: Office) -> Office:
    with office.work(by="SEK1") as work:
        register_theme(work, key=LIFT, title="Et kunnskapsløft for kommunene")
        work.commit()
    return office


def fill(office: Office, made_from: int | None = None, **answers: str) -> FormVersion:
    with office.work(by="SEK1") as work:
        typed = {FormField(name): text for name, text in answers.items()}
        version = revise_form(work, theme=LIFT, answers=typed, made_from=made_from)
        work.commit()
    return version


def take_back(office: Office, number: int, made_from: int | None = None) -> FormVersion:
    with office.work(by="LEDER") as work:
        version = take_back_form(work, theme=LIFT, number=number, made_from=made_from)
        work.commit()
    return version


def test_each_saving_is_a_version_and_what_is_not_named_stays(office: Office) -> None:
    fill(office, problem="Kommunene trenger kunnskap", goal="Økt forskning")
    fill(office, sub_goals="- Støtte KSF\n- Mer samarbeid")

    with office.reading() as work:
        now = form_of(work, LIFT)
        first = form_of(work, LIFT, 1)
        told = [each.event for each in history(work.session, Kind.THEME, LIFT)]
        versions = list_versions(work.session, LIFT)
    assert now is not None
    assert first is not None
    assert (now.number, now.by) == (2, "SEK1")
    assert now.answers == {
        PROBLEM: "Kommunene trenger kunnskap",
        GOAL: "Økt forskning",
        SUB_GOALS: "Støtte KSF\nMer samarbeid",
    }
    assert SUB_GOALS not in first.answers
    assert [each.number for each in versions] == [2, 1]
    assert FormRevised(LIFT, 1, ("problem", "goal")) in told
    assert FormRevised(LIFT, 2, ("sub_goals",)) in told


def test_the_same_once_more_is_no_new_version(office: Office) -> None:
    fill(office, problem="Hva?")
    again = fill(office, made_from=0, problem=" Hva? \r\n")

    assert again.number == 1


def test_an_empty_form_is_not_saved(office: Office) -> None:
    with pytest.raises(NothingFilledIn):
        fill(office, problem=" ")


def test_who_began_with_an_older_version_is_told(office: Office) -> None:
    fill(office, problem="Hva?")
    fill(office, made_from=1, problem="Hva nå?")

    with pytest.raises(FormChangedMeanwhile, match="version 2"):
        fill(office, made_from=1, problem="Noe annet")
    with pytest.raises(FormChangedMeanwhile):
        fill(office, made_from=0, goal="Mål")


def test_an_earlier_version_stands_again_as_a_new_one(office: Office) -> None:
    fill(office, problem="Hva?")
    fill(office, problem="Tull")

    back = take_back(office, 1, made_from=2)

    assert (back.number, back.restores, back.by) == (3, 1, "LEDER")
    assert back.answers == {PROBLEM: "Hva?"}
    assert take_back(office, 1).number == 3
    with office.reading() as work:
        told = [each.event for each in history(work.session, Kind.THEME, LIFT)]
        kept = form_of(work, LIFT, 2)
    assert FormTakenBack(LIFT, 3, 1) in told
    assert kept is not None
    assert kept.answers == {PROBLEM: "Tull"}


def test_what_is_not_there_cannot_be_taken_back(office: Office) -> None:
    with pytest.raises(NoSuchVersion):
        take_back(office, 1)
    fill(office, problem="Hva?")
    fill(office, problem="Ny")
    fill(office, problem="Nyest")
    with pytest.raises(NoSuchVersion):
        take_back(office, 7)
    with pytest.raises(FormChangedMeanwhile):
        take_back(office, 1, made_from=2)
    with pytest.raises(Unknown), office.work(by="SEK1") as work:
        revise_form(work, theme="T-INGEN", answers={PROBLEM: "Hva?"})


def test_the_goal_of_the_form_is_the_goal_of_the_theme_and_saving_is_movement(
    office: Office,
) -> None:
    with office.work(by="SEK1") as work:
        theme = work.get(Theme, LIFT)
        theme.touched = theme.touched.replace(year=2021)
        work.commit()
    fill(office, goal="Økt forskning", problem="Hva?")

    with office.work(by="SEK1") as work:
        theme = work.get(Theme, LIFT)
        assert (theme.goal, theme.touched) == ("Økt forskning", work.today)
        theme.correct(goal="Rettet for hånd")
        work.commit()
    fill(office, problem="Noe annet")

    with office.reading() as work:
        assert work.view(Theme, LIFT).goal == "Rettet for hånd"
