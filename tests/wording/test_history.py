"""Events are told as a person would tell them, in each of the three languages."""

from datetime import date

import pytest

from tilsvar.domain import events
from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import Event
from tilsvar.wording.history import rung_in_words, sentence
from tilsvar.wording.language import language

NB, NN, EN = language("nb"), language("nn"), language("en")
NAMES = {
    "HOD": "Helse- og omsorgsdepartementet",
    "KDD": "Kommunal- og distriktsdepartementet",
    "LEDER": "Rådslederen",
}


def said(event: Event, code: str = "nb") -> str:
    return sentence(event, language(code), NAMES).replace("\N{NO-BREAK SPACE}", " ")


def test_a_letter_and_its_due_date_read_as_on_the_letters_page() -> None:
    sent = events.LetterSent("L2022-06", ("NFD",), Edtf("2022-10-03"))
    due = events.AnswerExpected("L2022-06", "NFD", date(2022, 11, 3), "letter")

    assert [said(sent), said(due)] == [
        "Brevet ble sendt til NFD 3. oktober 2022.",
        "Tilsvar satte svarfristen for NFD til 3. november 2022.",
    ]
    assert [said(sent, "nn"), said(due, "nn")] == [
        "Brevet vart sendt til NFD 3. oktober 2022.",
        "Tilsvar sette svarfristen for NFD til 3. november 2022.",
    ]
    assert [said(sent, "en"), said(due, "en")] == [
        "The letter was sent to NFD on 3 October 2022.",
        "Tilsvar set the date for NFD's answer to 3 November 2022.",
    ]


def test_several_recipients_are_named_and_a_known_name_stands_for_its_key() -> None:
    sent = events.LetterSent("L2020-02", ("HOD", "KMD", "KD"), Edtf("2020-06"))

    assert said(sent) == (
        "Brevet ble sendt til Helse- og omsorgsdepartementet, KMD og KD i juni 2020."
    )
    assert sentence(sent, NB, {}) == "Brevet ble sendt til HOD, KMD og KD i juni 2020."


def test_an_outstanding_answer_is_told_with_its_working_days() -> None:
    late = events.ReplyOverdue("L2022-06", ("NFD",), "+10wd", (1,))

    assert said(late) == "NFD hadde ikke svart 10 virkedager etter svarfristen."
    assert said(late, "en") == "NFD had not answered 10 working days after the due date."


@pytest.mark.parametrize(
    ("name", "norwegian", "english"),
    [
        ("+10wd", "10 virkedager", "10 working days"),
        ("-1d", "1 dag", "1 day"),
        ("-21d", "21 dager", "21 days"),
        ("0d", "0 dager", "0 days"),
        ("0wd", "0 virkedager", "0 working days"),
    ],
)
def test_a_rung_is_said_as_a_span_of_days(name: str, norwegian: str, english: str) -> None:
    assert rung_in_words(name, NB) == norwegian
    assert rung_in_words(name, EN) == english


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2020-09-12", "HOD svarte på brevet 12. september 2020."),
        ("2020-09", "HOD svarte på brevet i september 2020."),
        ("2020-23", "HOD svarte på brevet høsten 2020."),
        ("2020", "HOD svarte på brevet i løpet av 2020."),
        ("../2020-09-12", "HOD svarte på brevet innen 12. september 2020."),
    ],
)
def test_a_reply_is_told_with_its_date_in_all_five_forms(text: str, told: str) -> None:
    event = events.ReplyReceived("L2020-01", "HOD", Edtf(text), "uspesifisert", "HOD")

    assert sentence(event, NB, {}).replace("\N{NO-BREAK SPACE}", " ") == told


def test_a_successors_answer_and_its_sign_off_are_told() -> None:
    event = events.ReplyReceived("L2021-02", "KMD", Edtf("2022-02-01"), "BE", "KDD")

    assert said(event) == (
        "Kommunal- og distriktsdepartementet svarte for KMD 1. februar 2022: "
        "BE (besvart med e-post)."
    )


def test_an_interim_reply_tells_the_promise_or_that_there_was_none() -> None:
    received, promised = Edtf("2021-02"), Edtf("../2021-04-01")

    assert said(events.InterimReplyReceived("L2021-02", "NFD", received, promised)) == (
        "NFD sendte foreløpig svar i februar 2021 og lovet svar innen 1. april 2021."
    )
    assert said(events.InterimReplyReceived("L2021-02", "NFD", received)) == (
        "NFD sendte foreløpig svar i februar 2021, uten lovet dato."
    )


def test_a_sign_off_says_what_its_code_means() -> None:
    event = events.ObligationSignedOff("L2022-06", "NFD", "TE", Edtf("2023-02-03"))

    assert said(event) == (
        "Det forventede svaret fra NFD ble avskrevet 3. februar 2023: TE (tatt til etterretning)."
    )


def test_the_reason_that_a_person_wrote_fits_into_the_sentence() -> None:
    event = events.ReplyWithdrawn("L1", "NFD", Edtf("2023-01-10"), " Gjaldt et\nannet brev. ")

    assert said(event) == (
        "Svaret som NFD sendte 10. januar 2023, ble trukket tilbake: Gjaldt et annet brev."
    )


def test_braces_in_a_reason_are_only_text() -> None:
    event = events.SignOffWithdrawn("L1", "NFD", "TE", "se {recipient} i notatet")

    assert said(event) == "Avskrivningen for NFD ble trukket tilbake: se {recipient} i notatet."


def test_a_moved_date_reads_well_whatever_its_precision() -> None:
    event = events.DeadlineMoved("D2023-09", Edtf("2023"), Edtf("2023-05"))

    assert said(event) == "Fristen ble flyttet. Den var i løpet av 2023 og er nå mai 2023."
    assert said(event, "nn") == "Fristen vart flytta. Han var i løpet av 2023 og er no mai 2023."
    assert said(event, "en") == "The deadline moved. It was during 2023 and is now May 2023."


def test_a_meeting_whose_hours_alone_moved_is_not_said_to_have_moved() -> None:
    day = Edtf("2023-02-03")

    assert said(events.MeetingMoved("M2023-01", day, day)) == (
        "Møtet fikk nye klokkeslett. Datoen er fortsatt 3. februar 2023."
    )


def test_a_near_deadline_is_told_by_its_rung_and_by_how_exact_it_is() -> None:
    day, spring = Edtf("2023-03-27"), Edtf("2023-21")

    assert said(events.DeadlineNearing("D", "-7d", day, (1,))) == (
        "Fristen nærmet seg: 27. mars 2023 (påminnelse 7 dager før)."
    )
    assert said(events.DeadlineNearing("D", "0d", day, (1,))) == (
        "Dagen for fristen kom: 27. mars 2023."
    )
    assert said(events.DeadlineNearing("D", "0d", spring, (1,))) == (
        "Tiden som fristen faller i, begynte: våren 2023."
    )


def test_a_correction_names_what_was_corrected_in_words() -> None:
    event = events.LetterCorrected("L1", ("title", "follows_up", "reply_expected"))

    assert said(event) == (
        "Opplysninger om brevet ble rettet: tittel, brevet det purres på og om svar ventes."
    )


def test_a_person_is_told_by_key_until_a_name_is_given() -> None:
    joined = events.MemberJoined("LEDER", "leader", date(2020, 1, 2))

    assert said(joined) == "Rådslederen ble registrert som rådsleder fra 2. januar 2020."
    assert sentence(joined, EN, {}) == (
        "LEDER was registered as the leader of the council from 2\N{NO-BREAK SPACE}January 2020."
    )
