"""The secretariat decides who is reminded when, sees what it means, and takes it back."""

from datetime import date
from typing import Any

import pytest

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.reminders import change_ladder
from tilsvar.domain.dates import Edtf
from tilsvar.domain.ladder_text import write_rungs
from tilsvar.domain.ladders import Rung
from tilsvar.tests.servers.office import answer
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.test_deeds import made_from, plain, undone
from tilsvar.tests.web.test_settings import mistakes
from tilsvar.tests.web.visitor import House, hand_out

CONSULTATION = "/settings/ladders/consultation"


@pytest.fixture
def desk(house: House) -> Reader:
    visitor = house.visitor()
    visitor.send(hand_out(house))
    return visitor


def filled(page: Page, **other: Any) -> dict[str, Any]:
    """What a browser would send of the form as the page shows it, with other values in some."""
    [form] = [each for each in page.all(".//form") if each.get("class") == "form stack"]
    values: dict[str, Any] = {}
    for each in form.iter("input"):
        if each.get("type") != "checkbox" or "checked" in each.attrib:
            values.setdefault(each.get("name", ""), []).append(each.get("value", ""))
    for select in form.iter("select"):
        chosen = [each.get("value", "") for each in select if "selected" in each.attrib]
        values[select.get("name", "")] = chosen[:1] or [select[0].get("value", "")]
    return values | other


def rungs(house: House, ladder: str = "consultation", key: str = "") -> str:
    with house.app.office.reading() as work:
        return write_rungs(work.ladders.ladder(ladder, key).rungs)


def published(house: House, deadline: str = "2023-05-02") -> None:
    with house.app.office.work(by="SEK1") as work:
        publish_consultation(work, title="Ny helselov", publisher="HOD", deadline=Edtf(deadline))
        work.commit()
    answer(house.app, house.bell)


def test_every_ladder_is_told_in_words(desk: Reader) -> None:
    page = plain(desk.open("/settings/ladders"))

    assert "Høringer 21 dager før ansvarlig i samlemeldingen" in page
    assert "På dagen ansvarlig straks, i egen e-post" in page
    assert "30 virkedager etter ansvarlig og rådsleder i samlemeldingen" in page
    assert "1 virkedag etter slutten" in page


def test_a_form_sent_as_it_stands_changes_nothing(house: House, desk: Reader) -> None:
    for name in ("consultation", "internal", "imprecise", "answer"):
        before = rungs(house, name)
        page = desk.open(f"/settings/ladders/{name}")

        desk.send(f"/settings/ladders/{name}", **filled(page))

        assert rungs(house, name) == before


def test_reminders_are_chosen_looked_at_and_saved_and_taken_back(
    house: House, desk: Reader
) -> None:
    published(house)
    page = desk.open(CONSULTATION)
    assert "Tirsdag 11. april 2023: ansvarlig" in plain(page)
    chosen = filled(
        page, side_1="", days_2="10", unit_2="wd", to_2=["responsible", "leader"], also_3="MEDLEM1"
    )

    page = desk.send(CONSULTATION, **chosen, act="preview")
    assert "Ingenting er lagret ennå." in page.text
    assert "Mandag 17. april 2023: ansvarlig og rådsleder" in plain(page)
    assert rungs(house).startswith("-21d, -14d")

    page = desk.send(CONSULTATION, **filled(page), act="save")
    assert "Påminnelsene om høringer ble endret." in page.text
    assert rungs(house) == (
        "-10wd to responsible leader, -7d to responsible MEDLEM1, -3d, -1d, 0d at once"
    )
    assert "Rådets egne: høringer." in desk.open("/settings").text
    assert "Person MEDLEM1" in page.text
    answer(house.app, house.bell)

    page = undone(desk, page)
    assert "Påminnelsene om høringer er de vanlige igjen." in page.text
    assert rungs(house).startswith("-21d, -14d")
    history = page.section("history")
    assert "Påminnelsene om høringer ble endret. Person SEK1" in history


def test_the_usual_ones_come_back_by_a_button(house: House, desk: Reader) -> None:
    page = desk.send(CONSULTATION, **filled(desk.open(CONSULTATION), side_1=""))
    assert "Tilbake til de vanlige" in page.text

    page = desk.send(CONSULTATION, **filled(page), act="reset")

    assert "Påminnelsene om høringer er de vanlige igjen." in page.text
    assert "Tilbake til de vanlige" not in page.text
    page = undone(desk, page)
    assert rungs(house).startswith("-14d, -7d")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"days_2": "ti"}, "Påminnelse 2: Skriv hvor mange dager, et helt tall fra 1 til 3650."),
        ({"days_2": "0"}, "Påminnelse 2: Skriv hvor mange dager, et helt tall fra 1 til 3650."),
        ({"days_2": "9999"}, "Påminnelse 2: Skriv hvor mange dager, et helt tall fra 1 til 3650."),
        ({"days_2": "21"}, "Påminnelse 2: En annen påminnelse kommer allerede den dagen."),
        ({"to_2": []}, "Påminnelse 2: Velg hvem som får påminnelsen."),
        ({"to_2": ["leader, 0d to KARI"]}, "Påminnelse 2: Velg en av disse."),
        ({"also_2": "KARI"}, "Påminnelse 2: Velg en av disse."),
        ({"side_2": "sideways"}, "Påminnelse 2: Velg en av disse."),
        ({"channel_2": "pigeon"}, "Påminnelse 2: Velg en av disse."),
        ({"days_2": "1" * 21}, "Påminnelse 2: Dette er lengre enn 20 tegn."),
        ({"act": "destroy"}, "Hva som skal gjøres: Velg en av disse."),
    ],
)
def test_what_is_no_reminder_is_told_and_everything_typed_stays(
    house: House, desk: Reader, wrong: dict[str, Any], told: str
) -> None:
    page = desk.send(CONSULTATION, 422, **filled(desk.open(CONSULTATION), **wrong))

    [mistake] = mistakes(page)
    assert mistake.startswith(told)
    values = {each.get("name"): each.get("value") for each in page.all(".//input")}
    assert values["days_2"] == wrong.get("days_2", "14")
    assert rungs(house).startswith("-21d, -14d")


def test_of_two_who_change_the_same_reminders_the_second_is_told(
    house: House, desk: Reader
) -> None:
    mine = filled(desk.open(CONSULTATION), days_1="30")
    desk.send(CONSULTATION, **filled(desk.open(CONSULTATION), days_1="25"))

    page = desk.send(CONSULTATION, 409, **mine)

    assert "Person SEK1 endret dette i mellomtiden." in page.text
    assert rungs(house).startswith("-25d")
    page = desk.send(CONSULTATION, **filled(page))
    assert rungs(house).startswith("-30d")
    assert made_from(page) != mine["made_from"]


def test_one_date_can_have_reminders_of_its_own(house: House, desk: Reader) -> None:
    published(house)
    path = f"{CONSULTATION}/C2023-01"

    page = desk.send(path, **filled(desk.open(path), side_1=""))

    assert "Påminnelsene om C2023-01 ble endret." in page.text
    assert "Bare for Ny helselov (C2023-01)" in page.text
    assert rungs(house, key="C2023-01").startswith("-14d")
    assert rungs(house).startswith("-21d")
    assert "Ny helselov (C2023-01)" in desk.open("/settings/ladders").section("ones")
    page = desk.send(path, **filled(page), act="reset")
    assert "Påminnelsene om C2023-01 er de vanlige for typen igjen." in page.text
    assert rungs(house, key="C2023-01").startswith("-21d")


def test_no_reminders_at_all_is_a_choice_too(house: House, desk: Reader) -> None:
    silent: dict[str, str | list[str]] = {f"side_{n}": "" for n in range(1, 21)}

    page = desk.send(CONSULTATION, **filled(desk.open(CONSULTATION), **silent))

    assert rungs(house) == ""
    assert "Ingen åpen dato har slike påminnelser nå." in page.text


def test_a_ladder_of_many_rungs_keeps_them_all(house: House, desk: Reader) -> None:
    many = tuple(Rung(-days, working=False) for days in range(60, 15, -1))
    with house.app.office.work(by="SEK1") as work:
        change_ladder(work, ladder="consultation", rungs=write_rungs(many))
        work.commit()
    page = desk.open(CONSULTATION)
    assert "Påminnelse 46" in page.text

    one_more = {"side_46": "on", "to_46": ["responsible"]}
    page = desk.send(CONSULTATION, **filled(page, **one_more))

    assert rungs(house) == f"{write_rungs(many)}, 0d"
    far = {"side_9999999999": "on", "side_²": "on", "to_9999999999": ["responsible"]}
    desk.send(CONSULTATION, **filled(page, **far))
    assert rungs(house) == f"{write_rungs(many)}, 0d"


def test_what_is_no_ladder_and_no_date_under_it_is_not_there(house: House, desk: Reader) -> None:
    published(house)

    desk.open("/settings/ladders/brev", 404)
    desk.open(f"{CONSULTATION}/C1999-01", 404)
    desk.open("/settings/ladders/internal/C2023-01", 404)
    desk.send(f"{CONSULTATION}/C1999-01", 404, act="reset")
    with house.app.office.reading() as work:
        assert work.today == date(2023, 2, 3)
