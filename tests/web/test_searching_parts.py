"""Attached files and members' comments are found by their words, by whoever may read them."""

from datetime import date

import pytest

from tilsvar.commands.attachments import attachments_of, withdraw_attachment
from tilsvar.commands.circulations import circulate
from tilsvar.commands.comments import comment_on
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.domain.kinds import Kind, OpEdStatus, Role
from tilsvar.domain.people import Person
from tilsvar.tests.commands import sample_files as sample
from tilsvar.tests.web.desk import at_the_desk
from tilsvar.tests.web.reader import Page
from tilsvar.tests.web.test_attachments import named
from tilsvar.tests.web.test_files_with_forms import LETTER, sent
from tilsvar.tests.web.test_search import groups, links
from tilsvar.tests.web.visitor import House

OTHER = "medlem9@ho21.example"


@pytest.fixture
def council(house: House) -> House:
    with house.app.office.work(by="SEK1") as work:
        other = Person("MEDLEM9", name="Per Ni", email=OTHER, role=Role.MEMBER)
        work.add(other)
        start_op_ed(work, key="O1", title="Helsedata", status=OpEdStatus.DRAFT)
        circulate(work, kind=Kind.OP_ED, key="O1", comments_by=date(2023, 2, 20), text="Tekst.")
        said = "Husk tannhelsetjenesten."
        comment_on(work, kind=Kind.OP_ED, key="O1", who="MEDLEM1", text=said)
        work.commit()
    return house


def searched(house: House, who: str, typed: str) -> Page:
    return at_the_desk(house, who).open(f"/search?q={typed}")


def test_a_comment_is_found_by_the_office_and_its_author_alone(council: House) -> None:
    for who in ("sek1", "medlem1"):
        page = searched(council, who, "tannhelse")
        assert (groups(page), links(page)) == (["Merknader"], ["/op-eds/O1"])
        assert "Merknader fra Person MEDLEM1" in page.text
        assert "O1 · Helsedata" in page.text

    assert links(searched(council, "medlem9", "tannhelse")) == []


def test_a_file_is_found_by_its_name_until_it_is_withdrawn(council: House) -> None:
    desk = at_the_desk(council)
    sent(desk, "/letters/new", named("Rapport om fødselsomsorg.pdf", sample.pdf()), **LETTER)

    page = desk.open("/search?q=fodselsomsorg")
    assert (groups(page), links(page)) == (["Vedlegg"], ["/letters/L2023-01#files"])
    assert "L2023-01 · Et spørsmål" in page.text
    assert links(searched(council, "medlem1", "fodselsomsorg")) == []

    with council.app.office.work(by="SEK1") as work:
        [file] = attachments_of(work, Kind.LETTER, "L2023-01")
        withdraw_attachment(work, attachment=file.key, why="Feil fil")
        work.commit()
    assert links(desk.open("/search?q=fodselsomsorg")) == []
