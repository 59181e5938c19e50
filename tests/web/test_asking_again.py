"""A follow-up that somebody has drafted by hand, from the page of the letter."""

import pytest

from tilsvar.commands.letters import send_letter
from tilsvar.commands.reminders import snooze
from tilsvar.domain.dates import Edtf
from tilsvar.domain.follow_ups import FollowUp
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.visitor import House, hand_out

AGAIN = "/letters/L1/ask-again/NFD"


@pytest.fixture
def reader(house: House) -> Reader:
    """NFD and HOD are late with a letter of October, and nobody has asked them again."""
    with house.app.office.work(by="SEK1") as work:
        sent = Edtf("2022-10-03")
        send_letter(work, key="L1", title="Innspill", sent=sent, recipients=["NFD", "HOD"])
        send_letter(work, key="L2", title="I dag", sent=Edtf("2023-02-03"), recipients=["NFD"])
        work.commit()
    found = house.visitor()
    found.send(hand_out(house))
    return found


def drafts(house: House) -> list[FollowUp]:
    with house.app.office.reading() as work:
        return work.all(FollowUp)


def test_the_button_drafts_a_follow_up_and_leads_to_it(house: House, reader: Reader) -> None:
    assert reader.open("/letters/L1").section("answers").count("Lag purring") == 2
    assert "Lag purring" not in reader.open("/letters/L2").text

    page = reader.send(AGAIN)

    assert "Purring nr. 1 til NFD er skrevet." in page.text
    assert "Ingenting sendes før noen godkjenner den." in page.text
    assert "Innspill" in page.section("asks")
    assert [each.department for each in drafts(house)] == ["NFD"]


def test_the_letter_leads_to_the_draft_that_waits(reader: Reader) -> None:
    reader.send(AGAIN)

    page = reader.open("/letters/L1")

    assert "Les og godkjenn" in page.section("thread")
    assert page.section("answers").count("Lag purring") == 1, "only HOD may be asked by now"


def test_the_same_button_twice_drafts_one(house: House, reader: Reader) -> None:
    reader.send(AGAIN)

    page = reader.send(AGAIN, 409)

    assert "En purring ber allerede om dette svaret" in page.text
    assert len(drafts(house)) == 1


@pytest.mark.parametrize("recipient", ["KD", "ingen"])
def test_whoever_owes_nothing_there_is_not_asked(
    house: House, reader: Reader, recipient: str
) -> None:
    reader.send(f"/letters/L1/ask-again/{recipient}", 409)

    assert not drafts(house)
    reader.send("/letters/L9/ask-again/NFD", 404)


def test_what_is_put_off_is_not_asked_for(house: House, reader: Reader) -> None:
    with house.app.office.work(by="SEK1") as work:
        snooze(work, key="L1", until=None)
        work.commit()

    assert "Lag purring" not in reader.open("/letters/L1").text
    reader.send(AGAIN, 409)
