"""The communications plan: what is weighed, planned and done, a year of it, and what it lacks."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.communications import plan_activity
from tilsvar.commands.letters import send_letter
from tilsvar.domain.communications import Activity, ActivityStatus, Channel
from tilsvar.domain.dates import Edtf
from tilsvar.domain.op_eds import OpEd
from tilsvar.tests.servers.office import HandBell, answer, with_bell
from tilsvar.tests.web.activities import PLANNED, SUGGESTED, some_activities, target_groups
from tilsvar.tests.web.conftest import DEMO_DAY, system
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.serving import served


@dataclass
class Plan:
    """The example on 3 February 2023 with a plan of its own, and the secretariat's reader."""

    app: App
    bell: HandBell
    reader: Reader

    def activity(self, key: str) -> Activity:
        with self.app.office.reading() as work:
            return work.view(Activity, key)

    def made_from(self, path: str) -> str:
        page = self.reader.open(path)
        return next(
            field.get("value", "")
            for field in page.all(".//input")
            if field.get("name") == "made_from"
        )

    def send(self, path: str, status: int = 200, /, shown: str = "", **fields: object) -> Page:
        """Send the form of that deed, as `shown` or else its own page brings it."""
        made_from = self.made_from(shown or path)
        return self.reader.send(path, status, made_from=made_from, **fields)


@pytest.fixture
def plan(example: Path, tmp_path: Path) -> Iterator[Plan]:
    shutil.copy(example / "example.db", tmp_path)
    bell = HandBell()
    app = with_bell(system(tmp_path, DEMO_DAY), bell, suggests=True)
    with app.office.work(by="SEK1") as work:
        some_activities(work)
        work.commit()
    answer(app, bell)
    with served(app) as address:
        reader = Reader(address)
        yield Plan(app, bell, reader)
        reader.close()
    app.close()


def said(page: Page) -> str:
    return page.text.replace("\u00a0", " ")


def test_an_op_ed_is_planned_from_a_suggestion_and_the_planning_undone(plan: Plan) -> None:
    page = plan.reader.open(f"/communications/{SUGGESTED}")
    assert {"Planlegg som kronikk", "Planlegg som innlegg", "Ikke aktuelt"} <= {
        each.strip() for each in page.texts(".//a")
    }
    form = plan.reader.open(f"/communications/{SUGGESTED}/plan-op-ed")
    assert 'value="op_ed" selected' in form.html
    assert "Pressen" not in form.text

    page = plan.send(
        f"/communications/{SUGGESTED}/plan-op-ed",
        title="Bedre helsedata nå",
        channel="op_ed",
        target_groups=["STORTINGET", "KOMMUNENE"],
        wanted_effect="Vil ha én inngang til helsedata",
        when="våren 2023",
        area="VERDISKAPING",
    )

    assert "Aktiviteten er planlagt." in said(page)
    activity = plan.activity(SUGGESTED)
    assert (activity.status, activity.when) == (ActivityStatus.PLANNED, Edtf("2023-21"))
    with plan.app.office.reading() as work:
        op_ed = work.view(OpEd, activity.op_ed or "")
    assert (op_ed.title, op_ed.area, op_ed.status.value) == (
        "Bedre helsedata nå",
        "VERDISKAPING",
        "idea",
    )
    assert "Kronikk Bedre helsedata nå" in page.section("facts")

    path = f"/communications/{SUGGESTED}"
    page = plan.send(f"{path}/unplan", shown=f"{path}?done=plan-op-ed")
    assert "er et forslag igjen" in said(page)
    assert plan.activity(SUGGESTED).op_ed == op_ed.key


def test_whoever_plans_without_saying_for_whom_and_why_is_told_and_loses_nothing(
    plan: Plan,
) -> None:
    page = plan.send("/communications/new", 422, title="Innlegg om data", message="Del data")

    assert "Velg en kanal" in said(page)
    assert "Velg minst én målgruppe" in said(page)
    assert "hva målgruppen skal vite eller gjøre annerledes" in said(page)
    assert "Innlegg om data" in page.html
    assert "Del data" in page.html


def test_a_suggestion_is_declined_with_a_reason_and_taken_up_again(plan: Plan) -> None:
    path = f"/communications/{SUGGESTED}"
    assert "Fyll ut" in said(plan.send(f"{path}/decline", 422, why=" "))

    page = plan.send(f"{path}/decline", why="Allerede omtalt")
    assert "Forslaget er skrinlagt." in said(page)
    assert "Hvorfor ikke Allerede omtalt" in said(page)

    plan.send(f"{path}/reopen", shown=path)
    assert plan.activity(SUGGESTED).status is ActivityStatus.SUGGESTED


def test_what_is_planned_is_moved_done_and_told_of(plan: Plan) -> None:
    path = f"/communications/{PLANNED}"
    page = plan.send(f"{path}/move", when="15.2.2023")
    assert "Planlagt · 15. feb. 2023" in said(page)

    page = plan.send(f"{path}/done", 422, on="15.2.2023", outcome="Bra")
    assert "har ikke vært ennå" in said(page)
    page = plan.send(f"{path}/done", on="2.2.2023", outcome="Mange spørsmål")
    assert "Hvordan det gikk Mange spørsmål" in said(page)

    page = plan.send(f"{path}/reopen", shown=path)
    assert plan.activity(PLANNED).status is ActivityStatus.PLANNED
    page = plan.send(f"{path}/drop", why="Ingen tid")
    assert plan.activity(PLANNED).status is ActivityStatus.DROPPED


def test_of_two_who_change_the_same_activity_the_second_is_told(plan: Plan) -> None:
    path = f"/communications/{PLANNED}/move"
    first = plan.made_from(path)
    plan.reader.send(path, made_from=first, when="mars 2023")

    page = plan.reader.send(path, 409, made_from=first, when="april 2023")

    assert "endret dette i mellomtiden" in said(page)
    assert "april 2023" in page.html


def test_the_list_has_its_views_and_filters(plan: Plan) -> None:
    assert "Kommunene trenger kunnskap, A9-3" in said(plan.reader.open("/communications"))
    suggested = plan.reader.open("/communications?view=suggested")
    assert "Bedre helsedata" in said(suggested)
    assert "trenger kunnskap" not in said(suggested)
    found = plan.reader.open("/communications?view=all&group=KOMMUNENE&year=2022")
    assert "A9-4" in said(found)
    assert "A9-2" not in said(found)
    assert "Skulle vært gjort" in said(plan.reader.open("/communications?view=planned"))


def test_a_year_shows_what_is_planned_over_its_months_with_the_facts_beside(plan: Plan) -> None:
    page = plan.reader.open("/communications/timeline?year=2023")
    plan_of_year = page.section("plan").replace("\u00a0", " ")
    assert "Planlagt · våren 2023" in plan_of_year
    assert "Skulle vært gjort · jan. 2023" in plan_of_year or "jan" in plan_of_year
    spring = re.search(r'colspan="2"></td>\s*<td[^>]*colspan="3"', page.html)
    assert spring, "from March to May"

    facts = plan.reader.open("/communications/timeline?year=2022")
    assert "Publiserte kronikker" in said(facts)
    assert "Dialogmøter som er holdt" in said(facts)
    assert "2023" in said(plan.reader.open("/communications/timeline?year=tull"))


def test_what_has_had_nothing_for_half_a_year_is_shown_and_planned_from_there(plan: Plan) -> None:
    page = plan.reader.open("/communications/gaps")
    groups = page.section("groups")
    assert "Stortinget" in groups
    assert "Kommunal sektor" not in groups
    assert "Pressen" not in groups

    with plan.app.office.work(by="SEK1") as work:
        plan_activity(
            work,
            title="Møte med komiteen",
            channel=Channel.MEETING,
            target_groups=["STORTINGET"],
            wanted_effect="Kjenner rådet",
        )
        work.commit()
    page = plan.reader.open("/communications/gaps")
    assert "Stortinget" not in said(page).partition("Målgrupper")[2].partition("Områder")[0]

    form = plan.reader.open("/communications/new?target_groups=STORTINGET&area=VERDISKAPING")
    assert 'value="STORTINGET" checked' in form.html
    assert 'value="VERDISKAPING" selected' in form.html


def test_a_letter_that_is_sent_is_weighed_from_the_page_of_the_day_and_from_its_own(
    plan: Plan,
) -> None:
    with plan.app.office.work(by="SEK1") as work:
        target_groups(work)
        send_letter(
            work, key="L9", title="Om helsedata", sent=Edtf("2023-02-03"), recipients=["HOD"]
        )
        work.commit()
    answer(plan.app, plan.bell)

    today = said(plan.reader.open("/"))
    assert "To forslag om kronikk eller innlegg venter på å bli vurdert." in today
    assert "Vurder forslagene" in today
    letter = plan.reader.open("/letters/L9")
    assert "Om helsedata" in letter.section("communications")
    assert "siden 3. februar 2023" in letter.section("communications").replace("\u00a0", " ")
    assert "Om helsedata" in said(plan.reader.open("/today/suggestions"))

    page = plan.send(
        "/communications/new",
        title="Innlegg om helsedata",
        channel="post",
        target_groups="STORTINGET",
        wanted_effect="Kjenner forslaget",
        about="letter:L9",
    )
    assert "Kommer av Om helsedata" in said(page)
    plan.send(
        "/communications/new",
        422,
        title="Innlegg om helsedata igjen",
        channel="post",
        target_groups="STORTINGET",
        wanted_effect="Kjenner forslaget",
        about="letter:finnes-ikke",
    )


def test_a_suggestion_that_nobody_has_weighed_for_a_month_is_no_matter_of_today(
    plan: Plan,
) -> None:
    with plan.app.office.work(by="SEK1") as work:
        work.get(Activity, SUGGESTED).suggested_on = date(2023, 1, 3)
        work.commit()
    assert "forslag om kronikk" not in said(plan.reader.open("/"))
    assert "Bedre helsedata" in said(plan.reader.open("/communications?view=suggested"))


def test_a_target_group_is_added_named_anew_and_taken_out_of_use(plan: Plan) -> None:
    groups = "/settings/target-groups"
    page = plan.reader.send(groups, name="Næringslivet")
    assert "Næringslivet: Målgruppen ble registrert." in said(page)
    path = f"{groups}/NAERINGSLIVET"
    assert "Næringslivet" in plan.reader.open("/communications/new").text
    assert "heter STORTINGET" in said(plan.reader.send(groups, 422, name="STORTINGET"))

    page = plan.reader.send(path, name="Privat sektor og næring", made_from=plan.made_from(path))
    assert page.title.startswith("Privat sektor og næring")
    page = plan.reader.send(f"{path}/retire", made_from=plan.made_from(path))
    assert "Målgruppen ble tatt ut av bruk." in said(page)
    assert "Privat sektor og næring" not in plan.reader.open("/communications/new").text
    assert "Målgrupper" in plan.reader.open("/settings").text
