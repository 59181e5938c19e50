"""How a date came about, told in words."""

from datetime import date
from importlib.resources import as_file, files

import pytest

from tilsvar.commands.consultations import move_consultation, publish_consultation
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.letters import move_answer_due, sign_off
from tilsvar.commands.meetings import cancel_meeting, schedule_meeting
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.commands.reminders import change_ladder, snooze
from tilsvar.domain.consultations import Consultation
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.kinds import (
    DeadlineKind,
    LetterKind,
    MeetingKind,
    OpEdStatus,
    ReplyKind,
    SignOffCode,
)
from tilsvar.domain.letter_errors import NotARecipient
from tilsvar.domain.letters import Letter
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.domain.op_eds import OpEd
from tilsvar.intake.apply import import_register
from tilsvar.reports.explanation import NothingToExplain, explain
from tilsvar.reports.render_explanation import explanation_text
from tilsvar.store import flow
from tilsvar.tests.reports.council import Council
from tilsvar.wording.language import LANGUAGES, language


def told(council: Council, key: str, code: str = "nb") -> str:
    names = {"SEK1": "Kari", "HOD": "Helse- og omsorgsdepartementet"}
    with council.reading() as work:
        text = explanation_text(explain(work, key), language(code), names, council.app.office.zone)
    return text.replace("\u00a0", " ")


def test_a_letter_of_8_april_2021_skips_a_saturday_and_a_sunday(council: Council) -> None:
    letter = council.send("2021-04-08", "HOD", kind=LetterKind.MEMO, title="Bærekraft")

    text = told(council, letter)

    assert text.startswith(f"{letter}/HOD: Bærekraft\n")
    assert "Notater skal være besvart innen én måned. Rådets egen regel, ikke et lovkrav." in text
    assert "8. mai var lørdag" in text
    assert "mandag 10. mai 2021" in text


def test_it_says_who_moved_the_date_and_when_and_why(council: Council) -> None:
    letter = council.send("2023-01-16", "HOD")
    council.today_is("2023-01-20")
    with council.work(by="SEK1") as work:
        move_answer_due(
            work, letter=letter, recipient="HOD", day=date(2023, 3, 1), why="Avtalt på telefon"
        )
        work.commit()

    text = told(council, letter)

    assert "Flyttet for hånd  onsdag 1. mars 2023" in text
    assert "Svarfrist nå      onsdag 1. mars 2023" in text
    assert "20. januar 2023 kl. 13.00, Kari: " in text
    assert "Avtalt på telefon" in text


def test_a_promise_stands_beside_the_rule_and_counts_to_its_last_day(council: Council) -> None:
    letter = council.send("2023-01-16", "HOD")
    council.receive(letter, "HOD", "2023-01-30", kind=ReplyKind.INTERIM, promised=Edtf("2023-21"))

    text = told(council, letter)

    assert "våren 2023, regnet til onsdag 31. mai 2023" in text
    assert "Svarfrist nå  " in text


def test_each_recipients_answer_is_explained_or_only_the_one_asked_for(council: Council) -> None:
    letter = council.send("2020-06-30", "HOD", "KMD", "KD")

    with council.reading() as work:
        all_of_them = [each.key for each in explain(work, letter)]
        successors = [each.key for each in explain(work, f"{letter}/KDD")]
        with pytest.raises(NotARecipient):
            explain(work, f"{letter}/NFD")

    assert all_of_them == [f"{letter}/{name}" for name in ("HOD", "KMD", "KD")]
    assert successors == [f"{letter}/KMD"]


def test_its_reminders_are_listed_with_what_became_of_them(council: Council) -> None:
    council.today_is("2023-01-02")
    letter = council.send("2023-01-02", "HOD")
    council.live_until("2023-02-02")
    council.today_is("2023-02-08")
    with council.work() as work:
        sign_off(
            work, letter=letter, recipient="HOD", code=SignOffCode.NOTED, on=Edtf("2023-02-08")
        )
        work.commit()
    council.live_until("2023-02-08")

    text = told(council, letter)

    assert "torsdag 2. februar 2023 (på dagen): påminnet" in text
    assert "torsdag 16. februar 2023 (10 virkedager etter): falt bort" in text
    assert "Avsluttet       onsdag 8. februar 2023" in text


def test_a_letter_recorded_years_later_says_that_nothing_was_sent(council: Council) -> None:
    letter = council.send("2021-01-04", "HOD")
    council.live_until("2023-02-03")

    assert "(på dagen): ikke sendt fordi dagen var passert" in told(council, letter)


def test_a_submission_expects_no_answer(council: Council) -> None:
    letter = council.send("2023-01-02", "HOD", kind=LetterKind.SUBMISSION)

    assert "Det ventes ikke svar." in told(council, letter)


def test_a_consultation_names_who_set_the_date_and_that_it_moved(council: Council) -> None:
    with council.work() as work:
        publish_consultation(
            work, key="C2023-01", title="Ny lov", publisher="HOD", deadline=Edtf("2023-03-01")
        )
        work.commit()
    with council.work() as work:
        move_consultation(work, consultation="C2023-01", deadline=Edtf("2023-04-03"))
        work.commit()

    text = told(council, "C2023-01")

    assert "Helse- og omsorgsdepartementet har satt datoen." in text
    assert "Frist  mandag 3. april 2023" in text
    assert "1. mars 2023" in text


def test_an_imprecise_deadline_says_from_when_and_until_when_it_counts(council: Council) -> None:
    with council.work() as work:
        set_deadline(
            work,
            key="D2023-01",
            title="Stortingsmelding",
            due=Edtf("2023-21"),
            kind=DeadlineKind.EXTERNAL_PUBLICATION,
        )
        work.commit()

    text = told(council, "D2023-01")

    assert "Frist        våren 2023" in text
    assert "påminnelser regnes fra 1. mars 2023, og fristen er ute etter 31. mai 2023" in text


def test_a_draft_says_since_when_it_has_lain(council: Council) -> None:
    with council.work() as work:
        start_op_ed(
            work,
            key="O2023-01",
            title="Helsedata",
            status=OpEdStatus.DRAFT,
            on=date(2023, 1, 20),
        )
        work.commit()
    council.live_until("2023-02-06")

    text = told(council, "O2023-01")

    assert "Sist endret  fredag 20. januar 2023" in text
    assert "fredag 3. februar 2023 (14 dager etter): påminnet" in text


def test_what_is_not_there_is_refused_with_a_sentence(council: Council) -> None:
    with council.reading() as work, pytest.raises(NothingToExplain, match="X2023-01"):
        explain(work, "X2023-01")


@pytest.mark.parametrize(("code", "word"), [("nn", "Endringar"), ("en", "Changes")])
def test_it_speaks_the_readers_language(council: Council, code: str, word: str) -> None:
    letter = council.send("2023-01-02", "HOD")

    assert word in told(council, letter, code)


def test_every_state_that_a_rung_can_be_in_has_its_words(council: Council) -> None:
    council.today_is("2023-01-02")
    letter = council.send("2023-01-02", "HOD")
    council.live_until("2023-01-02")
    with council.work() as work:
        snooze(work, key=f"{letter}/HOD", until=date(2023, 2, 10))
        change_ladder(work, ladder="answer", rungs="0d, +10wd")
        work.commit()
    council.live_until("2023-02-02")
    with council.app.office.engine.begin() as connection:
        ten = flow.rung.c.rung == "+10wd"
        connection.execute(flow.rung.update().where(ten).values(state="failed"))

    text = told(council, letter)

    assert "(på dagen): holdt tilbake fordi noen hadde utsatt det" in text
    assert "(30 virkedager etter): falt bort fordi stigen ble endret" in text
    assert "(10 virkedager etter): ikke sendt fordi noe sviktet i Tilsvar" in text


def test_a_meeting_says_what_stands_around_it_or_why_nothing_does(council: Council) -> None:
    for key, when in (("M1", "2023-02-17"), ("M2", "2023-03"), ("M3", "2023-04-14")):
        with council.work() as work:
            time = MeetingTime(Edtf(when))
            title = f"Rådsmøte {key}"
            schedule_meeting(work, key=key, kind=MeetingKind.COUNCIL, title=title, time=time)
            work.commit()
    with council.work() as work:
        cancel_meeting(work, meeting="M3")
        work.commit()

    for key in ("M1", "M1/papers", "M1/minutes"):
        text = told(council, key)
        assert "Sakspapirer ut  fredag 10. februar 2023 (7 dager før møtet)" in text
        assert "Referat ut      fredag 3. mars 2023 (10 virkedager etter møtet)" in text
    assert "regnes fra møtet når dagen er fastsatt." in told(council, "M2")
    assert "Møtet ble avlyst, og det er ikke noe å vente på." in told(council, "M3")


def test_everything_in_the_council_s_register_can_be_explained_in_every_language(
    empty_council: Council,
) -> None:
    with as_file(files("tilsvar.examples.helseomsorg21")) as register:
        import_register(empty_council.app.office, register)
    with empty_council.reading() as work:
        keys = [
            each.key
            for cls in (Letter, Consultation, Deadline, OpEd, Meeting)
            for each in work.all(cls)
        ]

    assert len(keys) > 50
    for code in LANGUAGES:
        assert all(told(empty_council, key, code) for key in keys)
