"""Who has been silent for long, by whom they were taken over, and what is between us anyway."""

from datetime import date

from tilsvar.bootstrap import App
from tilsvar.commands.council import register_organisation, succeed
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.stakeholders import name_stakeholder
from tilsvar.commands.stances import record_stance, withdraw_stance
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.stages import Stage
from tilsvar.domain.stakeholders import Stakeholder, StakeholderRole, StanceValue
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
