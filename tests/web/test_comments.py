"""Members comment on the page of a draft, and the secretariat reads and judges there."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tilsvar.commands.circulations import circulate, put_text
from tilsvar.commands.comments import comment_on
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.domain.kinds import Kind, OpEdStatus, Role
from tilsvar.domain.people import Person
from tilsvar.tests.servers.office import answer, set_clock
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.test_deeds import made_from, undone
from tilsvar.tests.web.visitor import House, hand_out

PATH = "/op-eds/O2023-01"
SEND = f"{PATH}/comment"
MEMBER = "medlem1@ho21.example"


def before_the_members(house: House) -> None:
    """An op-ed lies with two members until 10 February 2023."""
    with house.app.office.work(by="SEK1") as work:
        work.add(Person.join("MEDLEM2", "Ola Hansen", "medlem2@ho21.example", Role.MEMBER))
        work.add(Person.join("O1", "Observatør", "o1@ho21.example", Role.OBSERVER))
        start_op_ed(work, title="Helsedata for alle", status=OpEdStatus.DRAFT)
        circulate(
            work,
            kind=Kind.OP_ED,
            key="O2023-01",
            comments_by=date(2023, 2, 10),
            text="Første avsnitt.\n\nAndre avsnitt.",
        )
        work.commit()


@pytest.fixture
def council(house: House) -> House:
    before_the_members(house)
    return house


def member(council: House, email: str = MEMBER) -> Reader:
    visitor = council.visitor()
    visitor.send(hand_out(council, email))
    return visitor


def carried(page: Page, action: str = SEND) -> dict[str, Any]:
    """What the form to that address was made from."""
    forms = [each for each in page.all(".//form") if each.get("action") == action]
    [found] = [
        each.get("value", "") for each in forms[-1].iter("input") if each.get("name") == "made_from"
    ]
    return {"made_from": found}


def in_the_field(page: Page) -> str:
    return next("".join(each.itertext()) for each in page.all(".//textarea"))


def it_is_february(council: House, day: int) -> None:
    set_clock(council.app.office, datetime(2023, 2, day, 11, tzinfo=UTC))


def test_a_member_reads_the_draft_comments_and_changes_their_mind(council: House) -> None:
    reader = member(council)
    page = reader.open(PATH)
    assert "Andre avsnitt." in page.section("draft")
    assert "Merknadsfrist fredag 10. februar 2023, om 5 virkedager" in page.section(
        "draft"
    ).replace("\u00a0", " ")

    page = reader.send(SEND, text="Kort ned første avsnitt.", **carried(page))
    assert "Merknadene dine til Helsedata for alle er sendt til sekretariatet." in page.text
    assert in_the_field(page).strip() == "Kort ned første avsnitt."

    page = undone(reader, page)
    assert "Svaret ditt om Helsedata for alle er trukket." in page.text
    page = undone(reader, page)
    assert in_the_field(page).strip() == "Kort ned første avsnitt."
    assert "Person MEDLEM1 trakk svaret sitt om utkastet." in page.section("history")


def test_no_comments_is_an_answer_of_one_click_that_can_be_taken_back(council: House) -> None:
    reader = member(council)
    page = reader.open(PATH)

    page = reader.send(SEND, text="", act="none", **carried(page))
    assert "Du har svart at du ikke har merknader til Helsedata for alle." in page.text
    again = reader.send(SEND, text="", act="none", made_from="1.1-0")
    assert "Du har svart at du ikke har merknader" in again.text
    page = undone(reader, page)

    refused = reader.send(SEND, 422, text="Men vent", act="none", **carried(page))
    assert "Du har skrevet noe. Send det, eller tøm feltet først." in refused.text
    assert in_the_field(refused).strip() == "Men vent"


def test_nothing_and_far_too_much_are_refused_at_the_field_and_kept(council: House) -> None:
    reader = member(council)
    seen = carried(reader.open(PATH))

    empty = reader.send(SEND, 422, text="  \n ", **seen)
    assert empty.texts(".//div[@role='alert']//a") == [
        "Merknader: Skriv merknadene dine, eller svar at du ikke har noen."
    ]
    page = reader.send(SEND, 422, text="å" * 55_000, **seen)
    assert "Dette er lengre enn 50000 tegn." in page.text
    assert len(in_the_field(page).strip()) == 55_000
    page = reader.send(SEND, 422, text="Hei\0 der", act="none", **seen)
    assert in_the_field(page).strip() == "Hei der"
    assert "Velg en av disse." in reader.send(SEND, 422, text="Hei", act="shout", **seen).text


def test_who_wrote_while_the_text_changed_is_told_and_loses_nothing(council: House) -> None:
    reader = member(council)
    seen = carried(reader.open(PATH))
    with council.app.office.work(by="SEK1") as work:
        put_text(work, kind=Kind.OP_ED, key="O2023-01", text="En annen tekst.")
        work.commit()

    page = reader.send(SEND, 409, text="Om det gamle", **seen)
    assert "Utkastet har fått en ny tekst i mellomtiden." in page.text
    assert "En annen tekst." in page.section("draft")
    assert in_the_field(page).strip() == "Om det gamle"
    page = reader.send(SEND, text="Om det gamle", **carried(page))
    assert "er sendt til sekretariatet" in page.text


def test_of_two_windows_of_one_member_the_second_is_told(council: House) -> None:
    reader = member(council)
    seen = carried(reader.open(PATH))
    reader.send(SEND, text="I det første vinduet", **seen)

    page = reader.send(SEND, 409, text="I det andre vinduet", **seen)

    assert "endret dette i mellomtiden" in page.text
    assert in_the_field(page).strip() == "I det andre vinduet"


def test_after_the_day_what_was_in_time_stands_and_the_rest_is_late(council: House) -> None:
    early, late = member(council), member(council, "medlem2@ho21.example")
    seen = carried(early.open(PATH))
    early.send(SEND, text="I tide", **seen)
    it_is_february(council, 13)

    page = early.open(PATH)
    assert (
        "Merknadsfristen var 10. februar 2023, og svaret ditt blir stående."
        in page.text.replace("\u00a0", " ")
    )
    assert not page.all(".//textarea")
    refused = early.send(SEND, 422, text="Noe til", act="say", made_from="1.1-1.0")
    assert in_the_field(refused).strip() == "Noe til"

    page = late.open(PATH)
    assert "Merknadsfristen var fredag 10. februar 2023" in page.section("draft").replace(
        "\u00a0", " "
    )
    page = late.send(SEND, text="For sent", **carried(page))
    assert "Etter siste dag" in page.section("own-comments")


def test_what_was_typed_is_kept_when_the_draft_has_gone_on_to_the_leader(council: House) -> None:
    reader = member(council)
    seen = carried(reader.open(PATH))
    with council.app.office.work(by="LEDER") as work:
        update_op_ed(work, op_ed="O2023-01", status=OpEdStatus.APPROVED)
        work.commit()

    page = reader.send(SEND, 422, text="En ting til", **seen)

    assert "O2023-01 er ikke hos medlemmene nå" in page.text
    assert in_the_field(page).strip() == "En ting til"


def test_members_read_their_own_and_the_secretariat_reads_and_judges_all(council: House) -> None:
    with council.app.office.work(by="MEDLEM2") as work:
        comment_on(work, kind=Kind.OP_ED, key="O2023-01", who="MEDLEM2", text="Hemmelig\nto linjer")
        work.commit()
    reader, desk = member(council), council.visitor()
    assert "Hemmelig" not in reader.open(PATH).text
    assert "Ola Hansen" not in reader.open(PATH).text
    desk.send(hand_out(council))

    page = desk.open(PATH)
    said = page.section("comments-1")
    assert "Én av 2 medlemmer har svart." in said or "Ett av 2 medlemmer har svart." in said
    assert "Hemmelig" in said
    assert "Ikke svart: Person MEDLEM1" in said
    judge = "/comments/K2023-01"
    page = desk.send(judge, verdict="taken", **carried(page, judge))
    assert "Merknadene fra Ola Hansen er notert som tatt inn i teksten." in page.text
    page = undone(desk, page)
    assert "skal gås gjennom på nytt" in page.text

    form = desk.open(judge)
    stamp = made_from(form)
    page = desk.send(judge, verdict="not_taken", why="For langt", made_from=stamp)
    assert "Hvorfor: For langt" in page.section("comments-1")
    stale = desk.send(judge, 409, verdict="taken", why="", made_from=stamp)
    assert "endret dette i mellomtiden" in stale.text
    desk.send(judge, 422, verdict="", made_from=stamp)
    theirs = member(council, "medlem2@ho21.example").open(PATH)
    assert "Fra sekretariatet: For langt" in theirs.section("own-comments")
    history = desk.open("/history").text
    assert "Merknadene fra Ola Hansen ble ikke tatt inn i teksten: For langt." in history
    assert "Helsedata for alle" in history


def test_comments_wait_among_the_things_of_the_day_and_in_what_goes_out(council: House) -> None:
    reader, desk = member(council), council.visitor()
    reader.send(SEND, text="Kort ned.", **carried(reader.open(PATH)))
    answer(council.app, council.bell)
    desk.send(hand_out(council))

    assert "venter på gjennomgang" not in desk.open("/").text
    assert "Helsedata for alle" in desk.open("/due?on=6.2.2023").text
    it_is_february(council, 13)
    page = desk.open("/")
    assert "Merknader til ett utkast venter på gjennomgang." in page.text
    assert PATH in page.links()


def test_observers_and_other_members_verdicts_are_kept_out(council: House) -> None:
    watcher, reader = member(council, "o1@ho21.example"), member(council)

    assert "Ikke for deg" in watcher.send(SEND, 403, text="Hei").text
    assert "Ikke for deg" in reader.send("/comments/K2023-01", 403, verdict="taken").text
    reader.send("/op-eds/O1999-01/comment", 404, text="Hei")
    council.visitor().send(SEND, 401, text="Hei")


def test_the_secretariat_circulates_the_text_of_a_response_and_mends_it(house: House) -> None:
    desk = house.visitor()
    desk.send(hand_out(house))
    desk.send("/consultations/new", title="Ny lov", publisher="HOD", deadline="1. mars 2023")
    path = "/consultations/C2023-01"

    form = desk.open(f"{path}/circulate")
    proposed = {each.get("name"): each.get("value") for each in form.all(".//input")}
    assert str(proposed["comments_by"]).replace("\u00a0", " ") == "22. februar 2023"
    page = desk.send(
        f"{path}/circulate", comments_by="15.2.2023", text="Vi støtter.", made_from=made_from(form)
    )
    assert "Utkastet er hos medlemmene." in page.text
    assert "Vi støtter." in page.section("draft")

    form = desk.open(f"{path}/text")
    assert in_the_field(form).strip() == "Vi støtter."
    page = desk.send(f"{path}/text", text="Vi støtter ikke.", made_from=made_from(form))
    assert "Medlemmene fikk en ny tekst til svaret." in page.section("history")

    reader = member(house)
    page = reader.open(path)
    page = reader.send(f"{path}/comment", text="Bra.", **carried(page, f"{path}/comment"))
    assert "Merknadene dine til Ny lov er sendt til sekretariatet." in page.text
