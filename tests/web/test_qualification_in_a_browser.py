"""A form is filled in by keyboard, meets another's changes, and the pictures are looked at."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser

from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.qualification import revise_form
from tilsvar.commands.stakeholders import name_stakeholder
from tilsvar.commands.stances import record_stance
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ReplyKind
from tilsvar.domain.qualification import FormField
from tilsvar.domain.stakeholders import Level, StakeholderRole, StanceValue
from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.keyboard import at_home, enter, said, tick, write
from tilsvar.tests.web.visitor import House
from tilsvar.tests.web.walking import DESK, PHONE, Walk

LIFT = "T-KOMMUNELOFT"
WORDS_OVER_WORDS = """() => [...document.querySelectorAll("svg.drawing")].flatMap(svg => {
    const box = svg.viewBox.baseVal
    const words = [...svg.querySelectorAll("text")].map(each => [each, each.getBBox()])
    const out = words.filter(([, it]) => it.x < -1 || it.y < -1
        || it.x + it.width > box.width + 1 || it.y + it.height > box.height + 3)
    const over = words.flatMap(([one, it], number) => words.slice(number + 1).filter(
        ([, other]) => it.x < other.x + other.width && other.x < it.x + it.width
            && it.y + 4 < other.y + other.height - 4 && other.y + 4 < it.y + it.height - 4))
    return [...out, ...over].map(([each]) => each.textContent)
})"""
"""What the browser draws outside a picture, or over other words, with its own measure of them."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def council(house: House) -> House:
    with house.app.office.work(by="SEK1") as work:
        register_theme(work, key=LIFT, title="Et kunnskapsløft for kommunene")
        for key, influence, interest, stance, as_of in (
            ("HOD", Level.HIGH, Level.MEDIUM, StanceValue.PARTLY, "2020-09"),
            ("KD", Level.HIGH, Level.HIGH, StanceValue.SUPPORTS, "2021-08-17"),
            ("NFD", None, None, StanceValue.UNKNOWN, "2022"),
        ):
            name_stakeholder(
                work,
                theme=LIFT,
                organisation=key,
                role=StakeholderRole.OWNER,
                influence=influence,
                interest=interest,
            )
            record_stance(work, theme=LIFT, organisation=key, stance=stance, as_of=Edtf(as_of))
        for number, year in enumerate((2018, 2020, 2020, 2022)):
            sent = Edtf.on(date(year, 3 + number, 2))
            send_letter(work, key=f"L{number}", title="Brev", sent=sent, recipients=["HOD"])
        receive_reply(
            work, letter="L1", sender="HOD", received=Edtf("2020-09"), kind=ReplyKind.FINAL
        )
        work.commit()
    return house


def test_two_fill_in_the_form_and_both_texts_can_be_chosen_from(
    browser: Browser, council: House
) -> None:
    page = at_home(browser, council)
    page.goto(f"{council.address}/themes/{LIFT}/form")
    enter(page, "link", "Fyll ut skjemaet")
    write(page, "Hva er den sentrale problemstillingen?", "Kommunene trenger kunnskap")
    write(page, "Delmål", "- Støtte KSF\n- Mer samarbeid")
    enter(page, "button", "Lagre skjemaet")
    assert said(page).startswith("Skjemaet er lagret som versjon 1.")

    enter(page, "link", "Rediger skjemaet")
    with council.app.office.work(by="LEDER") as work:
        theirs = {FormField.PROBLEM: "Kommunene trenger forskning", FormField.GOAL: "Økt innsats"}
        revise_form(work, theme=LIFT, answers=theirs)
        work.commit()
    write(page, "Hva er den sentrale problemstillingen?", "Kommunene mangler kunnskap")
    enter(page, "button", "Lagre skjemaet")
    walk = Walk(page, council.address, sizes=(DESK, PHONE))
    walk.look("both texts")
    page.set_viewport_size(DESK)
    page.get_by_role("alert").focus()
    tick(page, "checkbox", "Bruk teksten fra versjon 2 her")
    enter(page, "button", "Lagre skjemaet")
    # Mine is given up and theirs taken: nothing is left to be saved.
    assert said(page) == "Ingenting er endret. Versjon 2 gjelder."
    walk.look("the form")
    walk.over([f"/themes/{LIFT}/form/versions/2"])
    page.context.close()
    # The browser tells that the form was refused, which is as it should be.
    refused: Any = {
        where: what for where, what in walk.objections.items() if "409" not in str(what)
    }
    assert refused == {}


def test_the_pictures_are_sound_on_a_desk_and_on_a_phone(browser: Browser, council: House) -> None:
    page = at_home(browser, council)
    walk = Walk(page, council.address, sizes=(DESK, PHONE))
    for path, count in ((f"/themes/{LIFT}", 2), ("/organisations/HOD", 1)):
        walk.over([path])
        assert page.locator("svg.drawing").count() == count
        assert page.evaluate(WORDS_OVER_WORDS) == []
    assert walk.objections == {}
    page.context.close()
