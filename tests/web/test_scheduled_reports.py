"""The secretariat has a report sent at fixed times, changes when and to whom, and stops it."""

from datetime import date

import pytest

from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.people import end_role
from tilsvar.commands.scheduled_reports import schedule_report, scheduled_reports
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind, Role
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.scheduled_reports import SPANS, Rhythm, ScheduledReport, Span
from tilsvar.reports.catalogue import REPORTS
from tilsvar.tests.web.desk import at_the_desk, undo
from tilsvar.tests.web.reader import Page
from tilsvar.tests.web.test_deeds import made_from, plain
from tilsvar.tests.web.visitor import House
from tilsvar.tests.workers.scheduled import look

PATH = "/settings/scheduled-reports"
ONE = f"{PATH}/R2023-01"
WISH = {"report": "unanswered", "rhythm": "monthly", "roles": "leader", "ending": "docx"}


def sent(house: House) -> ScheduledReport:
    with house.app.office.reading() as work:
        [found] = scheduled_reports(work)
    return found


def mistakes(page: Page) -> list[str]:
    return [each.replace("\u00a0", " ") for each in page.texts(".//div[@role='alert']//li")]


def test_a_report_is_sent_to_the_leader_each_month_until_it_is_stopped(house: House) -> None:
    desk = at_the_desk(house)
    assert "Ingen rapporter sendes fast." in desk.open("/settings").text

    page = desk.send(f"{PATH}/new", **WISH, note="Til orientering")
    told = "Ubesvarte brev til departementene: Rapporten sendes fast på e-post fra nå av."
    assert told in plain(page)
    going = page.section("going").replace("\u00a0", " ")
    assert "Den første virkedagen i hver måned" in going
    assert "rådsleder" in going
    assert "onsdag 1. mars 2023" in going
    assert "ikke ennå" in going
    assert "Én rapport sendes fast." in desk.open("/settings").text
    assert "Til orientering" in desk.open(ONE).text
    assert "Ubesvarte brev til departementene" in desk.open("/history").text

    undo(desk, page)
    assert sent(house).stopped
    page = desk.send(f"{ONE}/resume", made_from=made_from(desk.open(ONE)))
    assert not sent(house).stopped
    page = desk.send(f"{ONE}/stop", made_from=made_from(page))
    assert "Stoppet" in page.text
    assert "Ubesvarte brev" in desk.open(PATH).section("stopped")
    undo(desk, page)
    assert not sent(house).stopped


def test_it_is_changed_and_the_second_of_two_who_do_is_told(house: House) -> None:
    desk = at_the_desk(house)
    desk.send(f"{PATH}/new", **WISH)
    form = desk.open(f"{ONE}/change")
    stamp = made_from(form)
    changed = {"report": "annual", "rhythm": "before_meeting", "days_before": "3", "ending": ""}

    page = desk.send(f"{ONE}/change", **changed, people="MEDLEM1", made_from=stamp)
    assert "Tre virkedager før hvert rådsmøte" in plain(page)
    assert "når et rådsmøte har fått dato" in plain(page)
    found = sent(house)
    assert (found.report, found.people, found.roles) == ("unanswered", ("MEDLEM1",), ())
    assert found.ending == ""

    late = desk.send(f"{ONE}/change", 409, **WISH, made_from=stamp)
    assert "Person SEK1 endret dette i mellomtiden." in plain(late)
    assert sent(house).rhythm is Rhythm.BEFORE_MEETING
    desk.send(f"{ONE}/stop", 409, made_from=stamp)
    desk.send(f"{ONE}/change", **WISH, made_from=made_from(late))
    assert sent(house).rhythm is Rhythm.MONTHLY


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"roles": ""}, "Hvem som får den i kraft av rollen: "),
        ({"roles": "observer"}, "Hvem som får den i kraft av rollen: "),
        ({"people": "NOBODY"}, "Hvem andre som får den: "),
        ({"rhythm": "daily"}, "Når den sendes: Velg en av disse."),
        (
            {"rhythm": "before_meeting", "days_before": ""},
            "Virkedager før møtet: Skriv hvor mange virkedager før møtet, fra 0 til 30.",
        ),
        ({"rhythm": "before_meeting", "days_before": "fem"}, "Virkedager før møtet: Skriv"),
        ({"rhythm": "before_meeting", "days_before": "31"}, "Virkedager før møtet: "),
        ({"ending": "exe"}, "Filen som følger med: "),
        ({"note": "x" * 201}, "Noen ord til mottakerne (valgfritt): Dette er lengre enn 200 tegn."),
        ({"report": "handover"}, "om én person"),
        ({"report": "weather"}, "weather"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_sent(
    house: House, typed: dict[str, str], told: str
) -> None:
    fields = {name: value for name, value in (WISH | typed).items() if value or name != "roles"}
    page = at_the_desk(house).send(f"{PATH}/new", 422, **fields)

    [mistake] = mistakes(page)
    assert told in mistake
    with house.app.office.reading() as work:
        assert scheduled_reports(work) == []


def test_each_report_leads_to_the_form_that_asks_what_it_can_be_asked(house: House) -> None:
    desk = at_the_desk(house)
    chooser = desk.open(f"{PATH}/new")
    assert {f"{PATH}/new?report={name}" for name in SPANS} <= chooser.links()
    assert desk.open(f"{PATH}/new?report=handover").title == chooser.title
    for name in REPORTS:
        link = f"{PATH}/new?report={name}"
        assert (link in desk.open(f"/reports/{name}").links()) is (name in SPANS)
        if name in SPANS:
            form = desk.open(link)
            asked = {each.get("value", "") for each in form.all(".//input[@name='span']")}
            taken = {each.value for each in SPANS[name]}
            assert asked == (taken if len(taken) > 1 else set())
            [rhythm] = form.all(".//input[@name='rhythm'][@checked]")
            with_papers = name in ("activities", "since-last-meeting")
            assert rhythm.get("value") == ("before_meeting" if with_papers else "monthly")


def test_the_leader_looks_and_changes_nothing(house: House) -> None:
    with house.app.office.work(by="SEK1") as work:
        schedule_report(work, report="unanswered", roles=("leader",))
        work.commit()
    leader = at_the_desk(house, "leder")

    for path in (PATH, ONE):
        page = leader.open(path)
        assert not [each for each in page.all(".//form") if PATH in each.get("action", "")]
        assert not [each for each in page.links() if each.endswith(("/new", "/change"))]
    assert f"{PATH}/new?report=annual" not in leader.open("/reports/annual").links()
    leader.open(f"{PATH}/R2023-99", 404)


def test_it_says_what_was_chosen_and_when_it_goes_next(house: House) -> None:
    with house.app.office.work(by="SEK1") as work:
        time = MeetingTime(Edtf("2023-03-15"))
        schedule_meeting(work, key="M1", kind=MeetingKind.COUNCIL, title="Rådsmøte", time=time)
        schedule_report(
            work,
            report="activities",
            span=Span.SINCE_LAST,
            rhythm=Rhythm.BEFORE_MEETING,
            days_before=5,
            roles=(Role.LEADER, Role.SECRETARIAT),
        )
        work.commit()

    facts = plain(at_the_desk(house).open(ONE))
    assert "siden forrige utsending" in facts
    assert "rådsleder og hele sekretariatet" in facts
    assert "Får den i dag Person LEDER og Person SEK1" in facts
    assert "onsdag 8. mars 2023" in facts


def test_it_says_when_it_went_out_and_when_nobody_gets_it_any_more(house: House) -> None:
    at_the_desk(house).send(f"{PATH}/new", **(WISH | {"roles": "member", "ending": ""}))
    look(house.app, house.bell, "2023-03-01")
    with house.app.office.work(by="SEK1") as work:
        end_role(work, person="MEDLEM1", on=date(2023, 2, 28))
        work.commit()
    desk = at_the_desk(house)

    page = desk.open(ONE)
    assert "Sist sendt 1. mars 2023, til én mottaker" in plain(page)
    assert "lørdag 1. april 2023" not in plain(page)
    assert "Neste gang mandag 3. april 2023" in plain(page)
    history = page.section("history").replace("\u00a0", " ")
    assert "skulle sendes 1. mars 2023, gikk til Person MEDLEM1" in history
    assert "Får den i dag ingen" in plain(page)
    assert "ingen med en rolle i dag" in desk.open(PATH).section("going")


def test_a_button_that_is_pressed_twice_sends_it_once(house: House) -> None:
    desk = at_the_desk(house)
    desk.send(f"{PATH}/new", **WISH)

    again = desk.send(f"{PATH}/new", 422, **WISH)

    assert "Rapporten sendes allerede akkurat slik: R2023-01." in plain(again)
    assert sent(house).key == "R2023-01"
    desk.send(f"{ONE}/stop", made_from=made_from(desk.open(ONE)))
    assert f"{PATH}/R2023-02" in desk.send(f"{PATH}/new", **WISH).links()
