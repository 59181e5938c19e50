"""What the days ahead bring of themes is what then comes, and what a meeting holds back."""

from datetime import date

from tilsvar.bootstrap import App
from tilsvar.commands.areas import register_area, retire_area
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.themes import register_theme
from tilsvar.commands.watching import is_worked_on, worked_on
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.stages import Stage
from tilsvar.domain.themes import Theme
from tilsvar.reports.explanation import explain
from tilsvar.reports.foresight import due_on
from tilsvar.reports.render_explanation import explanation_text
from tilsvar.reports.tidings import HeldBack, Reason
from tilsvar.reports.why_told import why
from tilsvar.store.theme_tables import theme as themes
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.workers.about_themes import (
    LIFT,
    answered,
    asked,
    gone_quiet,
    owners,
    theme,
)
from tilsvar.tests.workers.hearing import morning
from tilsvar.wording.language import language

NB = language("nb")


def foreseen(office: Office, day: date) -> list[str]:
    with office.reading() as work:
        told = due_on(work, day)
        lines = [line for message in told.messages for line in message.lines]
        return [why(each, NB).replace("\u00a0", " ") for each in lines]


def held_back(office: Office, day: date) -> tuple[HeldBack, ...]:
    with office.reading() as work:
        return due_on(work, day).held_back


def test_a_silence_is_foreseen_on_its_day_and_after_the_meeting_that_may_break_it(
    app: App, bell: HandBell
) -> None:
    theme(app.office)
    owners(app.office, "HOD", "KD")
    asked(app.office, "HOD", "KD")
    answered(app.office, "HOD", "KD")
    answer(app, bell)
    day, after = date(2023, 7, 31), date(2023, 8, 11)
    assert "Ingenting er hørt fra HOD og KD siden 30. januar 2023." in foreseen(app.office, day)

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
    answer(app, bell)
    assert "Ingenting er hørt fra KD siden 30. januar 2023." in foreseen(app.office, day)
    assert HeldBack(f"{LIFT}/HOD", Reason.MEETING_AHEAD) in held_back(app.office, day)
    ahead = foreseen(app.office, after)
    assert "Ingenting er hørt fra HOD siden 30. januar 2023." in ahead

    pass_time(app, bell, morning(day))
    assert gone_quiet(app.office) == [f"{LIFT}/KD"]
    pass_time(app, bell, morning(after))
    assert gone_quiet(app.office) == [f"{LIFT}/KD", f"{LIFT}/HOD"]


def test_every_date_of_a_theme_can_be_explained(app: App, bell: HandBell) -> None:
    theme(app.office)
    owners(app.office, "HOD")
    asked(app.office, "HOD")
    answered(app.office, "HOD")
    answer(app, bell)
    with app.office.reading() as work:
        rest, silence = explain(work, LIFT)
        assert (rest.key, silence.key) == (f"{LIFT}/idle", f"{LIFT}/HOD")
        assert explain(work, f"{LIFT}/HOD") == [silence]
        said = explanation_text([silence], NB, {}, work.office.zone).replace("\u00a0", " ")
    assert "Stille siden mandag 30. januar 2023" in " ".join(said.split())
    assert "mandag 31. juli 2023 (180 dager etter): planlagt" in said


def test_a_query_finds_the_very_themes_that_the_council_works_with(office: Office) -> None:
    with office.work(by="SEK1") as work:
        for key in ("BRUKT", "UTE"):
            register_area(work, key=key, name=key)
        retire_area(work, area="UTE")
        work.commit()
    with office.work(by="SEK1") as work:
        for stage in (None, *Stage):
            for area in (None, "BRUKT", "UTE"):
                for aside in (False, True):
                    title = f"{stage} {area} {aside}"
                    found = register_theme(work, title=title, stage=stage, area=area)
                    if aside:
                        found.put_aside("Avventer", work.today)
        work.commit()
    with office.reading() as work:
        asked_for = set(work.session.scalars(themes.select().where(worked_on(work))))
        assert asked_for == {each.key for each in work.all(Theme) if is_worked_on(work, each)}
        assert asked_for
