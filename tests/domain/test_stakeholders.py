"""What a stakeholder means on a date is kept; the newest that stands is the current one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import StakeholderHeard
from tilsvar.domain.organisations import Succession
from tilsvar.domain.parties import parties
from tilsvar.domain.stakeholders import (
    NoSuchStance,
    OffTheList,
    OnTheList,
    Stakeholder,
    StakeholderRole,
    StanceAhead,
    StanceIsWithdrawn,
    StanceKnown,
    StanceStands,
    StanceValue,
)

TODAY = date(2023, 2, 3)
DATES = st.sampled_from(
    [Edtf(text) for text in ("2020-09", "2020-09-10", "2020", "2020-23", "../2021-03-08", "2022")]
)
SUCCESSION = Succession({"KMD": ("KDD", date(2022, 1, 1))})


def owner(organisation: str = "HOD") -> Stakeholder:
    return Stakeholder.of("T1", organisation, StakeholderRole.OWNER)


def test_a_newer_stance_becomes_the_current_one_and_an_older_one_does_not() -> None:
    found = owner()
    assert not found.stances

    found.take_stance(StanceValue.PARTLY, Edtf("2020-09"), TODAY)
    found.take_stance(StanceValue.SUPPORTS, Edtf("2022-05-02"), TODAY)
    found.take_stance(StanceValue.OPPOSED, Edtf("2019"), TODAY)

    assert found.stance is not None
    assert (found.stance.stance, found.stance.as_of) == (StanceValue.SUPPORTS, Edtf("2022-05-02"))
    assert len(found.stances) == 3


def test_an_imprecise_date_counts_as_its_last_day() -> None:
    found = owner()
    found.take_stance(StanceValue.SUPPORTS, Edtf("2020-09-10"), TODAY)
    found.take_stance(StanceValue.PARTLY, Edtf("2020-09"), TODAY)

    assert found.stance is not None
    assert found.stance.stance is StanceValue.PARTLY


def test_of_two_stances_on_one_day_the_one_recorded_last_is_current() -> None:
    found = owner()
    found.take_stance(StanceValue.SUPPORTS, Edtf("2020-09-10"), TODAY)
    found.take_stance(StanceValue.PARTLY, Edtf("2020-09-10"), TODAY)

    assert found.stance is not None
    assert found.stance.stance is StanceValue.PARTLY


def test_the_same_stance_on_the_same_day_is_said_and_not_stored_twice() -> None:
    found = owner()
    found.take_stance(StanceValue.PARTLY, Edtf("2020-09"), TODAY)

    with pytest.raises(StanceKnown):
        found.take_stance(StanceValue.PARTLY, Edtf("2020-09"), TODAY)

    assert len(found.stances) == 1


@pytest.mark.parametrize("ahead", ["2023-02-04", "2023-03", "2023-21", "2024", "../2023-03-08"])
def test_a_stance_cannot_be_known_from_what_is_still_to_come(ahead: str) -> None:
    with pytest.raises(StanceAhead):
        owner().take_stance(StanceValue.PARTLY, Edtf(ahead), TODAY)


@pytest.mark.parametrize("begun", ["2023-02-03", "2023-02", "2022-24", "2023"])
def test_a_period_that_has_begun_is_not_ahead(begun: str) -> None:
    found = owner()
    found.take_stance(StanceValue.PARTLY, Edtf(begun), TODAY)
    assert found.stance is not None


def test_a_withdrawn_stance_gives_way_to_the_one_before_and_can_stand_again() -> None:
    found = owner()
    found.take_stance(StanceValue.PARTLY, Edtf("2020-09"), TODAY)
    found.take_stance(StanceValue.OPPOSED, Edtf("2022"), TODAY)
    version = found.stance_version

    found.withdraw_stance(2, " feil departement ")
    assert found.stance is found.stances[0]
    assert found.stances[1].why == "feil departement"
    with pytest.raises(StanceIsWithdrawn):
        found.withdraw_stance(2, "")

    found.restore_stance(2)
    assert found.stance is found.stances[1]
    assert found.stance_version == version + 2
    with pytest.raises(StanceStands):
        found.restore_stance(2)
    with pytest.raises(NoSuchStance):
        found.withdraw_stance(3, "")


def test_what_was_withdrawn_may_be_recorded_again_and_then_does_not_stand_twice() -> None:
    found = owner()
    found.take_stance(StanceValue.PARTLY, Edtf("2020-09"), TODAY)
    found.withdraw_stance(1, "")
    found.take_stance(StanceValue.PARTLY, Edtf("2020-09"), TODAY)

    with pytest.raises(StanceKnown):
        found.restore_stance(1)


@given(said=st.lists(st.tuples(st.sampled_from(StanceValue), DATES, st.booleans()), max_size=8))
def test_the_current_stance_is_never_withdrawn_nor_older_than_another_that_stands(
    said: list[tuple[StanceValue, Edtf, bool]],
) -> None:
    found = owner()
    for stance, as_of, withdrawn in said:
        if not found.is_known(stance, as_of):
            number = found.take_stance(stance, as_of, TODAY).number
            if withdrawn:
                found.withdraw_stance(number, "")

    standing = [each for each in found.stances if not each.withdrawn]
    assert (found.stance is None) == (not standing)
    if found.stance is not None:
        assert all(each.as_of.last <= found.stance.as_of.last for each in standing)


def test_whoever_is_off_the_list_takes_no_stance_until_put_back() -> None:
    found = owner()
    found.remove("ikke lenger ansvar")
    assert (found.removed, found.why) == (True, "ikke lenger ansvar")
    with pytest.raises(OffTheList):
        found.take_stance(StanceValue.PARTLY, Edtf("2020-09"), TODAY)
    with pytest.raises(OffTheList):
        found.remove("")

    found.restore()
    assert (found.removed, found.why) == (False, "")
    with pytest.raises(OnTheList):
        found.restore()


def test_when_we_last_heard_from_somebody_is_told_once_and_can_be_taken_back() -> None:
    found = owner()
    found.hear(date(2020, 9, 30))
    found.hear(date(2020, 9, 30))
    found.hear(None)

    told = [each for each in found.events if isinstance(each, StakeholderHeard)]
    assert [each.on for each in told] == [date(2020, 9, 30), None]
    assert found.hearings == 3


def test_the_row_of_whoever_was_taken_over_is_the_successors_from_that_day() -> None:
    kmd = owner("KMD")
    kmd.take_stance(StanceValue.PARTLY, Edtf("2020-09"), TODAY)

    [before] = parties([kmd], SUCCESSION, date(2021, 12, 31))
    [after] = parties([kmd], SUCCESSION, date(2022, 1, 1))

    assert (before.organisation, before.continued_from) == ("KMD", ())
    assert (after.organisation, after.continued_from) == ("KDD", ("KMD",))
    assert after.stance is kmd.stance


def test_two_rows_of_one_line_are_one_with_the_stances_of_both() -> None:
    kmd, kdd = owner("KMD"), owner("KDD")
    kmd.take_stance(StanceValue.PARTLY, Edtf("2020-09"), TODAY)
    kdd.take_stance(StanceValue.SUPPORTS, Edtf("2022-03-01"), TODAY)
    kmd.hear(date(2020, 9, 30))

    [found] = parties([kmd, kdd, owner()], SUCCESSION, TODAY)[1:]

    assert (found.organisation, found.own, found.continued_from) == ("KDD", kdd, ("KMD",))
    assert [each.as_of.text for _, each in found.stances] == ["2022-03-01", "2020-09"]
    assert found.stance is kdd.stances[0]
    assert found.heard == date(2020, 9, 30)


def test_owners_stand_first_then_the_interested_then_society() -> None:
    rows = [
        Stakeholder.of("T1", "DM", StakeholderRole.SOCIETY),
        Stakeholder.of("T1", "NFR", StakeholderRole.INTERESTED),
        owner("KD"),
        owner("HOD"),
    ]
    found = parties(rows, SUCCESSION, TODAY)
    assert [each.organisation for each in found] == ["HOD", "KD", "NFR", "DM"]
