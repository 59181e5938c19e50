"""One field finds anything by any of its words, as far as it is for the reader."""

from collections.abc import Iterator

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.letters import send_letter
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.serving import served
from tilsvar.tests.web.visitor import House

IN_PLACE = {"HX-Request": "true", "HX-Target": "results", "HX-Trigger": "filter"}


def groups(page: Page) -> list[str]:
    return page.texts(".//*[@id='results']//h2")


def links(page: Page) -> list[str]:
    return [each.get("href", "") for each in page.all(".//*[@id='results']//a")]


def test_a_word_finds_things_of_every_kind_that_have_it(reader: Reader) -> None:
    page = reader.open("/search?q=helse")

    assert page.title.startswith("Søk")
    assert {"Brev", "Høringer", "Møter", "Aktører"} <= set(groups(page))
    assert "/letters/L2022-06" in links(page)
    assert "/letters?view=all&q=o" in links(reader.open("/search?q=o"))


def test_a_key_stands_first_and_an_organisation_is_found_by_any_name(reader: Reader) -> None:
    assert links(reader.open("/search?q=l2022-06"))[0] == "/letters/L2022-06"
    assert "/organisations/NFD" in links(reader.open("/search?q=n%C3%A6rings+fiskeri"))
    assert "/organisations/NFD" in links(reader.open("/search?q=naerings"))


def test_pages_and_acts_are_found_by_their_names(reader: Reader) -> None:
    page = reader.open("/search?q=sett+frist")

    assert groups(page)[0] == "Sider"
    assert links(page)[0] == "/deadlines/new"


@pytest.mark.parametrize("q", ["finnesikke", "%3Cqqq%3E%22'", "x" * 2000])
def test_what_nothing_has_is_said_with_what_to_do(reader: Reader, q: str) -> None:
    page = reader.open(f"/search?q={q}")

    assert "Ingenting har alle disse ordene. Prøv med færre ord" in page.text
    assert links(page) == []


def test_an_empty_search_tells_how_to_search(reader: Reader) -> None:
    assert "Begynnelsen av et ord er nok." in reader.open("/search").text
    assert "Begynnelsen av et ord er nok." in reader.open("/search?q=++").text


def test_as_one_types_only_the_list_comes_and_the_address_is_the_search_itself(
    reader: Reader,
) -> None:
    answer = reader.client.get("/search?q=helse&x=", headers=IN_PLACE)

    assert "<html" not in answer.text
    assert 'id="hits-letter"' in answer.text
    assert answer.headers["hx-replace-url"] == "/search?q=helse"
    assert "HX-Request" in answer.headers["vary"]
    back = IN_PLACE | {"HX-History-Restore-Request": "true"}
    assert "<html" in reader.client.get("/search?q=helse", headers=back).text


def test_the_dialog_gets_options_and_without_it_the_page_comes(
    reader: Reader,
) -> None:
    options = reader.client.get("/search/quick?q=helse", headers={"HX-Request": "true"})

    assert options.text.count('role="option"') >= 5
    assert "<html" not in options.text
    assert groups(reader.open("/search/quick?q=helse"))


@pytest.fixture
def member(app: App) -> Iterator[Reader]:
    with app.office.work(by="SEK1") as work:
        send_letter(work, title="Brev om legemidler", sent=Edtf("2023-01-10"), recipients=["HOD"])
        start_op_ed(work, title="En idé om legemidler")
        for kind in (DeadlineKind.INTERNAL, DeadlineKind.EXTERNAL_MILESTONE):
            set_deadline(work, title=f"Legemidler {kind}", due=Edtf("2023-03-01"), kind=kind)
        work.commit()
    with served(app, person="MEDLEM1") as address:
        reader = Reader(address)
        yield reader
        reader.close()


def test_a_member_finds_only_what_concerns_them(member: Reader) -> None:
    page = member.open("/search?q=legemidler")

    assert groups(page) == ["Frister"]
    assert [each for each in links(page) if "deadlines" in each] == links(page)
    assert len(links(page)) == 1
    assert member.open("/search?q=person").text.count("Ingenting har alle") == 1


def test_whoever_is_signed_out_meanwhile_is_led_to_sign_in_and_back(house: House) -> None:
    visitor = house.visitor()
    asking = IN_PLACE | {"HX-Current-URL": f"{house.address}/letters?q=helse"}

    answer = visitor.client.get("/letters?q=hels", headers=asking)

    assert answer.headers["hx-redirect"] == "/sign-in?next=/letters%3Fq%3Dhelse"
