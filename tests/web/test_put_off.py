"""Something is put off: it leaves the page of the day, stands on a list, and comes back."""

import pytest

from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.letters import send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.visitor import House, hand_out


@pytest.fixture
def reader(house: House) -> Reader:
    """Two own deadlines have passed, and an answer has not come."""
    with house.app.office.work(by="SEK1") as work:
        for number in (1, 2):
            set_deadline(
                work,
                key=f"D{number}",
                title=f"Frist {number}",
                due=Edtf("2023-01-10"),
                kind=DeadlineKind.INTERNAL,
            )
        send_letter(
            work, key="L1", title="Et brev", sent=Edtf("2022-10-03"), recipients=["HOD", "KD"]
        )
        work.commit()
    found = house.visitor()
    found.send(hand_out(house))
    return found


def test_it_leaves_the_day_until_its_day_and_the_undo_brings_it_back(reader: Reader) -> None:
    listed = reader.open("/today/deadlines")
    assert {"/put-off/D1", "/put-off/D2"} <= listed.links()

    today = reader.send("/put-off/D1", how="day", until="1. mars 2023")

    assert "Frist 1 er utsatt til 1. mars 2023." in today.text.replace("\u00a0", " ")
    assert "Én av rådets egne frister mangler utfall. Frist 2" in today.section("now")
    assert "1 ting er utsatt" in today.section("now")
    resting = reader.open("/put-off")
    assert "Frist 1 til 1. mars 2023 Ta det opp igjen" in resting.text.replace("\u00a0", " ")
    [undo] = [each for each in today.all(".//form") if each.get("action") == "/put-off/D1/end"]

    back = reader.send(undo.get("action", ""))

    assert "Frist 1 er ikke utsatt lenger." in back.text
    assert "To av rådets egne frister mangler utfall." in back.section("now")
    assert "Ingenting er utsatt." in reader.open("/put-off").text
    assert "Det lot seg ikke gjøre" in reader.send("/put-off/D1/end", 409).text


def test_a_letter_rests_until_an_answer_comes_or_one_of_its_answers_does(reader: Reader) -> None:
    today = reader.send("/put-off/L1/KD", how="answer")
    assert "Et brev er utsatt til det kommer svar." in today.text
    assert "Ett svar har ikke kommet innen fristen. HOD siden" in today.section("now")

    today = reader.send("/put-off/L1", how="answer", until="")
    assert "svar har ikke kommet innen fristen" not in today.section("now")
    assert "1 ting er utsatt" in today.section("now")
    assert "Det er utsatt til det kommer svar." in reader.open("/put-off/L1").text
    reader.send("/put-off/L1/end")
    assert "To svar har ikke kommet innen fristen." in reader.open("/").section("now")


def test_a_day_that_is_missing_impossible_or_past_is_told_at_its_field(reader: Reader) -> None:
    for until in ("", "31.2.2023", "1.1.2023", "mars 2023"):
        page = reader.send("/put-off/D1", 422, how="day", until=until)
        links = [each.get("href") for each in page.all(".//div[@role='alert']//a")]
        assert links == ["#until"], until
        assert page.all(".//*[@id='until-mistake']")
    reader.open("/put-off/D9", 404)
    assert "er utsatt" not in reader.open("/").text


def test_the_leader_sees_what_rests_and_puts_nothing_off(house: House, reader: Reader) -> None:
    reader.send("/put-off/D1", how="day", until="1.3.2023")
    leader = house.visitor()
    leader.send(hand_out(house, "leder@ho21.example"))

    assert "Frist 1" in leader.open("/put-off").text
    assert "Ta det opp igjen" not in leader.open("/put-off").text
    leader.open("/put-off/D1", 403)
    leader.send("/put-off/D1/end", 403)
