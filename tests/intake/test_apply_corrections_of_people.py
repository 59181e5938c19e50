"""A changed row about people, organisations or areas is a correction as well."""

from datetime import date

from tilsvar.commands.council import write_to
from tilsvar.domain.kinds import Kind
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.people import Person
from tilsvar.tests.intake.desk import Desk, obligations


def test_a_member_has_left_and_another_has_a_new_address(desk: Desk) -> None:
    desk.bring()
    desk.edit(
        "people",
        "m01@ho21.example,member,2020-01-02,",
        "m01@ho21.example,member,2020-01-02,2023-01-31",
    )
    desk.edit("people", "leder@ho21.example", "ny@ho21.example")

    desk.bring()

    assert desk.told(Kind.PERSON, "M01")[-1] == "MemberLeft"
    assert desk.told(Kind.PERSON, "LEDER")[-1] == "PersonCorrected"
    with desk.office.reading() as work:
        assert not work.get(Person, "M01").active_on(date(2023, 2, 1))
        assert work.get(Person, "LEDER").email == "ny@ho21.example"


def test_a_successor_is_named_and_answers_in_the_same_register(desk: Desk) -> None:
    desk.add("letters", "L3,letter,Om kommunene,,2023-01-16,KMD,yes,,,")
    desk.bring()
    desk.edit(
        "organisations",
        "moderniseringsdepartementet,ministry,,",
        "moderniseringsdepartementet,ministry,KDD,2023",
    )
    desk.add("replies", "L3,KDD,2023-02-01,final,,,Svar fra KDD,")

    desk.bring()

    answer = obligations(desk, "L3")["KMD"]
    assert answer.closed_on == date(2023, 2, 1)
    assert answer.replies[0].answered_by == "KDD"
    assert desk.told(Kind.ORGANISATION, "KMD")[-1] == "OrganisationSucceeded"


def test_nobody_took_over_after_all(desk: Desk) -> None:
    ministry = "moderniseringsdepartementet,ministry"
    desk.edit("organisations", f"{ministry},,", f"{ministry},KDD,2022-01-01")
    desk.bring()
    desk.edit("organisations", f"{ministry},KDD,2022-01-01", f"{ministry},,")

    desk.bring()

    with desk.office.reading() as work:
        assert work.get(Organisation, "KMD").successor is None
    assert desk.told(Kind.ORGANISATION, "KMD")[-1] == "OrganisationCorrected"


def test_the_language_that_a_person_has_set_outlasts_a_correction(desk: Desk) -> None:
    desk.bring()
    with desk.office.work(by="SEK1") as work:
        write_to(work, organisation="KMD", language="nn")
        work.commit()
    desk.edit("organisations", "moderniseringsdepartementet", "moderniseringsdep.")

    desk.bring()

    with desk.office.reading() as work:
        found = work.get(Organisation, "KMD")
        assert (found.name, found.language) == ("Kommunal- og moderniseringsdep.", "nn")


def test_an_area_gets_its_right_name(desk: Desk) -> None:
    desk.bring()
    desk.edit("areas", "God helse", "God folkehelse")
    desk.bring()
    assert desk.told(Kind.AREA, "HELSE")[-1] == "AreaCorrected"
