"""The council's response to a consultation is the desk's own until it goes to the members."""

from datetime import date

import pytest

from tilsvar.commands.circulations import circulate
from tilsvar.commands.consultations import correct_consultation
from tilsvar.domain.kinds import Kind
from tilsvar.tests.commands import sample_files as sample
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.test_attachments import filled as filled  # noqa: PLC0414 - a fixture
from tilsvar.tests.web.test_attachments import named, send, signed_in
from tilsvar.tests.web.visitor import House

CALL, DRAFT = "/attachments/C1-01", "/attachments/C1-02"


@pytest.fixture
def desk(filled: House) -> Reader:
    desk = signed_in(filled)
    send(desk, "/consultations/C1", named("brev.pdf", sample.pdf("brev")), use="call")
    send(desk, "/consultations/C1", named("utkast.pdf", sample.pdf("utkast")), use="draft")
    return desk


def fetched(reader: Reader) -> list[int]:
    return [reader.client.get(path).status_code for path in (CALL, DRAFT)]


def test_a_member_sees_the_call_at_once_and_the_draft_when_it_is_circulated(
    filled: House, desk: Reader
) -> None:
    member, leader = (signed_in(filled, f"{each}@ho21.example") for each in ("medlem1", "leder"))

    page = member.open("/consultations/C1")
    assert "brev.pdf" in page.section("files")
    assert "utkast.pdf" not in page.text
    assert fetched(member) == [200, 404]
    assert fetched(desk) == fetched(leader) == [200, 200]

    with filled.app.office.work(by="SEK1") as work:
        circulate(work, kind=Kind.CONSULTATION, key="C1", comments_by=date(2023, 2, 20))
        work.commit()

    assert "utkast.pdf" in member.open("/consultations/C1").section("files")
    assert fetched(member) == [200, 200]


def test_whoever_is_responsible_for_the_response_sees_its_draft(
    filled: House, desk: Reader
) -> None:
    member = signed_in(filled, "medlem1@ho21.example")
    assert fetched(desk) == [200, 200]
    with filled.app.office.work(by="SEK1") as work:
        correct_consultation(work, consultation="C1", responsible="MEDLEM1")
        work.commit()

    assert fetched(member) == [200, 200]


def test_of_what_was_withdrawn_a_member_is_told_nothing(filled: House, desk: Reader) -> None:
    member = signed_in(filled, "medlem1@ho21.example")
    desk.send(f"{CALL}/withdraw", why="Feil person i brevet")

    page = member.open("/consultations/C1")

    assert "brev.pdf" not in page.text
    assert "Feil person" not in page.text
    assert fetched(member) == [404, 404]
