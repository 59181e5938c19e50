"""Themes are registered, decided on in the council's meetings, and their measures followed up."""

from datetime import date
from typing import Any

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.areas import register_area
from tilsvar.commands.measures import (
    MeasureNamedTwice,
    correct_measure,
    finish_measure,
    follow_up_measure,
    plan_measure,
)
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.themes import (
    CaseWithoutMeeting,
    DecidedOnAnotherDay,
    NotDecidedThere,
    NotYetDecided,
    OneDecides,
    ThemeNamedTwice,
    correct_theme,
    decide,
    register_theme,
    set_theme_aside,
    take_up_theme,
    touch_theme,
    withdraw_decision,
)
from tilsvar.domain.cases import CaseOfAnotherMeeting, NotACase
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, MeetingKind
from tilsvar.domain.measures import Measure
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.stages import DecisionPoint, Outcome, Stage
from tilsvar.domain.themes import Theme
from tilsvar.store.event_log import history
from tilsvar.store.searching import asked, find
from tilsvar.store.unit_of_work import Office, Unknown

BP1, BP2 = DecisionPoint.BP1, DecisionPoint.BP2


@pytest.fixture
def office(app: App) -> Office:
    """An area with the theme HELSEDATA, and two meetings, only one of them the council's."""
    with app.office.work(by="SEK1") as work:
        register_area(work, key="DATA", name="Data", plan="Handlingsplan 2022–2023")
        for key, kind, title, day in (
            ("M1", MeetingKind.COUNCIL, "Rådsmøte 5/2022", "2022-09-28"),
            ("M2", MeetingKind.DIALOGUE, "Dialogmøte", "2022-09-27"),
        ):
            schedule_meeting(work, key=key, kind=kind, title=title, time=MeetingTime(Edtf(day)))
        register_theme(work, key="T1", title="Helsedata", area="DATA", on=date(2022, 1, 3))
        work.commit()
    return app.office


def test_a_theme_gets_a_key_of_its_title(office: Office) -> None:
    with office.work(by="SEK1") as work:
        keys = [
            register_theme(work, title=title, stage=stage).key
            for title, stage in (
                ("Åpen  forskning", Stage.IDEA),
                ("Åpen. Forskning", None),
                ("…", Stage.ANALYSIS),
            )
        ]
        work.commit()

    assert keys == ["T-APEN-FORSKNING", "T-APEN-FORSKNING-2", "T-TEMA"]
    with office.reading() as work:
        found = work.view(Theme, "T-APEN-FORSKNING")
        assert (found.title, found.stage, found.touched) == (
            *("Åpen forskning", Stage.IDEA, work.today),
        )
        with pytest.raises(ThemeNamedTwice, match="named Helsedata already"):
            register_theme(work, title="helsedata")
        with pytest.raises(Unknown):
            register_theme(work, title="Noe annet", area="FINNES-IKKE")


def test_the_council_decides_in_a_case_of_its_meeting(office: Office) -> None:
    with office.work(by="SEK1") as work:
        decide(work, theme="T1", point=BP1, meeting="M1", case="sak 12/5/22", note=" Enig. ")
        work.commit()

    with office.reading() as work:
        [decision] = work.view(Theme, "T1").decisions
        assert (decision.on, decision.case, decision.note) == (
            *(Edtf("2022-09-28"), "12/5/2022", "Enig."),
        )
        assert [each.event.name for each in history(work.session, Kind.THEME, "T1")] == [
            *("ThemeRegistered", "DecisionTaken", "ThemeStageChanged"),
        ]


def test_what_does_not_fit_together_is_refused_and_nothing_is_kept(office: Office) -> None:
    wrong: list[tuple[type[Exception], dict[str, Any]]] = [
        (CaseOfAnotherMeeting, {"meeting": "M1", "case": "12/6/2022"}),
        (NotACase, {"meeting": "M1", "case": "28/20"}),
        (CaseWithoutMeeting, {"case": "12/5/2022"}),
        (NotDecidedThere, {"meeting": "M2"}),
        (DecidedOnAnotherDay, {"meeting": "M1", "on": Edtf("2022-10")}),
        (NotYetDecided, {"on": Edtf("2099-01-01")}),
        (OneDecides, {"by": "LEDER", "meeting": "M1"}),
        (Unknown, {"by": "FINNES-IKKE"}),
        (Unknown, {"meeting": "FINNES-IKKE"}),
    ]
    for error, facts in wrong:
        with office.work(by="SEK1") as work, pytest.raises(error):
            decide(work, theme="T1", point=BP1, **facts)

    with office.reading() as work:
        assert (work.view(Theme, "T1").decisions, work.view(Theme, "T1").stage) == ([], Stage.IDEA)


def test_a_person_decides_on_a_day_that_is_only_roughly_known(office: Office) -> None:
    with office.work(by="SEK1") as work:
        decide(work, theme="T1", point=BP1, by="LEDER", on=Edtf("2022-09"))
        decide(work, theme="T1", point=BP2, outcome=Outcome.WAIT)
        work.commit()
        withdraw_decision(work, theme="T1", point=BP1, why="Ble aldri besluttet")
        withdraw_decision(work, theme="T1", point=BP2, why="Heller ikke dette")
        work.commit()

    with office.reading() as work:
        found = work.view(Theme, "T1")
        assert [(each.by, each.on.text, each.why) for each in found.decisions] == [
            ("LEDER", "2022-09", "Ble aldri besluttet"),
            ("", work.today.isoformat(), "Heller ikke dette"),
        ]
        assert (found.stage, found.touched) == (Stage.IDEA, work.today)


def test_a_theme_is_corrected_set_aside_and_taken_up(office: Office) -> None:
    with office.work(by="SEK1") as work:
        register_theme(work, key="T2", title="Beredskap")
        with pytest.raises(ThemeNamedTwice):
            correct_theme(work, theme="T2", title="HELSEDATA")
        correct_theme(work, theme="T1", title=" Deling av  helsedata ", responsible="SEK1")
        set_theme_aside(work, theme="T1", why="Venter")
        take_up_theme(work, theme="T1")
        touch_theme(work, theme="T1")
        work.commit()

    with office.reading() as work:
        found = work.view(Theme, "T1")
        assert (found.title, found.set_aside, found.touched) == (
            *("Deling av helsedata", False, work.today),
        )
        assert find(work, Kind.THEME, asked(work, "deling"), 5) == ["T1"]


def test_the_measures_of_a_theme_move_it(office: Office) -> None:
    with office.work(by="SEK1") as work:
        first = plan_measure(work, theme="T1", title="Felles tall", owner="HOD")
        second = plan_measure(work, theme="T1", title="Egen post", follow_up=Edtf("2023-05"))
        assert (first.key, second.key) == ("T1-01", "T1-02")
        with pytest.raises(MeasureNamedTwice):
            plan_measure(work, theme="T1", title="felles tall")
        with pytest.raises(Unknown):
            plan_measure(work, theme="T9", title="Noe")
        work.commit()

    with office.work(by="SEK1") as work:
        assert work.view(Theme, "T1").touched == work.today
        follow_up_measure(work, measure="T1-01", again=Edtf("2023-21"), note="Ringt")
        finish_measure(work, measure="T1-01")
        correct_measure(work, measure="T1-02", owner="HOD")
        work.commit()

    with office.reading() as work:
        done, other = (work.view(Measure, key) for key in ("T1-01", "T1-02"))
        assert (done.done_on, done.note) == (Edtf.on(work.today), "Ringt")
        assert other.owner == "HOD"
        assert find(work, Kind.MEASURE, asked(work, "felles tall"), 5) == ["T1-01"]
