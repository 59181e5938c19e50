"""Who has gone quiet: the day says so, the page lists them, a note breaks the silence."""

from datetime import date

import pytest

from tilsvar.commands.council import register_organisation
from tilsvar.commands.measures import plan_measure
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.promises import give_promise
from tilsvar.commands.stakeholders import name_stakeholder
from tilsvar.commands.stances import record_stance
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.stages import Stage
from tilsvar.domain.stakeholders import Stakeholder, StakeholderRole, StanceValue
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.visitor import House, hand_out

LIFT, DATA = "T-LIFT", "T-DATA"


def stakeholder(
    work: UnitOfWork,
    theme: str,
    organisation: str,
    heard: str = "",
    role: StakeholderRole = StakeholderRole.OWNER,
) -> Stakeholder:
    found = name_stakeholder(work, theme=theme, organisation=organisation, role=role)
    if heard:
        found.hear(Edtf(heard).day)
    return found


@pytest.fixture
def reader(house: House) -> Reader:
    """Two themes, of whose owners some have been silent for long; and a third that is an idea."""
    with house.app.office.work(by="SEK1") as work:
        register_organisation(work, key="KS", name="KS", kind="interest")
        day = date(2022, 10, 3)
        register_theme(work, key=LIFT, title="Et kunnskapsløft", stage=Stage.ANALYSIS, on=day)
        register_theme(work, key=DATA, title="Helsedata", stage=Stage.FOLLOW_UP)
        register_theme(work, key="T-IDE", title="En idé", stage=Stage.IDEA, on=day)
        stakeholder(work, LIFT, "HOD", "2022-06-30")
        stakeholder(work, LIFT, "KD", "2020-09-30")
        stakeholder(work, LIFT, "KS", "2023-01-20")
        stakeholder(work, LIFT, "NFD")
        stakeholder(work, DATA, "HOD", "2021-03-01")
        stakeholder(work, DATA, "KS", "2020-01-07", StakeholderRole.INTERESTED)
        stakeholder(work, "T-IDE", "HOD", "2017-01-09")
        work.commit()
    found = house.visitor()
    found.send(hand_out(house))
    return found


def listed(page: Page) -> list[str]:
    return ["".join(each.itertext()).strip() for each in page.all(".//th[@class='title']/a")]


def test_the_day_counts_the_owners_and_the_page_lists_them_by_the_length_of_their_silence(
    reader: Reader,
) -> None:
    now = reader.open("/").section("now")
    assert "Tre eiere er blitt stille. KD siden 30. september 2020" in now.replace("\u00a0", " ")

    page = reader.open("/themes/quiet")

    assert listed(page) == ["KD", "HOD", "HOD", "NFD"]
    assert "Et kunnskapsløft" in page.text
    assert "aldri hørt fra" in page.text
    assert "En idé" not in page.text


def test_the_list_is_narrowed_to_a_theme_and_widened_to_every_role(reader: Reader) -> None:
    assert listed(reader.open(f"/themes/quiet?theme={DATA}")) == ["HOD"]
    assert listed(reader.open(f"/themes/quiet?role=&theme={DATA}")) == ["KS", "HOD"]
    assert listed(reader.open("/themes/quiet?role=interested")) == ["KS"]
    nobody = reader.open("/themes/quiet?role=society")
    assert "Ingen er blitt stille." in nobody.text
    assert listed(reader.open("/themes/quiet?role=nonsense&theme=T-NONE")) == []


def test_a_meeting_ahead_is_shown_and_the_day_no_longer_counts_its_guest(
    house: House, reader: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        schedule_meeting(
            work,
            key="M1",
            kind=MeetingKind.DIALOGUE,
            title="Dialogmøte",
            time=MeetingTime(Edtf("2023-03-17")),
            participants=("KD",),
        )
        work.commit()
    assert "To eiere er blitt stille." in reader.open("/").section("now")
    assert "17. mars" in reader.open("/themes/quiet").text.replace("\u00a0", " ")


def test_one_owner_is_put_off_and_the_others_are_still_told_of(reader: Reader) -> None:
    today = reader.send(f"/put-off/{LIFT}/KD", how="day", until="1. mars 2023")
    assert "Et kunnskapsløft (KD) er utsatt til 1. mars 2023." in today.text.replace("\u00a0", " ")
    assert "To eiere er blitt stille." in today.section("now")
    assert "/put-off" in reader.open("/themes/quiet").links()


def test_what_else_themes_need_is_told_with_the_place_where_it_is_done(
    house: House, reader: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        plan_measure(
            work,
            key="M-NODE",
            theme=DATA,
            title="Nasjonal node",
            follow_up=Edtf("2023-02"),
            owner="KS",
        )
        plan_measure(work, key="M-SEN", theme=DATA, title="Senere", follow_up=Edtf("2023-21"))
        give_promise(
            work,
            organisation="HOD",
            what="Legge fram en plan",
            given=Edtf("2022-10-03"),
            by_when=Edtf("../2023-02-01"),
            theme=DATA,
            key="P1",
        )
        for theme, organisation, as_of in ((LIFT, "HOD", "2020-09"), (DATA, "HOD", "2022-21")):
            record_stance(
                work,
                theme=theme,
                organisation=organisation,
                stance=StanceValue.PARTLY,
                as_of=Edtf(as_of),
            )
        record_stance(
            work, theme=LIFT, organisation="KD", stance=StanceValue.UNKNOWN, as_of=Edtf("2019")
        )
        work.commit()

    page = reader.open("/")

    now = page.section("now").replace("\u00a0", " ")
    assert "Ett tiltak skal følges opp. Nasjonal node" in now
    assert "Ett løfte skulle vært holdt nå. HOD, innen 1. februar 2023" in now
    assert "Én holdning er så gammel at det er på tide å spørre igjen. HOD, september 2020" in now
    assert "Ett tema har vært uten bevegelse i mer enn 90 dager. Et kunnskapsløft" in now
    assert {
        "/measures/M-NODE/follow-up",
        "/promises/P1",
        f"/themes/{LIFT}/stakeholders/HOD/stance",
        f"/themes/{LIFT}",
        "/themes/quiet",
    } <= page.links()


def test_a_note_of_a_conversation_ends_the_silence(reader: Reader) -> None:
    page = reader.open(f"/themes/quiet?theme={LIFT}")
    (note,) = [each for each in page.links() if each.startswith("/notes/new?organisation=KD")]
    assert reader.open(note).all(".//form")
