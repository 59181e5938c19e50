"""How long answers may take, and the hour of the reminders: changed on pages, and taken back."""

from datetime import date, time

import pytest

from tilsvar.commands.letters import send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import LetterKind
from tilsvar.domain.letters import Letter
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.test_deeds import LEADER, made_from, plain, undone
from tilsvar.tests.web.test_settings import mistakes
from tilsvar.tests.web.visitor import House, hand_out

ANSWERS, MORNING = "/settings/answers", "/settings/morning"
LETTER = f"{ANSWERS}/letter"


@pytest.fixture
def desk(house: House) -> Reader:
    visitor = house.visitor()
    visitor.send(hand_out(house))
    return visitor


def due(house: House) -> date | None:
    with house.app.office.reading() as work:
        return work.get(Letter, "BREV").obligation("NFD").due()


def test_a_shorter_period_moves_what_is_open_and_can_be_taken_back(
    house: House, desk: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        send_letter(work, key="BREV", title="Brev", sent=Edtf("2023-01-30"), recipients=["NFD"])
        work.commit()
    assert "Brev skal være besvart innen én måned." in plain(desk.open("/settings"))

    stamp = made_from(desk.open(LETTER))
    page = desk.send(LETTER, count="2", unit="weeks", expected="no", made_from=stamp)

    told = "Svar på brev ventes bare når det er valgt for brevet, og da innen to uker."
    assert f"{told} 1 svarfrist ble flyttet samtidig." in plain(page)
    assert due(house) == date(2023, 2, 13)
    with house.app.office.reading() as work:
        assert not work.rules.expects_answer[LetterKind.LETTER]
    late = desk.send(LETTER, 409, count="3", unit="weeks", expected="yes", made_from=stamp)
    assert "Person SEK1 endret dette i mellomtiden." in late.text
    assert late.all(".//input[@name='count']")[0].get("value") == "3"

    page = undone(desk, page)
    assert "Brev skal være besvart innen én måned." in plain(page)
    assert due(house) == date(2023, 2, 28)


def test_a_length_that_is_none_is_refused_in_a_sentence(desk: Reader) -> None:
    stamp = made_from(desk.open(LETTER))
    for count in ("", "0", "1000", "to", "-1", "²"):
        page = desk.send(LETTER, 422, count=count, unit="weeks", expected="yes", made_from=stamp)
        assert len(mistakes(page)) == 1, count
    desk.send(LETTER, 422, count="2", unit="years", expected="perhaps", made_from=stamp)
    desk.open(f"{ANSWERS}/postcard", 404)


def test_what_the_periods_rest_on_stands_where_a_date_is_explained(
    house: House, desk: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        send_letter(work, key="BREV", title="Brev", sent=Edtf("2023-01-30"), recipients=["NFD"])
        work.commit()

    stamp = made_from(desk.open(ANSWERS))
    page = desk.send(ANSWERS, basis="Mandatet punkt 4.", made_from=stamp)

    assert "Svarfristene bygger på dette: Mandatet punkt 4." in plain(page)
    assert "Mandatet punkt 4." in desk.open("/letters/BREV").text
    assert "Svarfristene er rådets egen regel." in plain(undone(desk, page))
    stamp = made_from(desk.open(ANSWERS))
    assert len(mistakes(desk.send(ANSWERS, 422, basis="x" * 301, made_from=stamp))) == 1


def test_reminders_go_out_at_another_hour(house: House, desk: Reader) -> None:
    stamp = made_from(desk.open(MORNING))
    for hour in ("", "25", "morgenen"):
        assert len(mistakes(desk.send(MORNING, 422, hour=hour, made_from=stamp))) == 1

    page = desk.send(MORNING, hour="kl. 8.15", made_from=stamp)

    assert "Påminnelsene går ut kl. 08.15." in plain(page)
    with house.app.office.reading() as work:
        assert work.rules.morning == time(8, 15)
    assert "Påminnelsene går ut kl. 07.30." in plain(undone(desk, page))


def test_the_leader_reads_them_only(house: House) -> None:
    leader = house.visitor()
    leader.send(hand_out(house, LEADER))

    for path in (ANSWERS, LETTER, MORNING):
        page = leader.open(path)
        assert not [each for each in page.all(".//form") if "/settings" in each.get("action", "")]
