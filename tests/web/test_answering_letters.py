"""What came back to a letter is registered beside it, and taken back where it was wrong."""

from datetime import date

import pytest

from tilsvar.commands.council import register_organisation, succeed
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ReplyKind, SignOffCode
from tilsvar.domain.letters import Letter
from tilsvar.domain.obligations import Obligation, ObligationState
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.test_deeds import made_from, plain, undone
from tilsvar.tests.web.visitor import House, hand_out

HERE = "/letters/L2022-01"


@pytest.fixture
def desk(house: House) -> Reader:
    """The desk of the secretariat, where a letter to HOD and KD is overdue."""
    with house.app.office.work(by="SEK1") as work:
        send_letter(
            work,
            key="L2022-01",
            title="Et spørsmål",
            sent=Edtf("2022-12-05"),
            recipients=["HOD", "KD"],
            responsible="SEK1",
        )
        work.commit()
    visitor = house.visitor()
    visitor.send(hand_out(house))
    return visitor


def owed(house: House, recipient: str) -> Obligation:
    with house.app.office.reading() as work:
        return work.get(Letter, "L2022-01").obligation(recipient)


def state(house: House, recipient: str) -> ObligationState:
    return owed(house, recipient).state(date(2023, 2, 3))


def said(page: Page) -> list[str]:
    return [each.replace("\u00a0", " ") for each in page.texts(".//*[@role='status']")]


def deed(desk: Reader, name: str, status: int = 200, **fields: str | list[str]) -> Page:
    """The form is opened, filled in and sent."""
    return desk.send(
        f"{HERE}/{name}", status, made_from=made_from(desk.open(f"{HERE}/{name}")), **fields
    )


def objections(page: Page) -> list[str]:
    return page.texts(".//div[@role='alert']//li")


def test_an_answer_closes_what_its_sender_owed_and_is_undone(house: House, desk: Reader) -> None:
    [link] = [each for each in desk.open(HERE).links() if each.endswith("/answer?sender=HOD")]
    form = desk.open(link)
    chosen = [
        each.get("value")
        for each in form.all(".//input[@type='radio']")
        if "checked" in each.attrib
    ]
    assert chosen == ["HOD"]

    page = deed(
        desk, "answer", sender="HOD", received="2.2.2023", code="BU", summary="Vi er enige."
    )

    assert said(page) == ["Svaret er registrert, og ingen blir minnet om det lenger."]
    assert "Vi er enige." in page.section("thread")
    assert "To forventede svar, ett avsluttet" in page.section("answers")
    assert owed(house, "HOD").replies[0].sign_off is SignOffCode.LETTER
    assert state(house, "KD") is ObligationState.OVERDUE

    page = undone(desk, page)
    assert said(page) == ["Svaret er trukket tilbake, og ventes igjen."]
    assert "fordi det var feil registrert" in plain(page)
    assert state(house, "HOD") is ObligationState.OVERDUE


def test_a_promise_moves_the_date_and_the_reminders(house: House, desk: Reader) -> None:
    page = deed(
        desk,
        "interim",
        sender="HOD",
        kind="interim",
        received="1. februar 2023",
        promised="innen 3. april 2023",
    )

    [told] = said(page)
    assert told.startswith("Det foreløpige svaret er registrert. Svarfristen er mandag 3. april")
    panel = page.section("answers").replace("\u00a0", " ")
    assert "Foreløpig svar lovet innen 3. april 2023" in panel
    assert owed(house, "HOD").due() == date(2023, 4, 3)

    undone(desk, page)
    assert owed(house, "HOD").due() == date(2023, 1, 5)


def test_without_a_promise_or_with_a_mere_confirmation_the_date_stays(
    house: House, desk: Reader
) -> None:
    kinds = desk.open(f"{HERE}/interim").all(".//input[@name='kind']")
    assert [each.get("value") for each in kinds] == ["interim", "acknowledgement"]
    page = deed(desk, "interim", sender="HOD", kind="interim", received="1.2.2023", promised="")
    assert said(page) == ["Det er registrert. Selve svaret ventes fortsatt."]
    assert "Foreløpig svar uten lovet dato" in page.section("answers")

    deed(desk, "interim", sender="KD", kind="acknowledgement", received="1.2.2023")
    assert owed(house, "KD").replies[0].kind is ReplyKind.ACKNOWLEDGEMENT
    assert state(house, "KD") is ObligationState.OVERDUE


@pytest.mark.parametrize(
    ("name", "fields", "objection"),
    [
        (
            "answer",
            {"sender": "HOD", "received": "1.12.2022"},
            "Mottatt: Et svar fra 1. desember 2022 kan ikke gjelde L2022-01",
        ),
        ("answer", {"sender": "HOD", "received": "4.2.2023"}, "Mottatt: 4. februar 2023 har ikke"),
        ("answer", {"sender": "NFD", "received": "1.2.2023"}, "Fra: Velg en av disse."),
        ("answer", {"received": "1.2.2023"}, "Fra: Fyll ut dette."),
        (
            "interim",
            {"sender": "HOD", "received": "1.2.2023", "promised": "15.1.2023"},
            "Lovet svar: Et svar kan ikke være lovet til en dag før",
        ),
        (
            "interim",
            {
                "sender": "HOD",
                "kind": "acknowledgement",
                "received": "1.2.2023",
                "promised": "1.4.2023",
            },
            "Lovet svar: En bekreftelse lover ingenting.",
        ),
        (
            "sign-off",
            {"recipient": "HOD", "code": "XX", "on": "1.2.2023"},
            "Kode: Velg en av disse.",
        ),
        (
            "sign-off",
            {"recipient": "HOD", "code": "uspesifisert", "on": "1.2.2023"},
            "Kode: Velg en av disse.",
        ),
        ("sign-off", {"recipient": "HOD", "code": "TE", "on": "snart"}, "Avskrevet: "),
        ("move", {"due": "1.3.2023", "why": "Avtalt"}, "Svaret fra: Fyll ut dette."),
        ("move", {"recipients": "HOD", "due": "mars 2023", "why": "Avtalt"}, "Ny dato: "),
        ("move", {"recipients": "HOD", "due": "1.3.2023", "why": " "}, "Hvorfor: Fyll ut dette."),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_happens(
    house: House, desk: Reader, name: str, fields: dict[str, str], objection: str
) -> None:
    page = deed(desk, name, 422, **fields)

    [told] = objections(page)
    assert told.replace("\u00a0", " ").startswith(objection)
    for recipient in ("HOD", "KD"):
        answer = owed(house, recipient)
        assert (answer.replies, answer.sign_offs, answer.set_by_hand) == ([], [], None)


def test_an_answer_is_signed_off_with_its_code_and_that_is_undone(
    house: House, desk: Reader
) -> None:
    page = deed(desk, "sign-off", recipient="KD", code="TE", on="3.2.2023", note="Avklart i møte.")

    assert said(page) == ["Svaret er avskrevet, og ingen blir minnet om det lenger."]
    panel = page.section("answers").replace("\u00a0", " ")
    assert "Avskrevet 3. feb. 2023, TE (tatt til etterretning)" in panel
    assert "Avklart i møte." in page.section("thread")

    page = undone(desk, page)
    assert said(page) == ["Avskrivningen er trukket tilbake, og svaret ventes igjen."]
    assert state(house, "KD") is ObligationState.OVERDUE


def test_a_date_is_moved_for_some_or_all_and_moved_back(house: House, desk: Reader) -> None:
    [link] = [each for each in desk.open(HERE).links() if each.endswith("/move")]
    boxes = desk.open(link).all(".//input[@name='recipients']")
    assert [each.get("value") for each in boxes if "checked" in each.attrib] == ["HOD", "KD"]
    deed(desk, "move", recipients=["HOD"], due="1.3.2023", why="Avtalt på telefon")

    page = deed(desk, "move", recipients=["HOD", "KD"], due="15.3.2023", why="Avtalt igjen")

    assert said(page) == ["Fristen er flyttet, og påminnelsene følger med."]
    assert "til 15. mars 2023: Avtalt igjen." in page.section("history").replace("\u00a0", " ")
    page = undone(desk, page)
    assert said(page) == ["Fristen er som før."]
    assert owed(house, "HOD").due() == date(2023, 3, 1)
    assert (owed(house, "KD").set_by_hand, owed(house, "KD").due()) == (None, date(2023, 1, 5))


def test_nonsense_in_place_of_what_was_so_undoes_nothing(house: House, desk: Reader) -> None:
    seen = made_from(desk.open(f"{HERE}/move"))

    for was in ("", "[1]", '{"HOD": "31.02"}', "x" * 5000):
        page = desk.send(f"{HERE}/move-back", 422, made_from=seen, was=was)
        assert "Det kan ikke lenger angres herfra." in page.text
    desk.send(f"{HERE}/move-back", made_from=seen, was='{"NFD": "2023-03-01"}')
    assert owed(house, "HOD").set_by_hand is None


def test_a_promise_is_not_moved_by_hand(house: House, desk: Reader) -> None:
    deed(desk, "interim", sender="HOD", received="1.2.2023", promised="1.4.2023")

    page = deed(desk, "move", 422, recipients=["HOD"], due="1.3.2023", why="Avtalt")
    assert objections(page) == ["Svaret fra: Velg en av disse."]
    panel = desk.open(HERE)
    assert [each for each in panel.links() if each.endswith("/move")]
    assert owed(house, "HOD").set_by_hand is None


def test_who_answers_the_same_letter_second_is_told_and_loses_nothing(
    house: House, desk: Reader
) -> None:
    seen = made_from(desk.open(f"{HERE}/answer"))
    with house.app.office.work(by="LEDER") as work:
        receive_reply(work, letter="L2022-01", sender="HOD", received=Edtf("2023-02-01"))
        work.commit()

    page = desk.send(
        f"{HERE}/answer", 409, made_from=seen, sender="HOD", received="2.2.2023", summary="Mitt"
    )

    assert "Person LEDER endret dette i mellomtiden." in page.text
    assert page.texts(".//textarea") == ["Mitt"]
    assert len(owed(house, "HOD").replies) == 1


def test_a_wrong_reply_is_withdrawn_from_the_thread_with_why(desk: Reader) -> None:
    page = deed(desk, "answer", sender="HOD", received="2.2.2023")
    [link] = [each for each in page.links() if "/withdraw-reply" in each]

    form = desk.open(link)
    assert "Fra Helse- og omsorgsdepartementet" in form.text
    page = desk.send(link, made_from=made_from(form), sender="HOD", why="Gjaldt et annet brev")

    assert "ble trukket tilbake: Gjaldt et annet brev." in page.section("history")
    assert "Trukket tilbake" in page.section("thread")
    assert not [each for each in page.links() if "/withdraw-reply" in each]
    desk.client.follow_redirects = True
    assert "Et spørsmål" in desk.open(link).title


def test_a_successor_answers_for_whom_it_took_over_from(house: House, desk: Reader) -> None:
    with house.app.office.work(by="SEK1") as work:
        register_organisation(work, key="NYTT", name="Nytt departement", kind="ministry")
        succeed(work, organisation="KD", successor="NYTT", on=date(2023, 1, 1))
        work.commit()
    assert "Kunnskapsdepartementet, nå NYTT" in desk.open(f"{HERE}/answer").text

    page = deed(desk, "answer", sender="KD", received="2.2.2023")

    assert owed(house, "KD").replies[0].answered_by == "NYTT"
    assert "Svar fra NYTT" in page.section("thread")
    undone(desk, page)
    assert owed(house, "KD").replies[0].withdrawn


def test_the_leader_reads_and_registers_nothing(house: House, desk: Reader) -> None:
    leader = house.visitor()
    leader.send(hand_out(house, "leder@ho21.example"))

    page = leader.open(HERE)
    assert not [each for each in page.links() if each.startswith(f"{HERE}/")]
    leader.send(f"{HERE}/answer", 403, sender="HOD", received="2.2.2023")
    assert desk.open(f"{HERE}/answer").status == 200
    assert not owed(house, "HOD").replies
    desk.open(f"{HERE}/dance", 404)
    desk.open("/letters/L1999-01/answer", 404)
