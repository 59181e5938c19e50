"""Outlets, coverage and spokespersons, as the secretariat keeps them."""

from datetime import date
from typing import Any

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.circulations import put_text
from tilsvar.commands.op_eds import update_op_ed
from tilsvar.commands.people import end_role
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, OpEdStatus
from tilsvar.tests.web.reader import Page, Reader


def plain(page: Page) -> str:
    return page.text.replace("\u00a0", " ")


def fields_of(page: Page, button: str) -> tuple[str, dict[str, Any]]:
    """Where the form with that button is sent, and what stands in it."""
    [form] = [each for each in page.all(".//form") if button in "".join(each.itertext())]
    filled = {each.get("name", ""): each.get("value", "") for each in form.iter("input")}
    return form.get("action") or page.address.partition("?")[0], filled


def pressed(desk: Reader, page: Page, button: str, **typed: str) -> Page:
    path, filled = fields_of(page, button)
    return desk.send(path, **(filled | typed))


def describe(desk: Reader, outlet: str, **typed: str) -> Page:
    return pressed(desk, desk.open(f"/media/{outlet}/correct"), "Avbryt", **typed)


def test_outlets_tell_what_they_take_and_how_they_have_answered(council: App, desk: Reader) -> None:
    with council.office.work(by="SEK1") as work:
        update_op_ed(
            work, op_ed="O2021-03", status=OpEdStatus.SUBMITTED, outlet="BT", on=Edtf("2023-01-20")
        )
        update_op_ed(work, op_ed="O2021-03", status=OpEdStatus.REJECTED, on=Edtf("2023-01-24"))
        update_op_ed(work, op_ed="O2021-03", status=OpEdStatus.SUBMITTED, outlet="DM")
        work.commit()

    page = describe(desk, "DM", longest="5 000", lead_days="7", submit_to="debatt@dm.example")
    assert "Det de tar imot, er registrert." in plain(page)
    assert "5 000 tegn" in page.section("takes").replace("\u00a0", " ")
    assert "7 dager før" in page.section("takes")

    rows = {row[0].split()[0]: row for row in cells(desk.open("/media"))}
    assert rows["Dagens"][1:5] == [
        "5 000 tegn",
        "7 dager før",
        "3 tatt inn · 1 venter på svar",
        "–",
    ]
    assert rows["Bergens"][1:5] == ["–", "–", "1 tatt inn · 1 ikke tatt inn", "etter 4 dager"]
    bergen = desk.open("/media/BT").section("op-eds").replace("\u00a0", " ")
    assert "Sendt inn 20. januar 2023, ikke tatt inn 24. januar 2023 (4 dager)" in bergen
    assert "Du gjør helsetjenesten bedre" in bergen


def cells(page: Page) -> list[list[str]]:
    return [
        [" ".join("".join(cell.itertext()).split()) for cell in row if cell.tag in ("td", "th")]
        for row in page.all(".//tbody/tr")
    ]


def test_a_length_is_written_in_figures(desk: Reader) -> None:
    path, filled = fields_of(desk.open("/media/DM/correct"), "Avbryt")

    page = desk.send(path, 422, **(filled | {"longest": "fem tusen", "lead_days": "400"}))
    assert "«fem tusen» er ikke et helt tall." in page.text
    page = desk.send(path, 422, **(filled | {"longest": "5000", "lead_days": "400"}))
    assert "Skriv 0 til 365 dager." in page.text
    assert "Ingenting er kjent ennå." in desk.open("/media/DM").text


def test_a_new_outlet_comes_with_what_it_takes(desk: Reader) -> None:
    page = desk.send("/media/new", name="Aftenposten", key="AP", longest="4500")
    assert page.title.startswith("Aftenposten")
    assert "Mediet er registrert." in page.text

    page = desk.send("/media/new", 422, name="Dagens Medisin", key="DM")
    assert "DM er allerede i bruk" in page.text


def test_an_op_ed_says_what_its_outlet_takes_and_the_last_day(council: App, desk: Reader) -> None:
    with council.office.work(by="SEK1") as work:
        update_op_ed(
            work, op_ed="O2021-04", status=OpEdStatus.CIRCULATED, comments_by=date(2023, 2, 10)
        )
        put_text(work, kind=Kind.OP_ED, key="O2021-04", text="x" * 5312)
        work.commit()
    describe(desk, "DM", longest="5000", lead_days="7")

    told = desk.open("/op-eds/O2021-04").section("outlets").replace("\u00a0", " ")
    assert "Dagens Medisin tar 5 000 tegn og vil ha teksten 7 dager før." in told
    assert "Utkastet har 5 312 tegn. Det er 312 tegn for mye." in told

    page = desk.open("/op-eds/O2021-04?wanted=10.3.2023")
    told = page.section("outlets").replace("\u00a0", " ")
    assert "Skal den stå på trykk 10. mars 2023, sendes den inn senest 3. mars 2023." in told
    assert "måtte den ha vært sendt inn senest 28. januar 2023" in plain(
        desk.open("/op-eds/O2021-04?wanted=4.2.2023")
    )
    offered = desk.open("/op-eds/O2021-04/submit").texts(".//select[@id='outlet']/option")
    assert "Dagens Medisin (DM): 5 000 tegn, 7 dager før" in offered[:3]
    mistake = plain(desk.open("/op-eds/O2021-04?wanted=31.2.2023"))
    assert "31.2.2023 finnes ikke." in mistake


def listed(page: Page) -> list[str]:
    return page.texts(".//ol[@class='line']/li")


def test_coverage_is_recorded_found_and_taken_back(desk: Reader) -> None:
    page = desk.open("/media/coverage/new?op_ed=O2021-01&outlet=DM")
    page = pressed(
        desk,
        page,
        "Avbryt",
        title="Kommentar fra leser",
        sort="reader_comment",
        op_ed="O2021-01",
        outlet="DM",
        on="18.2.2021",
        url="https://dm.example/kommentar",
        note="Savner legevakten",
    )
    assert "Omtalen er registrert." in page.text
    assert page.address.startswith("/media/coverage/MO2021-01")
    assert "Forskning i kommunene gir bedre helse og velferd" in page.section("facts")
    assert "Savner legevakten" in page.section("says")

    for path in ("/op-eds/O2021-01", "/media/DM"):
        assert "Kommentar fra leser" in desk.open(path).section("coverage")
    assert len(listed(desk.open("/media/coverage?sort=reader_comment&outlet=DM"))) == 1
    assert listed(desk.open("/media/coverage?sort=interview")) == []
    assert "Kommentar fra leser" in desk.open("/search?q=legevakten").text

    page = pressed(desk, page, "Angre")
    assert "Omtalen er trukket tilbake." in page.text
    assert "Ingen omtale er registrert." in desk.open("/op-eds/O2021-01").text
    page = pressed(desk, page, "Angre")
    assert "Kommentar fra leser" in desk.open("/media/DM").section("coverage")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"url": "javascript:alert(1)"}, "er ikke en nettadresse"),
        ({"on": "4.2.2023"}, "som ikke har vært ennå"),
        ({"on": "31.2.2023"}, "finnes ikke"),
        ({"title": ""}, "Fyll ut"),
        ({"title": "x" * 301}, "300"),
        ({"outlet": "FINNESIKKE"}, "Velg en av disse"),
        ({"sort": "rykte"}, "Velg en av disse"),
        ({"op_ed": "O1900-01"}, "Velg en av disse"),
    ],
)
def test_coverage_that_cannot_be_is_refused_at_its_field(
    desk: Reader, typed: dict[str, str], told: str
) -> None:
    sound = {"title": "Intervju", "sort": "interview", "on": "2.2.2023", "note": "Om helsedata"}

    page = desk.send("/media/coverage/new", 422, **(sound | typed))

    assert told in page.text
    assert "Om helsedata" in page.html
    assert "Ingen omtale er registrert." in desk.open("/media/coverage").text


def test_the_same_button_twice_records_one(desk: Reader) -> None:
    sound = {"title": "Intervju", "sort": "interview", "on": "2.2.2023"}

    desk.send("/media/coverage/new", **sound)
    page = desk.send("/media/coverage/new", 422, **sound)

    assert "MO2023-01" in page.text
    assert len(listed(desk.open("/media/coverage"))) == 1


def test_a_spokesperson_is_named_shown_and_ended(council: App, desk: Reader) -> None:
    page = desk.send("/media/speakers", person="M01", area="KOMMUNELOFT")
    assert "er nå talsperson." in page.text
    name = page.texts(".//section[@aria-labelledby='subject-1']//p")[0]
    assert name in desk.open("/op-eds/O2021-01").section("outlets")
    past = desk.open("/settings/people/M01").section("history")
    assert "er talsperson for rådet om området Kunnskapsløft for kommunene." in past

    ended = pressed(desk, page, "Avslutt")
    assert "er ikke lenger talsperson for det." in ended.text
    back = pressed(desk, ended, "Angre")
    assert name in back.section("subject-1")

    refused = desk.send("/media/speakers", 422, person="M01", area="KOMMUNELOFT", theme="T-KI")
    assert "ikke begge på én gang" in refused.text

    with council.office.work(by="SEK1") as work:
        end_role(work, person="M01", on=date(2023, 2, 2))
        work.commit()
    assert "Ingen er talsperson." in desk.open("/media/speakers").text
