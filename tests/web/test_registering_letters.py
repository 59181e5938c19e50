"""A letter is registered in the browser, put right, withdrawn and made valid again."""

from datetime import date

import pytest

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.letters import send_letter
from tilsvar.domain.consultations import Consultation
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ConsultationStatus, LetterKind
from tilsvar.domain.letters import Letter
from tilsvar.domain.organisations import Organisation
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.test_deeds import made_from, plain, undone
from tilsvar.tests.web.visitor import House, hand_out

NEW = {"title": "Oppfølging av dialogmøtet", "sent": "3. februar 2023"}


@pytest.fixture
def desk(house: House) -> Reader:
    visitor = house.visitor()
    visitor.send(hand_out(house))
    return visitor


def letter(house: House, key: str = "L2023-01") -> Letter:
    with house.app.office.reading() as work:
        return work.get(Letter, key)


def said(page: Page) -> list[str]:
    return [each.replace("\u00a0", " ") for each in page.texts(".//*[@role='status']")]


def ticked(page: Page, name: str = "to") -> list[str | None]:
    boxes = page.all(f".//input[@name='{name}']")
    return [each.get("value") for each in boxes if "checked" in each.attrib]


def test_a_letter_to_three_departments_has_three_expected_answers(
    house: House, desk: Reader
) -> None:
    form = desk.open("/letters/new")
    assert "Da blir svarfristen fredag 3. mars 2023." in plain(form)
    assert "Den ansvarlige blir minnet om det: på dagen, 10 virkedager etter" in plain(form)

    page = desk.send("/letters/new", to=["HOD", "KD"], other="nfd", responsible="SEK1", **NEW)

    assert said(page) == ["Brevet er registrert. Svarfristen er fredag 3. mars 2023."]
    assert page.title.startswith("Oppfølging av dialogmøtet")
    found = letter(house)
    assert (found.recipients, found.responsible) == (("HOD", "KD", "NFD"), "SEK1")
    assert [each.due() for each in found.obligations] == [date(2023, 3, 3)] * 3
    panel = page.section("answers").replace("\u00a0", " ")
    assert "Tre forventede svar, ingen avsluttet" in panel
    assert "Neste påminnelse fredag 3. mars 2023" in panel


def test_whoever_registers_is_proposed_as_responsible(desk: Reader) -> None:
    form = desk.open("/letters/new")

    chosen = [each.get("value") for each in form.all(".//option") if "selected" in each.attrib]
    assert "SEK1" in chosen


def test_everything_that_is_missing_is_told_at_once_and_what_was_typed_stays(desk: Reader) -> None:
    page = desk.send("/letters/new", 422, title="", sent="31.02.2023", other="", area="")

    assert page.texts(".//div[@role='alert']//a") == [
        "Til: Velg minst én mottaker.",
        "Tittel: Fyll ut dette.",
        "Sendt: 31.02.2023 finnes ikke. Februar 2023 slutter den 28.",
    ]
    assert "Datoen for svarfristen vises her når sendedatoen er gyldig." in page.text
    typed = {each.get("name"): each.get("value") for each in page.all(".//input")}
    assert typed["sent"] == "31.02.2023"


def test_a_recipient_may_be_typed_by_name_and_must_be_known(house: House, desk: Reader) -> None:
    with house.app.office.work(by="SEK1") as work:
        work.add(Organisation("HDIR", "Helsedirektoratet", "directorate"))
        work.add(Organisation("EHELSE", "Direktoratet for e-helse", "directorate"))
        work.commit()

    unknown = desk.send("/letters/new", 422, to=["HOD"], other="Ukjent; HDIR", **NEW)
    assert "Ingen aktør heter «Ukjent»." in unknown.text
    assert ticked(unknown) == ["HOD"]
    several = desk.send("/letters/new", 422, other="direktoratet", **NEW)
    assert "«direktoratet» kan være" in several.text

    desk.send("/letters/new", other="helsedirektoratet (HDIR); e-helse", **NEW)
    assert letter(house).recipients == ("HDIR", "EHELSE")


@pytest.mark.parametrize(
    ("typed", "objection"),
    [
        ({"sent": "4.2.2023"}, "Sendt: 4. februar 2023 har ikke vært ennå."),
        ({"due": "1.2.2023"}, "Svarfrist: Svarfristen kan ikke være før brevet ble sendt."),
        ({"due": "1.3.2023", "answer": "no"}, "Svarfrist: Når svar ikke ventes, har det ingen"),
        ({"due": "våren 2023"}, "Svarfrist: "),
        ({"title": "x" * 301}, "Tittel: Dette er lengre enn 300 tegn."),
        ({"kind": "poem"}, "Type: Velg en av disse."),
        ({"area": "NOWHERE"}, "Område: Velg en av disse."),
        ({"consultation": "C1"}, "Svarer på høringen: Velg en av disse."),
        ({"to": "NOBODY"}, "Til: "),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_is_registered(
    house: House, desk: Reader, typed: dict[str, str], objection: str
) -> None:
    page = desk.send("/letters/new", 422, **{"to": "HOD", **NEW, **typed})

    [told] = page.texts(".//div[@role='alert']//a")
    assert told.startswith(objection)
    with house.app.office.reading() as work:
        assert work.all(Letter) == []


def test_a_button_that_is_pressed_twice_registers_one_letter(house: House, desk: Reader) -> None:
    desk.send("/letters/new", to=["HOD"], **NEW)

    page = desk.send("/letters/new", 409, to=["HOD"], **NEW)

    assert "L2023-01 har allerede denne tittelen" in page.text
    with house.app.office.reading() as work:
        assert len(work.all(Letter)) == 1


def test_a_date_in_the_letter_itself_stands_before_the_rule(desk: Reader) -> None:
    page = desk.send("/letters/new", to=["HOD"], due="20.2.2023", **NEW)

    assert said(page) == ["Brevet er registrert. Svarfristen er mandag 20. februar 2023."]
    history = page.section("history").replace("\u00a0", " ")
    assert "Brevet selv ba HOD om svar innen 20. februar 2023, ikke 3. mars 2023." in history


def test_the_response_to_a_consultation_is_registered_from_its_form(
    house: House, desk: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        publish_consultation(work, title="Ny helselov", publisher="HOD")
        work.commit()
    [link] = [
        each
        for each in desk.open("/consultations/C2023-01/submit").links()
        if each.startswith("/letters/new?")
    ]

    form = desk.open(link)
    assert ticked(form) == ["HOD"]
    assert "Ingen svar ventes, og ingen blir minnet om det." in form.text
    page = desk.send(
        link, to=["HOD"], kind="submission", consultation="C2023-01", **{**NEW, "title": "Svar"}
    )

    assert said(page) == ["Brevet er registrert."]
    assert letter(house).kind is LetterKind.SUBMISSION
    with house.app.office.reading() as work:
        call = work.get(Consultation, "C2023-01")
        assert (call.status, call.submission) == (ConsultationStatus.SUBMITTED, "L2023-01")
    refused = undone_with(desk, page, 422)
    assert "L2023-01 er svaret på C2023-01" in refused.text


def undone_with(desk: Reader, page: Page, status: int) -> Page:
    [form] = [each for each in page.all(".//form") if "Angre" in "".join(each.itertext())]
    fields = {each.get("name", ""): each.get("value", "") for each in form.iter("input")}
    return desk.send(form.get("action", ""), status, **fields)


def test_a_letter_to_an_organisation_starts_on_its_page(desk: Reader) -> None:
    [link] = [
        each for each in desk.open("/organisations/NFD").links() if each.startswith("/letters/new?")
    ]

    assert ticked(desk.open(link)) == ["NFD"]


def test_registering_is_undone_and_the_undo_too(house: House, desk: Reader) -> None:
    page = desk.send("/letters/new", to=["HOD"], **NEW)

    page = undone(desk, page)
    assert said(page) == ["Brevet er trukket tilbake. Ingen svar ventes på det."]
    assert "fordi det var registrert ved en feil" in page.section("history")
    assert "Registrer svar" not in page.text
    assert "Trukket tilbake" in desk.open("/letters").text

    page = undone(desk, page)
    assert said(page) == ["Brevet gjelder igjen, og svarene ventes som før."]
    assert letter(house).obligations[0].open


def test_a_letter_is_withdrawn_with_why_and_made_valid_again(house: House, desk: Reader) -> None:
    desk.send("/letters/new", to=["HOD"], **NEW)
    form = desk.open("/letters/L2023-01/withdraw")

    unsaid = desk.send("/letters/L2023-01/withdraw", 422, made_from=made_from(form))
    assert "Hvorfor: Fyll ut dette." in unsaid.text
    page = desk.send("/letters/L2023-01/withdraw", made_from=made_from(form), why="Sendt to ganger")

    assert "Brevet ble trukket tilbake: Sendt to ganger." in page.section("history")
    desk.send("/letters/L2023-01/restore", made_from=made_from(page))
    assert not letter(house).withdrawn


def test_what_was_registered_is_put_right_and_the_date_follows(house: House, desk: Reader) -> None:
    desk.send("/letters/new", to=["HOD"], responsible="SEK1", **NEW)
    form = desk.open("/letters/L2023-01/correct")
    assert ticked(form) == ["HOD"]
    assert "Når du lagrer" not in form.text

    facts = {"title": "Rett tittel", "sent": "1.2.2023", "answer": "yes", "kind": "memo"}
    page = desk.send(
        "/letters/L2023-01/correct", to=["HOD", "KD"], made_from=made_from(form), **facts
    )

    assert said(page) == ["Opplysningene er rettet."]
    found = letter(house)
    assert (found.title, found.kind, found.recipients) == (
        "Rett tittel",
        LetterKind.MEMO,
        ("HOD", "KD"),
    )
    assert {each.due() for each in found.obligations} == {date(2023, 3, 1)}
    assert found.responsible is None


def test_who_puts_the_same_letter_right_second_is_told_and_loses_nothing(
    house: House, desk: Reader
) -> None:
    desk.send("/letters/new", to=["HOD"], **NEW)
    seen = made_from(desk.open("/letters/L2023-01/correct"))
    with house.app.office.work(by="LEDER") as work:
        work.get(Letter, "L2023-01").correct(title="En annen")
        work.commit()

    facts = {"title": "Min tittel", "sent": "3.2.2023", "answer": "yes", "kind": "letter"}
    page = desk.send("/letters/L2023-01/correct", 409, to=["HOD"], made_from=seen, **facts)
    assert "Person LEDER endret dette i mellomtiden." in page.text

    desk.send("/letters/L2023-01/correct", to=["HOD"], made_from=made_from(page), **facts)
    assert letter(house).title == "Min tittel"


def test_who_is_no_longer_offered_stays_where_the_letter_names_them(
    house: House, desk: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        found = send_letter(work, title="Gammelt", sent=Edtf("2023-01-02"), recipients=["HOD"])
        found.correct(responsible="BORTE")
        work.commit()
    form = desk.open("/letters/L2023-01/correct")

    chosen = [each.get("value") for each in form.all(".//option") if "selected" in each.attrib]
    assert "BORTE" in chosen


def test_the_button_stands_on_every_page_of_those_who_register(house: House, desk: Reader) -> None:
    assert "/letters/new" in desk.open("/meetings").links()
    leader = house.visitor()
    leader.send(hand_out(house, "leder@ho21.example"))

    assert "/letters/new" not in leader.open("/letters").links()
    assert "Registrer svar" not in leader.open("/").text
