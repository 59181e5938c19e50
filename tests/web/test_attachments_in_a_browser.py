"""A secretary attaches files by keyboard in a real browser, and a member reads them on a phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.meetings import MeetingTime
from tilsvar.tests.commands import sample_files as sample
from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.test_meetings_in_a_browser import MEMBER, PHONE, judged, signed_in
from tilsvar.tests.web.visitor import House


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def council(house: House) -> House:
    with house.app.office.work(by="SEK1") as work:
        schedule_meeting(work, title="Rådsmøte", time=MeetingTime(Edtf("2023-03-10")), key="M1")
        work.commit()
    return house


def enter(page: Page, role: Literal["link", "button"], name: str) -> None:
    page.get_by_role(role, name=name).first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_papers_are_attached_read_and_taken_back(
    browser: Browser, council: House, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    for name, content in (("Sak 1.pdf", sample.pdf()), ("Sak 2.doc", sample.old_word())):
        (tmp_path / name).write_bytes(content)
    page = signed_in(browser, council, "sek1@ho21.example", color_scheme=scheme)
    page.goto(f"{council.address}/meetings/M1")
    enter(page, "link", "Legg ved filer")
    page.get_by_label("Vedlegg", exact=True).set_input_files(tmp_path / "Sak 2.doc")
    enter(page, "button", "Legg ved")
    assert page.locator("[role=alert]").evaluate("it => it === document.activeElement")
    assert "«Sak 2.doc» har det gamle Word-formatet." in page.get_by_role("alert").inner_text()
    objections = {"mistake": judged(page)}
    page.get_by_label("Vedlegg", exact=True).set_input_files(tmp_path / "Sak 1.pdf")
    page.get_by_label("Sakspapirer").focus()
    page.keyboard.press("Enter")
    page.get_by_text("«Sak 1.pdf» er lagt ved.").wait_for()
    objections["attached"] = judged(page)

    member = signed_in(browser, council, MEMBER, color_scheme=scheme, viewport=PHONE)
    member.goto(f"{council.address}/meetings/M1")
    with member.expect_download() as expected:
        member.get_by_role("link", name="Sak 1.pdf").focus()
        member.keyboard.press("Enter")
    assert expected.value.suggested_filename == "Sak 1.pdf"
    assert Path(expected.value.path()).read_bytes() == sample.pdf()
    assert member.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    objections["member"] = judged(member)

    enter(page, "link", "Trekk tilbake Sak 1.pdf")
    page.get_by_label("Hvorfor").focus()
    page.keyboard.type("Feil møte")
    objections["withdrawing"] = judged(page)
    page.keyboard.press("Enter")
    page.get_by_text("«Sak 1.pdf» er trukket tilbake.").first.wait_for()
    objections["withdrawn"] = judged(page)
    enter(page, "button", "Angre")
    said = page.get_by_role("status").filter(has_text="«Sak 1.pdf» er lagt ved igjen.").count()
    page.context.close()
    member.context.close()
    assert said == 1
    assert not any(objections.values()), objections
