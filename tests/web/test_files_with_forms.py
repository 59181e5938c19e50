"""A letter is registered, and an answer to it, together with their files: both, or neither."""

from typing import Any

import pytest

from tilsvar.commands.attachments import attachments_of, content_of
from tilsvar.commands.consultations import publish_consultation
from tilsvar.domain.attachments import Use
from tilsvar.domain.kinds import Kind
from tilsvar.domain.letters import Letter
from tilsvar.tests.commands import sample_files as sample
from tilsvar.tests.web.reader import OWN, Page, Reader
from tilsvar.tests.web.test_attachments import named, signed_in
from tilsvar.tests.web.test_deeds import made_from
from tilsvar.tests.web.visitor import House

LETTER: dict[str, Any] = {"to": ["HOD", "KD"], "title": "Et spørsmål", "sent": "3.1.2023"}


@pytest.fixture
def desk(house: House) -> Reader:
    return signed_in(house)


def sent(
    desk: Reader,
    path: str,
    *files: tuple[str, tuple[str, bytes, str]],
    status: int = 200,
    **fields: Any,
) -> Page:
    answer = desk.client.post(
        path, data=fields, files=list(files), headers=OWN, follow_redirects=True
    )
    return desk.read(path, answer, status)


def listed(house: House) -> list[tuple[str, Use, str | None]]:
    with house.app.office.reading() as work:
        files = attachments_of(work, Kind.LETTER, "L2023-01")
        return [(each.name, each.use, each.party) for each in files]


def test_a_letter_is_registered_with_its_file(house: House, desk: Reader) -> None:
    form = desk.open("/letters/new")
    [whole] = [each for each in form.all(".//form") if each.get("enctype")]
    assert whole.get("enctype") == "multipart/form-data"

    page = sent(desk, "/letters/new", named("Brev til HOD.pdf", sample.pdf()), **LETTER)

    assert "Brevet er registrert." in page.text
    assert "Brev til HOD.pdf" in page.section("files")
    assert listed(house) == [("Brev til HOD.pdf", Use.LETTER, None)]
    assert b"".join(content_of(house.app.office, "L2023-01-01")) == sample.pdf()


def test_without_a_file_the_same_form_registers_the_letter(house: House, desk: Reader) -> None:
    sent(desk, "/letters/new", named("", b""), **LETTER)

    assert listed(house) == []
    with house.app.office.reading() as work:
        assert work.view(Letter, "L2023-01").recipients == ("HOD", "KD")


def test_with_a_file_that_cannot_be_kept_nothing_is_registered(house: House, desk: Reader) -> None:
    page = sent(desk, "/letters/new", named("brev.doc", sample.old_word()), status=422, **LETTER)

    [told] = page.texts(".//div[@role='alert']//a")
    assert told.startswith("Vedlegg: «brev.doc» har det gamle Word-formatet.")
    assert "Velg filene på nytt" in page.text
    assert any("open" in each.attrib for each in page.all(".//main//details"))
    with house.app.office.reading() as work:
        assert work.look(Letter, "L2023-01") is None

    page = sent(
        desk, "/letters/new", named("a.pdf", sample.pdf()), status=422, **{**LETTER, "title": ""}
    )
    assert "Velg filene på nytt" in page.text


@pytest.mark.parametrize("deed", ["answer", "interim"])
def test_an_answer_is_registered_with_its_file(house: House, desk: Reader, deed: str) -> None:
    desk.send("/letters/new", **LETTER)
    form = desk.open(f"/letters/L2023-01/{deed}")

    page = sent(
        desk,
        f"/letters/L2023-01/{deed}",
        named("Svar.docx", sample.docx()),
        made_from=made_from(form),
        sender="KD",
        received="1.2.2023",
    )

    assert "Svar fra KD · Word" in page.section("files").replace("\u00a0", " ")
    assert listed(house) == [("Svar.docx", Use.REPLY, "KD")]
    assert "Filen «Svar.docx» ble lagt ved som svar fra KD." in page.section("history")


def test_a_file_that_is_attached_already_stops_the_answer_too(house: House, desk: Reader) -> None:
    sent(desk, "/letters/new", named("brev.pdf", sample.pdf()), **LETTER)
    form = desk.open("/letters/L2023-01/answer")

    page = sent(
        desk,
        "/letters/L2023-01/answer",
        named("svar.pdf", sample.pdf()),
        status=422,
        made_from=made_from(form),
        sender="KD",
        received="1.2.2023",
    )

    assert "«svar.pdf» er allerede lagt ved, som «brev.pdf»." in page.text
    with house.app.office.reading() as work:
        assert work.view(Letter, "L2023-01").obligation("KD").open


def test_a_response_is_submitted_with_its_file(house: House, desk: Reader) -> None:
    with house.app.office.work(by="SEK1") as work:
        publish_consultation(work, key="C1", title="Ny lov", publisher="HOD")
        work.commit()
    form = desk.open("/consultations/C1/submit")

    page = sent(
        desk,
        "/consultations/C1/submit",
        named("Høringssvar.pdf", sample.pdf()),
        made_from=made_from(form),
        on="1.2.2023",
    )

    assert "Høringssvar.pdf" in page.section("files")
    with house.app.office.reading() as work:
        [file] = attachments_of(work, Kind.CONSULTATION, "C1")
    assert file.use is Use.RESPONSE
