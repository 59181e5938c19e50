"""Several people invited at once: by role, by organisation, as a group."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.council import register_organisation, register_person, succeed
from tilsvar.commands.invitations import NoAddress, invite
from tilsvar.commands.meetings import correct_meeting
from tilsvar.commands.participant_groups import groups, remove_group, set_group
from tilsvar.commands.participants import (
    NobodyInRole,
    NobodyLeft,
    NobodyReached,
    invite_group,
    invite_organisation,
    invite_participants,
    invite_role,
)
from tilsvar.domain.invitations import Invitation
from tilsvar.domain.kinds import Role
from tilsvar.domain.participant_groups import EmptyGroup, NotAGroupName
from tilsvar.store.unit_of_work import Unknown
from tilsvar.tests.workers.invited import do, hold_dialogue, invitation


@pytest.fixture
def dialogue(app: App) -> App:
    """A dialogue meeting on 8 March 2023; an observer is from HOD, a member left in February."""
    hold_dialogue(app.office)
    for key, role, organisation, until in (
        ("O01", Role.OBSERVER, "HOD", None),
        ("M02", Role.MEMBER, None, date(2023, 2, 28)),
    ):
        do(
            app.office,
            register_person,
            key=key,
            name=f"Person {key}",
            email=f"{key.lower()}@ho21.example",
            role=role,
            organisation=organisation,
            until=until,
        )
    return app


def who(fresh: list[Invitation]) -> list[str]:
    return [each.who for each in fresh]


def test_a_role_is_those_who_hold_it_on_the_day_of_the_meeting(dialogue: App) -> None:
    found = do(dialogue.office, invite_role, meeting="M1", role=Role.MEMBER)
    again = do(dialogue.office, invite_role, meeting="M1", role=Role.MEMBER)

    assert (who(found), again) == (["MEDLEM1"], [])


def test_observers_may_come_but_need_not(dialogue: App) -> None:
    do(dialogue.office, invite_role, meeting="M1", role=Role.OBSERVER)

    assert not invitation(dialogue.office, "M1/O01").required


def test_a_role_that_nobody_holds_is_said_to_be_empty(dialogue: App) -> None:
    with pytest.raises(NobodyInRole, match="Nobody is deputy on 2023-03-08"):
        do(dialogue.office, invite_role, meeting="M1", role=Role.DEPUTY)


def test_an_organisation_is_its_people_here_else_itself(dialogue: App) -> None:
    do(
        dialogue.office,
        register_organisation,
        key="KS",
        name="KS",
        kind="other",
        email="p@ks.example",
    )

    people = do(dialogue.office, invite_organisation, meeting="M1", organisation="HOD")
    itself = do(dialogue.office, invite_organisation, meeting="M1", organisation="KS")
    again = do(dialogue.office, invite_organisation, meeting="M1", organisation="KS")

    assert (who(people), who(itself), again) == (["O01"], ["KS"], [])


def test_people_go_with_their_organisation_to_the_one_that_took_over(dialogue: App) -> None:
    do(dialogue.office, succeed, organisation="HOD", successor="KD", on=date(2023, 3, 1))

    assert who(do(dialogue.office, invite_organisation, meeting="M1", organisation="KD")) == ["O01"]


def test_an_organisation_without_people_and_address_cannot_be_invited(dialogue: App) -> None:
    with pytest.raises(NoAddress):
        do(dialogue.office, invite_organisation, meeting="M1", organisation="NFD")


def test_a_group_is_invited_without_those_who_have_left(dialogue: App) -> None:
    do(dialogue.office, set_group, name=" Helsedata ", members=["M02", "O01", "HOD", "O01"])

    found = do(dialogue.office, invite_group, meeting="M1", name="Helsedata")

    assert who(found) == ["O01", "HOD"]
    assert do(dialogue.office, invite_group, meeting="M1", name="Helsedata") == []


def test_whoever_is_invited_already_is_not_invited_by_a_group_again(dialogue: App) -> None:
    do(dialogue.office, invite, meeting="M1", who="o01@ho21.example")
    do(dialogue.office, set_group, name="Helsedata", members=["O01", "SEK1"])

    assert who(do(dialogue.office, invite_group, meeting="M1", name="Helsedata")) == ["SEK1"]


def test_a_group_changes_goes_and_comes_back(dialogue: App) -> None:
    do(dialogue.office, set_group, name="Helsedata", members=["M02"])
    with pytest.raises(NobodyLeft):
        do(dialogue.office, invite_group, meeting="M1", name="Helsedata")

    do(dialogue.office, remove_group, name="Helsedata")
    with pytest.raises(Unknown, match="There is no group Helsedata"):
        do(dialogue.office, invite_group, meeting="M1", name="Helsedata")
    with pytest.raises(Unknown, match="There is no group Helsedata"):
        do(dialogue.office, remove_group, name="Helsedata")

    do(dialogue.office, set_group, name="Helsedata", members=["SEK1"])
    with dialogue.office.reading() as work:
        assert [(each.key, each.members) for each in groups(work)] == [("Helsedata", ("SEK1",))]


def test_a_group_has_a_name_and_members_that_are_known(dialogue: App) -> None:
    for name, members, refusal in (
        ("", ["SEK1"], NotAGroupName),
        ("a;b", ["SEK1"], NotAGroupName),
        ("x" * 81, ["SEK1"], NotAGroupName),
        ("Tom", [], EmptyGroup),
        ("Ukjent", ["NOBODY"], Unknown),
    ):
        with pytest.raises(refusal):
            do(dialogue.office, set_group, name=name, members=members)


def test_whoever_takes_part_is_invited_at_its_own_address(dialogue: App) -> None:
    """HOD itself and not the observer from there; NFD has no address and is left out."""
    do(dialogue.office, correct_meeting, meeting="M1", participants=("NFD",))
    with pytest.raises(NobodyReached):
        do(dialogue.office, invite_participants, meeting="M1")

    do(dialogue.office, correct_meeting, meeting="M1", participants=("NFD", "HOD", "SEK1"))
    assert who(do(dialogue.office, invite_participants, meeting="M1")) == ["HOD", "SEK1"]
    assert do(dialogue.office, invite_participants, meeting="M1") == []
