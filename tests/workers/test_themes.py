"""Themes that lie still, owners who have gone quiet, and who hears of it when."""

from datetime import date
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.areas import register_area, retire_area, take_up_area
from tilsvar.commands.letters import withdraw_reply
from tilsvar.commands.meetings import cancel_meeting, schedule_meeting
from tilsvar.commands.notes import take_note, withdraw_note
from tilsvar.commands.reminders import change_ladder, snooze
from tilsvar.commands.stakeholders import remove_stakeholder, restore_stakeholder
from tilsvar.commands.themes import decide, set_theme_aside, take_up_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.stages import DecisionPoint, Stage
from tilsvar.domain.themes import Theme
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.workers.about_themes import (
    LIFT,
    answered,
    asked,
    gone_quiet,
    heard,
    owners,
    theme,
    told_of,
    waits,
)
from tilsvar.tests.workers.hearing import in_the_box, morning, text


def test_a_theme_that_lies_still_is_brought_up_once_and_anew_after_it_moved(
    app: App, bell: HandBell
) -> None:
    theme(app.office)
    answer(app, bell)
    assert waits(app.office, "theme_idle") == [(f"{LIFT}/idle", date(2023, 5, 4))]

    asked(app.office, "HOD", sent="2023-02-02")
    answer(app, bell)
    assert waits(app.office, "theme_idle") == [(f"{LIFT}/idle", date(2023, 5, 4))]  # no news

    pass_time(app, bell, morning(date(2023, 3, 1)))
    with app.office.work(by="SEK1") as work:
        take_note(work, organisation="HOD", text="Ringte", theme=LIFT)
        work.commit()
    answer(app, bell)
    assert waits(app.office, "theme_idle") == [(f"{LIFT}/idle", date(2023, 5, 30))]

    pass_time(app, bell, morning(date(2023, 5, 4)))
    assert told_of(app.office, "ThemeIdle") == []
    pass_time(app, bell, morning(date(2023, 5, 30)))
    assert told_of(app.office, "ThemeIdle") == [f"{LIFT}/idle"]
    assert waits(app.office, "theme_idle") == []


def test_a_theme_set_aside_rests_until_it_is_taken_up(app: App, bell: HandBell) -> None:
    theme(app.office, Stage.IDEA)
    owners(app.office, "HOD")

    with app.office.work(by="SEK1") as work:
        work.get(Theme, LIFT).correct(stage=Stage.VERIFICATION)
        work.commit()
    asked(app.office, "HOD")
    answered(app.office, "HOD")
    answer(app, bell)
    assert waits(app.office, "stakeholder_quiet") == [(f"{LIFT}/HOD", date(2023, 7, 31))]

    with app.office.work(by="SEK1") as work:
        set_theme_aside(work, theme=LIFT, why="Avventer stortingsmelding")
        work.commit()
    answer(app, bell)
    assert waits(app.office, "theme_idle") == waits(app.office, "stakeholder_quiet") == []

    pass_time(app, bell, morning(date(2023, 9, 1)))
    assert gone_quiet(app.office) == []
    with app.office.work(by="SEK1") as work:
        take_up_theme(work, theme=LIFT)
        work.commit()
    pass_time(app, bell, morning(date(2023, 9, 4)))
    assert gone_quiet(app.office) == [f"{LIFT}/HOD"]


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_an_owner_who_has_never_been_heard_from_is_asked_after_once(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    theme(app.office, Stage.IDEA)
    owners(app.office, "HOD")
    answer(app, bell)
    assert waits(app.office, "stakeholder_quiet") == []  # nobody works with it yet

    pass_time(app, bell, morning(date(2023, 3, 1)))
    with app.office.work(by="SEK1") as work:
        decide(work, theme=LIFT, point=DecisionPoint.BP1)
        work.commit()
    pass_time(app, bell, morning(date(2023, 4, 3)))
    owners(app.office, "KD")
    answer(app, bell)
    assert waits(app.office, "stakeholder_quiet") == [
        (f"{LIFT}/HOD", date(2023, 8, 28)),
        (f"{LIFT}/KD", date(2023, 10, 2)),
    ]

    pass_time(app, bell, morning(date(2023, 8, 28)))
    assert gone_quiet(app.office) == [f"{LIFT}/HOD"]
    (mail,) = in_the_box(tmp_path, "2023-08-28", "SEK1")
    assert "HOD har vært stille om temaet siden mars 2023" in text(mail)
    pass_time(app, bell, morning(date(2023, 12, 1)))
    assert gone_quiet(app.office) == [f"{LIFT}/HOD", f"{LIFT}/KD"]


def test_a_theme_without_a_stage_is_watched_as_long_as_its_area_is_used(
    app: App, bell: HandBell
) -> None:
    with app.office.work(by="SEK1") as work:
        register_area(work, key="A1", name="Kommunene")
        work.commit()
    theme(app.office, None, area="A1")
    answer(app, bell)
    assert len(waits(app.office, "theme_idle")) == 1

    with app.office.work(by="SEK1") as work:
        retire_area(work, area="A1")
        work.commit()
    answer(app, bell)
    assert waits(app.office, "theme_idle") == []

    with app.office.work(by="SEK1") as work:
        take_up_area(work, area="A1")
        work.commit()
    answer(app, bell)
    assert len(waits(app.office, "theme_idle")) == 1


def test_owners_who_went_quiet_on_one_day_are_one_line_that_names_them_all(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    theme(app.office)
    owners(app.office, "HOD", "KD", "NFD")
    asked(app.office, "HOD", "KD", "NFD")
    answered(app.office, "HOD", "KD")
    answer(app, bell)
    day = date(2023, 7, 31)
    assert waits(app.office, "stakeholder_quiet") == [
        *((f"{LIFT}/{who}", day) for who in ("HOD", "KD")),
        (f"{LIFT}/NFD", date(2023, 8, 2)),  # never heard from, and named on 3 February
    ]
    assert heard(app.office, "NFD") is None

    pass_time(app, bell, morning(day))
    assert gone_quiet(app.office) == [f"{LIFT}/HOD", f"{LIFT}/KD"]
    (mail,) = in_the_box(tmp_path, "2023-07-31", "Digest", "SEK1")
    assert "HOD og KD har vært stille om temaet siden januar 2023." in text(mail)


def test_whoever_was_heard_from_is_not_quiet_and_an_answer_taken_back_was_not_heard(
    app: App, bell: HandBell
) -> None:
    theme(app.office)
    owners(app.office, "HOD")
    asked(app.office, "HOD")
    answered(app.office, "HOD")
    answer(app, bell)
    assert heard(app.office, "HOD") == date(2023, 1, 30)

    with app.office.work(by="SEK1") as work:
        note = take_note(work, organisation="HOD", text="Ringte", theme=LIFT).key
        work.commit()
    answer(app, bell)
    assert heard(app.office, "HOD") == date(2023, 2, 3)
    assert waits(app.office, "stakeholder_quiet") == [(f"{LIFT}/HOD", date(2023, 8, 2))]

    with app.office.work(by="SEK1") as work:
        withdraw_note(work, note=note)
        withdraw_reply(work, letter="L1", sender="HOD", why="")
        work.commit()
    answer(app, bell)
    assert heard(app.office, "HOD") is None
    assert waits(app.office, "stakeholder_quiet") == []


def test_nobody_is_told_of_a_silence_that_a_planned_meeting_will_break(
    app: App, bell: HandBell
) -> None:
    theme(app.office)
    owners(app.office, "HOD")
    asked(app.office, "HOD")
    answered(app.office, "HOD")
    with app.office.work(by="SEK1") as work:
        schedule_meeting(
            work,
            key="M1",
            kind=MeetingKind.DIALOGUE,
            title="Dialogmøte",
            time=MeetingTime(Edtf("2023-08-10")),
            participants=("HOD",),
        )
        work.commit()

    pass_time(app, bell, morning(date(2023, 7, 31)))
    assert gone_quiet(app.office) == []
    assert waits(app.office, "stakeholder_quiet") == [(f"{LIFT}/HOD", date(2023, 8, 11))]

    with app.office.work(by="SEK1") as work:
        cancel_meeting(work, meeting="M1")
        work.commit()
    pass_time(app, bell, morning(date(2023, 8, 11)))
    assert gone_quiet(app.office) == [f"{LIFT}/HOD"]


def test_whoever_is_taken_off_the_list_is_not_told_of_until_it_is_back(
    app: App, bell: HandBell
) -> None:
    theme(app.office)
    owners(app.office, "HOD", "KD")
    asked(app.office, "HOD", "KD")
    answered(app.office, "HOD", "KD")
    with app.office.work(by="SEK1") as work:
        remove_stakeholder(work, stakeholder=f"{LIFT}/KD", why="Ikke lenger ansvarlig")
        work.commit()
    pass_time(app, bell, morning(date(2023, 7, 31)))
    assert gone_quiet(app.office) == [f"{LIFT}/HOD"]

    with app.office.work(by="SEK1") as work:
        restore_stakeholder(work, stakeholder=f"{LIFT}/KD")
        work.commit()
    answer(app, bell)
    assert [key for key, _ in waits(app.office, "stakeholder_quiet")] == [f"{LIFT}/KD"]


def test_one_owner_can_be_put_off_and_the_others_are_told_of(app: App, bell: HandBell) -> None:
    theme(app.office)
    owners(app.office, "HOD", "KD")
    asked(app.office, "HOD", "KD")
    answered(app.office, "HOD", "KD")
    answer(app, bell)
    with app.office.work(by="SEK1") as work:
        snooze(work, key=f"{LIFT}/HOD", until=date(2023, 9, 1))
        work.commit()
    pass_time(app, bell, morning(date(2023, 7, 31)))
    assert gone_quiet(app.office) == [f"{LIFT}/KD"]
    pass_time(app, bell, morning(date(2023, 9, 1)))
    assert gone_quiet(app.office)[-1] == f"{LIFT}/HOD"


def test_what_an_import_brings_from_long_ago_is_known_too_late(app: App, bell: HandBell) -> None:
    theme(app.office)
    owners(app.office, "HOD")
    asked(app.office, "HOD", sent="2020-06-30")
    answered(app.office, "HOD", received="2020-09")
    pass_time(app, bell, morning(date(2023, 2, 6)))

    assert heard(app.office, "HOD") == date(2020, 9, 30)
    assert gone_quiet(app.office) == []


def test_the_secretariat_may_have_it_at_once_in_a_mail_of_its_own(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    with app.office.work(by="SEK1") as work:
        change_ladder(work, ladder="theme_idle", rungs="+30d at once")
        work.commit()
    theme(app.office)
    answer(app, bell)
    pass_time(app, bell, morning(date(2023, 3, 6)))
    (mail,) = in_the_box(tmp_path, "ThemeIdle")
    assert mail["Subject"] == "Ingen bevegelse på 31 dager: Et kunnskapsløft"
    assert "siden 3. februar 2023" in text(mail)
