"""Who holds a role on a day, and who therefore hears of a rung."""

from datetime import date

from tilsvar.domain.absences import Absence
from tilsvar.domain.audiences import Roll
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.events import MemberJoined, MemberLeft, PersonCorrected
from tilsvar.domain.kinds import DeadlineKind, Role
from tilsvar.domain.ladders import Audience
from tilsvar.domain.people import Person, holding
from tilsvar.tests.domain.council import NOW, told

DAY = date(2023, 2, 3)


def person(
    key: str, role: Role, since: date | None = date(2020, 1, 2), until: date | None = None
) -> Person:
    return Person.join(
        key, f"Person {key}", f"{key.lower()}@ho21.example", role, since=since, until=until
    )


SEK1, SEK2 = person("SEK1", Role.SECRETARIAT), person("SEK2", Role.SECRETARIAT)
GONE = person("SEK0", Role.SECRETARIAT, until=date(2022, 12, 31))
LEADER = person("LEDER", Role.LEADER, until=date(2024, 1, 2))
MEMBERS = [person("M02", Role.MEMBER, until=date(2022, 10, 24)), person("M01", Role.MEMBER)]
DEPUTY = Person.join("V01", "Vara", "vara@ho21.example", Role.DEPUTY, deputy_for="M01")
EVERYONE = [SEK2, SEK1, GONE, LEADER, *MEMBERS, DEPUTY]


def deadline(responsible: str | None = None) -> Deadline:
    return Deadline.set(
        "D1",
        DeadlineKind.INTERNAL,
        "Innspill",
        Edtf("2023-02-10"),
        uid="d",
        now=NOW,
        responsible=responsible,
    )


def told_to(
    who: str, responsible: str | None = None, on: date = DAY, absences: tuple[Absence, ...] = ()
) -> list[str]:
    roll = Roll(EVERYONE, absences)
    return [each.key for each in roll.hears(who, deadline(responsible), on)]


def away(person: str) -> Absence:
    return Absence(person, DAY, DAY)


def test_both_the_first_and_the_last_day_of_a_role_count() -> None:
    member = person("M02", Role.MEMBER, date(2020, 1, 2), date(2022, 10, 24))

    assert [
        member.active_on(day)
        for day in (*(date(2020, 1, 1), date(2020, 1, 2), date(2022, 10, 24), date(2022, 10, 25)),)
    ] == [False, True, True, False]
    assert person("M01", Role.MEMBER, since=None).active_on(date(1990, 1, 1))


def test_a_role_is_held_by_those_active_that_day_in_the_order_of_their_keys() -> None:
    assert holding(Role.SECRETARIAT, EVERYONE, DAY) == [SEK1, SEK2]
    assert holding(Role.SECRETARIAT, EVERYONE, date(2022, 6, 1)) == [GONE, SEK1, SEK2]
    assert holding(Role.OBSERVER, EVERYONE, DAY) == []


def test_the_responsible_person_hears_of_it_alone() -> None:
    assert told_to(Audience.RESPONSIBLE, "SEK2") == ["SEK2"]


def test_what_nobody_is_responsible_for_is_the_whole_secretariats() -> None:
    assert told_to(Audience.RESPONSIBLE) == ["SEK1", "SEK2"]


def test_where_the_responsible_person_has_left_the_secretariat_takes_over() -> None:
    assert told_to(Audience.RESPONSIBLE, "SEK0", on=date(2022, 12, 31)) == ["SEK0"]
    assert told_to(Audience.RESPONSIBLE, "SEK0", on=date(2023, 1, 1)) == ["SEK1", "SEK2"]


def test_leader_and_members_hear_as_long_as_they_are_in_their_roles() -> None:
    assert told_to(Audience.LEADER) == ["LEDER"]
    assert told_to(Audience.LEADER, on=date(2024, 1, 3)) == []
    assert told_to(Audience.MEMBERS) == ["M01"]
    assert told_to(Audience.MEMBERS, on=date(2022, 10, 24)) == ["M01", "M02"]


def test_a_deputy_hears_while_the_member_is_away_and_not_a_day_longer() -> None:
    assert told_to("M01") == ["M01"]
    assert told_to("M01", absences=(away("M01"),)) == ["V01"]
    assert told_to("M01", on=date(2023, 2, 4), absences=(away("M01"),)) == ["M01"]
    assert told_to(Audience.MEMBERS, absences=(away("M01"),)) == ["M01"]


def test_while_the_responsible_person_is_away_without_a_deputy_the_secretariat_hears() -> None:
    assert told_to(Audience.RESPONSIBLE, "SEK2", absences=(away("SEK2"),)) == ["SEK1"]
    assert told_to(Audience.RESPONSIBLE, "M01", absences=(away("M01"), away("V01"))) == [
        *("SEK1", "SEK2"),
    ]


def test_where_everybody_is_away_nobody_is_left_out() -> None:
    everybody = (away("SEK1"), away("SEK2"), away("LEDER"))
    assert told_to(Audience.SECRETARIAT, absences=everybody) == ["SEK1", "SEK2"]
    assert told_to(Audience.LEADER, absences=everybody) == ["LEDER"]


def test_joining_leaving_and_corrections_are_told() -> None:
    member = person("M02", Role.MEMBER, until=date(2024, 1, 2))
    member.correct(until=date(2022, 10, 24), organisation="FHI")
    member.correct(until=None)
    member.leave(date(2023, 1, 1))

    assert told(member) == [
        MemberJoined("M02", "member", date(2020, 1, 2)),
        MemberLeft("M02", date(2024, 1, 2)),
        MemberLeft("M02", date(2022, 10, 24)),
        PersonCorrected("M02", ("until", "organisation")),
        PersonCorrected("M02", ("until",)),
        MemberLeft("M02", date(2023, 1, 1)),
    ]
