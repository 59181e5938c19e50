"""Who takes over from whom, what is known of several that became one, and what is refused."""

from datetime import date

import pytest

from tilsvar.commands.council import register_organisation
from tilsvar.commands.own_rows import correct_party, remove_party
from tilsvar.commands.stakeholders import (
    ContinuesAnother,
    correct_stakeholder,
    name_stakeholder,
    name_stakeholders,
    party_in,
    stakeholders_of,
)
from tilsvar.commands.stances import record_stance
from tilsvar.commands.taking_over import (
    TakenOverAlready,
    TakenOverByNobody,
    TakesOverItself,
    TakesOverLater,
    TookOverFromIt,
    take_back,
    take_over,
)
from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import TilsvarError
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.parties import Party
from tilsvar.domain.stakeholders import Level, OnTheList, StakeholderRole, StanceValue
from tilsvar.store.unit_of_work import Office, UnitOfWork, Unknown
from tilsvar.tests.workers.about_themes import LIFT, theme

pytestmark = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)

NEW_YEAR = date(2023, 1, 1)


def register(work: UnitOfWork, *keys: str) -> None:
    for each in keys:
        register_organisation(work, key=each, name=f"Departementet {each}", kind="ministry")


def merged(office: Office) -> None:
    """KD, interested, and NFD, an owner, have become one; another knew each of them."""
    theme(office)
    with office.work(by="SEK1") as work:
        register(work, "KND")
        name_stakeholder(
            work,
            theme=LIFT,
            organisation="KD",
            role=StakeholderRole.INTERESTED,
            responsibility="Ansvar for utdanning",
            influence=Level.LOW,
            known_by=("MEDLEM1",),
            source="Samtale",
        )
        name_stakeholder(
            work,
            theme=LIFT,
            organisation="NFD",
            role=StakeholderRole.OWNER,
            responsibility="Ansvar for næring",
            influence=Level.HIGH,
            interest=Level.MEDIUM,
            known_by=("SEK1", "MEDLEM1"),
            source="Samtale",
        )
        for each in ("KD", "NFD"):
            take_over(work, organisation=each, successor="KND", on=NEW_YEAR)
        work.commit()


def one(work: UnitOfWork) -> Party:
    found = party_in(work, LIFT, "KND")
    assert found is not None
    return found


def told(party: Party) -> tuple[object, ...]:
    return (party.role, party.responsibility, party.influence, party.interest, party.known_by)


def test_who_took_over_is_recorded_once_and_taken_back(office: Office) -> None:
    with office.work(by="SEK1") as work:
        register(work, "KND")
        take_over(work, organisation="KD", successor="KND", on=NEW_YEAR)
        assert work.succession.on("KD", work.today) == "KND"
        work.commit()
    with office.work(by="SEK1") as work:
        take_back(work, organisation="KD")
        assert work.succession.on("KD", work.today) == "KD"
        with pytest.raises(TakenOverByNobody):
            take_back(work, organisation="KD")
        take_over(work, organisation="KD", successor="NFD", on=NEW_YEAR)
        assert work.view(Organisation, "KD").successor == "NFD"


@pytest.mark.parametrize(
    ("organisation", "successor", "on", "refusal"),
    [
        ("KD", "KD", NEW_YEAR, TakesOverItself),
        ("KD", "XYZ", NEW_YEAR, Unknown),
        ("XYZ", "KD", NEW_YEAR, Unknown),
        ("NFD", "HOD", NEW_YEAR, TakenOverAlready),
        ("NFD", "KD", NEW_YEAR, TakenOverAlready),
        ("HOD", "NFD", NEW_YEAR, TookOverFromIt),
        ("HOD", "KD", date(2093, 1, 1), TakesOverLater),
    ],
)
def test_what_cannot_be_is_refused(
    office: Office, organisation: str, successor: str, on: date, refusal: type[TilsvarError]
) -> None:
    """NFD became KD, and KD became HOD: so HOD cannot have become NFD."""
    with office.work(by="SEK1") as work:
        take_over(work, organisation="NFD", successor="KD", on=NEW_YEAR)
        if refusal is TookOverFromIt:
            take_over(work, organisation="KD", successor="HOD", on=NEW_YEAR)
        with pytest.raises(refusal):
            take_over(work, organisation=organisation, successor=successor, on=on)


def test_what_was_known_of_each_that_became_one_is_known_of_it(office: Office) -> None:
    merged(office)
    with office.reading() as work:
        assert told(one(work)) == (
            StakeholderRole.OWNER,
            "Ansvar for utdanning (KD); Ansvar for næring (NFD)",
            Level.HIGH,
            Level.MEDIUM,
            ("MEDLEM1", "SEK1"),
        )
        assert one(work).source == "Samtale"


def test_what_is_put_right_of_it_gets_a_row_of_its_own_that_says_the_same(office: Office) -> None:
    merged(office)
    with office.work(by="SEK1") as work:
        before = told(one(work))
        record_stance(
            work,
            theme=LIFT,
            organisation="KND",
            stance=StanceValue.SUPPORTS,
            as_of=Edtf("2023-01-20"),
        )
        assert one(work).has_own
        assert told(one(work)) == before
        correct_party(
            work,
            stakeholder=f"{LIFT}/KND",
            role=StakeholderRole.INTERESTED,
            known_by=("SEK1",),
            responsibility="Ansvar for begge",
        )
        after = one(work)
    assert (after.role, after.known_by) == (StakeholderRole.INTERESTED, ("SEK1",))
    assert after.responsibility == (
        "Ansvar for begge (KND); Ansvar for utdanning (KD); Ansvar for næring (NFD)"
    )


def test_who_continues_one_puts_that_row_right_and_who_continues_several_leaves_as_one(
    office: Office,
) -> None:
    merged(office)
    with office.work(by="SEK1") as work:
        found = remove_party(work, stakeholder=f"{LIFT}/NFD", why="Svarer ikke for dette")
        assert (found.key, one(work).removed) == (f"{LIFT}/KND", True)
        name_stakeholders(work, theme=LIFT, organisations=["KND"], role=StakeholderRole.SOCIETY)
        assert (one(work).removed, one(work).role) == (False, StakeholderRole.SOCIETY)

        register(work, "HND")
        name_stakeholder(work, theme=LIFT, organisation="HOD", role=StakeholderRole.OWNER)
        take_over(work, organisation="HOD", successor="HND", on=NEW_YEAR)
        fixed = correct_party(work, stakeholder=f"{LIFT}/HND", responsibility="Helse")
        assert fixed.key == f"{LIFT}/HOD"
        with pytest.raises(Unknown):
            correct_party(work, stakeholder=f"{LIFT}/XYZ", responsibility="Helse")


def test_whoever_stands_on_the_list_through_another_is_not_put_there_beside_it(
    office: Office,
) -> None:
    merged(office)
    with office.work(by="SEK1") as work:
        with pytest.raises(ContinuesAnother, match=r"registered of KD\. Correct that"):
            name_stakeholders(
                work, theme=LIFT, organisations=["KND"], role=StakeholderRole.INTERESTED
            )
        correct_party(work, stakeholder=f"{LIFT}/KND", interest=Level.HIGH)
        with pytest.raises(OnTheList):
            name_stakeholders(
                work, theme=LIFT, organisations=["NFD"], role=StakeholderRole.INTERESTED
            )
        assert len(stakeholders_of(work, LIFT)) == 1


def test_one_that_was_taken_off_the_list_says_nothing_of_whoever_took_over(
    office: Office,
) -> None:
    merged(office)
    with office.work(by="SEK1") as work:
        work.view(Organisation, "KD")
        correct_stakeholder(work, stakeholder=f"{LIFT}/KD", role=StakeholderRole.OWNER)
        take_back(work, organisation="KD")
        remove_party(work, stakeholder=f"{LIFT}/KD", why="Feil")
        take_over(work, organisation="KD", successor="KND", on=NEW_YEAR)
        found = one(work)
    assert (found.removed, found.own.organisation) == (False, "NFD")
    assert (found.responsibility, found.influence) == ("Ansvar for næring", Level.HIGH)
