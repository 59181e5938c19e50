"""Measures to follow up, promises whose day has come, and stances that are old."""

from datetime import date
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.council import register_organisation, succeed
from tilsvar.commands.measures import (
    finish_measure,
    follow_up_measure,
    plan_measure,
    reopen_measure,
)
from tilsvar.commands.promises import give_promise, keep_promise, move_promise, reopen_promise
from tilsvar.commands.stakeholders import correct_stakeholder
from tilsvar.commands.stances import record_stance, withdraw_stance
from tilsvar.commands.themes import set_theme_aside, take_up_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.stakeholders import StakeholderRole, StanceValue
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.workers.about_themes import (
    LIFT,
    answered,
    asked,
    gone_quiet,
    owners,
    theme,
    told_of,
    waits,
)
from tilsvar.tests.workers.hearing import in_the_box, morning, text

NODE = "T-LIFT-NODE"


def measure(office: Office, follow_up: str | None = "2023-03-15") -> None:
    with office.work(by="SEK1") as work:
        due = Edtf(follow_up) if follow_up else None
        plan_measure(work, key=NODE, theme=LIFT, title="Nasjonal node", follow_up=due)
        work.commit()


def stands(office: Office, organisation: str, as_of: str, value: StanceValue) -> None:
    with office.work(by="SEK1") as work:
        record_stance(work, theme=LIFT, organisation=organisation, stance=value, as_of=Edtf(as_of))
        work.commit()


def test_a_measure_is_brought_up_on_its_day_and_ten_working_days_after(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    theme(app.office)
    measure(app.office)
    answer(app, bell)
    assert waits(app.office, "measure") == [(NODE, date(2023, 3, 15)), (NODE, date(2023, 3, 29))]

    pass_time(app, bell, morning(date(2023, 3, 15)))
    (mail,) = in_the_box(tmp_path, "2023-03-15", "SEK1")
    assert "Tiltaket skal følges opp i dag." in text(mail)

    with app.office.work(by="SEK1") as work:
        follow_up_measure(work, measure=NODE, again=Edtf("2023-09"), note="Godt i gang")
        work.commit()
    pass_time(app, bell, morning(date(2023, 3, 29)))
    assert told_of(app.office, "MeasureDue") == [NODE]
    assert waits(app.office, "measure") == [(NODE, date(2023, 9, 1)), (NODE, date(2023, 9, 15))]


def test_a_measure_that_is_done_or_whose_theme_rests_is_left_alone(
    app: App, bell: HandBell
) -> None:
    theme(app.office)
    measure(app.office)
    with app.office.work(by="SEK1") as work:
        finish_measure(work, measure=NODE)
        work.commit()
    answer(app, bell)
    assert waits(app.office, "measure") == []

    with app.office.work(by="SEK1") as work:
        reopen_measure(work, measure=NODE)
        set_theme_aside(work, theme=LIFT, why="Avventer")
        work.commit()
    pass_time(app, bell, morning(date(2023, 3, 15)))
    assert told_of(app.office, "MeasureDue") == []

    with app.office.work(by="SEK1") as work:
        take_up_theme(work, theme=LIFT)
        work.commit()
    answer(app, bell)
    assert (NODE, date(2023, 3, 29)) in waits(app.office, "measure")


def test_a_promise_is_asked_after_on_its_last_day_until_it_is_kept(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    theme(app.office)
    with app.office.work(by="SEK1") as work:
        promise = give_promise(
            work, organisation="HOD", what="En plan", by_when=Edtf("2023-03"), theme=LIFT
        ).key
        work.commit()
    answer(app, bell)
    days = [(promise, date(2023, 3, 31)), (promise, date(2023, 4, 19))]  # Easter lies between
    assert waits(app.office, "promised") == days

    with app.office.work(by="SEK1") as work:
        move_promise(work, promise=promise, by_when=Edtf("../2023-03-10"))
        work.commit()
    pass_time(app, bell, morning(date(2023, 3, 10)))
    (mail,) = in_the_box(tmp_path, "2023-03-10", "SEK1")
    assert "Det skal være holdt senest i dag." in text(mail)

    with app.office.work(by="SEK1") as work:
        keep_promise(work, promise=promise)
        work.commit()
    pass_time(app, bell, morning(date(2023, 3, 24)))
    assert told_of(app.office, "PromiseDue") == [promise]

    with app.office.work(by="SEK1") as work:
        reopen_promise(work, promise=promise)
        work.commit()
    answer(app, bell)
    assert waits(app.office, "promised") == [(promise, date(2023, 3, 24))]


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_whoever_is_responsible_hears_of_it_and_is_led_to_what_they_may_open(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    theme(app.office, responsible="MEDLEM1")
    owners(app.office, "HOD")
    stands(app.office, "HOD", "2022-03-08", StanceValue.PARTLY)
    with app.office.work(by="SEK1") as work:
        day, leader = Edtf("2023-03-09"), "LEDER"
        give_promise(work, organisation="HOD", what="En plan", by_when=day, responsible=leader)
        give_promise(work, organisation="HOD", what="Et svar", by_when=day)
        work.commit()

    pass_time(app, bell, morning(date(2023, 3, 8)))
    [member] = in_the_box(tmp_path, "2023-03-08", "MEDLEM1")
    assert f"/themes/{LIFT}" in text(member)
    assert "/stakeholders/" not in text(member)

    pass_time(app, bell, morning(date(2023, 3, 9)))
    assert not in_the_box(tmp_path, "2023-03-09", "MEDLEM1")
    [told] = in_the_box(tmp_path, "2023-03-09", "LEDER")
    [secretary] = in_the_box(tmp_path, "2023-03-09", "SEK1")
    assert "En plan" in text(told)
    assert "Et svar" not in text(told)
    assert "Et svar" in text(secretary)
    assert "En plan" not in text(secretary)


def test_a_stance_is_asked_about_again_after_a_year_but_not_one_that_nobody_knew(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    theme(app.office)
    owners(app.office, "HOD", "KD", "NFD")
    stands(app.office, "HOD", "2023-01", StanceValue.PARTLY)
    stands(app.office, "KD", "2023-01", StanceValue.SUPPORTS)
    stands(app.office, "NFD", "2023-01", StanceValue.UNKNOWN)
    answer(app, bell)
    day = date(2024, 1, 2)  # a year after 1 January was New Year's Day again
    assert waits(app.office, "stance_stale") == [
        (f"{LIFT}/{who}/stance", day) for who in ("HOD", "KD")
    ]

    stands(app.office, "KD", "2023-02-01", StanceValue.OPPOSED)
    with app.office.work(by="SEK1") as work:
        correct_stakeholder(
            work, stakeholder=f"{LIFT}/HOD", role=StakeholderRole.SOCIETY, responsibility=""
        )
        work.commit()
    pass_time(app, bell, morning(day))
    assert told_of(app.office, "StanceStale") == []

    with app.office.work(by="SEK1") as work:
        withdraw_stance(work, stakeholder=f"{LIFT}/KD", number=2, why="Feil")
        work.commit()
    answer(app, bell)
    assert waits(app.office, "stance_stale") == [(f"{LIFT}/KD/stance", day)]
    pass_time(app, bell, morning(date(2024, 1, 3)))
    assert told_of(app.office, "StanceStale") == [f"{LIFT}/KD/stance"]
    (mail,) = in_the_box(tmp_path, "2024-01-03", "SEK1")
    assert "Holdningen til KD er fra januar 2023." in text(mail)


def test_what_is_open_at_a_department_is_asked_of_whoever_took_over(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    theme(app.office)
    owners(app.office, "NFD")
    asked(app.office, "NFD")
    answered(app.office, "NFD")
    answer(app, bell)
    with app.office.work(by="SEK1") as work:
        register_organisation(work, key="NND", name="Det nye departementet", kind="ministry")
        succeed(work, organisation="NFD", successor="NND", on=date(2023, 3, 1))
        work.commit()
    pass_time(app, bell, morning(date(2023, 7, 31)))
    assert gone_quiet(app.office) == [f"{LIFT}/NFD"]
    (mail,) = in_the_box(tmp_path, "2023-07-31", "SEK1")
    assert "NND har vært stille om temaet siden januar 2023." in text(mail)
