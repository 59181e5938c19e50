"""One sentence in bokmål on each thing of a theme, and where it stands in a digest."""

from dataclasses import replace
from datetime import date

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.notifications import mails
from tilsvar.notifications.contexts import Mail
from tilsvar.notifications.digest_contexts import DigestItem, Group
from tilsvar.notifications.digest_sentences import said
from tilsvar.notifications.theme_contexts import QuietMail
from tilsvar.notifications.transport import Unbuildable
from tilsvar.tests.notifications.examples_of_themes import (
    measure_today,
    owner,
    promise_passed,
    quiet,
    stances,
    theme_at_rest,
)
from tilsvar.wording.language import language

NB = language("nb")


def line(kind: str, mail: Mail) -> str:
    return said(DigestItem(kind=kind, mail=mail), NB).replace("\u00a0", " ")


def test_a_silence_is_told_by_its_month_and_those_alike_together() -> None:
    def told(mail: QuietMail) -> str:
        return line("StakeholderGoneQuiet", mail)

    assert told(quiet()) == "KMD har vært stille om temaet siden september 2020."
    alike = quiet(owner("KMD", "2020-09-30"), owner("HOD", "2020-09-01"))
    assert told(alike) == "KMD og HOD har vært stille om temaet siden september 2020."
    differing = quiet(owner("HOD", "2020-09-30"), owner("KD", "2020-06-04"), owner("KS", "2020-09"))
    assert told(differing) == (
        "KD (siden juni 2020), HOD og KS (siden september 2020) har vært stille om temaet."
    )


def test_a_stance_is_told_with_its_own_date() -> None:
    assert line("StanceStale", stances()) == (
        "Holdningen til KMD er fra september 2020. Den kan være en annen nå."
    )
    assert line("StanceStale", stances(owner("HOD", "2020-21"), owner("KD", "2020"))) == (
        "Holdningene til KD (2020), HOD (våren 2020) er gamle. De kan være andre nå."
    )


def test_a_theme_a_measure_and_a_promise_say_since_when_and_until_when() -> None:
    assert line("ThemeIdle", theme_at_rest()) == (
        "Det har ikke vært bevegelse i temaet på 90 dager, siden 29. desember 2020."
    )
    today = measure_today()
    assert line("MeasureDue", today) == "Tiltaket skal følges opp i dag. KS skal gjennomføre det."
    later = replace(today, today=date(2021, 4, 16), owner="")
    assert line("MeasureDue", later) == (
        "Tiltaket skulle følges opp 29. mars 2021, og det er ikke gjort."
    )
    passed = promise_passed()
    assert line("PromiseDue", passed) == (
        "Helse- og omsorgsdepartementet lovet dette i september 2020, og det skulle være holdt "
        "innen februar 2021. Ingenting er registrert siden."
    )
    due = replace(passed, due=Edtf("../2021-03-29"))
    assert line("PromiseDue", due).endswith("Det skal være holdt senest i dag.")


def test_what_is_late_stands_first_and_what_others_owe_waits_for_them() -> None:
    def group(mail: Mail) -> Group:
        return DigestItem(kind="", mail=mail).group

    assert group(promise_passed()) is Group.OVERDUE
    assert group(replace(promise_passed(), due=Edtf("2021-03-29"))) is Group.WAITING
    assert group(measure_today()) is Group.TODAY
    assert group(quiet()) is Group.WAITING
    assert group(stances()) is group(theme_at_rest()) is Group.THIS_WEEK


def test_a_mail_of_its_own_names_them_in_its_subject() -> None:
    several = quiet(owner("HOD", "2020-09-30"), owner("KD", "2020-06-04"))
    mail = mails.owners_quiet(several)
    assert mail.subject == "HOD og KD har vært stille: Et kunnskapsløft for kommunene"
    assert "Sist hørt fra KD: 4. juni 2020" in mail.text.replace("\u00a0", " ")
    silent = mails.owners_quiet(quiet(replace(owner("KS", "2021-08-31"), never=True)))
    assert "Aldri hørt fra KS, fulgt siden: 31. august 2021" in silent.text.replace("\u00a0", " ")
    assert mails.stance_stale(stances()).subject == "Spør KMD igjen: Et kunnskapsløft for kommunene"
    assert mails.measure_due(measure_today()).subject == (
        "Følg opp tiltaket: Nasjonal node for kommunene"
    )


def test_whoever_may_open_the_theme_only_is_led_there() -> None:
    assert "Åpne temaet" in mails.owners_quiet(replace(quiet(), to_theme=True)).text
    assert "Åpne temaet" not in mails.owners_quiet(quiet()).text
    assert "Åpne temaet" in mails.stance_stale(replace(stances(), to_theme=True)).text
    assert "Åpne temaet" not in mails.stance_stale(stances()).text


def test_nobody_is_told_of_nobody() -> None:
    with pytest.raises(Unbuildable):
        replace(quiet(), stakeholders=())
