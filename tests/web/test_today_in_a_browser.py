"""The day's work in a real browser: by keyboard alone, and in both colours without objections."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.follow_ups import draft_follow_up
from tilsvar.commands.invitation_answers import record_answer
from tilsvar.commands.letters import send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.follow_ups import FollowUp
from tilsvar.domain.invitation_answers import Answer, Asks
from tilsvar.domain.kinds import DeadlineKind, FollowUpStatus, PartStat
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.tests.servers.office import answer
from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.visitor import House, hand_out
from tilsvar.tests.web.walking import JUDGE, RULES, WIDER_THAN_THE_WINDOW
from tilsvar.tests.workers.invited import do, hold_dialogue, meeting


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def busy(house: House) -> House:
    """A day with a drafted follow-up, an answer in doubt, a plan to adopt and a date passed."""
    office = house.app.office
    hold_dialogue(office, "HOD")
    answer(house.app, house.bell)
    stranger = "kari@hod.example"
    said = Answer(
        asks=Asks.REPLY,
        uid=meeting(office).uid,
        attendee=stranger,
        sender=stranger,
        partstat=PartStat.ACCEPTED,
    )
    do(office, record_answer, answer=said)
    with office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Et brev", sent=Edtf("2022-10-03"), recipients=["NFD"])
        draft_follow_up(work, department="NFD", words=FollowUpWords())
        set_deadline(
            work, key="D1", title="En frist", due=Edtf("2023-01-10"), kind=DeadlineKind.INTERNAL
        )
        publish_consultation(
            work, key="C1", title="Høring", publisher="HOD", deadline=Edtf("2023-05-12")
        )
        work.commit()
    return house


def signed_in(page: Page, house: House) -> None:
    page.goto(house.address + hand_out(house))
    page.locator("main button").click()
    page.wait_for_url(f"{house.address}/")


@pytest.mark.parametrize("width", [1360, 320])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_to_object_to_while_the_day_is_worked_off(
    browser: Browser, busy: House, colours: Literal["light", "dark"], width: int
) -> None:
    rules, found = axe(), {}
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=colours, bypass_csp=True
    )
    page = context.new_page()

    def judge(where: str) -> None:
        page.evaluate(rules)
        objections: list[Any] = page.evaluate(JUDGE, RULES)
        if page.evaluate(WIDER_THAN_THE_WINDOW):
            objections.append("wider than the window")
        if objections:
            found[where] = objections

    signed_in(page, busy)
    judge("today")
    page.goto(f"{busy.address}/follow-ups/F2023-01")
    page.locator("summary").last.click()
    judge("follow-up")
    page.fill("#on", "31.2.2023")
    page.get_by_role("button", name="Godkjenn").click()
    page.wait_for_selector("[role=alert]")
    judge("follow-up with a mistake")
    page.locator("summary").last.click()
    page.fill("#why", "Møte er avtalt")
    page.get_by_role("button", name="Forkast").click()
    page.wait_for_url("**/?done=*")
    judge("today with an undo")
    page.get_by_role("button", name="Angre").click()
    page.wait_for_url("**/?done=follow-up-reopened*")
    for path in ("/today/answers", "/consultations/C1", "/deadlines/D1", "/put-off/L1"):
        page.goto(busy.address + path)
        judge(path)
    page.get_by_role("button", name="Utsett").click()
    page.wait_for_selector("[role=alert]")
    judge("put off with a mistake")
    page.get_by_label("Til det kommer svar").check()
    page.get_by_role("button", name="Utsett").click()
    page.wait_for_url("**/?done=put-off*")
    page.goto(f"{busy.address}/put-off")
    judge("what rests")
    context.close()

    assert found == {}


def test_a_follow_up_is_read_edited_and_approved_with_the_keyboard_alone(
    browser: Browser, busy: House
) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    signed_in(page, busy)

    reach(page, "Les og godkjenn")
    page.keyboard.press("Enter")
    page.wait_for_url("**/follow-ups/F2023-01")
    while page.evaluate("document.activeElement.id") != "text":
        page.keyboard.press("Tab")
    page.keyboard.press("Control+Home")
    page.keyboard.type("Igjen: ")
    reach(page, "Godkjenn")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?done=follow-up-approved*")
    told = page.get_by_role("status").inner_text()
    context.close()

    assert "Purring nr. 1 til NFD er godkjent og registrert som sendt." in told
    assert complaints == []
    with busy.app.office.reading() as work:
        follow_up = work.get(FollowUp, "F2023-01")
    assert follow_up.status is FollowUpStatus.APPROVED
    assert follow_up.title == "Igjen: Purring: Et brev"


def reach(page: Page, name: str) -> None:
    """Tab until what has that name is in focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(name)
