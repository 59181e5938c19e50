"""The secretariat follows a theme from the idea on: decisions, measures, and the plan of action."""

import pytest

from tilsvar.commands.areas import register_area, take_up_area
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.themes import decide, register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import StakeholderGoneQuiet, StanceStale
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.measures import Measure, MeasureStatus
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.stages import DecisionPoint, Outcome, Stage
from tilsvar.domain.themes import Theme
from tilsvar.tests.web.desk import at_the_desk, undo
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.test_deeds import made_from
from tilsvar.tests.web.visitor import House

THEME = "/themes/T-HELSEDATA"


@pytest.fixture
def sec(house: House) -> Reader:
    """The secretariat, after the council's meeting 5/2022, with the theme Helsedata."""
    with house.app.office.work(by="SEK1") as work:
        time = MeetingTime(Edtf("2022-09-28"))
        title = "Rådsmøte 5/2022"
        schedule_meeting(work, key="M1", kind=MeetingKind.COUNCIL, title=title, time=time)
        register_theme(work, title="Helsedata", plan="Handlingsplan 2022–2023")
        work.commit()
    return at_the_desk(house)


def plain(page: Page) -> str:
    return page.text.replace("\u00a0", " ")


def do(sec: Reader, path: str, status: int = 200, /, **fields: str) -> Page:
    """Fill in the form at that path as it is now, and send it."""
    return sec.send(path, status, made_from=made_from(sec.open(path)), **fields)


def steps(page: Page) -> list[str]:
    return [each.replace("\u00a0", " ") for each in page.texts(".//ol[@class='steps']/li")]


def test_a_theme_enters_as_an_idea_and_asks_for_its_first_decision(sec: Reader) -> None:
    page = sec.send(
        "/themes/new",
        title="Åpen forskning",
        goal="Forskning\nsom alle kan lese",
        stage="idea",
        responsible="MEDLEM1",
    )

    assert "Temaet er registrert." in page.text
    assert "Tema Idé T-APEN-FORSKNING" in page.text
    assert "Før vedtak i BP1" in page.text
    assert steps(page)[0] == "Idé BP1"
    assert "Person MEDLEM1" in page.section("stages")


def test_a_theme_goes_from_the_idea_through_bp2_and_a_wrong_case_is_told(
    house: House, sec: Reader
) -> None:
    assert "Beslutningspunkt BP1" in plain(sec.open(f"{THEME}/decide"))
    page = do(sec, f"{THEME}/decide", point="BP1", outcome="onward", meeting="M1", case="12/5/2022")
    assert "Vedtaket i BP1 er ført." in page.text
    assert steps(page)[:2] == [
        "Idé BP1, videre · 28. september 2022 · sak 12/5/2022",
        "Analyse BP2",
    ]

    decided = {"point": "BP2", "outcome": "onward", "meeting": "M1", "note": "Enig"}
    page = do(sec, f"{THEME}/decide", 422, **decided, case="7/1/2023")
    assert page.texts(".//div[@role='alert']//a") == [
        "Saksnummer: Sak 7/1/2023 er fra møte 1/2023, men Rådsmøte 5/2022 er valgt: Sjekk begge."
    ]
    page = do(sec, f"{THEME}/decide", case="sak 13/5/22", **decided)
    assert "Før vedtak i BP3" in page.text
    assert "Temaet gikk fra analyse til verifisering." in page.section("history")

    page = undo(sec, page)
    assert "Vedtaket er tatt tilbake." in page.text
    with house.app.office.reading() as work:
        assert work.view(Theme, "T-HELSEDATA").stage is Stage.ANALYSIS


def test_a_decision_that_is_not_next_is_not_offered_and_not_taken(sec: Reader) -> None:
    page = do(sec, f"{THEME}/decide", 422, point="BP2", outcome="onward")

    assert page.texts(".//div[@role='alert']//a") == ["Beslutningspunkt: Velg en av disse."]


def test_a_decision_is_withdrawn_with_the_reason(house: House, sec: Reader) -> None:
    with house.app.office.work(by="SEK1") as work:
        decide(work, theme="T-HELSEDATA", point=DecisionPoint.BP1, outcome=Outcome.STOP)
        work.commit()
    page = sec.open(THEME)
    assert "Lagt til side" in page.text
    assert "Før vedtak" not in page.text

    page = do(sec, f"{THEME}/withdraw", 422, point="BP1", why="")
    assert "Hvorfor: Fyll ut dette." in page.text
    page = do(sec, f"{THEME}/withdraw", point="BP1", why="Gjaldt et annet tema")
    assert "Vedtaket er trukket tilbake." in page.text
    assert "trukket tilbake: Gjaldt et annet tema." in page.section("history")
    assert "Før vedtak i BP1" in page.text


def test_a_theme_is_set_aside_and_the_undo_takes_it_up(house: House, sec: Reader) -> None:
    page = do(sec, f"{THEME}/aside", why="Venter på stortingsmeldingen")
    assert "Temaet er lagt til side." in page.text
    assert sec.open("/themes?view=aside").texts(".//th[@scope='row']/a") == ["Helsedata"]

    page = undo(sec, page)
    assert "Temaet er tatt opp igjen." in page.text
    with house.app.office.reading() as work:
        assert not work.view(Theme, "T-HELSEDATA").set_aside


def test_a_measure_is_planned_followed_up_carried_out_and_opened_again(
    house: House, sec: Reader
) -> None:
    planned = {"title": "Felles tall", "owner": "HOD", "follow_up": "16. januar 2023"}
    page = do(sec, f"{THEME}/plan-measure", **planned)
    assert "Tiltaket er planlagt." in page.text
    assert "Felles tall Helse- og omsorgsdepartementet" in page.section("measures")
    page = do(sec, f"{THEME}/plan-measure", 422, **planned)
    assert "Temaet har allerede tiltaket Felles tall" in page.text

    path = "/measures/T-HELSEDATA-01"
    assert "Oppfølging passert" in sec.open(path).text
    page = do(sec, f"{path}/follow-up", note="HOD ser på det", again="våren 2023")
    assert "Tiltaket er fulgt opp, og neste dag er satt." in page.text
    assert "våren 2023" in page.section("facts")
    page = undo(sec, page)
    assert "16. januar 2023" in plain(page)

    page = do(sec, f"{path}/done", on="1.2.2023")
    assert "Gjennomført 1. februar 2023" in plain(page)
    page = undo(sec, page)
    assert "Tiltaket er åpent igjen." in page.text
    page = do(sec, f"{path}/drop", why="Departementet gjør det selv")
    assert "Hvorfor skrinlagt Departementet gjør det selv" in page.section("facts")
    with house.app.office.reading() as work:
        assert work.view(Measure, "T-HELSEDATA-01").status is MeasureStatus.DROPPED


def test_the_plan_of_a_period_shows_its_themes_with_their_measures(
    house: House, sec: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        decide(work, theme="T-HELSEDATA", point=DecisionPoint.BP1, meeting="M1", case="12/5/2022")
        register_theme(work, title="Beredskap")
        work.commit()
    do(sec, f"{THEME}/plan-measure", title="Felles tall", owner="HOD", follow_up="16.1.2023")

    page = sec.open("/themes/plan")

    assert page.title.startswith("Handlingsplan 2022–2023")
    assert "Beredskap" not in page.text
    assert plain(page).count("BP1, videre · 28. sep. 2022 · sak 12/5/2022") == 1
    assert page.texts(".//table//td") == [
        *("Helse- og omsorgsdepartementet", "–", "16. januar 2023", "Oppfølging passert"),
    ]
    assert "Handlingsplan 2022–2023" in sec.open("/themes/plan?plan=Finnes+ikke").title


def test_the_list_has_a_view_for_each_stage(house: House, sec: Reader) -> None:
    with house.app.office.work(by="SEK1") as work:
        register_theme(work, title="Beredskap", stage=Stage.FOLLOW_UP)
        work.commit()

    page = sec.open("/themes")
    assert page.texts(".//ul[@id='views']//a")[:9] == [
        *("Alle 2", "På en handlingsplan 1", "Idé 1", "Analyse 0", "Verifisering 0"),
        *("Gjennomføring 0", "Oppfølging 1", "Lagt til side 0", "Handlingsplan"),
    ]
    assert sec.open("/themes?view=follow_up").texts(".//th[@scope='row']/a") == ["Beredskap"]


def test_a_theme_of_unknown_stage_says_why_it_rests_and_what_would_wake_it(
    house: House, sec: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        register_area(work, key="A1", name="Kommunene", until=Edtf("2022-12-31"))
        register_theme(work, key="T-A", title="Kommuneløft", stage=None, area="A1")
        register_theme(work, key="T-B", title="Beredskap", stage=None)
        work.commit()

    ended = plain(sec.open("/themes/T-A"))
    assert "Hviler Området Kommunene ble avsluttet 31. desember 2022. Ingen blir minnet om" in ended
    assert "hører ikke til noe område. Ingen blir minnet om" in plain(sec.open("/themes/T-B"))
    assert "Neste påminnelse" not in ended
    with house.app.office.work(by="SEK1") as work:
        take_up_area(work, area="A1")
        work.commit()
    awake = plain(sec.open("/themes/T-A"))
    assert "Hviler" not in awake
    assert "Neste påminnelse" in awake


def test_the_member_who_is_responsible_sees_the_theme_and_nothing_to_press(
    house: House, sec: Reader
) -> None:
    sec.send("/themes/new", title="Beredskap", stage="idea", responsible="MEDLEM1")
    with house.app.office.work(by="clock") as work:
        old = Edtf("2022")
        work.record(StanceStale("T-BEREDSKAP", ("HOD",), "+365d", old, (1,)))
        work.record(StakeholderGoneQuiet("T-BEREDSKAP", ("HOD",), "+180d", old.first, (1,)))
        work.commit()
    assert "HOD" in sec.open("/themes/T-BEREDSKAP").text
    member = at_the_desk(house, "medlem1")

    page = member.open("/themes/T-BEREDSKAP")

    assert "Før vedtak" not in page.text
    assert "HOD" not in page.text
    assert [each.get("action") for each in page.all(".//main//form")] == []
    member.open(THEME, 403)
    member.open("/themes", 403)


@pytest.mark.parametrize("address", ["/themes/T-FINNES-IKKE", "/measures/T-1"])
def test_what_is_not_there_is_said_to_be_missing(sec: Reader, address: str) -> None:
    assert sec.open(address, 404).title.startswith("Finnes ikke")
