"""The lists of arrears and the handover, as the secretariat meets them in the browser."""

from hashlib import sha256

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.letters import receive_reply
from tilsvar.domain.dates import Edtf
from tilsvar.tests.web.frozen import a_frozen_list
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.web.pages import snapshots

LISTS = "/reports/unanswered/snapshots"


def plain(page: Page) -> str:
    return page.text.replace("\u00a0", " ")


def test_a_list_is_frozen_and_opened_unchanged_after_a_letter_was_answered(
    council: App, desk: Reader
) -> None:
    assert "Ingen liste er fryst ennå." in desk.open(LISTS).text

    page = desk.send(LISTS, as_of="31.12.2022", note="Til Arkivverket")

    assert "Listen per 31. desember 2022 er fryst, og endres aldri." in plain(page)
    assert "Fryst for hånd: Til Arkivverket" in plain(page)
    href = f"{LISTS}/2022-12-31"
    assert {href, f"{href}.docx", f"{href}.pdf", f"{href}.json"} <= page.links()
    before = {each: desk.client.get(f"{href}.{each}").content for each in ("docx", "pdf", "json")}
    with council.office.work(by="SEK1") as work:
        receive_reply(work, letter="L2022-06", sender="NFD", received=Edtf("2022-12-20"))
        work.commit()

    opened = desk.open(href)

    assert [each.get("href") for each in opened.all(".//th[@class='title']/a")] == [
        "/letters/L2021-02",
        "/letters/L2021-03",
        "/letters/L2022-06",
    ]
    for ending, content in before.items():
        answer = desk.client.get(f"{href}.{ending}")
        assert answer.content == content
        assert sha256(content).hexdigest() in opened.text
    assert "L2022-06" not in desk.client.get("/reports/unanswered.json?as_of=2022-12-31").text


def test_the_report_tells_what_has_changed_since_the_list_and_leads_to_it(
    council: App, desk: Reader
) -> None:
    assert "ingenting å sammenligne med" in desk.open("/reports/unanswered").section("change")
    with council.office.work(by="clock") as work:
        a_frozen_list(work)
        receive_reply(work, letter="L2022-06", sender="NFD", received=Edtf("2023-01-20"))
        work.commit()

    page = desk.open("/reports/unanswered")

    told = page.section("change").replace("\u00a0", " ")
    assert "Siden listen per 31. desember 2022: 0 ny, 1 besvart, 0 ute av listen" in told
    assert "34 dager eldre" in told
    assert "/letters/L2022-06" in page.links()
    assert f"{LISTS}/2022-12-31" in page.links()
    assert {f"/reports/unanswered.{each}?as_of=2023-02-03" for each in ("docx", "xlsx", "pdf")} <= (
        page.links()
    )


def test_where_no_pdf_could_be_made_or_no_row_has_room_the_page_says_so(
    council: App, desk: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    with council.office.work(by="clock") as work:
        a_frozen_list(work)
        work.commit()

    page = desk.open(f"{LISTS}/2022-12-31")

    assert "Utgangen av 4. kvartal 2022" in page.text
    assert "Det er ingen PDF" in page.text
    monkeypatch.setattr(snapshots, "LONGEST", 1)
    shown = desk.open(f"{LISTS}/2022-12-31").section("all")
    assert "De første 1 av 3 rader. Alle står i filen for JSON." in shown
    desk.open(f"{LISTS}/2022-12-31.pdf", 404)
    desk.open(f"{LISTS}/1999-12-31", 404)


def test_a_day_to_come_nonsense_and_the_same_list_twice_are_refused_in_the_form(
    desk: Reader,
) -> None:
    ahead = desk.send(LISTS, 422, as_of="1.1.2030", note="Senere")
    assert "har ikke kommet ennå" in ahead.text
    assert "Senere" in ahead.text
    assert "Listen er ikke fryst" in desk.send(LISTS, 422, as_of="i går", note="").text

    desk.send(LISTS, as_of="3.2.2023")
    again = desk.send(LISTS, 422, as_of="3.2.2023")

    assert "er allerede fryst" in again.text


def test_the_handover_is_asked_for_by_name_and_leads_to_each_thing(desk: Reader) -> None:
    page = desk.open("/reports/handover")
    assert "Velg hvem arbeidet skal overtas fra." in page.text
    assert not [each for each in page.links() if each.startswith("/reports/handover.")]

    page = desk.open("/reports/handover?person=SEK1")

    assert page.title.startswith("Overlevering: ")
    assert "/reports/handover.docx?as_of=2023-02-03&person=SEK1" in page.links()
    assert "Brev som venter på svar" in page.text
    refused = desk.open("/reports/handover?person=INGEN", 400)
    assert "Velg en person fra listen." in refused.text
    assert desk.client.get("/reports/handover.docx?person=SEK1").status_code == 200
