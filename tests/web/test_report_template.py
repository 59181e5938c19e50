"""The secretariat fetches the template of reports, sends in its own, and takes it back."""

from io import BytesIO

from docx import Document as OpenedInWord
from httpx import Response

from tilsvar.tests.reports.documents.test_own_template import own
from tilsvar.tests.web.desk import at_the_desk, undo
from tilsvar.tests.web.reader import OWN, Page, Reader
from tilsvar.tests.web.visitor import House

PATH = "/settings/report-template"
REPORT = "/reports/annual.docx?year=2022"


def send(visitor: Reader, content: bytes, status: int = 200, made_from: str = "") -> Page:
    return visitor.read(PATH, sent(visitor, content, made_from), status)


def sent(visitor: Reader, content: bytes, made_from: str = "") -> Response:
    """What came, which may show marks of the template, as no other page does."""
    stamp = made_from or made(visitor.open(PATH))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return visitor.client.post(
        PATH,
        data={"made_from": stamp},
        files=[("files", ("Rådets mal.docx", content, kind))],
        headers=OWN,
        follow_redirects=True,
    )


def made(page: Page) -> str:
    return str(page.all(".//form//input[@name='made_from']")[0].get("value", ""))


def head(visitor: Reader, path: str = REPORT) -> str:
    word = OpenedInWord(BytesIO(visitor.client.get(path).content))
    return str(word.sections[0].header.paragraphs[0].text)


def test_an_own_template_is_sent_in_used_by_reports_and_taken_back(house: House) -> None:
    visitor = at_the_desk(house)
    assert "Den innebygde malen." in visitor.open(PATH).section("now")
    fetched = visitor.client.get(f"{PATH}/nn.docx")
    assert fetched.headers["content-disposition"].startswith("attachment")
    assert "{{ title }}" in [
        each.text for each in OpenedInWord(BytesIO(fetched.content)).paragraphs
    ]

    page = send(visitor, own(header="Brevhode"))
    assert "Rapporter i Word følger rådets egen mal, «Rådets mal.docx»." in page.text
    assert "Rådets mal.docx" in page.section("now")
    assert head(visitor) == "Brevhode"
    assert head(visitor, f"{PATH}/1.docx") == "Brevhode"
    assert "Rådets mal.docx" in visitor.open("/settings").text

    undo(visitor, page)
    assert "Den innebygde malen." in visitor.open(PATH).section("now")
    assert head(visitor) == ""
    assert "Rådets mal.docx" in visitor.open(PATH).section("editions")


def test_the_one_before_comes_again_when_the_last_is_undone(house: House) -> None:
    visitor = at_the_desk(house)
    send(visitor, own(header="Den første"))
    page = send(visitor, own(header="Den andre"))
    assert head(visitor) == "Den andre"

    undo(visitor, page)
    assert head(visitor) == "Den første"
    stamp = made(visitor.open(PATH))
    visitor.send(f"{PATH}/back", made_from=stamp)
    assert head(visitor) == ""


def test_a_fault_is_said_at_the_field_and_nothing_is_changed(house: House) -> None:
    visitor = at_the_desk(house)

    answer = sent(visitor, own("{{ titel }}"))
    assert answer.status_code == 422
    assert "«titel» i «{{ titel }}» er ikke noe merke. Bruk et av disse: title" in answer.text
    assert "Malen er ikke endret." in answer.text
    send(visitor, b"%PDF-1.7", 422)
    visitor.send(PATH, 422, made_from="0")
    assert head(visitor) == ""


def test_the_second_of_two_who_change_it_is_told(house: House) -> None:
    visitor = at_the_desk(house)
    stamp = made(visitor.open(PATH))
    send(visitor, own(header="Den første"))

    send(visitor, own(header="Den andre"), 409, made_from=stamp)

    assert head(visitor) == "Den første"


def test_an_edition_that_there_is_not_is_not_found(house: House) -> None:
    visitor = at_the_desk(house)
    for which in ("7", "xx", "0", "999999999999"):
        visitor.open(f"{PATH}/{which}.docx", 404)
