"""A theme on its way through the council's stages, by decisions that stand or are withdrawn."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import (
    DecisionTaken,
    DecisionWithdrawn,
    ThemeCorrected,
    ThemeRegistered,
    ThemeSetAside,
    ThemeStageChanged,
    ThemeTakenUp,
    ThemeTouched,
)
from tilsvar.domain.stages import DecisionPoint, Outcome, Stage
from tilsvar.domain.theme_errors import (
    DecisionComesLater,
    IsNotSetAside,
    IsSetAside,
    NoDecisionLeft,
    OutOfOrder,
    PassedAlready,
    UntitledTheme,
    WhyMissing,
)
from tilsvar.domain.themes import Decision, Theme
from tilsvar.tests.domain.council import told

BP1, BP2, BP3, BP4 = DecisionPoint
ONWARD, WAIT, STOP = Outcome
START, TODAY = date(2021, 1, 4), date(2021, 9, 1)


def theme(stage: Stage | None = Stage.IDEA) -> Theme:
    return Theme.register("T1", "Helsedata", START, stage=stage)


def decided(point: DecisionPoint, outcome: Outcome = ONWARD, on: str = "2021-09-01") -> Decision:
    return Decision(point, outcome, Edtf(on), meeting="M2021-05", case="43/5/2021")


def test_a_theme_goes_from_idea_through_two_decisions_to_verification() -> None:
    found = theme()

    found.decide(decided(BP1, on="2021-03-25"), date(2021, 3, 25))
    found.decide(decided(BP2), TODAY)

    assert (found.stage, found.next_point, found.touched) == (Stage.VERIFICATION, BP3, TODAY)
    council = ("", "M2021-05", "43/5/2021")
    assert told(found) == [
        ThemeRegistered("T1", "idea"),
        DecisionTaken("T1", "BP1", "onward", Edtf("2021-03-25"), *council),
        ThemeStageChanged("T1", "idea", "analysis"),
        DecisionTaken("T1", "BP2", "onward", Edtf("2021-09-01"), *council),
        ThemeStageChanged("T1", "analysis", "verification"),
    ]


def test_bp2_on_an_idea_is_refused_with_the_decision_that_comes_first() -> None:
    found = theme()

    with pytest.raises(DecisionComesLater, match="BP2 cannot be decided yet: BP1 comes first"):
        found.decide(decided(BP2), TODAY)

    assert (found.stage, found.decisions) == (Stage.IDEA, [])


def test_what_waits_stays_where_it_is_and_what_stops_is_set_aside() -> None:
    found = theme()

    found.decide(decided(BP1, WAIT), TODAY)
    assert (found.stage, found.set_aside, found.next_point) == (Stage.IDEA, False, BP1)

    found.decide(decided(BP1, STOP), TODAY)
    assert (found.stage, found.set_aside) == (Stage.IDEA, True)
    with pytest.raises(IsSetAside):
        found.decide(decided(BP1), TODAY)

    found.take_up(TODAY)
    found.decide(decided(BP1), TODAY)
    assert (found.stage, found.set_aside) == (Stage.ANALYSIS, False)


@pytest.mark.parametrize("point", DecisionPoint)
@pytest.mark.parametrize("outcome", Outcome)
def test_where_no_stage_was_told_any_decision_tells_it(
    point: DecisionPoint, outcome: Outcome
) -> None:
    found = theme(stage=None)
    assert found.undecided == list(DecisionPoint)

    found.decide(decided(point, outcome), TODAY)

    assert found.stage is (point.leads_to if outcome is ONWARD else point.leads_from)


def test_a_withdrawn_decision_leaves_what_the_others_say() -> None:
    found = theme(stage=None)
    found.decide(decided(BP1, on="2021-03-25"), TODAY)
    found.decide(decided(BP2), TODAY)
    told(found)

    found.withdraw_decision(BP2, " Feil møte ", TODAY)

    assert found.stage is Stage.ANALYSIS
    assert told(found) == [
        DecisionWithdrawn("T1", "BP2", Edtf("2021-09-01"), "Feil møte"),
        ThemeStageChanged("T1", "verification", "analysis"),
    ]
    found.withdraw_decision(BP1, "Feil møte", TODAY)
    assert [found.stage] == [None]
    with pytest.raises(NoDecisionLeft):
        found.withdraw_decision(BP1, "Feil møte", TODAY)


def test_a_decision_to_stop_that_is_withdrawn_takes_the_theme_up() -> None:
    found = theme()
    found.decide(decided(BP1, STOP), TODAY)

    with pytest.raises(WhyMissing):
        found.withdraw_decision(BP1, " ", TODAY)
    found.withdraw_decision(BP1, "Gjaldt et annet tema", TODAY)

    assert (found.stage, found.set_aside) == (Stage.IDEA, False)


def test_whoever_set_a_theme_aside_after_it_was_taken_up_has_the_last_word() -> None:
    found = theme()
    found.decide(decided(BP1, STOP), TODAY)
    found.take_up(TODAY)
    found.put_aside("Venter på stortingsmeldingen", TODAY)

    found.withdraw_decision(BP1, "Gjaldt et annet tema", TODAY)

    assert found.set_aside


def test_a_decision_that_nobody_recorded_is_told_afterwards() -> None:
    found = theme(stage=Stage.VERIFICATION)
    assert found.undecided == [BP3, BP1, BP2]

    found.decide(decided(BP1, on="2020-06-04"), TODAY)

    assert (found.stage, found.undecided) == (Stage.VERIFICATION, [BP3, BP2])
    for again in (decided(BP1), decided(BP2, WAIT)):
        with pytest.raises(PassedAlready):
            found.decide(again, TODAY)


def test_decisions_come_in_the_order_of_their_points() -> None:
    found = theme(stage=Stage.VERIFICATION)
    found.decide(decided(BP2, on="2021-03"), TODAY)

    with pytest.raises(OutOfOrder, match="BP1 was decided 2021-04-01"):
        found.decide(decided(BP1, on="2021-04-01"), TODAY)
    with pytest.raises(OutOfOrder):
        found.decide(decided(BP3, on="2021-02-28"), TODAY)
    found.decide(decided(BP1, on="2021-03-31"), TODAY)

    assert [each.point for each in found.standing] == [BP1, BP2]


@given(st.lists(st.tuples(st.sampled_from(DecisionPoint), st.sampled_from(Outcome)), max_size=8))
def test_whatever_is_decided_and_withdrawn_the_stage_is_what_stands(
    steps: list[tuple[DecisionPoint, Outcome]],
) -> None:
    found = theme(stage=None)
    for point, outcome in steps:
        try:
            found.decide(decided(point, outcome), TODAY)
        except (DecisionComesLater, PassedAlready, IsSetAside):
            continue
    for each in list(found.standing):
        found.withdraw_decision(each.point, "Feil", TODAY)

    assert (found.stage, found.set_aside, found.standing) == (None, False, [])


def test_a_theme_is_active_from_analysis_on_or_while_its_area_is_used() -> None:
    assert not theme().active(area_in_use=True)
    assert theme(Stage.ANALYSIS).active(area_in_use=False)
    assert theme(stage=None).active(area_in_use=True)
    assert not theme(stage=None).active(area_in_use=False)
    aside = theme(Stage.FOLLOW_UP)
    aside.put_aside("Ferdig", TODAY)
    assert not aside.active(area_in_use=True)


def test_movement_counts_once_a_day_and_never_backwards() -> None:
    found = theme()
    told(found)

    for day in (date(2021, 2, 1), date(2021, 2, 1), date(2021, 1, 10)):
        found.touch(day)

    assert (found.touched, found.touches) == (date(2021, 2, 1), 2)
    assert told(found) == [ThemeTouched("T1", date(2021, 2, 1))]


def test_a_theme_is_set_aside_with_a_reason_and_taken_up_again() -> None:
    found = theme()
    told(found)

    with pytest.raises(WhyMissing):
        found.put_aside("", TODAY)
    with pytest.raises(IsNotSetAside):
        found.take_up(TODAY)
    found.put_aside("Venter på stortingsmeldingen", TODAY)
    with pytest.raises(IsSetAside):
        found.put_aside("Igjen", TODAY)
    found.take_up(TODAY)

    assert told(found) == [ThemeSetAside("T1", "Venter på stortingsmeldingen"), ThemeTakenUp("T1")]


def test_what_was_told_is_corrected_and_a_decision_still_says_more() -> None:
    found = theme(stage=None)
    found.decide(decided(BP2), TODAY)
    told(found)

    found.correct(title="Deling av helsedata", stage=Stage.IDEA)
    assert (found.stage, told(found)) == (
        Stage.VERIFICATION,
        [ThemeCorrected("T1", ("title", "stage"))],
    )
    found.correct(stage=Stage.FOLLOW_UP)
    assert told(found) == [
        ThemeCorrected("T1", ("stage",)),
        ThemeStageChanged("T1", "verification", "follow_up"),
    ]
    found.correct(title="Deling av helsedata")
    assert told(found) == []
    with pytest.raises(UntitledTheme):
        found.correct(title=" ")
    with pytest.raises(UntitledTheme):
        Theme.register("T2", "", START)
