"""Finding who has gone quiet, and breaking the silence with a note, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tilsvar.commands.notes import take_note
from tilsvar.commands.stakeholders import name_stakeholder
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.stages import Stage
from tilsvar.domain.stakeholders import StakeholderRole
from tilsvar.tests.servers.office import answer
from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.visitor import House, hand_out
from tilsvar.tests.web.walking import JUDGE, RULES


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def test_the_day_leads_to_who_is_silent_and_a_note_takes_one_off_the_list(
    browser: Browser, house: House
) -> None:
    with house.app.office.work(by="SEK1") as work:
        register_theme(work, key="T-LIFT", title="Et kunnskapsløft", stage=Stage.ANALYSIS)
        for organisation, day in (("HOD", "2022-06-30"), ("KD", "2020-09-30")):
            name_stakeholder(
                work, theme="T-LIFT", organisation=organisation, role=StakeholderRole.OWNER
            )
            take_note(work, organisation=organisation, theme="T-LIFT", on=Edtf(day), text="Møttes")
        work.commit()
    answer(house.app, house.bell)
    page = browser.new_page(viewport={"width": 1360, "height": 900})
    page.goto(house.address + hand_out(house))
    page.locator("main button").click()
    page.wait_for_url(f"{house.address}/")

    page.get_by_role("link", name="Se hvem som er blitt stille").click()
    names = page.locator("th.title > a")
    expect(names).to_have_text(["KD", "HOD"])
    page.evaluate(axe())
    assert page.evaluate(JUDGE, RULES) == []

    page.get_by_role("link", name="Skriv samtalenotat").first.click()
    page.locator("textarea").first.fill("Ringte om status")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    answer(house.app, house.bell)

    page.goto(f"{house.address}/themes/quiet")
    expect(names).to_have_text(["HOD"])
    page.close()
