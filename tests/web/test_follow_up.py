"""A drafted follow-up: read, edited, approved or rejected, and what the page of the day says."""

from io import BytesIO

import pytest
from docx import Document

from tilsvar.commands.follow_ups import draft_follow_up, rewrite_follow_up
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.follow_ups import FollowUp
from tilsvar.domain.kinds import FollowUpStatus
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.visitor import House, hand_out

HERE = "/follow-ups/F2023-01"


@pytest.fixture
def drafted(house: House) -> House:
    """NFD has not answered a letter of October, and a follow-up is drafted."""
    with house.app.office.work(by="SEK1") as work:
        send_letter(
            work,
            key="L1",
            title="Innspill om norsk helsenæring",
            sent=Edtf("2022-10-03"),
            recipients=["NFD"],
        )
        draft_follow_up(work, department="NFD", words=FollowUpWords())
        work.commit()
    return house


@pytest.fixture
def reader(drafted: House) -> Reader:
    found = drafted.visitor()
    found.send(hand_out(drafted))
    return found


def field(page: Page, name: str) -> str:
    found = [each for each in page.all(".//input") if each.get("name") == name]
    return found[0].get("value", "")


def written(page: Page) -> str:
    [found] = page.all(".//textarea[@id='text']")
    return found.text or ""


def draft(house: House) -> FollowUp:
    with house.app.office.reading() as work:
        return work.get(FollowUp, "F2023-01")


def test_the_day_leads_to_the_draft_and_is_empty_once_it_is_approved(reader: Reader) -> None:
    needs = reader.open("/").section("now")
    assert "Ett departement har ikke svart innen fristen. Purringen er skrevet." in needs
    assert "NFD siden 3. november 2022" in needs
    assert "svar har ikke kommet innen fristen" not in needs
    assert HERE in reader.open("/").links()

    page = reader.open(HERE)
    assert "Sendt i dag svarfrist fredag 3. mars 2023" in page.section("asks")
    text = written(page).replace("Purring:", "Ny purring:")
    made_from = field(page, "made_from")
    today = reader.send(HERE, text=text, on="3.2.2023", made_from=made_from, act="approve")

    assert "Purring nr. 1 til NFD er godkjent og registrert som sendt." in today.text
    assert "Svarfristen er 3. mars 2023. Last ned Word" in today.text.replace("\u00a0", " ")
    assert "Ingenting trenger deg nå." in today.section("now")
    after = reader.open(HERE)
    assert "Sendt som Ny purring: Innspill om norsk helsenæring" in after.section("asks")
    assert not after.all(".//textarea[@id='text']")


def test_the_leader_approves_too_and_a_member_sees_nothing_of_it(drafted: House) -> None:
    leader, member = drafted.visitor(), drafted.visitor()
    leader.send(hand_out(drafted, "leder@ho21.example"))
    member.send(hand_out(drafted, "medlem1@ho21.example"))

    page = leader.open(HERE)
    assert "Godkjenn" in page.text
    member.open(HERE, 403)
    member.send(HERE, 403, text="x", on="3.2.2023", act="approve")
    member.send(f"{HERE}/reject", 403, why="x")
    made_from = field(page, "made_from")
    leader.send(HERE, text=written(page), on="3.2.2023", made_from=made_from, act="approve")

    assert draft(drafted).decided_by == "LEDER"


def test_what_is_rejected_by_mistake_waits_again(drafted: House, reader: Reader) -> None:
    today = reader.send(f"{HERE}/reject", why="Møte er avtalt.")
    assert "Purring nr. 1 til NFD er forkastet." in today.text
    assert "Ett svar har ikke kommet innen fristen." in today.section("now")
    assert "Utkastet ble forkastet: Møte er avtalt." in reader.open(HERE).section("history")
    [undo] = [each for each in today.all(".//form") if each.get("action") == f"{HERE}/reopen"]

    today = reader.send(undo.get("action", ""))

    assert "Purring nr. 1 til NFD venter på en avgjørelse igjen." in today.text
    assert "Purringen er skrevet." in today.section("now")
    assert draft(drafted).status is FollowUpStatus.DRAFTED
    told = reader.open(HERE).section("history")
    assert "Utkastet skulle ikke vært forkastet likevel, og venter igjen." in told


def test_what_is_approved_by_mistake_waits_again_and_its_letter_is_withdrawn(
    drafted: House, reader: Reader
) -> None:
    page = reader.open(HERE)
    made_from = field(page, "made_from")
    today = reader.send(HERE, text=written(page), on="3.2.2023", made_from=made_from, act="approve")
    [undo] = [each for each in today.all(".//form") if each.get("action") == f"{HERE}/not-sent"]

    page = reader.send(undo.get("action", ""))

    assert "Purring nr. 1 til NFD venter på en avgjørelse igjen." in page.text
    assert "Purringen ble ikke sendt likevel (L2023-01)" in page.section("history")
    assert draft(drafted).status is FollowUpStatus.DRAFTED
    told = reader.send(f"{HERE}/not-sent", 409)
    assert "Det er ingenting å trekke tilbake." in told.text


def test_of_two_who_write_the_second_is_told_and_loses_nothing(
    drafted: House, reader: Reader
) -> None:
    page = reader.open(HERE)
    with drafted.app.office.work(by="LEDER") as work:
        rewrite_follow_up(work, follow_up="F2023-01", text="Lederens tittel\n\nLederens ord.")
        work.commit()

    typed = "Min tittel\n\nMine ord."
    told = reader.send(
        HERE, 409, text=typed, on="3.2.2023", made_from=field(page, "made_from"), act="save"
    )

    assert written(told).strip() == typed
    assert "Lederens ord." in told.section("theirs")
    assert draft(drafted).title == "Lederens tittel"
    saved = reader.send(
        HERE, text=typed, on="3.2.2023", made_from=field(told, "made_from"), act="save"
    )
    assert "Teksten er lagret." in saved.text
    assert draft(drafted).title == "Min tittel"


def test_a_day_that_is_none_and_an_empty_text_are_told_at_the_field(reader: Reader) -> None:
    made_from = field(reader.open(HERE), "made_from")

    page = reader.send(HERE, 422, text=" ", on="31.2.2023", made_from=made_from, act="approve")

    links = [each.get("href") for each in page.all(".//div[@role='alert']//a")]
    assert links == ["#text", "#on"]
    assert page.all(".//*[@id='on-mistake']")
    assert page.all(".//*[@id='text-mistake']")
    assert field(page, "on") == "31.2.2023"


def test_whoever_comes_after_the_decision_is_told(drafted: House, reader: Reader) -> None:
    page = reader.open(HERE)
    with drafted.app.office.work(by="SEK1") as work:
        receive_reply(work, letter="L1", sender="NFD", received=Edtf("2023-02-03"))
        work.commit()
    made_from = field(page, "made_from")
    told = reader.send(
        HERE, 422, text=written(page), on="3.2.2023", made_from=made_from, act="approve"
    )
    assert told.all(".//div[@role='alert']")

    reader.send(f"{HERE}/reject", why="")
    page = reader.send(f"{HERE}/reject", 409, why="en gang til")

    assert "Noen har avgjort det i mellomtiden" in page.text
    assert draft(drafted).reason == ""


def test_the_draft_is_written_anew_in_nynorsk_and_downloaded_for_word(
    drafted: House, reader: Reader
) -> None:
    page = reader.open(HERE)
    made_from = field(page, "made_from")
    anew = reader.send(HERE, text="-", on="3.2.2023", made_from=made_from, act="nynorsk")

    assert draft(drafted).language == "nn"
    assert written(anew) != written(page)
    answer = reader.client.get(f"{HERE}/word")
    assert answer.headers["content-disposition"] == 'attachment; filename="purring-1-NFD.docx"'
    paragraphs = [each.text for each in Document(BytesIO(answer.content)).paragraphs]
    assert paragraphs[0] == draft(drafted).title


def test_the_letter_leads_to_the_draft_about_it_and_can_be_put_off(reader: Reader) -> None:
    assert {HERE, "/put-off/L1"} <= reader.open("/letters/L1").links()
