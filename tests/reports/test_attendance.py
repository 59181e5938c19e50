"""Who comes and who was there, in words: for reading, for scripts, and for the minutes."""

import json
from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.attendance import record_attendance
from tilsvar.commands.council import register_organisation
from tilsvar.commands.invitations import invite
from tilsvar.commands.meetings import cancel_meeting, move_meeting
from tilsvar.commands.reminders import register_absence
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Role
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.people import Person
from tilsvar.domain.rules import CouncilRules
from tilsvar.reports.attendance import AttendanceList, attendance
from tilsvar.reports.minutes_list import minutes_text
from tilsvar.reports.render_attendance import attendance_json, attendance_text
from tilsvar.store.rules import save_rules
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.workers.council_meeting import (
    AFTERWARDS,
    MAYBE,
    NO,
    YES,
    add_person,
    call_council,
    it_is,
    say,
)
from tilsvar.tests.workers.invited import do, hold_dialogue
from tilsvar.wording.language import language


@pytest.fixture
def answered(app: App, bell: HandBell) -> App:
    """A council meeting: the leader comes, one member sends the deputy, one has not answered."""
    call_council(app, bell)
    with app.office.work(by="SEK1") as work:
        register_organisation(work, key="UIO", name="Universitetet i Oslo", kind="university")
        work.get(Person, "LEDER").correct(name="Åse Ås", organisation="UIO")
        work.get(Person, "MEDLEM1").correct(name="Kari Nordmann")
        work.get(Person, "MEDLEM2").correct(name="Rådsmedlem, HOD", organisation="HOD")
        work.get(Person, "VARA1").correct(name="Ola Hansen", organisation="UIO")
        work.commit()
    add_person(app.office, "O01", Role.OBSERVER, "Eva Lie")
    do(app.office, invite, meeting="R1", who="O01")
    for who, partstat in (("LEDER", YES), ("MEDLEM1", NO), ("SEK1", YES), ("O01", MAYBE)):
        say(app, bell, who, partstat)
    return app


def listed(app: App, meeting: str = "R1") -> AttendanceList:
    with app.office.reading() as work:
        return attendance(work, meeting)


def text(app: App, code: str = "nb", meeting: str = "R1") -> str:
    said = attendance_text(listed(app, meeting), language(code))
    return said.replace("\N{NO-BREAK SPACE}", " ")


def minutes(app: App, code: str = "nb", meeting: str = "R1") -> str:
    return minutes_text(listed(app, meeting), language(code))


def lines(app: App) -> dict[str, str]:
    """How each stands, by key."""
    found = [line.split() for line in text(app).split("\n\n")[1].splitlines()]
    return {words[0]: " ".join(words[1:]) for words in found}


def test_before_the_meeting_the_answers_are_listed(answered: App, bell: HandBell) -> None:
    first, second = text(answered).splitlines()[:2]
    assert first == "Rådsmøte 2/2023, fredag 10. mars 2023"
    assert second == (
        "Rådet er foreløpig ikke vedtaksført: 1 av 3 har svart at de kommer, og det trengs 2."
    )
    assert lines(answered) == {
        "LEDER": "Åse Ås kommer",
        "MEDLEM1": "Kari Nordmann kommer ikke",
        "MEDLEM2": "Rådsmedlem, HOD ikke svart",
        "VARA1": "Ola Hansen ikke svart, spurt om å møte for Kari Nordmann",
        "O01": "Eva Lie kanskje",
        "SEK1": "Person SEK1 kommer",
    }

    say(answered, bell, "VARA1", YES)

    assert lines(answered)["MEDLEM1"] == "Kari Nordmann kommer ikke, vara Ola Hansen møter"
    assert lines(answered)["VARA1"] == "Ola Hansen kommer, møter for Kari Nordmann"
    assert text(answered).splitlines()[1] == (
        "Rådet er vedtaksført: 2 av 3 har svart at de kommer, og det trengs 2. Én av dem er vara."
    )


def test_whoever_is_away_that_day_is_unlikely_to_come(answered: App) -> None:
    day = date(2023, 3, 10)
    for who in ("MEDLEM2", "LEDER"):
        do(answered.office, register_absence, person=who, first=day, last=day)

    assert lines(answered)["MEDLEM2"] == (
        "Rådsmedlem, HOD ikke svart, borte den dagen, kommer neppe"
    )
    assert lines(answered)["LEDER"] == "Åse Ås kommer"


def test_the_minutes_list_follows_the_answers_in_the_councils_own_form(
    answered: App, bell: HandBell
) -> None:
    say(answered, bell, "VARA1", YES)

    assert minutes(answered) == (
        "Til stede:\nÅse Ås (leder), Universitetet i Oslo\n\n"
        "Forfall:\nKari Nordmann\n\n"
        "Møtende vara:\nOla Hansen, Universitetet i Oslo (for Kari Nordmann)\n\n"
        "Fra sekretariatet:\nPerson SEK1\n\n"
        "Uavklart:\nRådsmedlem, HOD\n"
    )


def test_after_the_meeting_it_follows_what_was_recorded(answered: App, bell: HandBell) -> None:
    say(answered, bell, "VARA1", YES)
    it_is(answered, AFTERWARDS)
    assert text(answered).splitlines()[1:3] == [
        "Oppmøtet er ikke registrert ennå. Dette er hva de hadde svart.",
        (
            "Etter svarene var rådet vedtaksført: 2 av 3 skulle komme, og det trengtes 2. "
            "Én av dem er vara."
        ),
    ]

    do(
        answered.office,
        record_attendance,
        meeting="R1",
        present=["MEDLEM1", "MEDLEM2", "O01", "VARA1", "HOD"],
        absent=["LEDER"],
    )

    assert text(answered).splitlines()[1] == (
        "Rådet var vedtaksført: 2 av 3 var til stede, og det trengtes 2."
    )
    assert minutes(answered) == (
        "Til stede:\nKari Nordmann\nRådsmedlem, HOD\n\n"
        "Forfall:\nÅse Ås (leder), Universitetet i Oslo\n\n"
        "Observatører:\nEva Lie\n\n"
        "Fra sekretariatet:\nPerson SEK1\n\n"
        # The deputy came although the member did, and so meets for nobody.
        "Andre til stede:\nOla Hansen, Universitetet i Oslo\n"
        "Helse- og omsorgsdepartementet\n"
    )


def test_nynorsk_and_english_say_the_same(answered: App, bell: HandBell) -> None:
    say(answered, bell, "VARA1", YES)

    assert "Til stades:\nÅse Ås (leiar)" in minutes(answered, "nn")
    assert "Møtande vara:\nOla Hansen" in minutes(answered, "nn")
    assert "Rådet er vedtaksført: 2 av 3 har svart at dei kjem" in text(answered, "nn")
    assert "Apologies:\nKari Nordmann" in minutes(answered, "en")
    assert text(answered, "en").splitlines()[1] == (
        "The council can decide: 2 of 3 have said that they come, 2 are needed. "
        "One of them is a deputy."
    )


def test_a_moved_meeting_has_no_answers_until_they_come(answered: App, bell: HandBell) -> None:
    do(answered.office, move_meeting, meeting="R1", time=MeetingTime(Edtf("2023-03-17")))

    assert "0 av 3" in text(answered)
    answer(answered, bell)
    assert "0 av 3" in text(answered)


def test_the_quorum_follows_the_councils_setting(answered: App) -> None:
    with answered.office.work(by="SEK1") as work:
        save_rules(work.session, CouncilRules(quorum=1 / 3))
        work.commit()

    assert text(answered).splitlines()[1].startswith("Rådet er vedtaksført: 1 av 3")


def test_members_are_those_of_the_meetings_day(answered: App) -> None:
    with answered.office.work(by="SEK1") as work:
        work.get(Person, "MEDLEM2").leave(date(2023, 3, 9))
        work.commit()

    assert "1 av 2" in text(answered)
    assert "Uavklart" not in minutes(answered)


def test_a_cancelled_meeting_is_said_to_be_off(answered: App) -> None:
    do(answered.office, cancel_meeting, meeting="R1")

    assert text(answered).splitlines()[1] == "Møtet er avlyst."


def test_at_a_meeting_with_others_their_refusals_are_listed_too_and_no_quorum(
    app: App, bell: HandBell
) -> None:
    hold_dialogue(app.office, "HOD", "MEDLEM1")
    answer(app, bell)

    assert listed(app, "M1").quorum is None
    assert "Rådet" not in text(app, meeting="M1")
    assert minutes(app, meeting="M1") == (
        "Uavklart:\nPerson MEDLEM1\nHelse- og omsorgsdepartementet\n"
    )


def test_where_nobody_is_known_to_belong_a_sentence_says_so(app: App) -> None:
    hold_dialogue(app.office)

    assert text(app, meeting="M1").endswith(
        "Ingen er invitert, og ingen er registrert som til stede.\n"
    )


def test_names_stand_in_the_norwegian_order_after_the_leader(app: App, bell: HandBell) -> None:
    call_council(app, bell)
    for number, name in enumerate(("Åge", "Ærlig", "Østen", "Élise", "adam", "Zoe"), 11):
        add_person(app.office, f"M{number}", Role.MEMBER, name)

    names = [each.name for each in listed(app).attendees][:9]
    assert names == [
        *("Person LEDER", "adam", "Élise", "Person MEDLEM1", "Person MEDLEM2"),
        *("Zoe", "Ærlig", "Østen", "Åge"),
    ]


def test_json_holds_keys_and_words_for_scripts(answered: App, bell: HandBell) -> None:
    say(answered, bell, "VARA1", YES)
    document = json.loads(attendance_json(listed(answered)))

    assert document["quorum"] == {
        "members": 3,
        "there": 2,
        "deputies": 1,
        "needed": 2,
        "can_decide": True,
    }
    assert (document["meeting"], document["on"], document["recorded"]) == (
        "R1",
        "2023-03-10",
        False,
    )
    deputy = next(each for each in document["attendees"] if each["who"] == "VARA1")
    assert deputy == {
        "who": "VARA1",
        "name": "Ola Hansen",
        "organisation": "Universitetet i Oslo",
        "part": "deputy",
        "leader": False,
        "answer": "accepted",
        "present": None,
        "away": False,
        "meets_for": "MEDLEM1",
        "asked_for": None,
    }


def test_an_organisation_is_not_repeated_where_the_name_says_it(answered: App) -> None:
    with answered.office.reading() as work:
        assert work.look(Organisation, "HOD") is not None
    by_key = {each.who: each.organisation for each in listed(answered).attendees}

    assert (by_key["LEDER"], by_key["MEDLEM2"]) == ("Universitetet i Oslo", "")
