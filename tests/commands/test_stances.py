"""Stakeholders are named, say where they stand, are taken over, and leave the list."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.council import register_organisation
from tilsvar.commands.letters import receive_reply, send_letter, withdraw_reply
from tilsvar.commands.stakeholders import (
    correct_stakeholder,
    name_stakeholder,
    name_stakeholders,
    party_in,
    remove_stakeholder,
    restore_stakeholder,
    roles_of,
    stakeholders_of,
)
from tilsvar.commands.stances import (
    NoAnswerThere,
    NoEvidence,
    NotAStakeholder,
    record_stance,
    restore_stance,
    withdraw_stance,
)
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.stakeholders import (
    Level,
    OffTheList,
    OnTheList,
    StakeholderRole,
    StanceKnown,
    StanceValue,
)
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office, Unknown

PARTLY, SUPPORTS = StanceValue.PARTLY, StanceValue.SUPPORTS


@pytest.fixture
def office(app: App) -> Office:
    """The theme T1 with HOD and KMD, each an owner; KDD took over from KMD in 2022."""
    with app.office.work(by="SEK1") as work:
        for key in ("KMD", "KDD"):
            register_organisation(work, key=key, name=f"{key} departementet", kind="ministry")
        work.get(Organisation, "KMD").succeeded_by("KDD", date(2022, 1, 1))
        register_theme(work, key="T1", title="Et kunnskapsløft")
        name_stakeholders(
            work, theme="T1", organisations=["HOD", "KMD"], role=StakeholderRole.OWNER
        )
        send_letter(work, key="L1", title="Brev", sent=Edtf("2020-06-30"), recipients=["KMD"])
        receive_reply(work, letter="L1", sender="KMD", received=Edtf("2020-09"))
        work.commit()
    return app.office


def stand(office: Office, organisation: str, stance: StanceValue, as_of: str, **more: str) -> str:
    """The key of the row in which the stance was recorded."""
    with office.work(by="SEK1") as work:
        found = record_stance(
            work, theme="T1", organisation=organisation, stance=stance, as_of=Edtf(as_of), **more
        )
        work.commit()
    return found.key


def test_a_stance_from_an_answer_is_kept_with_where_it_is_known_from(office: Office) -> None:
    stand(office, "KMD", PARTLY, "2020-09", source="svar på Brev", evidence="letter:L1")

    with office.reading() as work:
        found = party_in(work, "T1", "KMD")
        told = [each.event.name for each in history(work.session, Kind.STAKEHOLDER, "T1/KMD")]
    assert found is not None
    assert found.stance is not None
    assert (found.organisation, found.stance.stance) == ("KDD", PARTLY)
    assert (found.stance.source, found.stance.evidence) == ("svar på Brev", "letter:L1")
    assert told == ["StakeholderNamed", "StanceRecorded"]


def test_a_new_stance_of_whoever_was_taken_over_goes_to_the_successor(office: Office) -> None:
    assert stand(office, "KMD", PARTLY, "2020-09") == "T1/KMD"
    assert stand(office, "KMD", SUPPORTS, "2022-06-01") == "T1/KDD"

    with office.reading() as work:
        kdd = party_in(work, "T1", "KDD")
        assert [each.organisation for each in stakeholders_of(work, "T1")] == ["HOD", "KDD"]
        assert [each.theme for each in roles_of(work, "KDD")] == ["T1"]
    assert kdd is not None
    assert kdd.stance is not None
    assert kdd.stance.stance is SUPPORTS
    assert [each.organisation for each in kdd.rows] == ["KDD", "KMD"]
    assert [each.stance for _, each in kdd.stances] == [SUPPORTS, PARTLY]


def test_what_the_predecessor_said_in_its_time_stays_with_it(office: Office) -> None:
    assert stand(office, "KDD", PARTLY, "2020-09") == "T1/KMD"
    assert stand(office, "KDD", SUPPORTS, "2022-06-01") == "T1/KDD"


def test_the_same_stance_is_not_stored_again_with_the_successor(office: Office) -> None:
    stand(office, "KMD", PARTLY, "2020-09")
    with pytest.raises(StanceKnown):
        stand(office, "KDD", PARTLY, "2020-09")


def test_an_older_stance_that_is_told_later_is_kept_behind_the_newest(office: Office) -> None:
    stand(office, "HOD", SUPPORTS, "2021-08")
    stand(office, "HOD", PARTLY, "2020-09")

    with office.reading() as work:
        [hod, _] = stakeholders_of(work, "T1")
    assert hod.stance is not None
    assert hod.stance.stance is SUPPORTS


def test_a_withdrawn_stance_stays_in_the_history_and_can_stand_again(office: Office) -> None:
    stand(office, "HOD", SUPPORTS, "2021-08")
    with office.work(by="SEK1") as work:
        found = withdraw_stance(work, stakeholder="T1/HOD", number=1, why="gjaldt noe annet")
        assert found.stance is None
        restore_stance(work, stakeholder="T1/HOD", number=1)
        work.commit()
    with office.reading() as work:
        told = [each.event.name for each in history(work.session, Kind.STAKEHOLDER, "T1/HOD")]
    assert told[-2:] == ["StanceWithdrawn", "StanceRestored"]


def test_only_an_answer_of_theirs_can_be_what_a_stance_is_known_from(office: Office) -> None:
    with pytest.raises(NoAnswerThere):
        stand(office, "HOD", PARTLY, "2020-09", evidence="letter:L1")
    with pytest.raises(NoEvidence):
        stand(office, "KMD", PARTLY, "2020-09", evidence="L1")
    with pytest.raises(Unknown):
        stand(office, "KMD", PARTLY, "2020-09", evidence="letter:L9")
    with office.work(by="SEK1") as work:
        withdraw_reply(work, letter="L1", sender="KMD", why="feil brev")
        work.commit()
    with pytest.raises(NoAnswerThere):
        stand(office, "KMD", PARTLY, "2020-09", evidence="letter:L1")


def test_whoever_is_not_on_the_list_is_put_there_first(office: Office) -> None:
    with pytest.raises(NotAStakeholder):
        stand(office, "NFD", PARTLY, "2020-09")
    with office.work(by="SEK1") as work, pytest.raises(OnTheList):
        name_stakeholder(work, theme="T1", organisation="HOD", role=StakeholderRole.SOCIETY)
    for theme, organisation in (("T9", "HOD"), ("T1", "UKJENT")):
        with office.work(by="SEK1") as work, pytest.raises(Unknown):
            name_stakeholder(
                work, theme=theme, organisation=organisation, role=StakeholderRole.OWNER
            )


def test_who_was_taken_off_says_nothing_until_put_back_and_keeps_what_was_said(
    office: Office,
) -> None:
    stand(office, "KMD", PARTLY, "2020-09")
    with office.work(by="SEK1") as work:
        remove_stakeholder(work, stakeholder="T1/KMD", why="ikke lenger ansvar")
        work.commit()
    with pytest.raises(OffTheList):
        stand(office, "KDD", SUPPORTS, "2022-06-01")

    with office.work(by="SEK1") as work:
        restore_stakeholder(work, stakeholder="T1/KMD")
        work.commit()
    assert stand(office, "KDD", SUPPORTS, "2022-06-01") == "T1/KDD"


def test_naming_somebody_who_was_taken_off_puts_them_back_as_told_now(office: Office) -> None:
    with office.work(by="SEK1") as work:
        remove_stakeholder(work, stakeholder="T1/HOD")
        found = name_stakeholder(
            work, theme="T1", organisation="HOD", role=StakeholderRole.INTERESTED
        )
        work.commit()
    assert (found.removed, found.role) == (False, StakeholderRole.INTERESTED)


def test_what_is_registered_is_put_right_and_told_once(office: Office) -> None:
    for _ in range(2):
        with office.work(by="SEK1") as work:
            correct_stakeholder(
                work, stakeholder="T1/HOD", influence=Level.HIGH, known_by=("MEDLEM1",)
            )
            work.commit()
    with office.work(by="SEK1") as work, pytest.raises(Unknown):
        correct_stakeholder(work, stakeholder="T1/HOD", known_by=("UKJENT",))
    with office.reading() as work:
        [found, _] = stakeholders_of(work, "T1")
        told = [each.event.name for each in history(work.session, Kind.STAKEHOLDER, "T1/HOD")]
    assert (found.influence, found.known_by) == (Level.HIGH, ("MEDLEM1",))
    assert told == ["StakeholderNamed", "StakeholderCorrected"]
