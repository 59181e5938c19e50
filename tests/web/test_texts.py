"""The secretariat chooses the words of its letters, sees how they read, and takes them back."""

from sqlalchemy import update

from tilsvar.commands.follow_ups import draft_follow_up
from tilsvar.commands.letters import send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.store.letter_texts import letter_text
from tilsvar.tests.web.desk import at_the_desk, undo
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.visitor import House

FIRST = "/settings/texts/first/nb"
OWN = "Vi spør igjen: [tema]\n\n[henvisning]\n\nHar dere et [svar] til oss?\n\nHilsen rådet\n"


def text_in(page: Page) -> str:
    [area] = page.all(".//textarea[@id='text']")
    return (area.text or "").strip()


def made_from(page: Page) -> str:
    return page.all(".//form//input[@name='made_from']")[0].get("value", "")


def write(visitor: Reader, text: str, status: int = 200, **more: str) -> Page:
    stamp = more.pop("made_from", "") or made_from(visitor.open(FIRST))
    return visitor.send(FIRST, status, text=text, made_from=stamp, **{"act": "save", **more})


def ask(house: House) -> None:
    with house.app.office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Innspill", sent=Edtf("2022-10-03"), recipients=["NFD"])
        work.commit()


def drafted(house: House) -> str:
    with house.app.office.work(by="SEK1") as work:
        draft = draft_follow_up(work, department="NFD", words=FollowUpWords())
        assert draft is not None
        return draft.text


def test_own_words_are_seen_with_a_real_letter_used_and_taken_back(house: House) -> None:
    visitor = at_the_desk(house)
    assert "ikke noe brev å vise det med ennå" in visitor.open(FIRST).text
    ask(house)
    assert "Purring: Innspill" in visitor.open(FIRST).section("preview")

    seen = write(visitor, OWN, act="preview")
    assert "Har dere et svar til oss?" in seen.section("preview")
    assert "3. oktober 2022" in seen.section("preview")
    assert drafted(house).startswith("Purring: Innspill\n")

    page = write(visitor, OWN)
    assert "Teksten gjelder fra nå av." in page.text
    assert "Endret 3. februar 2023 av Person SEK1" in page.section("editions")
    assert drafted(house).startswith("Vi spør igjen: Innspill\n\nVi viser til vårt brev av")
    assert "Rådets egen tekst" in visitor.open("/settings/texts").text
    assert "Teksten i første purring på bokmål ble endret." in visitor.open("/history").text

    assert "Den vanlige teksten brukes." in undo(visitor, page).text
    assert drafted(house).startswith("Purring: Innspill\n")
    assert text_in(visitor.open(f"{FIRST}?edition=1")) == OWN.strip()


def test_what_is_wrong_is_named_with_its_line_and_what_was_typed_stays(house: House) -> None:
    visitor = at_the_desk(house)

    unknown = write(visitor, "Purring\n\nKjære [departement], svar.", 422)
    loose = write(visitor, "Purring [tema\n\nVi spør.", 422)

    assert "Linje 3: Det finnes ikke noe som heter [departement]." in unknown.text
    assert "Bruk en av disse: [tema], [henvisning], [svar]." in unknown.text
    assert text_in(unknown) == "Purring\n\nKjære [departement], svar."
    assert "Linje 1: «[» står alene." in loose.text
    assert "Brevet vises når teksten er i orden." in loose.section("preview")
    write(visitor, "", 422)
    write(visitor, " \n ", 422)
    assert "kan ha høyst 10000" in write(visitor, "a" * 10_001, 422).text
    write(visitor, "Purring [x]", 422, act="preview")
    assert "Den vanlige teksten brukes." in visitor.open(FIRST).text


def test_braces_and_templates_are_only_words(house: House) -> None:
    visitor = at_the_desk(house)
    ask(house)
    # Shown raw they would look like a template that was not filled in, so the page is not judged.
    stamp = made_from(visitor.open(FIRST))
    own = {"text": "{{ 7 * 7 }} {% if %} {tema}", "made_from": stamp, "act": "save"}
    sent = visitor.client.post(FIRST, data=own, headers={"Sec-Fetch-Site": "same-origin"})

    assert sent.status_code == 303
    assert drafted(house) == "{{ 7 * 7 }} {% if %} {tema}\n"


def test_two_who_write_the_same_text_lose_nothing(house: House) -> None:
    visitor = at_the_desk(house)
    stamp = made_from(visitor.open(FIRST))
    write(visitor, OWN, made_from=stamp)

    late = write(visitor, "Purring: [tema]", 409, made_from=stamp)

    assert text_in(late) == "Purring: [tema]"
    assert "Vi spør igjen: [tema]" in late.section("theirs")
    assert "Teksten gjelder" in write(visitor, "Purring: [tema]", made_from=made_from(late)).text
    visitor.send(f"{FIRST}/back", 409, edition="usual", made_from=stamp)


def test_a_text_that_no_longer_works_never_stops_a_letter_and_is_shown(house: House) -> None:
    visitor = at_the_desk(house)
    ask(house)
    write(visitor, OWN)
    with house.app.office.engine.begin() as connection:
        connection.execute(update(letter_text).values(text="Purring: [saken]\n"))

    assert drafted(house).startswith("Purring: Innspill\n")
    listed = visitor.open("/settings/texts").text
    assert "Den vanlige teksten brukes" in listed
    assert "Rådets egen tekst kan ikke brukes. Linje 1:" in listed
    assert "Linje 1: Det finnes ikke noe som heter [saken]." in visitor.open(FIRST).text
    today = visitor.open("/").text
    assert "Én brevtekst kan ikke brukes" in today


def test_other_addresses_are_not_there(house: House) -> None:
    visitor = at_the_desk(house)

    for path in ("third/nb", "first/en"):
        visitor.open(f"/settings/texts/{path}", 404)
    visitor.open(f"{FIRST}?edition=99", 404)
    visitor.send(f"{FIRST}/back", 404, edition="99", made_from="0")
    visitor.send(f"{FIRST}/back", 404, edition="'; drop", made_from="0")


def test_a_request_for_more_time_is_shown_with_a_consultation_of_the_register(
    reader: Reader,
) -> None:
    page = reader.open("/settings/texts/more-time/nb")

    assert "Anmodning om utsatt frist" in page.section("preview")
