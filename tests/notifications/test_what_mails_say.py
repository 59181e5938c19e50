"""What the mails say to the secretariat, the leader and the members, case by case."""

from dataclasses import replace
from datetime import date

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind
from tilsvar.notifications import mails
from tilsvar.notifications.contexts import Recipient
from tilsvar.tests.notifications import examples
from tilsvar.tests.notifications.examples import due_today_but, links


def test_one_mail_names_all_the_departments_whose_answers_are_due() -> None:
    mail = mails.answer_due(examples.three_departments_due_today())

    assert mail.subject == (
        "Svarfrist i dag for HOD, KMD og KD: Departemental forankring av KSF-rapport"
    )
    assert "Brevet ble sendt 30.\u00a0juni 2020." in mail.text
    assert "Verken svar eller foreløpig svar er registrert." in mail.text
    assert "KMD: Kommunal- og moderniseringsdepartementet – Svarfrist i dag" in mail.text
    assert "Rådets egen regel, ikke et lovkrav." in mail.text
    assert "Siste påminnelse går også til rådsleder." in mail.text


def test_an_overdue_answer_is_told_with_its_working_days() -> None:
    mail = mails.answer_overdue(examples.one_department_overdue())

    assert mail.subject == "NFD har ikke svart: Innspill om norsk helsenæring"
    assert "Svarfristen var torsdag 3.\u00a0november 2022. Det er 30 virkedager siden." in mail.text
    assert "Purringer: ingen sendt" in mail.text
    assert "Du får denne fordi du er rådsleder." in mail.text


def test_each_department_is_told_of_as_it_stands() -> None:
    mail = mails.answer_overdue(examples.departments_that_differ())

    assert mail.subject == "Endelig svar mangler fra KDD, HOD og KD: Strategi for helsedata"
    assert "Fra KDD er ingenting registrert." in mail.text
    assert "HOD har sendt foreløpig svar uten lovet dato." in mail.text
    assert "KD lovet svar innen 1.\u00a0april 2022. Det er 8 virkedager siden." in mail.text
    assert "Kommunal- og distriktsdepartementet (KMD nå KDD) – Over fristen" in mail.text
    assert "Purringer: to sendt" in mail.text


def test_a_promise_that_is_not_yet_broken_is_no_delay() -> None:
    line = examples.waiting(
        "KD", examples.KD, "2022-04-01", interim=True, promised=Edtf("2022-04-01")
    )
    mail = mails.answer_due(due_today_but(departments=(line,), today=date(2022, 4, 1)))

    assert mail.subject.startswith("Svarfrist i dag for KD: ")
    assert "KD lovet svar 1.\u00a0april 2022." in mail.text
    assert "Over fristen" not in mail.text
    assert "lovkrav" not in mail.text


def test_a_due_date_that_an_outage_hid_is_told_as_past() -> None:
    mail = mails.answer_due(due_today_but(today=date(2020, 8, 3)))

    assert mail.subject.startswith("Svarfristen for HOD, KMD og KD var 30.\u00a0juli 2020: ")


def test_a_legal_basis_that_the_council_configured_stands_instead_of_its_own_rule() -> None:
    mail = mails.answer_due(due_today_but(legal_basis="Avtalt med departementene 4. juni 2020."))

    assert "Avtalt med departementene 4. juni 2020." in mail.text
    assert "lovkrav" not in mail.text


def test_the_last_reminder_brings_the_follow_up_that_waits_for_approval() -> None:
    one = examples.one_department_with_a_draft()
    mail = mails.answer_overdue(one)

    assert "Utkast til purring nr. 1 er vedlagt. Ingenting sendes før du godkjenner." in mail.text
    assert "Vedlegg: Utkast til purring nr. 1 til NFD (Word)" in mail.text
    assert [each.name for each in mail.attachments] == ["purring-1-NFD.docx"]
    several = mails.answer_overdue(replace(one, drafts=one.drafts * 2))
    assert "Utkast til purringer er vedlagt, ett til hver." in several.text
    assert "Neste steg er en purring" not in several.text


def test_without_a_page_to_record_an_answer_on_no_link_is_shown() -> None:
    mail = mails.answer_due(due_today_but(register_url=None))

    assert len(links(mail.html)) == 1
    assert "Har svaret kommet?" not in mail.text


@pytest.mark.parametrize(
    ("today", "subject"),
    [
        (date(2021, 8, 20), "Frist om 21 dager: "),
        (date(2021, 9, 9), "Frist i morgen: "),
        (date(2021, 9, 10), "Frist i dag: "),
        (date(2021, 9, 13), "Fristen var 10.\u00a0september 2021: "),
    ],
)
def test_a_consultations_deadline_is_counted_in_days(today: date, subject: str) -> None:
    mail = mails.consultation_deadline(replace(examples.consultation_in_a_week(), today=today))

    assert mail.subject.startswith(subject)
    assert (
        "Kunnskapsdepartementet har satt fristen til fredag 10.\u00a0september 2021." in mail.text
    )


def test_a_consultation_without_a_day_counts_from_the_first_day_of_its_month() -> None:
    ahead = mails.consultation_deadline(examples.consultation_some_day_in_april())
    begun = mails.consultation_deadline(
        replace(examples.consultation_some_day_in_april(), today=date(2020, 4, 1))
    )

    assert ahead.subject.startswith("April 2020 begynner om 7 dager: ")
    assert "påminnelsene regnes fra 1.\u00a0april 2020" in ahead.text
    assert begun.subject.startswith("April 2020 har begynt: ")


def test_our_own_deadlines_are_counted_in_working_days() -> None:
    mail = mails.internal_deadline(examples.written_input_from_members())

    assert mail.subject.startswith("Frist om 5 virkedager: ")
    assert "Neste steg er å sende kommentarene dine til sekretariatet." in mail.text
    assert "Du får denne fordi du er medlem av rådet." in mail.text


def test_a_saturdays_deadline_is_not_called_today_on_the_friday_before() -> None:
    friday = replace(
        examples.written_input_from_members(),
        today=date(2021, 9, 3),
        due=Edtf("2021-09-04"),
        working_days_left=0,
    )

    assert mails.internal_deadline(friday).subject.startswith("Frist i morgen: ")


def test_the_secretariat_gathers_what_the_members_send() -> None:
    theirs = replace(examples.written_input_from_members(), role=Recipient.SECRETARIAT)

    assert "Neste steg er å samle inn det som mangler" in mails.internal_deadline(theirs).text


def test_members_are_asked_for_their_comments_on_the_minutes() -> None:
    mail = mails.internal_deadline(examples.comments_on_minutes_today())

    assert mail.subject == "Frist i dag: Merknadsfrist referat møte 4/2021 (sendt 16. juni)"
    assert "Neste steg er å sende merknadene dine til referatet til sekretariatet." in mail.text


@pytest.mark.parametrize(
    ("due", "today", "subject"),
    [
        ("2023-02-01", date(2023, 2, 1), "Ventet i dag: Folkehelsemeldingen"),
        ("2023-02-01", date(2023, 1, 25), "Ventet om 7 dager: Folkehelsemeldingen"),
        ("../2023-03-08", date(2023, 3, 1), "Ventet innen 8.\u00a0mars 2023: Folkehelsemeldingen"),
        ("2023-05", date(2023, 5, 2), "Mai 2023 har begynt: Folkehelsemeldingen"),
        ("2023-21", date(2023, 3, 1), "Våren 2023 har begynt: Folkehelsemeldingen"),
        ("2024", date(2024, 1, 2), "2024 har begynt: Folkehelsemeldingen"),
        ("2023-02-01", date(2023, 2, 3), "Var ventet 1.\u00a0februar 2023: Folkehelsemeldingen"),
    ],
)
def test_what_others_are_to_publish_is_told_as_it_is_known(
    due: str, today: date, subject: str
) -> None:
    mail = replace(examples.spring_has_begun(), due=Edtf(due), today=today)

    assert mails.external_deadline(mail).subject == subject


def test_an_imprecise_date_asks_when_it_will_come() -> None:
    mail = mails.external_deadline(examples.spring_has_begun())

    assert "Oppgitt tid er våren 2023. Når kommer den?" in mail.text
    assert "Neste steg er å registrere dagen når den er kjent." in mail.text


def test_a_milestone_names_its_consultation() -> None:
    milestone = replace(
        examples.report_expected_today(),
        kind=DeadlineKind.EXTERNAL_MILESTONE,
        consultation="Nye nasjonale eksportsatsinger",
    )

    assert "Høring: Nye nasjonale eksportsatsinger" in mails.external_deadline(milestone).text


def test_a_draft_left_alone_says_since_when() -> None:
    mail = mails.op_ed_idle(examples.draft_left_alone())

    assert mail.subject == "Urørt i 14 dager: Kronikk om overdiagnostikk og overbehandling"
    assert "Utkastet ble sist endret 3.\u00a0juni 2021." in mail.text


def test_an_op_ed_with_the_members_asks_each_for_what_is_theirs_to_do() -> None:
    op_ed = examples.op_ed_with_the_members()

    mail = mails.op_ed_comments(op_ed)
    to_secretariat = mails.op_ed_comments(replace(op_ed, role=Recipient.SECRETARIAT)).text

    assert mail.subject == (
        "Merknadsfrist om 5 virkedager: Kronikk om overdiagnostikk og overbehandling"
    )
    assert "Merknadsfristen for medlemmene er fredag 3.\u00a0september 2021." in mail.text
    assert "skrive merknadene dine, eller svare at du ikke har noen" in mail.text
    assert "samle inn merknadene og få kronikken godkjent" in to_secretariat
    late = mails.op_ed_comments(replace(op_ed, today=date(2021, 9, 6)))
    assert late.subject.startswith("Merknadsfristen var 3.\u00a0september 2021")


def test_an_outlet_that_has_not_answered_is_named_with_the_time_it_has_had() -> None:
    mail = mails.op_ed_unanswered(examples.op_ed_without_an_answer())

    assert mail.subject.startswith("Ikke svar fra Bergens Tidende: Kronikk om overdiagnostikk")
    assert "Kronikken ble sendt til Bergens Tidende 6.\u00a0september 2021." in mail.text
    assert "Det er 10 virkedager siden, og det er ikke registrert noe svar." in mail.text


def test_a_long_title_is_shortened_in_the_subject_and_whole_in_the_mail() -> None:
    title = (
        "Innspill til komitebehandling av Meld. St. 30 (2019–2020) En innovativ offentlig sektor"
    )
    mail = mails.answer_due(due_today_but(title=title))

    assert mail.subject == (
        "Svarfrist i dag for HOD, KMD og KD: Innspill til komitebehandling av Meld…"
    )
    assert title in mail.text
    assert title in mail.html


def test_a_title_of_one_endless_word_is_cut_inside_it() -> None:
    subject = mails.answer_due(due_today_but(title="Å" * 200)).subject

    assert subject.endswith("Å…")
    assert len(subject) <= 78


def test_a_title_over_several_lines_becomes_one() -> None:
    mail = mails.answer_due(due_today_but(title="Frist\r\nBcc: alle@ho21.example\x00"))

    assert mail.subject.endswith(": Frist Bcc: alle@ho21.example")
