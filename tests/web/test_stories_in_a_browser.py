"""What the council's people do in a day, walked in a real browser with the keyboard alone."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.follow_ups import draft_follow_up
from tilsvar.commands.invitation_answers import record_answer
from tilsvar.commands.letters import send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.follow_ups import FollowUp
from tilsvar.domain.invitation_answers import Answer, Asks
from tilsvar.domain.kinds import FollowUpStatus, PartStat
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.tests.servers.office import answer
from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.keyboard import at_home, choose, enter, main, reach, said, tick, write
from tilsvar.tests.web.test_answering import link
from tilsvar.tests.web.visitor import House
from tilsvar.tests.workers.invited import do, hold_dialogue, meeting

LEADER, MEMBER = "leder@ho21.example", "medlem1@ho21.example"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def unanswered(house: House) -> None:
    """NFD has not answered a letter of October, and a follow-up is drafted."""
    with house.app.office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Et brev", sent=Edtf("2022-10-03"), recipients=["NFD"])
        draft_follow_up(work, department="NFD", words=FollowUpWords())
        work.commit()


def test_a_consultation_is_planned_backwards_and_the_steps_stand_in_the_calendar(
    browser: Browser, house: House
) -> None:
    page = at_home(browser, house)
    page.goto(f"{house.address}/consultations/new")
    write(page, "Tittel", "Ny helselov")
    write(page, "Frist", "12. mai 2023")
    enter(page, "button", "Registrer høring")
    proposed = main(page)

    enter(page, "button", "Ta planen i bruk")
    adopted = main(page)
    told = said(page)
    page.goto(f"{house.address}/calendar?month=2023-05")
    month = main(page)
    page.goto(house.address)
    today = main(page)
    page.context.close()

    assert "Dette er et forslag. Ingen trinn er tatt i bruk ennå." in proposed
    assert "Godkjenning onsdag 10. mai 2023 2 virkedager før fristen" in proposed
    assert told == "Planen er tatt i bruk: trinnene er rådets egne frister nå."
    assert "Dette er et forslag." not in adopted
    assert "Rådslederens godkjenning: Ny helselov" in month
    assert "ingen plan som er tatt i bruk" not in today


def test_a_department_is_invited_to_a_dialogue_and_answers_from_its_mail(
    browser: Browser, house: House
) -> None:
    hold_dialogue(house.app.office)
    page = at_home(browser, house)
    page.goto(f"{house.address}/meetings/M1")
    enter(page, "link", "Innkallinger og svar")
    choose(page, "Hvem", "Helse- og omsorgs")
    enter(page, "button", "Inviter")
    invited = main(page)

    answer(house.app, house.bell)
    guest = browser.new_context().new_page()
    guest.goto(house.address + link(house.app))
    tick(guest, "radio", "Jeg kommer")
    reach(guest, "textbox", "En beskjed til rådet (valgfritt)")
    guest.keyboard.type("Vi blir to")
    enter(guest, "button", "Send svaret")
    thanked = said(guest)
    guest.context.close()
    page.reload()
    answered = main(page)
    page.context.close()

    assert "Helse- og omsorgsdepartementet" in invited
    assert thanked == "Du har svart at du kommer. Du kan endre svaret her."
    assert "Helse- og omsorgsdepartementet Kommer" in answered
    assert "«Vi blir to»" in answered


def test_a_member_gets_an_address_whose_calendar_holds_the_meeting_until_it_is_withdrawn(
    browser: Browser, house: House
) -> None:
    hold_dialogue(house.app.office, "MEDLEM1")
    answer(house.app, house.bell)
    page = at_home(browser, house, MEMBER)
    enter(page, "link", "Kalender")
    enter(page, "button", "Lag din egen adresse")
    told = said(page)
    pasted = page.get_by_label("Adresse å lime inn").input_value()
    # What the page shows leads to where people reach it; here that is this machine.
    path = urlsplit(pasted).path
    calendar = httpx.get(house.address + path)

    page.goto(f"{house.address}/calendar")
    enter(page, "button", "Trekk tilbake")
    withdrawn, gone = said(page), httpx.get(house.address + path).status_code
    enter(page, "button", "Angre")
    back = httpx.get(house.address + path).status_code
    page.context.close()

    assert told.startswith("Adressen er laget.")
    assert re.fullmatch(r"/feeds/[\w-]+/tilsvar\.ics", path)
    assert "SUMMARY:Dialogmøte om helsedata" in calendar.text
    assert withdrawn == "Adressen er trukket tilbake og viser ingenting lenger."
    assert (gone, back) == (httpx.codes.GONE, httpx.codes.OK)


def test_the_leader_approves_a_follow_up_takes_it_back_and_approves_it_again(
    browser: Browser, house: House
) -> None:
    unanswered(house)
    page = at_home(browser, house, LEADER)
    enter(page, "link", "Les og godkjenn")
    enter(page, "button", "Godkjenn")
    approved, empty = said(page), main(page)
    enter(page, "button", "Angre")
    back = said(page)
    page.goto(f"{house.address}/follow-ups/F2023-01")
    enter(page, "button", "Godkjenn")
    page.context.close()

    assert approved.startswith("Purring nr. 1 til NFD er godkjent og registrert som sendt.")
    assert "Ingenting trenger deg nå." in empty
    assert back
    with house.app.office.reading() as work:
        assert work.get(FollowUp, "F2023-01").status is FollowUpStatus.APPROVED


def test_three_needs_three_clicks_and_nothing_needs_anybody_any_more(
    browser: Browser, house: House
) -> None:
    unanswered(house)
    hold_dialogue(house.app.office, "HOD")
    answer(house.app, house.bell)
    doubted = Answer(
        asks=Asks.REPLY,
        uid=meeting(house.app.office).uid,
        attendee="ola@hod.example",
        sender="ola@hod.example",
        partstat=PartStat.ACCEPTED,
    )
    do(house.app.office, record_answer, answer=doubted)
    do(
        house.app.office,
        publish_consultation,
        key="C1",
        title="Ny helselov",
        publisher="HOD",
        deadline=Edtf("2023-05-12"),
    )
    page = at_home(browser, house)
    needs = page.locator("section[aria-labelledby=now] li")
    expect(needs).to_have_count(3)

    enter(page, "link", "Les og godkjenn")
    enter(page, "button", "Godkjenn")
    expect(needs).to_have_count(2)
    page.goto(f"{house.address}/today/answers")
    reach(page, "button", "Avvis")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{house.address}/?done=*")
    expect(needs).to_have_count(1)
    page.goto(f"{house.address}/consultations/C1")
    enter(page, "button", "Ta planen i bruk")
    page.goto(house.address)
    left = main(page)
    page.context.close()

    assert "Ingenting trenger deg nå." in left
