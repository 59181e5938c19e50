"""What concerns a member is on one page, and most of it is answered there in one click."""

from datetime import date

import pytest

from tilsvar.commands.circulations import circulate
from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.council import choose_digest
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.invitations import invite
from tilsvar.commands.meetings import cancel_meeting, schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.digests import DigestWish, Rhythm
from tilsvar.domain.kinds import Kind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.test_comments import before_the_members, member
from tilsvar.tests.web.test_deeds import undone
from tilsvar.tests.web.visitor import House


@pytest.fixture
def council(house: House) -> House:
    """An op-ed and a response lie with the members, who are called to a meeting in March."""
    before_the_members(house)
    with house.app.office.work(by="SEK1") as work:
        publish_consultation(
            work, key="C1", title="Ny lov", publisher="HOD", deadline=Edtf("2023-03-01")
        )
        circulate(work, kind=Kind.CONSULTATION, key="C1", comments_by=date(2023, 2, 8))
        schedule_meeting(
            work, key="R1", title="Rådsmøte 1/2023", time=MeetingTime(Edtf("2023-03-10"))
        )
        invite(work, meeting="R1", who="MEDLEM1")
        schedule_meeting(
            work, key="R2", title="Rådsmøte 2/2024", time=MeetingTime(Edtf("2024-03-10"))
        )
        set_deadline(work, title="Innspill til planen", due=Edtf("2023-02-20"))
        work.commit()
    return house


def plain(page: Page, section: str) -> str:
    return page.section(section).replace("\u00a0", " ")


def test_what_waits_comes_first_by_its_day_and_the_rest_lies_ahead(council: House) -> None:
    page = member(council).open("/mine")

    drafts = plain(page, "drafts")
    assert drafts.index("Ny lov Merknadsfrist onsdag 8. februar 2023, om 3 virkedager") < (
        drafts.index("Helsedata for alle")
    )
    assert "Rådsmøte 1/2023" in page.section("meeting-1")
    ahead = plain(page, "ahead")
    assert "man. 20. februar Innspill til planen" in ahead
    assert "10. mars 2024 Rådsmøte 2/2024" in ahead
    assert "Ny lov" not in ahead
    assert "Samlet hver virkedag, kl. 07.30." in plain(page, "mails")


def none_sent(reader: Reader, page: Page, action: str) -> Page:
    """What follows on the button that says that there are no comments."""
    [form] = [each for each in page.all(".//form") if each.get("action") == action]
    fields = {each.get("name", ""): each.get("value", "") for each in form.iter("input")}
    return reader.send(action, act="none", **fields)


def test_no_comments_in_one_click_and_taken_back_from_the_same_page(council: House) -> None:
    reader = member(council)

    page = none_sent(reader, reader.open("/mine"), "/consultations/C1/comment")
    assert page.texts(".//h1") == ["Til deg"]
    assert "Du har svart at du ikke har merknader til Ny lov." in page.text
    drafts = plain(page, "drafts")
    assert "Du svarte 3. februar 2023 at du ikke har merknader" in drafts
    assert drafts.index("Helsedata for alle") < drafts.index("Ny lov")

    page = undone(reader, page)
    assert page.texts(".//h1") == ["Til deg"]
    assert "Svaret ditt om Ny lov er trukket." in page.text
    assert "Du svarte" not in page.section("drafts")


def test_a_meeting_is_answered_in_one_click_and_the_answer_stands_there(council: House) -> None:
    reader = member(council)

    page = reader.send("/meetings/R1", answer="declined", to="mine")

    assert page.texts(".//h1") == ["Til deg"]
    assert "Svaret ditt er registrert." in page.text
    assert "Du har svart at du ikke kan komme." in page.section("meeting-1")
    assert not page.all(".//button[@name='answer']")
    with council.app.office.work(by="SEK1") as work:
        cancel_meeting(work, meeting="R1")
        work.commit()
    assert "Rådsmøte 1/2023" not in reader.open("/mine").text


def test_whoever_has_nothing_to_do_is_told_so_and_when_their_mail_comes(house: House) -> None:
    with house.app.office.work(by="SEK1") as work:
        wish = DigestWish(Rhythm.WEEKLY)
        choose_digest(work, email="medlem1@ho21.example", wish=wish)
        work.commit()

    page = member(house).open("/mine")

    assert "Ingenting å kommentere nå." in page.section("drafts")
    assert "Ingenting annet i tiden fremover." in page.section("ahead")
    assert "Samlet den første virkedagen i uken" in page.section("mails")
