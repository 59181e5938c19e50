"""People take up roles, change them and leave; somebody is always left in the secretariat."""

from datetime import date
from functools import partial

import pytest

from tilsvar.commands.accounts import account_of, allow_account
from tilsvar.commands.people import (
    AddressInUse,
    LastOfTheSecretariat,
    LeavesBeforeJoining,
    NotThen,
    OwnDeputy,
    change_role,
    correct_person,
    end_role,
    take_up_role,
)
from tilsvar.commands.signing_in import choose_language, person_of_identity
from tilsvar.domain.events import MemberJoined, MemberLeft
from tilsvar.domain.kinds import Kind, Role
from tilsvar.domain.people import Person
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office

TODAY = date(2023, 2, 3)


def test_a_role_that_changes_today_takes_language_digest_and_account_along(
    office: Office,
) -> None:
    with office.work(by="SEK1") as work:
        choose_language(work, person="MEDLEM1", language="nn")
        allow_account(work, person="MEDLEM1", tenant="t1", subject="oid")
        new = change_role(work, person="MEDLEM1", role=Role.LEADER, on=TODAY).key
        work.commit()

    with office.work(by="SEK1") as work:
        before, after = work.view(Person, "MEDLEM1"), work.view(Person, new)
        assert (before.until, after.since, after.role) == (date(2023, 2, 2), TODAY, Role.LEADER)
        assert (after.name, after.email) == (before.name, before.email)
        kept = account_of(work, new)
        assert kept is not None
        assert kept.tenant == "t1"
        signed_in = person_of_identity(work, tenant="t1", subject="oid", verified_email=None)
        assert signed_in == new
        told = [type(each.event) for each in history(work.session, Kind.PERSON, new)]
        left = [type(each.event) for each in history(work.session, Kind.PERSON, "MEDLEM1")]
    assert told == [MemberJoined]
    assert left[-1] is MemberLeft


def test_a_role_changes_later_and_is_as_it_was_until_then(office: Office) -> None:
    with office.work(by="SEK1") as work:
        change_role(work, person="MEDLEM1", role=Role.OBSERVER, on=date(2023, 5, 1))
        roles = [
            (each.role, day)
            for day in (date(2023, 4, 30), date(2023, 5, 1))
            for each in work.all(Person)
            if each.email == "medlem1@ho21.example" and each.active_on(day)
        ]

    assert roles == [(Role.MEMBER, date(2023, 4, 30)), (Role.OBSERVER, date(2023, 5, 1))]


def test_somebody_is_left_in_the_secretariat_on_every_day_that_is_asked_about(
    office: Office,
) -> None:
    alone = pytest.raises(LastOfTheSecretariat, match="on 2023-03-01")
    with office.work(by="SEK1") as work, alone:
        end_role(work, person="SEK1", on=date(2023, 2, 28))
    with office.work(by="SEK1") as work:
        email, role = "ny@ho21.example", Role.SECRETARIAT
        take_up_role(work, name="Ny", email=email, role=role, since=date(2023, 3, 1))
        end_role(work, person="SEK1", on=date(2023, 2, 28))
        with pytest.raises(LastOfTheSecretariat, match="on 2023-02-03"):
            correct_person(work, person="SEK1", until=date(2023, 2, 1))


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"email": "LEDER@ho21.example"}, AddressInUse),
        ({"since": date(2023, 2, 2), "until": date(2023, 2, 1)}, LeavesBeforeJoining),
        ({"deputy_for": "MEDLEM1"}, OwnDeputy),
    ],
)
def test_what_cannot_be_is_refused(
    office: Office, values: dict[str, object], error: type[Exception]
) -> None:
    with office.work(by="SEK1") as work, pytest.raises(error):
        correct_person(work, person="MEDLEM1", **values)


def test_an_address_is_free_again_once_its_person_has_left(office: Office) -> None:
    with office.work(by="SEK1") as work:
        end_role(work, person="MEDLEM1", on=TODAY)
        join = partial(
            take_up_role, work, name="Ny", email="medlem1@ho21.example", role=Role.MEMBER
        )
        with pytest.raises(AddressInUse):
            join(since=TODAY)
        assert join(since=date(2023, 2, 4)).key == "MEDLEM12"
        with pytest.raises(NotThen):
            change_role(work, person="MEDLEM1", role=Role.LEADER, on=date(2023, 3, 1))
