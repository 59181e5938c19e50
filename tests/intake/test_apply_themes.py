"""Themes, stakeholders and communications come in with a register, and are put right by it."""

import pytest

from tilsvar.commands.contacts import erase_contact
from tilsvar.commands.qualification import form_of
from tilsvar.commands.stakeholders import correct_stakeholder, remove_stakeholder
from tilsvar.commands.stances import withdraw_stance
from tilsvar.domain.communications import Activity, ActivityStatus
from tilsvar.domain.contacts import ContactFunction
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind
from tilsvar.domain.measures import Measure, MeasureStatus
from tilsvar.domain.promises import Promise, PromiseStatus
from tilsvar.domain.qualification import FormField
from tilsvar.domain.stakeholders import Level, Stakeholder, StakeholderRole, StanceValue
from tilsvar.domain.themes import Stage, Theme
from tilsvar.store.timelines import themes_of
from tilsvar.tests.intake.desk import Desk
from tilsvar.tests.intake.every_sheet import EVERY_SHEET


@pytest.fixture
def whole(desk: Desk) -> Desk:
    """The small register with every sheet."""
    for sheet, text in EVERY_SHEET.items():
        desk.write(sheet, text)
    return desk


def test_every_sheet_comes_in_once(whole: Desk) -> None:
    first = whole.bring()
    before = whole.written()
    again = whole.bring()

    assert (first.corrected, first.unchanged) == (0, 0)
    assert (again.new, again.corrected, again.unchanged) == (0, 0, first.new)
    assert whole.written() == before


def test_the_decisions_lead_a_theme_on_in_their_order(whole: Desk) -> None:
    whole.bring()

    with whole.office.reading() as work:
        theme, aside = work.get(Theme, "T1"), work.get(Theme, "T2")
    assert (theme.told, theme.stage, theme.set_aside) == (Stage.IDEA, Stage.ANALYSIS, False)
    assert [(each.point, each.case) for each in theme.standing] == [
        ("BP1", "5/1/2023"),
        ("BP2", ""),
    ]
    assert (aside.stage, aside.set_aside) == (None, True)


def test_a_stakeholder_stands_where_its_newest_stance_says(whole: Desk) -> None:
    whole.bring()

    with whole.office.reading() as work:
        found = work.get(Stakeholder, "T1/HOD")
    assert (found.role, found.influence, found.known_by) == (
        StakeholderRole.OWNER,
        Level.HIGH,
        ("M01",),
    )
    assert found.stance is not None
    assert (found.stance.stance, found.stance.evidence) == (StanceValue.PARTLY, "letter:L1")
    assert [each.as_of.text for each in found.stances] == ["2020-09", "2023-01-20"]


def test_what_was_done_or_said_is_done_and_said(whole: Desk) -> None:
    whole.bring()

    with whole.office.reading() as work:
        measures = [work.get(Measure, key).status for key in ("X1", "X2", "X3")]
        promise, kept = work.get(Promise, "P1"), work.get(Promise, "P2")
        activities = [work.get(Activity, key) for key in ("A1", "A2", "A3", "A4")]
        form = form_of(work, "T1")
        belongs = themes_of(work, Kind.LETTER, "L1")
    assert measures == [MeasureStatus.DONE, MeasureStatus.UNDER_WAY, MeasureStatus.DROPPED]
    assert (promise.open, kept.status, kept.kept_on) == (
        True,
        PromiseStatus.KEPT,
        Edtf("2023-01-25"),
    )
    assert [each.status for each in activities] == [
        ActivityStatus.PLANNED,
        ActivityStatus.DONE,
        ActivityStatus.DROPPED,
        ActivityStatus.SUGGESTED,
    ]
    assert (activities[0].op_ed, activities[1].outcome) == ("O1", "Mye lest")
    assert form is not None
    assert (form.number, form.answers[FormField.PROBLEM]) == (1, "For lite forskning")
    # The area puts the letter into T1, a person has taken it out and put it into T2.
    assert list(belongs) == ["T2"]


def test_another_stance_of_the_same_date_is_a_correction_and_of_a_new_date_a_new_one(
    whole: Desk,
) -> None:
    whole.bring()
    whole.edit("stakeholders", "opposed,2020-09", "neutral,2020-09")
    whole.add("stakeholders", "T1,HOD,,,supports,2023-02-01,,,,004")

    result = whole.bring()

    assert (result.new, result.corrected) == (1, 1)
    with whole.office.reading() as work:
        stances = work.get(Stakeholder, "T1/HOD").stances
    told = [(each.as_of.text, each.stance, each.withdrawn) for each in stances]
    assert sorted(told) == [
        ("2020-09", "neutral", False),
        ("2020-09", "opposed", True),
        ("2023-01-20", "partly", False),
        ("2023-02-01", "supports", False),
    ]
    assert whole.bring().unchanged == result.unchanged + 2


def test_a_row_with_another_date_is_another_stance_and_the_earlier_one_stays(whole: Desk) -> None:
    whole.bring()
    whole.edit("stakeholders", "partly,2023-01-20", "partly,2023-02-01")

    result = whole.bring()

    assert (result.new, result.vanished) == (1, ("stakeholders T1/HOD/2023-01-20",))
    with whole.office.reading() as work:
        assert len(work.get(Stakeholder, "T1/HOD").stances) == 3


@pytest.mark.parametrize(
    ("sheet", "was", "now"),
    [
        ("themes", "Mer forskning", "Mer innovasjon"),
        ("themes", ",,,yes", ",,,no"),
        ("decisions", "Mer å utrede", "Mye å utrede"),
        ("forms", "For lite forskning", "For lite innovasjon"),
        ("measures", "done,,2023-01-31,", "dropped,,,For dyrt"),
        ("measures", "under_way,2023-05", "planned,2023-06"),
        ("stakeholders", "owner,Likeverdige tjenester", "interested,Likeverdige"),
        ("stakeholders", "svar på L1", "brev fra HOD"),
        ("stakeholders", "T1,KD,interested,,,,,,,", "T1,KD,interested,,,,low,,,005"),
        ("theme_things", "letter:L1,no", "letter:L1,yes"),
        ("contacts", "Dialog", "Møter"),
        ("notes", "Ringte om saken", "Ringte igjen"),
        ("promises", "2023-03,open,", "2023-04,dropped,"),
        ("promises", "kept,2023-01-25", "open,"),
        ("target_groups", "Alle,yes", "Allmennheten,"),
        ("activities", "2023-04,planned", "2023-05,planned"),
        ("activities", "done,2023-01-12,Mye lest,", "dropped,,,Ble ikke noe av"),
        ("activities", "dropped,,,Ingen tid", "suggested,,,"),
        ("outlets", "5000,7", "6000,"),
        ("coverage", "Leser svarer", "En leser svarer"),
        ("points", "partly,Meld. St. 5 side 12", "taken,Meld. St. 6"),
        ("points", "partly,Meld. St. 5 side 12,2023-01-30", "unknown,,"),
        ("points", "Et fond", "Et større fond"),
    ],
)
def test_a_changed_row_puts_right_what_it_tells_of(
    whole: Desk, sheet: str, was: str, now: str
) -> None:
    whole.bring()
    whole.edit(sheet, was, now)

    assert whole.bring().corrected == 1
    before = whole.written()
    again = whole.bring()
    assert (again.new, again.corrected) == (0, 0)
    assert whole.written() == before


def test_what_a_person_has_changed_is_a_conflict(whole: Desk) -> None:
    whole.bring()
    with whole.office.work(by="SEK1") as work:
        correct_stakeholder(work, stakeholder="T1/HOD", responsibility="Helse")
        withdraw_stance(work, stakeholder="T1/HOD", number=1)
        work.commit()
    whole.edit("stakeholders", "Likeverdige tjenester", "Tjenester")
    whole.edit("stakeholders", "opposed,2020-09", "neutral,2020-09")

    assert whole.refused() == [
        (
            'stakeholders.csv line 2, responsibility: "Tjenester" was changed both here (to '
            '"Helse") and in the register. Put the register right, or change it here.'
        ),
        (
            'stakeholders.csv line 3, stance: "neutral" was changed both here (to "withdrawn") and '
            "in the register. Put the register right, or change it here."
        ),
    ]


def test_who_is_taken_off_the_list_keeps_its_stances_and_is_put_back_by_the_register(
    whole: Desk,
) -> None:
    off = """theme,organisation,role,stance,as_of,removed,why,source
T1,HOD,owner,opposed,2020-09,yes,Har ingen rolle,
T1,HOD,,partly,2023-01-20,,,
"""
    whole.write("stakeholders", off)
    whole.bring()
    with whole.office.reading() as work:
        found = work.view(Stakeholder, "T1/HOD")
        assert (found.removed, found.why, len(found.stances)) == (True, "Har ingen rolle", 2)
    whole.edit("stakeholders", "yes,Har ingen rolle", ",Har ingen rolle")
    assert whole.refused() == [
        (
            'stakeholders.csv line 2, why: "Har ingen rolle" is why it was taken off the list, but '
            "nothing says that it was. Write yes in removed."
        )
    ]

    whole.edit("stakeholders", ",Har ingen rolle", ",")
    assert whole.bring().corrected == 1
    with whole.office.work(by="SEK1") as work:
        assert not work.get(Stakeholder, "T1/HOD").removed
        remove_stakeholder(work, stakeholder="T1/HOD", why="Likevel ikke")
        work.commit()
    whole.edit("stakeholders", "opposed", "neutral")
    assert "removed" in whole.refused()[0]


def test_who_was_erased_is_not_brought_back(whole: Desk) -> None:
    whole.bring()
    with whole.office.work(by="SEK1") as work:
        erase_contact(work, contact="K1")
        work.commit()

    result = whole.bring()

    assert (result.new, result.corrected) == (0, 0)
    assert result.notes == (
        "contacts.csv line 2: K1 was erased here and stays so. Take the row out of the register.",
    )
    with whole.office.reading() as work:
        assert work.get(ContactFunction, "K1").name == ""


def test_what_cannot_be_so_is_said_with_its_row(whole: Desk) -> None:
    whole.edit("decisions", "sak 5/1/2023", "sak 5/2/2023")

    assert whole.refused() == [
        (
            "decisions.csv line 3: Case 5/2/2023 is of meeting 2/2023, but Rådsmøte 1/2023 was "
            "chosen: check the two."
        )
    ]
