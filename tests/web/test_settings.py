"""The secretariat changes what the council has decided for itself, and takes it back."""

from datetime import date

import pytest
from sqlalchemy import select

from tilsvar.commands.areas import add_area
from tilsvar.commands.letters import send_letter
from tilsvar.domain.areas import Area
from tilsvar.domain.dates import Edtf
from tilsvar.domain.letters import Letter
from tilsvar.store import flow
from tilsvar.store.pauses import load_pauses
from tilsvar.tests.servers.office import answer
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.test_deeds import LEADER, made_from, plain, undone
from tilsvar.tests.web.visitor import House, hand_out

DAYS, PAUSES = "/settings/closed-days", "/settings/pauses"
AREAS, QUORUM = "/settings/areas", "/settings/quorum"


@pytest.fixture
def desk(house: House) -> Reader:
    visitor = house.visitor()
    visitor.send(hand_out(house))
    return visitor


def pressed(desk: Reader, page: Page, button: str, status: int = 200) -> Page:
    """What comes after the first button of that name was pressed."""
    form = next(each for each in page.all(".//form") if button in "".join(each.itertext()))
    fields = {each.get("name", ""): each.get("value", "") for each in form.iter("input")}
    return desk.send(form.get("action", ""), status, **fields)


def mistakes(page: Page) -> list[str]:
    return [each.replace("\u00a0", " ") for each in page.texts(".//div[@role='alert']//li")]


def test_the_settings_say_what_holds_and_lead_to_where_it_is_changed(desk: Reader) -> None:
    page = desk.open("/settings")

    assert "Alle påminnelser kommer som vanlig." in page.text
    assert "Ingen pause er planlagt. Påminnelsene går ut." in page.text
    assert "minst halvparten av medlemmene er til stede" in page.text
    assert {"/settings/ladders", PAUSES, DAYS, AREAS, QUORUM} <= page.links()
    [current] = [each for each in page.all(".//nav//a") if each.get("aria-current")]
    assert "".join(current.itertext()).strip() == "Innstillinger"


def test_the_leader_reads_the_settings_and_changes_nothing(house: House) -> None:
    leader = house.visitor()
    leader.send(hand_out(house, LEADER))

    for path in ("/settings", DAYS, PAUSES, AREAS, QUORUM, "/settings/ladders/consultation"):
        page = leader.open(path)
        assert "/sign-out" in {each.get("action") for each in page.all(".//form")}
        assert not [each for each in page.all(".//form") if "/settings" in each.get("action", "")]


def test_a_closed_day_moves_the_date_of_an_answer_and_says_so(house: House, desk: Reader) -> None:
    with house.app.office.work(by="SEK1") as work:
        send_letter(work, title="Brev", sent=Edtf("2023-01-30"), recipients=["NFD", "KD"])
        work.commit()

    page = desk.send(DAYS, first="28.2.2023", last="1. mars 2023", why="Flytting")

    told = "Rådet holder stengt fra 28. februar 2023 til 1. mars 2023: Flytting."
    assert f"{told} 2 svarfrister ble flyttet samtidig." in plain(page)
    assert "28. februar til 1. mars 2023 Flytting" in plain(page)
    assert due(house) == date(2023, 3, 2)
    answer(house.app, house.bell)
    with house.app.office.reading() as work:
        days = work.session.scalars(select(flow.rung.c.day).where(flow.WAITING)).all()
    assert min(days) == date(2023, 3, 2)

    page = undone(desk, page)
    assert "Rådet holder likevel ikke stengt fra 28. februar 2023" in plain(page)
    assert due(house) == date(2023, 2, 28)
    assert told in page.section("history").replace("\u00a0", " ")

    page = undone(desk, page)
    assert due(house) == date(2023, 3, 2)
    page = pressed(desk, page, "Likevel ikke stengt")
    assert due(house) == date(2023, 2, 28)
    assert "Ingen dager fremover er stengt" in page.text


def due(house: House) -> date | None:
    with house.app.office.reading() as work:
        return work.get(Letter, "L2023-01").obligation("NFD").due()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"first": "31.2.2023", "why": "Jul"}, "Første dag: 31.2.2023 finnes ikke."),
        ({"first": "3.4.2023", "last": "1.4.2023", "why": "Jul"}, "Siste dag: Den siste dagen"),
        ({"first": "3.4.2023", "last": "3.4.2024", "why": "Jul"}, "lenger enn tre måneder"),
        ({"first": "3.4.2033", "why": "Jul"}, "mer enn to år frem i tid"),
        ({"first": "2.2.2023", "why": "Jul"}, "2. februar 2023 er allerede passert"),
        ({"first": "1.5.2023", "why": "Jul"}, "er det uansett ikke arbeid"),
        ({"first": "3.4.2023", "why": ""}, "Hvorfor: Fyll ut dette."),
        ({"first": "3.4.2023", "why": "x" * 101}, "Hvorfor: Dette er lengre enn 100 tegn."),
        ({"first": "", "why": "Jul"}, "Første dag: "),
    ],
)
def test_days_that_cannot_be_closed_are_told_at_the_field_and_nothing_is(
    house: House, desk: Reader, typed: dict[str, str], told: str
) -> None:
    page = desk.send(DAYS, 422, **typed)

    [mistake] = mistakes(page)
    assert told in mistake
    values = {each.get("name"): each.get("value") for each in page.all(".//input")}
    assert values["first"] == typed["first"]
    with house.app.office.reading() as work:
        assert work.rules.closed_days == ()


def test_the_same_button_twice_closes_and_opens_once(desk: Reader) -> None:
    page = desk.send(DAYS, first="3.4.2023", why="Påske")
    again = desk.send(DAYS, 422, first="3.4.2023", why="Påske")
    assert "er det uansett ikke arbeid" in again.text

    pressed(desk, page, "Likevel ikke stengt")
    late = pressed(desk, page, "Likevel ikke stengt", 409)
    assert "Person SEK1 endret dette i mellomtiden." in late.text
    late = pressed(desk, page, "Angre", 409)
    assert "Dette lot seg ikke gjøre" in late.text or "Noen har endret dette" in late.text


def test_a_pause_is_set_called_off_and_set_again(house: House, desk: Reader) -> None:
    page = desk.send(PAUSES, first="1. juli 2023", last="6.8.2023", why="Sommer")

    assert "Alle påminnelser hviler fra 1. juli 2023 til 6. august 2023: Sommer." in plain(page)
    assert "Neste pause: 1. juli til 6. august 2023." in plain(desk.open("/settings"))
    overlaps = desk.send(PAUSES, 422, first="1.8.2023", last="20.8.2023")
    [mistake] = mistakes(overlaps)
    assert mistake.startswith("Første dag: Det er allerede en pause fra 1. juli 2023")

    page = pressed(desk, desk.open(PAUSES), "Avlys pausen")
    assert "Pausen fra 1. juli 2023 til 6. august 2023 ble avlyst." in plain(page)
    page = undone(desk, page)
    with house.app.office.reading() as work:
        [pause] = load_pauses(work.session)
    assert (pause.first, pause.last, pause.why) == (date(2023, 7, 1), date(2023, 8, 6), "Sommer")


def test_a_pause_of_today_ends_early_and_reminders_go_out_again(desk: Reader) -> None:
    page = desk.send(PAUSES, first="1.2.2023", last="10.2.2023")
    assert "Alle påminnelser hviler til og med 10. februar 2023." in plain(desk.open("/settings"))

    page = pressed(desk, desk.open(PAUSES), "Avslutt pausen")

    assert "Påminnelsene går ut igjen. Pausen skulle ha vart til 10. februar 2023." in plain(page)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("10.7.2023", "1.7.2023", "Siste dag: En pause fra 10. juli 2023 kan ikke slutte"),
        ("1.1.2023", "31.1.2023", "Siste dag: 31. januar 2023 er allerede passert."),
        ("1.7.2023", "1.8.2033", "Siste dag: 1. august 2033 er mer enn to år frem i tid."),
        ("1.7.2023", "1.8.2230", "Siste dag: 1.8.2230 "),
        ("våren 2023", "1.8.2023", "Første dag: "),
    ],
)
def test_a_pause_that_makes_no_sense_is_refused(
    desk: Reader, first: str, last: str, told: str
) -> None:
    [mistake] = mistakes(desk.send(PAUSES, 422, first=first, last=last))

    assert mistake.startswith(told)


def test_an_area_is_added_named_anew_and_taken_out_of_use(house: House, desk: Reader) -> None:
    page = desk.send(AREAS, name="Helsedata og åpne kilder", plan="Handlingsplan 2024–2027")
    assert "Helsedata og åpne kilder: Området ble registrert." in page.text
    path = f"{AREAS}/HELSEDATA-OG-APNE-KILDER"
    assert "Helsedata og åpne kilder" in desk.open("/letters/new").text

    form = desk.open(path)
    page = desk.send(path, name="Helsedata", plan="", made_from=made_from(form))
    assert page.title.startswith("Helsedata")
    late = desk.send(path, 409, name="Åpne data", made_from=made_from(form))
    assert "Person SEK1 endret dette i mellomtiden." in late.text
    values = {each.get("name"): each.get("value") for each in late.all(".//input")}
    assert values["name"] == "Åpne data"

    page = pressed(desk, desk.open(path), "Ta det ut av bruk")
    assert "Området brukes ikke etter 2. februar 2023." in plain(page)
    assert "Helsedata" in desk.open(AREAS).text
    page = undone(desk, page)
    assert "Området brukes igjen." in page.text
    with house.app.office.reading() as work:
        assert work.view(Area, "HELSEDATA-OG-APNE-KILDER").until is None


def test_two_areas_cannot_have_one_name_and_a_guessed_one_is_not_there(
    house: House, desk: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        add_area(work, name="Helsedata")
        work.commit()

    assert mistakes(desk.send(AREAS, 422, name="HELSEDATA")) == [
        "Navn: Det finnes allerede et område som heter HELSEDATA. Velg et annet navn."
    ]
    assert mistakes(desk.send(AREAS, 422, name=" ")) == ["Navn: Fyll ut dette."]
    desk.open(f"{AREAS}/NOWHERE", 404)
    desk.send(f"{AREAS}/NOWHERE", 404, name="Noe")
    desk.send(f"{AREAS}/NOWHERE/retire", 404)
    desk.send(f"{AREAS}/HELSEDATA/delete", 404)


def test_the_quorum_is_a_share_or_a_number_of_those_who_have_a_seat(
    house: House, desk: Reader
) -> None:
    page = desk.send(QUORUM, rule="two_thirds", made_from=made_from(desk.open(QUORUM)))
    assert (
        "minst to tredeler av medlemmene er til stede. I dag er det 2 av 2 medlemmer." in page.text
    )

    stamp = made_from(page)
    assert mistakes(desk.send(QUORUM, 422, rule="number", number="9", made_from=stamp)) == [
        "Antall medlemmer: Rådet har 2 medlemmer, så 9 av dem kan aldri være til stede."
    ]
    assert len(mistakes(desk.send(QUORUM, 422, rule="number", number="", made_from=stamp))) == 1
    assert len(mistakes(desk.send(QUORUM, 422, rule="number", number="to", made_from=stamp))) == 1
    assert len(mistakes(desk.send(QUORUM, 422, rule="alle", made_from=stamp))) == 1
    page = desk.send(QUORUM, rule="number", number="1", made_from=stamp)
    assert "når 1 av medlemmene er til stede. I dag er det 1 av 2 medlemmer." in page.text
    late = desk.send(QUORUM, 409, rule="half", made_from=stamp)
    assert "Person SEK1 endret dette i mellomtiden." in late.text

    undone(desk, page)
    with house.app.office.reading() as work:
        assert (work.rules.quorum, work.rules.quorum_number) == (0.667, 0)
    desk.send("/settings/changes/999999999999/undo", 409)
