"""What goes out on a day, to whom and why, and what is held back: the page that foretells mails."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands import reminders
from tilsvar.commands.council import register_person
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.people import correct_person
from tilsvar.commands.scheduled_reports import schedule_report
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Role
from tilsvar.store import flow
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp, answer, pass_time, settle_in, with_bell
from tilsvar.tests.servers.rows import count
from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.serving import served
from tilsvar.tests.web.walking import JUDGE, RULES, WIDER_THAN_THE_WINDOW
from tilsvar.workers.reporting import look_for_reports

LAST_RUNG = "2023-04-19"


class Desk:
    """The stories' council on 3 February 2023, and somebody who reads its pages."""

    def __init__(self, app: App, bell: HandBell, address: str) -> None:
        self.app, self.bell, self.address = app, bell, address
        self.reader = Reader(address)

    def send(self, *recipients: str) -> None:
        """A letter of today, whose answers are due on 3 March."""
        with self.app.office.work(by="SEK1") as work:
            day = Edtf("2023-02-03")
            send_letter(work, key="L1", title="Brev om data", sent=day, recipients=recipients)
            work.commit()
        answer(self.app, self.bell)

    def do(self, command: str, **values: object) -> None:
        with self.app.office.work(by="SEK1") as work:
            getattr(reminders, command)(work, **values)
            work.commit()
        answer(self.app, self.bell)

    def live_until(self, day: str) -> None:
        """At noon of that day."""
        moment = datetime.fromisoformat(day).replace(hour=11, tzinfo=UTC)
        pass_time(self.app, self.bell, moment)

    def page(self, on: str = "", status: int = 200) -> Page:
        return self.reader.open(f"/due?on={on}" if on else "/due", status)

    def told(self, on: str, number: int = 1) -> str:
        """What is said of the first, or a later, recipient."""
        return self.page(on).section(f"to-{number}").replace("\u00a0", " ")


@pytest.fixture
def desk(make_app: MakeApp, sqlite: Databases, tmp_path: Path, bell: HandBell) -> Iterator[Desk]:
    app = with_bell(make_app(sqlite.migrated(tmp_path)), bell)
    settle_in(app.office)
    with served(app) as address:
        desk = Desk(app, bell, address)
        yield desk
        desk.reader.close()


def lead(page: Page) -> str:
    [said] = page.texts(".//p[@class='lead']")
    return said.replace("\u00a0", " ")


def test_a_coming_day_says_who_hears_of_what_and_why(desk: Desk) -> None:
    desk.send("HOD", "KD")

    page = desk.page("3.+mars+2023")

    assert page.texts(".//h1") == ["Hva går ut? fredag 3. mars 2023"]
    assert lead(page) == "Én e-post går ut, slik det er registrert nå."
    told = desk.told("2023-03-03")
    assert told.startswith("Person SEK1 del av sekretariatet · sek1@ho21.example")
    assert "I samlemeldingen Brev om data" in told
    assert "På dagen · Svaret fra HOD og KD forfaller og er ikke registrert." in told
    assert "/letters/L1" in page.links()
    assert page.section("held") == "Holdt tilbake Ingenting er holdt tilbake."
    assert count(desk.app.office, flow.mail) == 0


def test_those_who_are_told_the_same_stand_together(desk: Desk) -> None:
    desk.send("NFD")

    page = desk.page(LAST_RUNG)

    assert lead(page).startswith("To e-poster går ut")
    assert desk.told(LAST_RUNG).startswith("Person LEDER og Person SEK1 leder@ho21.example · sek1@")
    assert "30 virkedager etter · NFD har ikke svart 30 virkedager etter" in desk.told(LAST_RUNG)


def test_many_who_are_told_the_same_are_counted_and_named(desk: Desk) -> None:
    with desk.app.office.work(by="SEK1") as work:
        for number in range(2, 5):
            register_person(
                work,
                key=f"MEDLEM{number}",
                name=f"Person MEDLEM{number}",
                email=f"medlem{number}@ho21.example",
                role=Role.MEMBER,
            )
        set_deadline(work, key="D1", title="Merknader til planen", due=Edtf("2023-02-17"))
        work.commit()
    answer(desk.app, desk.bell)

    told = desk.told("2023-02-17")

    assert told.startswith("5 personer Person MEDLEM1 · Person MEDLEM2 · ")
    assert "Straks Merknader til planen På dagen · Datoen er 17. februar 2023." in told


def test_today_and_a_past_day_speak_in_their_own_tense(desk: Desk) -> None:
    desk.send("HOD")
    desk.live_until("2023-03-03")

    assert lead(desk.page()) == "Én e-post er gått ut eller går ut i dag."
    assert "Svaret fra HOD forfaller" in desk.told("2023-03-03")
    assert "Tilsvar minnet Person SEK1." in desk.reader.open("/letters/L1").section("history")
    desk.live_until("2023-03-06")
    past = desk.page("2023-03-03")
    assert past.texts(".//h1") == ["Hva gikk ut? fredag 3. mars 2023"]
    assert lead(past) == "Én e-post gikk ut."
    assert lead(desk.page("2023-03-04")) == "Ingenting gikk ut denne dagen."


def test_news_that_went_at_once_has_no_rung(desk: Desk) -> None:
    desk.send("HOD")
    with desk.app.office.work(by="LEDER") as work:
        receive_reply(work, letter="L1", sender="HOD", received=Edtf("2023-02-03"))
        work.commit()
    answer(desk.app, desk.bell)

    told = desk.told("")

    assert "Straks Brev om data HOD har svart." in told


def test_what_is_held_back_says_whose_answer_it_is_and_why(desk: Desk) -> None:
    with desk.app.office.work(by="SEK1") as work:
        next(each for each in work.people if each.key == "LEDER").leave(date(2023, 3, 1))
        work.commit()
    desk.send("HOD", "KD")

    held = desk.page(LAST_RUNG).section("held")

    assert held == "Holdt tilbake Brev om data HOD og KD: Rådet har ingen leder den dagen."
    desk.do("snooze", key="L1/HOD", until=date(2023, 3, 10))
    page = desk.page("2023-03-03")
    assert "HOD: Noen har utsatt det." in page.section("held")
    assert "Svaret fra KD forfaller" in page.section("to-1")
    assert "Når det ikke lenger er utsatt" in desk.told("2023-03-10")


def test_in_a_pause_everything_is_held_back(desk: Desk) -> None:
    desk.send("HOD")
    desk.do("pause", first=date(2023, 3, 1), last=date(2023, 3, 5))

    page = desk.page("2023-03-03")

    assert lead(page).startswith("Ingenting går ut denne dagen, slik det er registrert nå.")
    assert "HOD: Alle påminnelser hviler den dagen." in page.section("held")


def test_a_report_that_goes_by_itself_stands_there_before_and_after(desk: Desk) -> None:
    with desk.app.office.work(by="SEK1") as work:
        schedule_report(work, report="unanswered", roles=("leader", "member"), ending="")
        work.commit()
    told = "En rapport Ubesvarte brev til departementene Sendes den første virkedagen i hver måned."

    page = desk.page("2023-03-01")

    assert lead(page) == "To e-poster går ut, slik det er registrert nå."
    assert told in desk.told("2023-03-01")
    assert "/settings/scheduled-reports/R2023-01" in page.links()
    assert desk.told("2023-03-01").startswith("Person LEDER og Person MEDLEM1")
    desk.live_until("2023-03-01")
    look_for_reports(desk.app.office)
    answer(desk.app, desk.bell)
    desk.live_until("2023-03-02")
    assert lead(desk.page("2023-03-01")) == "To e-poster gikk ut."
    assert told in desk.told("2023-03-01")
    desk.do("pause", first=date(2023, 4, 1), last=date(2023, 4, 10))
    assert lead(desk.page("2023-04-03")).startswith("Ingenting går ut denne dagen")


def test_a_report_that_could_not_be_sent_is_named_on_todays_page(desk: Desk) -> None:
    with desk.app.office.work(by="SEK1") as work:
        schedule_report(work, report="unanswered", roles=("leader",), ending="")
        correct_person(work, person="LEDER", email="")
        work.commit()
    desk.live_until("2023-03-01")
    look_for_reports(desk.app.office)
    answer(desk.app, desk.bell)

    page = desk.reader.open("/today/messages")

    assert "Ubesvarte brev til departementene" in " ".join(page.texts(".//main"))
    assert "/settings/scheduled-reports/R2023-01" in page.links()


def test_an_empty_day_says_so_and_leads_to_the_next_one(desk: Desk) -> None:
    assert lead(desk.page()) == "Ingenting går ut i dag."
    desk.send("HOD")

    page = desk.page()

    assert lead(page) == "Ingenting går ut i dag. Neste gang: fredag 3. mars 2023"
    [link] = page.all(".//p[@class='lead']/a")
    assert link.get("href") == "?on=2023-03-03"
    assert page.section("held") == "Holdt tilbake Ingenting er holdt tilbake."


def test_the_days_before_and_after_are_one_click_away(desk: Desk) -> None:
    page = desk.page("2023-02-28")

    links = {each.get("rel"): each for each in page.all(".//nav/a") if each.get("rel")}
    assert links["prev"].get("href") == "?on=2023-02-27"
    assert links["next"].get("href") == "?on=2023-03-01"
    assert "/due" in desk.reader.open("/history").links()
    assert "/due" in desk.reader.open("/").links()


@pytest.mark.parametrize(
    "typed", ["31.2.2023", "mars 2023", "i morgen", "1066-10-14", "9999-12-31"]
)
def test_a_day_that_is_none_is_refused_with_a_sentence_and_kept_in_its_field(
    desk: Desk, typed: str
) -> None:
    page = desk.page(typed.replace(" ", "+"), 400)

    [fault] = [each for each in page.all(".//p") if each.get("id") == "fault"]
    [field] = [each for each in page.all(".//input") if each.get("name") == "on"]
    assert fault.text
    assert field.get("value") == typed
    assert "fredag 3. februar 2023" in page.texts(".//h1")[0]


@pytest.mark.parametrize("day", ["1950-01-01", "2100-12-31"])
def test_the_first_and_the_last_day_that_are_known_are_shown_or_refused(
    desk: Desk, day: str
) -> None:
    desk.send("HOD")

    assert desk.reader.client.get(f"/due?on={day}").status_code in (200, 400)


def test_axe_finds_nothing_to_object_to_on_a_full_page(desk: Desk) -> None:
    with desk.app.office.work(by="SEK1") as work:
        set_deadline(work, key="D1", title="Merknader til planen", due=Edtf("2023-03-03"))
        work.commit()
    desk.send("HOD", "KD")
    desk.do("snooze", key="L1/HOD", until=date(2023, 3, 10))
    rules = axe()
    found = {}
    with chromium() as browser:
        for colours in ("light", "dark"):
            for width in (1360, 390, 320):
                context = browser.new_context(
                    viewport={"width": width, "height": 900},
                    color_scheme=colours,
                    bypass_csp=True,
                )
                page = context.new_page()
                page.goto(f"{desk.address}/due?on=2023-03-03")
                page.evaluate(rules)
                found[colours, width] = (
                    page.evaluate(JUDGE, RULES),
                    page.evaluate(WIDER_THAN_THE_WINDOW),
                )
                context.close()

    assert set(map(str, found.values())) == {"([], 0)"}
