"""Who has been silent for long, by whom they were taken over, and what is between us anyway."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.council import register_organisation, stay, succeed
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.stakeholders import name_stakeholder, remove_stakeholder
from tilsvar.commands.stances import record_stance, withdraw_stance
from tilsvar.commands.watching import watches_of
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.stages import Stage
from tilsvar.domain.stakeholders import Stakeholder, StakeholderRole, StanceValue
from tilsvar.domain.theme_watches import QUIET
from tilsvar.domain.themes import Theme
from tilsvar.reports.old_stances import old_stances
from tilsvar.reports.silence import Contact, contacts, met_soon, silences
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.workers.about_themes import LIFT, asked, owners, theme


def heard(office: Office, organisation: str, day: str) -> None:
    with office.work(by="SEK1") as work:
        work.get(Stakeholder, f"{LIFT}/{organisation}").hear(Edtf(day).day)
        work.commit()


def test_the_longest_silence_stands_first_and_whoever_was_never_heard_last(office: Office) -> None:
    theme(office)
    owners(office, "HOD", "KD", "NFD")
    heard(office, "HOD", "2022-06-01")
    heard(office, "KD", "2020-09-30")
    with office.reading() as work:
        assert [each.organisation for each in silences(work)] == ["KD", "HOD", "NFD"]
        assert silences(work, role=StakeholderRole.SOCIETY) == []
        assert silences(work, in_theme="T-NONE") == []
    heard(office, "HOD", "2023-01-20")
    with office.reading() as work:
        assert [each.organisation for each in silences(work)] == ["KD", "NFD"]


def test_a_theme_that_nobody_works_with_has_no_silence(office: Office) -> None:
    theme(office, Stage.IDEA)
    owners(office, "HOD")
    heard(office, "HOD", "2020-09-30")
    with office.reading() as work:
        assert silences(work) == []


def test_a_successor_stands_for_its_predecessor_with_what_both_had_with_us(
    app: App, bell: HandBell
) -> None:
    theme(app.office)
    owners(app.office, "NFD")
    heard(app.office, "NFD", "2020-09-30")
    asked(app.office, "NFD", sent="2022-10-03")
    with app.office.work(by="SEK1") as work:
        register_organisation(work, key="NND", name="Det nye", kind="ministry")
        succeed(work, organisation="NFD", successor="NND", on=date(2023, 1, 1))
        schedule_meeting(
            work,
            key="M1",
            kind=MeetingKind.DIALOGUE,
            title="Dialogmøte",
            time=MeetingTime(Edtf("2023-03-17")),
            participants=("NND",),
        )
        work.commit()
    answer(app, bell)
    with app.office.work(by="SEK1") as work:
        name_stakeholder(work, theme=LIFT, organisation="NND", role=StakeholderRole.OWNER)
        work.get(Stakeholder, f"{LIFT}/NFD").hear(date(2020, 9, 30))
        work.get(Stakeholder, f"{LIFT}/NND").hear(date(2020, 9, 30))
        work.commit()
    with app.office.reading() as work:
        (silence,) = silences(work)
        assert (silence.organisation, silence.key) == ("NND", f"{LIFT}/NND")
        between = Contact(Edtf("2022-10-03"), Edtf("2023-03-17"))
        assert contacts(work, ["NND", "HOD"]) == {"NND": between, "HOD": Contact()}
        assert contacts(work, []) == {}
        assert met_soon(work) == {"NND"}


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_of_whoever_took_over_the_page_and_the_reminder_agree(office: Office) -> None:
    """KD has a row of its own and is interested; it took over from NFD, an owner."""
    theme(office)
    owners(office, "NFD", "HOD")
    with office.work(by="SEK1") as work:
        interested = StakeholderRole.INTERESTED
        name_stakeholder(work, theme=LIFT, organisation="KD", role=interested)
        succeed(work, organisation="NFD", successor="KD", on=date(2023, 1, 1))
        work.commit()
    for each in ("NFD", "HOD", "KD"):
        heard(office, each, "2020-09-30")

    def quiet(role: StakeholderRole | None) -> list[str]:
        with office.reading() as work:
            return [each.organisation for each in silences(work, role=role)]

    def watched() -> list[str]:
        with office.reading() as work:
            watches = watches_of(work, work.view(Theme, LIFT))
            return [each.key for each in watches if each.ladder == QUIET]

    assert (quiet(StakeholderRole.OWNER), quiet(interested)) == (["HOD"], ["KD"])
    assert watched() == [f"{LIFT}/HOD"]
    with office.work(by="SEK1") as work:
        remove_stakeholder(work, stakeholder=f"{LIFT}/KD", why="Svarer ikke for dette")
        work.commit()
    assert quiet(None) == ["HOD"]
    with office.work(by="SEK1") as work:
        stay(work, organisation="NFD")
        work.commit()
    assert (quiet(StakeholderRole.OWNER), watched()) == (
        ["HOD", "NFD"],
        [f"{LIFT}/HOD", f"{LIFT}/NFD"],
    )


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_an_owner_never_heard_from_is_quiet_once_the_reminder_says_so(office: Office) -> None:
    theme(office)
    owners(office, "HOD", "KD")
    with office.work(by="SEK1") as work:
        for each, since in (("HOD", date(2022, 8, 1)), ("KD", date(2022, 12, 1))):
            assert work.get(Stakeholder, f"{LIFT}/{each}").await_word(since)
        work.commit()
    with office.reading() as work:
        assert [each.organisation for each in silences(work)] == ["HOD"]


def test_a_stance_is_old_until_a_newer_one_is_known_and_again_when_that_is_withdrawn(
    office: Office,
) -> None:
    theme(office)
    owners(office, "HOD", "KD")

    def stands(organisation: str, as_of: str, value: StanceValue = StanceValue.PARTLY) -> None:
        with office.work(by="SEK1") as work:
            record_stance(
                work, theme=LIFT, organisation=organisation, stance=value, as_of=Edtf(as_of)
            )
            work.commit()

    def old() -> list[tuple[str, str]]:
        with office.reading() as work:
            return [(each.organisation, each.as_of.text) for each in old_stances(work)]

    stands("HOD", "2020-09")
    stands("HOD", "2021")
    stands("KD", "2020", StanceValue.UNKNOWN)
    assert old() == [("HOD", "2021")]
    stands("KD", "2022-21")
    assert old() == [("HOD", "2021")]
    stands("HOD", "2022-11-01")
    assert old() == []
    with office.work(by="SEK1") as work:
        withdraw_stance(work, stakeholder=f"{LIFT}/HOD", number=3, why="Feil")
        work.commit()
    assert old() == [("HOD", "2021")]
    stands("KD", "../2022-01-15", StanceValue.OPPOSED)
    assert old() == [("HOD", "2021")]
