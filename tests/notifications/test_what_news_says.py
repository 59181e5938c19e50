"""What is told at once: that an answer has come, that a meeting moves or will not be."""

from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.meetings import MeetingTime
from tilsvar.notifications import mails
from tilsvar.notifications.contexts import Hours, Recipient
from tilsvar.tests.notifications.examples_of_news import (
    a_cancelled_meeting,
    a_moved_meeting,
    an_answer,
    an_interim_reply,
    other_hours,
)


def test_an_answer_says_when_it_came_how_long_it_took_and_who_is_missing() -> None:
    mail = mails.answer_received(an_answer())

    assert mail.subject == "Svar fra NFD: Bærekraftig helsetjeneste"
    assert (
        "Nærings- og fiskeridepartementet svarte torsdag 2.\u00a0februar 2023, "
        "48 virkedager etter at brevet ble sendt."
    ) in mail.text
    assert "Svar mangler fortsatt fra HOD og KD." in mail.text
    assert "Svartid: 48 virkedager" in mail.text
    assert "Ikke svart: HOD og KD" in mail.text


def test_the_last_answer_says_that_nobody_is_missing() -> None:
    mail = mails.answer_received(replace(an_answer(), outstanding=()))

    assert "Vi venter ikke på flere svar." in mail.text
    assert "Ikke svart" not in mail.text


@pytest.mark.parametrize(
    ("working_days", "said"),
    [
        (0, "svarte torsdag 2. februar 2023, samme dag som brevet ble sendt."),
        (1, "svarte torsdag 2. februar 2023, 1 virkedag etter at brevet ble sendt."),
        (None, "svarte torsdag 2. februar 2023."),
    ],
)
def test_how_long_an_answer_took_is_said_where_it_is_known(
    working_days: int | None, said: str
) -> None:
    mail = mails.answer_received(replace(an_answer(), working_days=working_days))

    assert said in mail.text.replace("\u00a0", " ")
    assert ("Svartid" in mail.text) is (working_days is not None)


def test_an_answer_of_which_only_the_month_is_known_is_told_with_the_month() -> None:
    mail = mails.answer_received(replace(an_answer(), received=Edtf("2023-01"), working_days=None))

    assert "svarte i januar 2023." in mail.text
    assert "Mottatt: januar 2023" in mail.text


def test_an_interim_reply_says_what_was_promised() -> None:
    mail = mails.answer_received(an_interim_reply())

    assert mail.subject.replace("\u00a0", " ") == (
        "Foreløpig svar fra NFD, lovet innen 1. april 2023: Bærekraftig helsetjeneste"
    )
    assert "sendte foreløpig svar torsdag 2.\u00a0februar 2023, 5 virkedager etter" in mail.text
    assert "Svaret er lovet innen 1.\u00a0april 2023." in mail.text
    assert "Svar mangler" not in mail.text
    in_spring = replace(an_interim_reply(), promised=Edtf("2023-05"))
    assert "Svaret er lovet i mai 2023." in mails.answer_received(in_spring).text


def test_an_interim_reply_without_a_date_says_so_and_who_else_is_missing() -> None:
    mail = mails.answer_received(
        replace(an_interim_reply(), promised=None, working_days=None, outstanding=("NFD", "KD"))
    )

    assert mail.subject == "Foreløpig svar fra NFD, uten lovet dato: Bærekraftig helsetjeneste"
    assert "sendte foreløpig svar torsdag 2.\u00a0februar 2023.\n" in mail.text
    assert "Det er ikke lovet noen dato for svaret. Svar mangler fortsatt fra KD." in mail.text


def test_a_meeting_that_moves_says_from_when_to_when() -> None:
    mail = mails.meeting_changed(a_moved_meeting())

    assert mail.subject.replace("\u00a0", " ") == (
        "Rådsmøte 2/2023 er flyttet til fredag 17. mars 2023 kl. 10.00–15.00"
    )
    assert "Møtet skulle ha vært torsdag 16.\u00a0mars 2023." in mail.text
    assert "Fristene for sakspapirer og referat følger den nye dagen." in mail.text
    assert "Sted: Forskningsrådet, møterom Hassel 2" in mail.text


def test_members_are_not_told_of_the_secretariats_own_dates() -> None:
    to_member = replace(a_moved_meeting(), role=Recipient.MEMBER)

    assert "sakspapirer" not in mails.meeting_changed(to_member).text


def test_a_meeting_that_moves_to_a_month_waits_for_its_day() -> None:
    moved = replace(a_moved_meeting(), now=Hours(on=Edtf("2023-04")), place="")
    mail = mails.meeting_changed(moved)

    assert mail.subject == "Rådsmøte 2/2023 er flyttet til april 2023"
    assert "Fristene" not in mail.text
    assert "Sted" not in mail.text
    to_year = replace(moved, now=Hours(on=Edtf("2024")))
    assert mails.meeting_changed(to_year).subject == "Rådsmøte 2/2023 er flyttet til 2024"


def test_other_hours_on_the_same_day_are_no_move() -> None:
    mail = mails.meeting_changed(other_hours())

    assert mail.subject.replace("\u00a0", " ") == (
        "Rådsmøte 2/2023 er nå fredag 17. mars 2023 kl. 10.00–15.00"
    )
    assert "Dagen er den samme, bare klokkeslettet er endret." in mail.text
    without = replace(other_hours(), now=other_hours().was)
    assert mails.meeting_changed(without).subject.startswith(
        "Rådsmøte 2/2023 har foreløpig ikke noe klokkeslett: fredag 17."
    )


def test_a_cancelled_meeting_says_when_it_would_have_been() -> None:
    mail = mails.meeting_changed(a_cancelled_meeting())

    assert mail.subject == "Rådsmøte 2/2023 er avlyst"
    assert "Møtet skulle ha vært fredag 17.\u00a0mars 2023 kl.\u00a010.00–15.00." in mail.text
    assert "Ny tid" not in mail.text
    assert "Hassel" not in mail.text


def test_a_long_title_is_shortened_where_it_stands() -> None:
    title = "Ekstraordinært rådsmøte om beredskap, legemiddelmangel og forsyning 2/2023"
    mail = mails.meeting_changed(replace(a_moved_meeting(), title=title))

    assert mail.subject.startswith("Ekstraordinært rådsmøte")
    assert "… er flyttet til fredag" in mail.subject
    assert f"{title} er flyttet til" in mail.text


def test_hours_are_those_of_the_councils_clock_on_either_side_of_summer_time() -> None:
    oslo = ZoneInfo("Europe/Oslo")

    def nine_in_utc(month: int) -> Hours:
        on = Edtf(f"2023-{month:02}-17")
        start = datetime(2023, month, 17, 9, tzinfo=UTC)
        return Hours.of(MeetingTime(on, start, start.replace(hour=14)), oslo)

    assert (nine_in_utc(3).start, nine_in_utc(3).end) == (time(10), time(15))
    assert (nine_in_utc(5).start, nine_in_utc(5).end) == (time(11), time(16))
    assert Hours.of(MeetingTime(Edtf("2023-05")), oslo) == Hours(on=Edtf("2023-05"))
