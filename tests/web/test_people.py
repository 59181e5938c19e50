"""The secretariat lets people in, changes their roles and shows them out, without a command."""

from email.message import EmailMessage

from tilsvar.tests.web.desk import at_the_desk, undo
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.visitor import House, path_in, text_of

PEOPLE = "/settings/people"
KARI = {
    "name": "Kari Nordmann",
    "email": "kari@ho21.example",
    "role": "member",
    "since": "1.2.2023",
    "organisation": "",
    "deputy_for": "",
    "language": "nn",
}


def made_from(page: Page) -> str:
    return page.all(".//input[@name='made_from']")[0].get("value", "")


def deed(visitor: Reader, key: str, what: str, status: int = 200, **fields: str) -> Page:
    here = f"{PEOPLE}/{key}"
    seen = visitor.open(here)
    stamps = [each.get("value", "") for each in seen.all(".//input[@name='made_from']")]
    stamp = stamps[0] if stamps else made_from(visitor.open(f"{here}/correct"))
    return visitor.send(f"{here}/{what}", status, made_from=stamp, **fields)


def test_somebody_new_is_added_and_gets_in_by_the_link_that_is_sent(house: House) -> None:
    visitor = at_the_desk(house)

    page = visitor.send(f"{PEOPLE}/new", 200, **KARI)
    assert "Personen er registrert og slipper inn med en lenke du sender." in page.text
    assert "Medlem fra 1. februar 2023" in page.text
    assert "Kari Nordmann" in visitor.open(PEOPLE).text

    sent = visitor.send(f"{PEOPLE}/KARI/link")
    assert "En innloggingslenke sendes til kari@ho21.example." in sent.text

    mail: EmailMessage
    [mail] = house.post()
    assert mail["To"] == "Kari Nordmann <kari@ho21.example>"
    assert "innan 24 timar" in text_of(mail)
    kari = house.visitor()
    assert kari.send(path_in(mail)).document.get("lang") == "nn"
    assert "Sist brukt" in visitor.open(f"{PEOPLE}/KARI").section("signing-in")


def test_what_is_wrong_with_a_new_person_is_told_at_its_field(house: House) -> None:
    visitor = at_the_desk(house)

    taken = visitor.send(f"{PEOPLE}/new", 422, **{**KARI, "email": "Medlem1@ho21.example"})
    assert "allerede adressen til Person MEDLEM1" in taken.text
    assert taken.all(".//*[@id='email-mistake']")
    assert taken.all(".//input[@id='name']")[0].get("value") == "Kari Nordmann"

    for field, value in (
        ("name", ""),
        ("name", "K" * 301),
        ("role", "boss"),
        ("email", "kari"),
        ("since", "31.2.2023"),
        ("language", "se"),
    ):
        page = visitor.send(f"{PEOPLE}/new", 422, **{**KARI, field: value})
        assert page.all(f".//*[@id='{field}-mistake']"), field
    for field in ("organisation", "deputy_for"):
        visitor.send(f"{PEOPLE}/new", 422, **{**KARI, field: "NOBODY"})
    assert "Kari" not in visitor.open(f"{PEOPLE}?view=all").text


def test_a_role_changes_from_a_day_and_the_earlier_one_stands_until_then(house: House) -> None:
    visitor = at_the_desk(house)

    page = deed(visitor, "MEDLEM1", "change-role", role="leader", on="1. mars 2023")

    assert "Den nye rollen er registrert" in page.text
    assert "Rådsleder fra 1. mars 2023" in page.text
    assert "Medlem til 28. februar 2023" in page.section("facts")
    assert "28. feb. 2023" in visitor.open(PEOPLE).text
    same = deed(visitor, "MEDLEM1", "change-role", 422, role="member", on="10. mars 2023")
    assert "har allerede den rollen" in same.text
    early = deed(visitor, "MEDLEM1", "change-role", 422, role="deputy", on="10. mars 2023")
    assert "har ingen rolle rundt 10. mars 2023" in early.text


def test_the_last_of_the_secretariat_cannot_give_the_role_away(house: House) -> None:
    visitor = at_the_desk(house)

    ended = deed(visitor, "SEK1", "end", 422, on="3.2.2023")
    changed = deed(visitor, "SEK1", "change-role", 422, role="member", on="10.2.2023")
    corrected = deed(
        visitor, "SEK1", "correct", 422, name="A", email="sek1@ho21.example", role="observer"
    )

    for page, day in ((ended, 4), (changed, 10), (corrected, 3)):
        said = f"Da ville ingen være i sekretariatet {day}. februar 2023."
        assert said in page.text
    visitor.send(f"{PEOPLE}/new", 200, **{**KARI, "role": "secretariat"})
    assert "Siste dag i rollen" in deed(visitor, "SEK1", "end", on="3.2.2023").text


def test_an_end_can_be_undone_and_the_earlier_last_day_is_back(house: House) -> None:
    visitor = at_the_desk(house)
    deed(visitor, "MEDLEM1", "end", on="2. januar 2024")

    page = deed(visitor, "MEDLEM1", "end", on="3.2.2023")
    back = undo(visitor, page)

    assert "Siste dag i rollen er som før." in back.text
    assert "til 2. januar 2024" in back.text
    assert "ble registrert" in back.section("history")


def test_two_who_correct_the_same_person_lose_nothing(house: House) -> None:
    visitor = at_the_desk(house)
    stamp = made_from(visitor.open(f"{PEOPLE}/MEDLEM1/correct"))
    facts = {"email": "medlem1@ho21.example", "role": "member", "language": "", "since": ""}
    visitor.send(f"{PEOPLE}/MEDLEM1/correct", 200, made_from=stamp, name="Per", **facts)

    late = visitor.send(f"{PEOPLE}/MEDLEM1/correct", 409, made_from=stamp, name="Pål", **facts)

    assert late.all(".//input[@id='name']")[0].get("value") == "Pål"
    again = visitor.send(
        f"{PEOPLE}/MEDLEM1/correct", 200, made_from=made_from(late), name="Pål", **facts
    )
    assert again.texts(".//h1") == ["Pål"]


def test_an_account_at_work_is_allowed_and_withdrawn_and_both_can_be_undone(house: House) -> None:
    visitor = at_the_desk(house)
    assert "har ikke tilgang med jobbkonto" in visitor.open(f"{PEOPLE}/MEDLEM1").text

    allowed = deed(visitor, "MEDLEM1", "allow-account", tenant="3fa85f64", subject="")
    assert "Knyttes ved første innlogging med en konto hos 3fa85f64." in allowed.text
    proposed = visitor.open(f"{PEOPLE}/LEDER/allow-account").all(".//input[@id='tenant']")
    assert proposed[0].get("value") == "3fa85f64"
    assert "har ikke tilgang med jobbkonto" in undo(visitor, allowed).text

    deed(visitor, "MEDLEM1", "allow-account", tenant="3fa85f64", subject="oid-1")
    taken = deed(visitor, "LEDER", "allow-account", 422, tenant="3fa85f64", subject="oid-1")
    assert taken.all(".//*[@id='subject-mistake']")
    withdrawn = deed(visitor, "MEDLEM1", "withdraw-account")
    assert "Knyttes ved første innlogging" in undo(visitor, withdrawn).text
    deed(visitor, "LEDER", "allow-account", 422, tenant="t" * 201, subject="")
    deed(visitor, "LEDER", "allow-again", 422)


def test_sessions_are_listed_and_ended_one_by_one_or_all(house: House) -> None:
    visitor, member = at_the_desk(house), at_the_desk(house, "medlem1")
    at_the_desk(house, "medlem1")
    page = visitor.open(f"{PEOPLE}/MEDLEM1")
    numbers = [each.get("value", "") for each in page.all(".//input[@name='session']")]
    assert len(numbers) == 2

    one = deed(visitor, "MEDLEM1", "sign-out", session=numbers[1])
    assert "De er logget ut der." in one.text
    assert "ble logget ut" in one.section("history")
    every = deed(visitor, "MEDLEM1", "sign-out")
    assert "Ingen steder." in every.section("signing-in")
    assert member.client.get("/mine").status_code == 303
    deed(visitor, "MEDLEM1", "sign-out", 422, session="all")


def test_no_link_goes_to_whoever_has_no_role_and_the_leader_only_reads(house: House) -> None:
    visitor, leader = at_the_desk(house), at_the_desk(house, "leder")
    deed(visitor, "MEDLEM1", "end", on="1.2.2023")

    refused = visitor.send(f"{PEOPLE}/MEDLEM1/link", 409)
    assert "har ingen rolle i dag" in refused.text
    visitor.send(f"{PEOPLE}/NOBODY/link", 404)
    visitor.open(f"{PEOPLE}/NOBODY", 404)
    visitor.send(f"{PEOPLE}/MEDLEM1/promote", 404)
    assert "Sluttet" in visitor.open(f"{PEOPLE}?view=gone").text

    read = leader.open(f"{PEOPLE}/LEDER")
    assert not read.all(".//*[@id='signing-in']")
    assert "Endre rolle" not in read.text
    leader.send(f"{PEOPLE}/LEDER/end", 403, on="3.2.2023")
