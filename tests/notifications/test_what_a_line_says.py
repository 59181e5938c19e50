"""What a line of the digest says of each kind of thing, in one sentence with its date in words."""

from dataclasses import replace
from datetime import date

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind
from tilsvar.notifications import mails
from tilsvar.notifications.contexts import Mail, Recipient
from tilsvar.tests.notifications import examples
from tilsvar.tests.notifications.examples import HOD, KD, due_today_but, waiting
from tilsvar.tests.notifications.examples_of_news import (
    an_answer,
    an_interim_reply,
    digest,
    our_own_deadline,
    our_response_is_late,
)


def line(kind: str, mail: Mail, code: str = "nb") -> str:
    """What the digest says of one thing, under its title and address."""
    return mails.digest(digest((kind, mail)), code).text.split("\n")[4].replace("\u00a0", " ")


def test_missing_answers_are_told_of_with_their_date_and_working_days() -> None:
    two = (
        waiting("KMD", examples.KMD, "2020-07-30", working_days_over=11),
        waiting("KD", KD, "2020-07-30", working_days_over=11),
    )
    late = due_today_but(departments=two, today=date(2020, 8, 14))

    assert line("ReplyOverdue", late) == (
        "Svarene fra KMD og KD skulle ha kommet 30. juli 2020, for 11 virkedager siden."
    )
    assert line("ReplyOverdue", replace(late, departments=two[:1])) == (
        "Svaret fra KMD skulle ha kommet 30. juli 2020, for 11 virkedager siden."
    )
    assert line("ReplyOverdue", late, "nn") == (
        "Svara frå KMD og KD skulle ha kome 30. juli 2020, for 11 verkedagar sidan."
    )
    interim = tuple(replace(each, interim=True) for each in two)
    assert line("ReplyOverdue", replace(late, departments=interim)) == (
        "Endelig svar fra KMD og KD skulle ha kommet 30. juli 2020, for 11 virkedager siden."
    )


def test_answers_that_were_due_on_different_days_are_told_of_by_the_oldest() -> None:
    departments = (
        waiting("KD", KD, "2022-04-01", working_days_over=8),
        waiting("HOD", HOD, "2022-03-21", working_days_over=17),
    )
    mail = due_today_but(departments=departments, today=date(2022, 4, 20))

    assert line("ReplyOverdue", mail) == (
        "Svar fra KD og HOD mangler, og den eldste fristen var 21. mars 2022, "
        "for 17 virkedager siden."
    )
    assert line("AnswerDue", replace(mail, today=date(2022, 3, 21))) == (
        "Svarfristene for KD og HOD er ulike, den første er i dag."
    )


def test_an_answer_that_is_due_today_is_no_delay() -> None:
    assert line("AnswerDue", due_today_but()) == "Svarfristen for HOD, KMD og KD er i dag."
    assert line("AnswerDue", due_today_but(today=date(2020, 7, 20))) == (
        "Svarfristen for HOD, KMD og KD er 30. juli 2020."
    )


@pytest.mark.parametrize(
    ("promised", "today", "said"),
    [
        ("2022-04-01", date(2022, 4, 1), "KD har lovet å svare i dag."),
        ("2022-04-01", date(2022, 3, 25), "KD har lovet å svare 1. april 2022."),
        (
            "../2022-04-01",
            date(2022, 4, 1),
            "KD har lovet å svare innen 1. april 2022, altså senest i dag.",
        ),
        (
            "../2022-04-01",
            date(2022, 4, 20),
            "KD lovet å svare innen 1. april 2022, og det er 8 virkedager siden.",
        ),
    ],
)
def test_a_promise_is_told_of_as_a_promise(promised: str, today: date, said: str) -> None:
    department = waiting(
        "KD", KD, "2022-04-01", interim=True, promised=Edtf(promised), working_days_over=8
    )

    assert line("AnswerDue", due_today_but(departments=(department,), today=today)) == said


@pytest.mark.parametrize(
    ("due", "today", "said"),
    [
        ("2021-09-10", date(2021, 9, 3), "til fredag 10. september 2021, om 7 dager."),
        ("2021-09-10", date(2021, 9, 9), "til i morgen, fredag 10. september 2021."),
        ("2021-09-10", date(2021, 9, 10), "til i dag."),
        ("2021-10", date(2021, 9, 24), "til oktober 2021, som begynner om 7 dager."),
        ("2021-10", date(2021, 10, 1), "til oktober 2021, som har begynt."),
        ("2022", date(2022, 1, 3), "til 2022, som har begynt."),
    ],
)
def test_a_consultations_deadline_is_told_in_words(due: str, today: date, said: str) -> None:
    mail = replace(examples.consultation_in_a_week(), due=Edtf(due), today=today)

    assert line("ConsultationNearing", mail) == f"Kunnskapsdepartementet har satt fristen {said}"


def test_what_we_missed_says_that_it_is_not_recorded() -> None:
    assert line("ConsultationNearing", our_response_is_late()).endswith(
        "satte fristen til 31. januar 2023, og svaret vårt er ikke registrert som sendt."
    )
    assert line("DeadlineNearing", our_own_deadline("../2023-02-01")) == (
        "Fristen var 1. februar 2023, og er ikke registrert som holdt."
    )
    late = replace(examples.papers_in_three_days(), today=date(2023, 2, 20))
    assert line("PapersDue", late) == (
        "Sakspapirene til møtet 3. februar 2023 skulle ut 27. januar 2023, "
        "og er ikke registrert som sendt."
    )
    assert line("MinutesDue", replace(late, due=Edtf("2023-02-17"))) == (
        "Referatet fra møtet 3. februar 2023 skulle ut 17. februar 2023, "
        "og er ikke registrert som sendt."
    )
    comments = replace(examples.op_ed_with_the_members(), today=date(2021, 9, 6))
    assert line("OpEdCommentsNearing", comments) == (
        "Medlemmenes merknader skulle ha kommet 3. september 2021."
    )


def test_our_own_dates_ahead_are_told_to_each_in_their_role() -> None:
    ours = our_own_deadline("2023-02-10", working_days_left=5)
    minutes = replace(ours, kind=DeadlineKind.MINUTES_COMMENTS, role=Recipient.MEMBER)

    assert line("DeadlineNearing", ours) == "Fristen er fredag 10. februar 2023, om 5 virkedager."
    assert line("DeadlineNearing", minutes) == (
        "Fristen for merknader til referatet er fredag 10. februar 2023, om 5 virkedager."
    )
    assert line("OpEdCommentsNearing", examples.op_ed_with_the_members()) == (
        "Fristen for å sende kommentarer til sekretariatet er fredag 3. september 2021, "
        "om 5 virkedager."
    )
    assert line("PapersDue", examples.papers_in_three_days()) == (
        "Sakspapirene til møtet 3. februar 2023 skal ut fredag 27. januar 2023, om 3 dager."
    )


@pytest.mark.parametrize(
    ("due", "today", "said"),
    [
        ("2023-02-01", date(2023, 1, 25), "Ventet onsdag 1. februar 2023, om 7 dager."),
        ("2023-02-01", date(2023, 2, 1), "Ventet i dag."),
        (
            "2023-02-01",
            date(2023, 2, 2),
            "Var ventet 1. februar 2023, og er ikke registrert som lagt frem.",
        ),
        ("../2023-03-08", date(2023, 3, 1), "Ventet innen 8. mars 2023, om 7 dager."),
        ("../2023-03-08", date(2023, 3, 8), "Ventet senest i dag."),
        ("2023-05", date(2023, 4, 24), "Ventet i mai 2023, som begynner om 7 dager."),
        (
            "2023-21",
            date(2023, 3, 1),
            "Ventet våren 2023, som har begynt, men dagen er ikke kjent.",
        ),
    ],
)
def test_what_others_are_to_publish_is_told_as_it_is_known(
    due: str, today: date, said: str
) -> None:
    assert (
        line("DeadlineNearing", replace(examples.spring_has_begun(), due=Edtf(due), today=today))
        == said
    )


def test_an_op_ed_says_how_long_it_has_lain() -> None:
    assert line("OpEdIdle", examples.draft_left_alone()) == (
        "Utkastet har ligget urørt i 14 dager, siden 3. juni 2021."
    )
    assert line("OpEdUnanswered", examples.op_ed_without_an_answer()) == (
        "Bergens Tidende har hatt kronikken i 10 virkedager, siden 6. september 2021, uten å svare."
    )


def test_an_answer_is_told_of_with_who_is_missing() -> None:
    assert line("ReplyReceived", an_answer()) == (
        "NFD svarte 2. februar 2023, 48 virkedager etter at brevet ble sendt. "
        "Svar mangler fortsatt fra HOD og KD."
    )
    assert line("InterimReplyReceived", an_interim_reply()) == (
        "NFD sendte foreløpig svar 2. februar 2023 og lovet svar innen 1. april 2023."
    )
    assert line("InterimReplyReceived", replace(an_interim_reply(), promised=None)) == (
        "NFD sendte foreløpig svar 2. februar 2023 uten å love noen dato."
    )
